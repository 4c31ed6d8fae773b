"""Use cases of the log of changes. All of them only read."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.access import Right
from app.domain.log_chain import ChainPoint
from app.domain.log_filter import LogFilter
from app.domain.staff import LogLine
from app.domain.text import sort_key
from app.ports import Work
from app.services.access import needs
from app.texts import text

SLICE = 200
"""Lines read at once."""
LINK = 1_000
"""Lines of the chain looked through at once: other reads come between."""


@dataclass(frozen=True, slots=True)
class LogChoices:
    """What the log can be narrowed to: everyone who ever wrote ("" for nobody), and the plans that lines are about, by
    id; the title is "" for one that is removed."""

    people: tuple[str, ...] = ()
    plans: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LogPlace:
    """Where a row stands that a line is about."""

    plan_id: int
    appendix_id: int
    row_id: int


@needs(Right.READ)
def log_slice(work: Work, wanted: LogFilter, before: int | None = None, limit: int = SLICE) -> list[LogLine]:
    """The newest ``limit`` lines that ``wanted`` lets through, of those older than the line ``before``."""
    return work.log_slice(wanted, before, limit)


@needs(Right.READ)
def log_count(work: Work, wanted: LogFilter) -> int:
    """How many lines ``wanted`` lets through."""
    return work.log_count(wanted)


@needs(Right.READ)
def log_choices(work: Work) -> LogChoices:
    """Names in Vietnamese order, nobody last; plans as the list of plans has them, removed ones last."""
    people = sorted(work.log_people(), key=lambda name: (not name, sort_key(name)))
    titles = {plan.id: plan.title for plan in work.list_plans()}
    known = set(work.log_plans())
    there = [(id_, title) for id_, title in titles.items() if id_ in known]
    return LogChoices(tuple(people), (*there, *((id_, "") for id_ in sorted(known - set(titles)))))


@needs(Right.ACCOUNTS)
def last_sign_ins(work: Work) -> dict[str, datetime]:
    """When each account was signed in to last, by name; as long as the log goes back."""
    return work.log_newest("sign_in", [text("access.log_signed_in"), text("access.log_recovered")])


@needs(Right.READ)
def look_through_log(work: Work, point: ChainPoint, limit: int = LINK) -> ChainPoint:
    """Look whether the next lines after ``point`` stand as they were sealed; to be called until the end is reached."""
    return work.look_through_log(point, limit)


@needs(Right.READ)
def log_place(work: Work, line: LogLine) -> LogPlace | None:
    """Where the row of ``line`` stands; None where it is about no row. Raises Refused for a row that is gone."""
    if line.row_id is None or line.plan_id is None:
        return None
    return LogPlace(line.plan_id, work.row_place(line.row_id), line.row_id)
