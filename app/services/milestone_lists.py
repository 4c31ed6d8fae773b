"""Use cases of the screens that follow a plan: the list of its milestones, and the overview of today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.domain.access import Right
from app.domain.line_filter import periods_in, units_in_lines
from app.domain.milestone_lines import Line, as_before, lines_of
from app.domain.occurrence import Calendar, Period
from app.domain.overview import Overview, overview
from app.domain.plan import Appendix
from app.domain.question_lines import question_lines
from app.domain.settings import SOON_DAYS
from app.ports import PlanSummary, Work
from app.services.access import needs
from app.services.settings import soon_days
from app.services.tracking import office_calendar, rows_of

_OPENED = "opened_on"
_OPENED_BEFORE = "opened_before"


@dataclass(frozen=True, slots=True)
class MilestoneList:
    """The plans to choose from, the one chosen (None in an empty register), its appendices and its lines today, the
    questions of reporting periods last; ``units`` and ``periods`` are those of the lines, ``holidays`` the days off by
    name. What is due within ``soon_days`` comes soon."""

    plans: tuple[PlanSummary, ...]
    plan: PlanSummary | None
    appendices: tuple[Appendix, ...]
    lines: tuple[Line, ...]
    today: date
    units: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    holidays: Mapping[date, str] = field(default_factory=dict)
    soon_days: int = SOON_DAYS


@dataclass(frozen=True, slots=True)
class Home:
    """The overview and the list behind it; ``before`` is the day it was looked at before today."""

    listed: MilestoneList
    overview: Overview
    before: date | None


@needs(Right.READ)
def milestone_list(
    work: Work, wanted: int | None, calendar: Calendar, today: date, before: Sequence[Line] = ()
) -> MilestoneList:
    """The milestones of the plan ``wanted``, or of the newest where it is not there; ``before`` are the lines that
    were listed last."""
    plans, soon = tuple(work.list_plans()), soon_days(work)
    chosen = next((plan for plan in plans if plan.id == wanted), plans[-1] if plans else None)
    if chosen is None:
        return MilestoneList(plans, None, (), (), today, soon_days=soon)
    plan, rows = rows_of(work, chosen.id, calendar)
    lines = lines_of(plan, rows, today, soon)
    lines = as_before(lines + question_lines(lines, rows, today), before)
    holidays = office_calendar(work, plan.info.year, calendar).holidays
    units, periods = tuple(units_in_lines(lines)), tuple(periods_in(lines))
    return MilestoneList(plans, chosen, plan.appendices, tuple(lines), today, units, periods, holidays, soon)


@needs(Right.READ)
def home(work: Work, listed: MilestoneList) -> Home:
    """The overview of what is listed."""
    before = last_opened(work, listed.today)
    return Home(listed, overview(listed.lines, len(listed.appendices), listed.today, before), before)


@needs(Right.READ)
def last_opened(work: Work, today: date) -> date | None:
    """The last day before ``today`` that ``note_opened`` was told; None where there is none."""
    days = (_day(work.get_setting(name)) for name in (_OPENED, _OPENED_BEFORE))
    return next((day for day in days if day is not None and day < today), None)


@needs(Right.READ)
def note_opened(work: Work, today: date) -> None:
    """Remember that the program is in use ``today``, and the day of use before that."""
    opened = _day(work.get_setting(_OPENED))
    if opened == today:
        return
    if opened is not None:
        work.save_setting(_OPENED_BEFORE, opened.isoformat())
    work.save_setting(_OPENED, today.isoformat())


def _day(stored: str | None) -> date | None:
    try:
        return date.fromisoformat(stored) if stored else None
    except ValueError:
        return None
