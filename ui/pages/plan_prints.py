"""What the plan page reads for its print preview and its export."""

from datetime import date

from app.documents.state_column import PlanStates, plan_states
from app.domain.body import Body
from app.domain.plan import Plan
from app.exchange.calendars import default_calendar
from app.ports import Work
from app.services.tracking import rows_of


def what_to_print(work: Work, plan_id: int, today: date) -> tuple[Plan, PlanStates, Body | None]:
    """The whole plan, the states of its tasks ``today``, and its text where it was imported with one."""
    plan, rows = rows_of(work, plan_id, default_calendar())
    return plan, plan_states(plan, rows, today), work.body(plan_id)
