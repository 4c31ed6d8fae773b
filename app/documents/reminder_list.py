"""Sổ đôn đốc: what is late and what comes, one part for each unit to be handed round."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.documents.model import Block, Document, HeadingBlock, Paragraph, Section, Style
from app.documents.progress_table import progress_table
from app.documents.progress_words import period_words, task_name, what_and_period
from app.documents.wording import body_lines
from app.domain.dates import date_text
from app.domain.milestone_lines import Line, LineState
from app.domain.occurrence import Period
from app.domain.plan import Plan
from app.domain.text import sort_key
from app.texts import text

COMING_DAYS = 30
"""Days ahead that the list reaches where nothing else is asked for."""
_COLUMNS = ("ordinal", "task", "what", "due", "state", "place", "signed")
_OPEN = (LineState.DUE_SOON, LineState.NOT_DUE)


@dataclass(frozen=True, slots=True)
class Reminders:
    """What a list is to hold: the late and the coming milestones on ``day``, ``coming_days`` ahead; of the lead
    ``units`` only (None: of all; "" is what nobody leads), of the reporting ``period`` only (None: of all)."""

    day: date
    coming_days: int = COMING_DAYS
    units: Sequence[str] | None = None
    period: Period | None = None
    paper: str = "A4"

    @property
    def until(self) -> date:
        """The last day the list looks at."""
        return self.day + timedelta(days=self.coming_days)


def reminder_document(plan: Plan, lines: Sequence[Line], wanted: Reminders) -> Document:
    """The milestones of ``plan`` that are ``wanted`` among ``lines`` (in their state on that day), the most urgent
    first, one section for each lead unit. Units without anything to do are left out; where none has anything, each
    one asked for says so."""
    found = [line for line in lines if _is_wanted(line, wanted)]
    busy = _units(found)
    names = busy if wanted.units is None else [unit for unit in wanted.units if unit in busy] or wanted.units
    parts = [(unit, [line for line in found if unit in (line.units or ("",))]) for unit in names]
    sections = tuple(_section(plan, unit, part, wanted) for unit, part in parts or [("", [])])
    return Document(text("progress.reminder_title"), sections)


def _is_wanted(line: Line, wanted: Reminders) -> bool:
    if line.due is None or wanted.period not in (None, line.period):
        return False
    return line.state is LineState.OVERDUE or (line.state in _OPEN and line.due <= wanted.until)


def _units(lines: Iterable[Line]) -> list[str]:
    """The units in Vietnamese order; "" for what nobody leads comes last."""
    found = {unit for line in lines for unit in line.units or ("",)}
    return sorted(found, key=lambda unit: (unit == "", sort_key(unit)))


def _section(plan: Plan, unit: str, lines: Sequence[Line], wanted: Reminders) -> Section:
    head: list[Block] = []
    if plan.info.issuing_body:
        head.append(HeadingBlock("", body_lines(plan.info.issuing_body), "", ""))
    until, day = date_text(wanted.until), date_text(wanted.day)
    head += [
        Paragraph(text("progress.reminder_title"), Style.APPENDIX_TITLE),
        Paragraph(_subtitle(unit, wanted.period), Style.APPENDIX_LABEL),
        Paragraph(text("progress.reminder_until", until=until, day=day), Style.ATTACHED_TO),
    ]
    table = progress_table(_COLUMNS, _rows(plan, lines, wanted), wanted.paper)
    return Section(unit or text("progress.sheet_no_unit"), (*head, table), paper=wanted.paper)


def _subtitle(unit: str, period: Period | None) -> str:
    words = text("progress.reminder_unit", unit=unit) if unit else text("progress.reminder_no_unit")
    return text("progress.reminder_period", words=words, period=period_words(period)) if period else words


def _rows(plan: Plan, lines: Sequence[Line], wanted: Reminders) -> list[tuple[str, ...]]:
    day = wanted.day
    if not lines:
        return [(text("progress.reminder_nothing", until=date_text(wanted.until)),)]
    ordered = sorted(lines, key=lambda line: (line.due or day, line.number))
    late = [line for line in ordered if line.state is LineState.OVERDUE]
    coming = [line for line in ordered if line.state is not LineState.OVERDUE]
    rows: list[tuple[str, ...]] = []
    for key, part in (("late", late), ("coming", coming)):
        if part:
            rows.append((text(f"progress.reminder_{key}"),))
            rows += [_row(plan, line, day) for line in part]
    return _numbered(rows)


def _numbered(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows with an ordinal in front, headings aside."""
    number = 0
    numbered: list[tuple[str, ...]] = []
    for row in rows:
        number += len(row) > 1
        numbered.append((str(number), *row) if len(row) > 1 else row)
    return numbered


def _row(plan: Plan, line: Line, day: date) -> tuple[str, ...]:
    what = what_and_period(line.what or line.product, line.period)
    due = date_text(line.due) if line.due else ""
    label = plan.appendices[line.appendix].label
    place = ", ".join(part for part in (label, line.ordinal.rstrip(".")) if part)
    return (task_name(line.name), what, due, remaining_words(line, day), place, "")


def remaining_words(line: Line, day: date) -> str:
    """How late ``line`` is on ``day``, or how many days are left."""
    days = (line.due - day).days if line.due else 0
    if days == 0:
        return text("progress.state_due_today")
    return text(f"progress.state_{line.state}", days=abs(days))
