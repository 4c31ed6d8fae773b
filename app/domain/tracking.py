"""A plan's rows as tasks to follow: their deadlines read, dated, and joined with what was noted of them."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.correction import Correction
from app.domain.dates import day_in_words
from app.domain.deadline import read_deadline
from app.domain.keys import TASK, asked_key, event_keys, keys_of
from app.domain.mark import Mark, Marks
from app.domain.merging import shown
from app.domain.milestone import Milestone, MilestoneKind
from app.domain.occurrence import Calendar, Occurrence, Period, PeriodDates, occurrences_of, reporting_periods
from app.domain.off_days import day_after
from app.domain.plan import Appendix, Cell, Plan, PlanInfo, Role, RowKind
from app.domain.product import Product, product_of, products_in
from app.domain.status import Task, Tracked
from app.domain.unit import Directory, units_in


@dataclass(frozen=True, slots=True)
class Noted:
    """What an office has noted beside the words of a plan: marks, corrected milestones by row id, linked units."""

    marks: Marks = field(default_factory=dict)
    corrections: Mapping[int, Correction] = field(default_factory=dict)
    directory: Directory = field(default_factory=Directory)


@dataclass(frozen=True, slots=True)
class Asked:
    """The question whether a continuous task was carried out in a reporting period, with the answer if there is one:
    a mark that is done (yes) or cancelled (no)."""

    period: Period
    dates: PeriodDates
    key: str
    answer: Mark | None = None


@dataclass(frozen=True, slots=True)
class TrackedRow:
    """An item row: ``number`` counts from 1 over all item rows of the plan. ``text`` is its own deadline cell (None
    where it shares the one above), ``section`` the text of the section it stands in.

    ``keys`` name its occurrences in order and ``product_keys`` the products they yield (None: none of them);
    ``events`` are the keys of what its milestones wait for. ``marks`` is all that was noted, by key; of those,
    ``loose`` belong to nothing the row says now. ``is_corrected`` says that the milestones were set by hand, and
    ``words_changed`` that the cell has other words since.
    """

    number: int
    appendix: int
    row_id: int | None
    text: Cell
    task: Task
    keys: tuple[str, ...]
    name: str = ""
    section: str = ""
    products: tuple[Product, ...] = ()
    product_keys: tuple[str | None, ...] = ()
    events: tuple[str | None, ...] = ()
    asked: tuple[Asked, ...] = ()
    marks: Mapping[str, Mark] = field(default_factory=dict)
    loose: tuple[Mark, ...] = ()
    is_corrected: bool = False
    words_changed: bool = False


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all rows of a plan share."""

    plan: Plan
    calendar: Calendar
    noted: Noted
    marks: Mapping[int, Mapping[str, Mark]]
    effective: date | None
    day: date


def effective_day(info: PlanInfo) -> date | None:
    """The day the plan takes effect, from its place and date; the month's first where the day is left open."""
    day, month, year = day_in_words(info.place_date or "")
    try:
        return date(int(year), int(month), max(int(day or 1), 1))
    except ValueError:
        return None


def plan_day(info: PlanInfo) -> date:
    """The day whose names of units a plan goes by: the day it takes effect, else the first of its year."""
    return effective_day(info) or date(info.year, 1, 1)


_NOTHING = Noted()
_UNMARKED = Mark(0, TASK)


def tracked_rows(plan: Plan, calendar: Calendar, noted: Noted = _NOTHING) -> list[TrackedRow]:
    """All item rows of ``plan`` in order, with their milestones, occurrences and what was noted of them.

    A row whose deadline cell is merged with the one above has that row's milestones but no occurrences of its own.
    """
    effective = effective_day(plan.info)
    frame = _Frame(plan, calendar, noted, _by_row(noted.marks), effective, plan_day(plan.info))
    rows: list[TrackedRow] = []
    for position, appendix in enumerate(plan.appendices):
        section = ""
        for place, row in enumerate(appendix.rows):
            if row.kind is RowKind.ITEM:
                rows.append(_tracked(frame, position, place, len(rows) + 1, section))
            else:
                section = row.text
    return rows


def _by_row(marks: Marks) -> dict[int, dict[str, Mark]]:
    found: dict[int, dict[str, Mark]] = {}
    for (row_id, key), mark in marks.items():
        found.setdefault(row_id, {})[key] = mark
    return found


