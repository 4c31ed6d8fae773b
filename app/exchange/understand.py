"""Turns a source document into a plan: which tables are appendices, which tables continue one, what is a heading."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.errors import Refused
from app.domain.imported import ImportedPlan, ImportNote, NoteKind
from app.domain.numbering import mark_numbered
from app.domain.plan import Appendix, Cell, Column, Plan, Role, Row, RowKind
from app.domain.plan_indicators import proposed_indicators
from app.exchange.around import Around, body_table
from app.exchange.captions import Caption, caption_of
from app.exchange.continuation import is_layout, plain_title, title_inside, words_between
from app.exchange.plan_body import plan_body
from app.exchange.plan_info import plan_info
from app.exchange.source import SourceDocument, SourceParagraph, SourceRemark, SourceTable
from app.exchange.table_heading import TableHeading, heading_of
from app.exchange.table_rows import body_rows, text_outside
from app.texts import text

_MOST_COLUMNS = 60
_SHOWN = 100
_DEFAULT_LABEL = "import.default_label"
_OF_TASKS = frozenset({Role.PRODUCT, Role.LEAD, Role.COORDINATION, Role.DEADLINE})
"""What a table of tasks says of each of them, one at least."""


@dataclass(slots=True)
class _Found:
    """An appendix while its tables are still being read. ``places`` says where each source row went."""

    caption: Caption
    heading: TableHeading
    table: SourceTable
    rows: list[Row] = field(default_factory=list)
    places: dict[tuple[int, int], int] = field(default_factory=dict)
    notes: list[ImportNote] = field(default_factory=list)


def understand(document: SourceDocument, year: int | None = None, today: date | None = None) -> ImportedPlan:
    """The plan that ``document`` holds, for ``year`` where the document does not say one (else the year of ``today``,
    or of the day it is), with a note for every assumption. Raises Refused where no table is one of a plan."""
    found, around, notes = _appendices(document)
    if not found:
        raise Refused("import.no_plan_table", file=document.name)
    if any(len(one.heading.columns) > _MOST_COLUMNS for one in found):
        raise Refused("import.too_many_columns", file=document.name, most=_MOST_COLUMNS)
    appendices = tuple(_appendix(one) for one in found)
    assumed_year = year or (today or date.today()).year
    info, missing = plan_info(around.texts, [one.caption.title for one in found], assumed_year, document.name)
    given = {"import.no_year"} if year else set()
    in_sheets = all(one.table.sheet is not None for one in found)
    if in_sheets:
        # a workbook holds the appendices only; that it says no title of the plan is nothing to ask about
        given.add("import.no_title")
    notes = [ImportNote(NoteKind.ASSUMED, key, values) for key, values in missing if key not in given] + notes
    for position, one in enumerate(found):
        notes += [replace(note, appendix=position) for note in (*_heading_notes(one), *one.notes)]
    notes += [_remark_note(remark, found) for remark in document.remarks]
    body = None if in_sheets else plan_body(around.above, around.below, document.footnotes)
    indicators = proposed_indicators(body, appendices)
    return ImportedPlan(document.name, Plan(info, appendices), tuple(notes), body, indicators)


def _appendices(document: SourceDocument) -> tuple[list[_Found], Around, list[ImportNote]]:
    """The appendices in order; the text outside them; notes about tables that were passed over."""
    found: list[_Found] = []
    around = Around()
    above: list[SourceParagraph] = []
    passed: list[ImportNote] = []
    has_tasks = any(_is_of_tasks(block) for block in document.blocks)
    for block in document.blocks:
        if isinstance(block, SourceParagraph):
            around.add(block)
            above += [] if block.boxed else [block]
        elif caption := None if _is_in_text(block, found, above, has_tasks) else _take(found, block, above):
            around.leave_out(caption)
            above = []
        elif not _has_grid(block):
            above += around.add_table(block)
        else:
            around.add(body_table(block))
            passed.append(_passed_over(block))
    return found, around, passed


def _is_of_tasks(block: SourceParagraph | SourceTable) -> bool:
    heading = heading_of(block) if isinstance(block, SourceTable) else None
    return heading is not None and any(column.role in _OF_TASKS for column in heading.columns)


def _is_in_text(table: SourceTable, found: Sequence[_Found], above: Sequence[SourceParagraph], has_tasks: bool) -> bool:
    """Whether a table before the first appendix belongs to the text around it: it is not called an appendix and says
    of no task who does it or when, as another table of the document does."""
    return has_tasks and not found and not _is_of_tasks(table) and caption_of(above) is None


def _take(found: list[_Found], table: SourceTable, above: Sequence[SourceParagraph]) -> Caption | None:
    """Take ``table`` as an appendix or as more of the last one, with the caption that the lines ``above`` it end with;
    None where it is neither."""
    heading = heading_of(table)
    caption = caption_of(above) or (
        replace(inside, lines=0) if heading and (inside := title_inside(table, heading)) else None
    )
    if found and caption is None:
        caption = plain_title(words_between(above), table, heading, found[-1].rows)
    if found and _continues(found[-1], table, heading, caption):
        _add_more(found[-1], table, heading, words_between(above) if caption is None else ())
        return caption or Caption("", "")
    if heading is None:
        return None
    found.append(_Found(caption or Caption("", ""), heading, table))
    _add_rows(found[-1], table, heading.rows)
    return found[-1].caption


def _continues(last: _Found, table: SourceTable, heading: TableHeading | None, caption: Caption | None) -> bool:
    same_label = caption is not None and caption.label == last.caption.label and bool(caption.label)
    same = same_label and caption is not None and caption.title in ("", last.caption.title)
    if caption is not None and not caption.continues and not same:
        return False
    if heading is not None:
        return heading.key == last.heading.key
    width = max((cell.column + cell.span for row in table.rows for cell in row.cells), default=0)
    return width == last.heading.columns[-1].last + 1 and not is_layout(table)


def _add_more(found: _Found, table: SourceTable, heading: TableHeading | None, between: Sequence[str]) -> None:
    row = len(found.rows)
    if heading is None and between and table.rows:
        found.notes.append(ImportNote(NoteKind.ASSUMED, "import.joined_table", (), table.number, row=row))
    _add_rows(found, table, heading.rows if heading else 0)


def _add_rows(found: _Found, table: SourceTable, start: int) -> None:
    continued = bool(found.rows)
    for place, row in body_rows(table, found.heading, start):
        if continued and _goes_on(found, row):
            found.rows[-1] = _joined(found.rows[-1], row)
            found.notes.append(
                ImportNote(NoteKind.ASSUMED, "import.continued_row", (), table.number, row=len(found.rows) - 1)
            )
        else:
            if continued:
                row = replace(row, cells=tuple(cell or "" for cell in row.cells))
            found.rows.append(row)
        found.places[table.number, place + 1] = len(found.rows) - 1
        if outside := text_outside(table.rows[place], found.heading.columns):
            values = (("text", outside[:_SHOWN]),)
            found.notes.append(
                ImportNote(NoteKind.UNREAD, "import.text_outside", values, table.number, row=len(found.rows) - 1)
            )
        continued = False


def _goes_on(found: _Found, row: Row) -> bool:
    """Whether the first row of a continued table is the rest of the row above: no ordinal and no task of its own."""
    if row.kind is RowKind.SECTION or found.rows[-1].kind is RowKind.SECTION:
        return False
    roles = [column.role for column in found.heading.columns]
    named = [cell for cell, role in zip(row.cells, roles, strict=True) if role in (Role.ORDINAL, Role.TASK)]
    return bool(named) and not any(named)


def _joined(above: Row, below: Row) -> Row:
    def both(upper: Cell, lower: Cell) -> Cell:
        return "\n".join(part for part in (upper, lower) if part) if lower else upper

    return replace(above, cells=tuple(both(u, w) for u, w in zip(above.cells, below.cells, strict=True)))


def _appendix(found: _Found) -> Appendix:
    widths = found.table.widths
    columns = tuple(
        Column(column.text, column.role, _width(widths, column.first, column.last)) for column in found.heading.columns
    )
    label = found.caption.label or text(_DEFAULT_LABEL)
    return mark_numbered(Appendix(label, found.caption.title, columns, tuple(found.rows)))


def _width(widths: Sequence[float], first: int, last: int) -> float | None:
    """The drawn width in millimetres; None where all columns are drawn alike, which is Word's way of not saying."""
    if not widths or max(widths) - min(widths) < 1:
        return None
    return round(sum(widths[first : last + 1]), 1) or None


