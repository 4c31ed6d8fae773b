"""Sổ đôn đốc: what is late and what comes, one part for each unit to be handed round."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from app.documents.model import Block, Document, HeadingBlock, Paragraph, Section, Style
from app.documents.progress_table import progress_table
from app.documents.progress_words import period_words
from app.documents.wording import body_lines
from app.domain.dates import date_text
from app.domain.milestone_lines import Line, LineState
from app.domain.plan import Plan
from app.domain.text import sort_key
from app.texts import text

COMING_DAYS = 30
"""Days ahead that the list reaches where nothing else is asked for."""
_COLUMNS = ("ordinal", "task", "what", "due", "state", "place", "signed")
_OPEN = (LineState.DUE_SOON, LineState.NOT_DUE)


def reminder_document(
    plan: Plan, lines: Sequence[Line], day: date, units: Sequence[str] | None = None, coming_days: int = COMING_DAYS
) -> Document:
    """The late and the coming milestones of ``plan`` on ``day``, the most urgent first, one section for each lead
    unit (``units`` only, where given: one without anything to do says so). ``coming_days`` is how far it looks ahead.
    """
    until = day + timedelta(days=coming_days)
    wanted = [line for line in lines if line.due and _is_wanted(line, until)]
    names = list(units) if units is not None else _units(wanted)
    parts = [(unit, [line for line in wanted if (unit in line.units if unit else not line.units)]) for unit in names]
    sections = tuple(_section(plan, unit, part, day, until) for unit, part in parts or [("", [])])
    return Document(text("progress.reminder_title"), sections)


def _is_wanted(line: Line, until: date) -> bool:
    coming = line.state in _OPEN and line.due is not None and line.due <= until
    return line.state is LineState.OVERDUE or coming


def _units(lines: Iterable[Line]) -> list[str]:
    """The units in Vietnamese order; "" for what nobody leads comes last."""
    found = {unit for line in lines for unit in line.units or ("",)}
    return sorted(found, key=lambda unit: (unit == "", sort_key(unit)))


def _section(plan: Plan, unit: str, lines: Sequence[Line], day: date, until: date) -> Section:
    words = text("progress.reminder_unit", unit=unit) if unit else text("progress.reminder_no_unit")
    head: list[Block] = []
    if plan.info.issuing_body:
        head.append(HeadingBlock("", body_lines(plan.info.issuing_body), "", ""))
    head += [
        Paragraph(text("progress.reminder_title"), Style.APPENDIX_TITLE),
        Paragraph(words, Style.APPENDIX_LABEL),
        Paragraph(text("progress.reminder_until", until=date_text(until), day=date_text(day)), Style.ATTACHED_TO),
    ]
    name = unit or text("progress.sheet_no_unit")
    return Section(name, (*head, progress_table(_COLUMNS, _rows(plan, lines, day, until))))


def _rows(plan: Plan, lines: Sequence[Line], day: date, until: date) -> list[tuple[str, ...]]:
    if not lines:
        return [(text("progress.reminder_nothing", until=date_text(until)),)]
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
    what = ", ".join(part for part in (line.what or line.product, period_words(line.period)) if part)
    due = date_text(line.due) if line.due else ""
    label = plan.appendices[line.appendix].label
    place = ", ".join(part for part in (label, line.ordinal.rstrip(".")) if part)
    return (line.name, what, due, remaining_words(line, day), place, "")


def remaining_words(line: Line, day: date) -> str:
    """How late ``line`` is on ``day``, or how many days are left."""
    days = (line.due - day).days if line.due else 0
    if days == 0:
        return text("progress.state_due_today")
    return text(f"progress.state_{line.state}", days=abs(days))