def _tracked(frame: _Frame, position: int, place: int, number: int, section: str) -> TrackedRow:
    appendix = frame.plan.appendices[position]
    row = appendix.rows[place]
    own, words = _cell(appendix, place, Role.DEADLINE)
    correction = frame.noted.corrections.get(row.id or 0)
    milestones = correction.milestones if correction else read_deadline(words, frame.plan.info.year)
    marks = frame.marks.get(row.id or 0, {})
    events = event_keys(milestones)
    dated = _occurrences(frame, milestones, events, marks) if own is not None or correction else []
    keys = keys_of(dated)
    products = products_in(_cell(appendix, place, Role.PRODUCT)[1])
    asked = _asked(frame, milestones, marks)
    units = _units(frame, _cell(appendix, place, Role.LEAD)[1])
    return TrackedRow(
        number=number,
        appendix=position,
        row_id=row.id,
        text=own,
        task=_task(milestones, _all_joined(dated, keys, events, marks), units, marks),
        keys=keys,
        name=_name(appendix, place),
        section=section,
        products=products,
        product_keys=_product_keys(dated, keys, products, marks),
        events=events,
        asked=asked,
        marks=marks,
        loose=_loose(marks, {*keys, *events, *(one.key for one in products), *(one.key for one in asked)}),
        is_corrected=correction is not None,
        words_changed=correction is not None and correction.words != words,
    )


def _task(
    milestones: tuple[Milestone, ...], tracked: tuple[Tracked, ...], units: tuple[str, ...], marks: Mapping[str, Mark]
) -> Task:
    whole = marks.get(TASK, _UNMARKED)
    return Task(milestones, tracked, units, whole.done, whole.begun)


def _all_joined(
    dated: Sequence[Occurrence], keys: Sequence[str], events: Sequence[str | None], marks: Mapping[str, Mark]
) -> tuple[Tracked, ...]:
    return tuple(
        _joined(one, marks.get(key), marks.get(events[one.milestone] or ""))
        for one, key in zip(dated, keys, strict=True)
    )


def _occurrences(
    frame: _Frame, milestones: Sequence[Milestone], events: Sequence[str | None], marks: Mapping[str, Mark]
) -> list[Occurrence]:
    came = [
        _after_event(one, marks.get(event or ""), frame.calendar) for one, event in zip(milestones, events, strict=True)
    ]
    return occurrences_of(came, frame.plan.info.year, frame.calendar, frame.effective)


def _after_event(milestone: Milestone, event: Mark | None, calendar: Calendar) -> Milestone:
    """A milestone whose event has come has a day."""
    if event is None or event.done is None:
        return milestone
    return replace(milestone, due=day_after(event.done, milestone.after, calendar.holidays))


def _joined(one: Occurrence, mark: Mark | None, event: Mark | None) -> Tracked:
    since = event.done if event else None
    if mark is None:
        return Tracked(one, since=since)
    if mark.done and mark.due and one.period:
        # another calendar moves what is open; what was met keeps the day it was due on
        one = replace(one, due=mark.due)
    return Tracked(one, mark.done, mark.cancelled, since)


def _product_keys(
    dated: Sequence[Occurrence], keys: Sequence[str], products: Sequence[Product], marks: Mapping[str, Mark]
) -> tuple[str | None, ...]:
    chosen = [mark.product if (mark := marks.get(key)) else None for key in keys]
    found = [product_of(one.what, products, by_hand) for one, by_hand in zip(dated, chosen, strict=True)]
    return tuple(product.key if product else None for product in found)


def _asked(frame: _Frame, milestones: Sequence[Milestone], marks: Mapping[str, Mark]) -> tuple[Asked, ...]:
    if not any(one.kind is MilestoneKind.CONTINUOUS for one in milestones):
        return ()
    periods = reporting_periods(frame.plan.info.year, frame.calendar, frame.effective)
    keyed = [(period, dates, asked_key(period)) for period, dates in periods]
    return tuple(Asked(period, dates, key, marks.get(key)) for period, dates, key in keyed)


def _loose(marks: Mapping[str, Mark], known: Container[str | None]) -> tuple[Mark, ...]:
    return tuple(mark for key, mark in marks.items() if key not in known and key != TASK)


def _units(frame: _Frame, cell: str) -> tuple[str, ...]:
    names = (frame.noted.directory.name_of(unit, frame.day) for unit in units_in(cell))
    return tuple(dict.fromkeys(names))


def _cell(appendix: Appendix, place: int, role: Role) -> tuple[Cell, str]:
    """The cell itself (None where merged with the one above) and the text it shows; ("", "") without the column."""
    column = appendix.column_of(role)
    if column is None:
        return "", ""
    return appendix.rows[place].cells[column], shown(appendix, place, column)


def _name(appendix: Appendix, place: int) -> str:
    names = (_cell(appendix, place, role)[1] for role in (Role.ACTIVITY, Role.TASK, Role.OBJECTIVE))
    return next((name for name in names if name), "")


def milestones_of(row: TrackedRow) -> tuple[Milestone, ...]:
    """The milestones that the row's own deadline cell says or that were set for it; none where it shares the cell
    above."""
    return row.task.milestones if row.text is not None or row.is_corrected else ()