def _heading_notes(found: _Found) -> Iterator[ImportNote]:
    if not found.caption.label:
        yield ImportNote(NoteKind.ASSUMED, "import.no_label", (("label", text(_DEFAULT_LABEL)),), found.table.number)
    for place, column in enumerate(found.heading.columns):
        if column.role is Role.OTHER:
            values = (("heading", column.text),)
            yield ImportNote(NoteKind.ASSUMED, "import.unknown_heading", values, found.table.number, column=place)


def _has_grid(table: SourceTable) -> bool:
    """Whether a table without known headings looks like data: several rows with several filled cells."""
    return sum(sum(bool(cell.text) for cell in row.cells) > 2 for row in table.rows) > 2


def _passed_over(table: SourceTable) -> ImportNote:
    values = (("table", str(table.number)),)
    if table.sheet is None:
        return ImportNote(NoteKind.ASSUMED, "import.table_in_text", values, table.number)
    return ImportNote(NoteKind.UNREAD, "import.no_headings", values, table.number)


def _remark_note(remark: SourceRemark, found: Sequence[_Found]) -> ImportNote:
    kind = NoteKind.UNREAD if remark.unread else NoteKind.ASSUMED
    for position, one in enumerate(found):
        if remark.table is not None and remark.row is not None and (remark.table, remark.row) in one.places:
            row = one.places[remark.table, remark.row]
            return ImportNote(kind, remark.key, remark.values, remark.table, position, row)
    return ImportNote(kind, remark.key, remark.values, remark.table)
