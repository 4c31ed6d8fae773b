"""The states of all rows of a plan on a day, for the screen that shows the plan itself."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.domain.access import Right
from app.domain.occurrence import Calendar
from app.domain.row_states import RowState, RowStatus, row_states
from app.ports import Work
from app.services.access import needs
from app.services.settings import soon_days
from app.services.tracking import rows_of


@dataclass(frozen=True, slots=True)
class RowStates:
    """``rows`` by row id; ``overdue`` counts the tasks that are late in each appendix, by its id, where there are
    any."""

    plan_id: int
    today: date
    rows: Mapping[int, RowState] = field(default_factory=dict)
    overdue: Mapping[int, int] = field(default_factory=dict)


@needs(Right.READ)
def read_row_states(work: Work, plan_id: int, calendar: Calendar, today: date) -> RowStates:
    """The states while ``today`` lasts. ``calendar`` is the one that offices start from. Raises Refused where there is
    no such plan."""
    plan, rows = rows_of(work, plan_id, calendar)
    found = row_states(rows, plan.info.year, today, soon_days(work))
    places = {row.row_id: plan.appendices[row.appendix].id or 0 for row in rows}
    late = Counter(places[row_id] for row_id, state in found.items() if state.status is RowStatus.OVERDUE)
    return RowStates(plan_id, today, found, dict(late))
