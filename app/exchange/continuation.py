"""Signs that a table stands alone or goes on with the one before it, besides its columns."""

import re
from collections.abc import Sequence

from app.domain.plan import Row, RowKind
from app.domain.text import fold
from app.exchange.captions import Caption, caption_of, is_furniture
from app.exchange.source import SourceParagraph, SourceTable
from app.exchange.table_heading import TableHeading
from app.exchange.table_rows import body_rows

_LAYOUT = re.compile(r"noi nhan\b|cong hoa xa hoi\b|(?:tm|kt|tl|tuq)\.|(?:pho )?chu tich$")
_MOST_LAYOUT_ROWS = 4
_LONGEST_TITLE = 200


def is_layout(table: SourceTable) -> bool:
    """Whether ``table`` only lays out a heading block or a signature."""
    return len(table.rows) <= _MOST_LAYOUT_ROWS and says_layout(table)


def says_layout(table: SourceTable) -> bool:
    """Whether ``table`` holds a line of a heading block or a signature, such as "Nơi nhận:"."""
    lines = (line for row in table.rows for cell in row.cells for line in _fold_lines(cell.text))
    return any(_LAYOUT.match(line) for line in lines)


def _fold_lines(text: str) -> list[str]:
    return [fold(line) for line in text.split("\n")]


def title_inside(table: SourceTable, heading: TableHeading) -> Caption | None:
    """The caption in the table's own rows above its heading, None where they hold none."""
    cells = (cell for row in table.rows[: heading.above] for cell in row.cells)
    return caption_of([SourceParagraph(line, True) for cell in cells for line in cell.text.split("\n") if line])


def words_between(above: Sequence[SourceParagraph]) -> list[str]:
    """The lines between two tables that are no page furniture."""
    return [line.text for line in above if not is_furniture(line.text)]


def plain_title(
    between: Sequence[str], table: SourceTable, heading: TableHeading | None, rows: Sequence[Row]
) -> Caption | None:
    """The last line above a table as its title, though it looks like any line: where the numbers of its rows begin
    anew as those of ``rows``, the table before, did. None where nothing says so."""
    if heading is None or not between or not rows:
        return None
    title = between[-1]
    first = next((row for _, row in body_rows(table, heading, heading.rows)), None)
    if first is None or _ordinal(first) != _ordinal(rows[0]) or not _ordinal(first):
        return None
    if len(title) > _LONGEST_TITLE or title.endswith((".", ";")):
        return Caption("", "")
    return Caption("", title, lines=1)


def _ordinal(row: Row) -> str:
    text = row.ordinal if row.kind is RowKind.SECTION else row.cells[0] or ""
    return text.strip(" .)")
