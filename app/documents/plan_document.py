"""A plan as a printed document: one landscape section per appendix."""

from collections.abc import Mapping

from app.documents.column_widths import ColumnText, column_widths
from app.documents.layout import layout
from app.documents.model import Block, Document, HeadingBlock, Paragraph, Section, Style, Table, TableCell
from app.documents.options import PrintOptions
from app.documents.wording import attached_to, body_lines
from app.domain.errors import Refused
from app.domain.plan import Appendix, Column, Plan, Role, Row, RowKind
from app.texts import text

_ALL = PrintOptions()
States = Mapping[int, str]
"""The state of each task in words, by row id."""


def plan_document(plan: Plan, options: PrintOptions = _ALL) -> Document:
    """The plan's appendices as they go on paper, hidden columns left out.

    Raises Refused where there is nothing to print: no appendix, an unknown position or paper, all columns hidden.
    """
    sections = tuple(
        _section(plan, position, options, first=index == 0) for index, position in enumerate(_chosen(plan, options))
    )
    return Document(plan.info.title, sections)


def _chosen(plan: Plan, options: PrintOptions) -> tuple[int, ...]:
    count = len(plan.appendices)
    chosen = options.appendices if options.appendices is not None else tuple(range(count))
    if not chosen:
        raise Refused("document.nothing_to_print")
    for position in chosen:
        if not 0 <= position < count:
            raise Refused("document.no_such_appendix", number=position + 1, count=count)
    return chosen


def _section(plan: Plan, position: int, options: PrintOptions, first: bool) -> Section:
    appendix = plan.appendices[position]
    head: list[Block] = []
    if first and options.heading_block and plan.info.issuing_body:
        head.append(HeadingBlock("", body_lines(plan.info.issuing_body), "", ""))
    if appendix.label:
        head.append(Paragraph(appendix.label, Style.APPENDIX_LABEL))
    if appendix.title:
        head.append(Paragraph(appendix.title, Style.APPENDIX_TITLE))
    if options.attached_to:
        head.append(Paragraph(attached_to(plan.info), Style.ATTACHED_TO))
    table = appendix_table(appendix, options.hidden.get(position, frozenset()), options.paper, options.states)
    name = appendix.label or appendix.title or plan.info.title
    return Section(name, (*head, table), landscape=True, paper=options.paper)


def appendix_table(
    appendix: Appendix, hidden: frozenset[int] = frozenset(), paper: str = "A4", states: States | None = None
) -> Table:
    """The table of an appendix, as wide as the paper lets it be. ``hidden`` holds column positions to leave out
    beside those hidden in the plan; ``states`` are the words of a last column by row id. Raises Refused where no
    column is left."""
    shown = [i for i, column in enumerate(appendix.columns) if not column.hidden and i not in hidden]
    if not shown:
        raise Refused("document.all_columns_hidden", label=appendix.label or appendix.title)
    headings = [appendix.columns[i].heading for i in shown] + ([] if states is None else [_state_heading()])
    heading = tuple(TableCell(words, Style.TABLE_HEADING, centered=True) for words in headings)
    rows = tuple([_table_row(appendix, position, shown, states) for position in range(len(appendix.rows))])
    return Table(_widths(appendix, shown, paper, states), heading, rows)


def _state_heading() -> str:
    return text("progress.column_state")


def _widths(appendix: Appendix, shown: list[int], paper: str, states: States | None) -> tuple[float, ...]:
    measures = layout()
    columns = [_column_text(appendix, i, appendix.columns[i]) for i in shown]
    if states is not None:
        words = [states.get(row.id or 0, "") for row in appendix.rows if row.kind is RowKind.ITEM]
        columns.append(ColumnText(_state_heading(), words))
    total = measures.page(paper, landscape=True).printable_width
    return column_widths(columns, total, measures.styles[Style.TABLE_CELL].size, measures.cell_padding)


def _column_text(appendix: Appendix, position: int, column: Column) -> ColumnText:
    cells = [row.cells[position] or "" for row in appendix.rows if row.kind is RowKind.ITEM]
    narrow = column.role is Role.ORDINAL
    ordinals = [row.ordinal for row in appendix.rows if row.kind is RowKind.SECTION] if narrow else []
    return ColumnText(column.heading, cells, column.width, narrow, ordinals)


def _table_row(
    appendix: Appendix, position: int, shown: list[int], states: States | None
) -> tuple[TableCell | None, ...]:
    row = appendix.rows[position]
    if row.kind is RowKind.SECTION:
        return _section_row(row, appendix.columns[shown[0]], len(shown) + (states is not None))
    cells = _item_row(appendix, position, shown)
    return cells if states is None else (*cells, TableCell(states.get(row.id or 0, "")))


def _item_row(appendix: Appendix, position: int, shown: list[int]) -> tuple[TableCell | None, ...]:
    row = appendix.rows[position]
    below = appendix.rows[position + 1] if position + 1 < len(appendix.rows) else None
    if None not in row.cells and (below is None or None not in below.cells):
        # no merged cell near, as in nearly every row
        return tuple([_plain_cell(row.cells[i] or "", appendix.columns[i].role) for i in shown])
    return tuple([_item_cell(appendix, position, i) for i in shown])


def _plain_cell(words: str, role: Role) -> TableCell:
    return TableCell(words, Style.TABLE_CELL, 1, 1, role is Role.ORDINAL)


def _section_row(row: Row, first: Column, count: int) -> tuple[TableCell | None, ...]:
    """Ordinal in the ordinal column and text over the rest where the table begins with ordinals, else one cell."""
    if row.ordinal and first.role is Role.ORDINAL and count > 1:
        ordinal = TableCell(row.ordinal, Style.TABLE_SECTION, centered=True)
        return (ordinal, TableCell(row.text, Style.TABLE_SECTION, columns=count - 1), *[None] * (count - 2))
    words = " ".join(part for part in (row.ordinal, row.text) if part)
    return (TableCell(words, Style.TABLE_SECTION, columns=count), *[None] * (count - 1))


def _item_cell(appendix: Appendix, row: int, column: int) -> TableCell | None:
    words = appendix.rows[row].cells[column]
    if words is None and _continues(appendix, row):
        return None
    centered = appendix.columns[column].role is Role.ORDINAL
    return TableCell(words or "", rows=_height(appendix, row, column), centered=centered)


def _continues(appendix: Appendix, row: int) -> bool:
    """Whether a merged cell really has an item's cell above it to be merged with."""
    return row > 0 and appendix.rows[row - 1].kind is RowKind.ITEM


def _height(appendix: Appendix, row: int, column: int) -> int:
    """Number of rows that the cell covers: its own and those merged with it."""
    end = row + 1
    while end < len(appendix.rows) and _is_merged(appendix.rows[end], column):
        end += 1
    return end - row


def _is_merged(row: Row, column: int) -> bool:
    return row.kind is RowKind.ITEM and row.cells[column] is None
