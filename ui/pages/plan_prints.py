"""What the plan page reads for its print preview and its export."""

from datetime import date

from app.documents.state_column import PlanStates, plan_states
from app.domain.plan import Plan
from app.exchange.calendars import default_calendar
from app.ports import Work
from app.services.tracking import rows_of


def plan_with_states(work: Work, plan_id: int, today: date) -> tuple[Plan, PlanStates]:
    """The whole plan and the states of its tasks ``today``."""
    plan, rows = rows_of(work, plan_id, default_calendar())
    return plan, plan_states(plan, rows, today)
