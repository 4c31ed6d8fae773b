"""Tables of a Word document as XML text, written in one go: python-docx's own cells are quadratic."""

from collections.abc import Iterable, Iterator
from functools import cache
from xml.sax.saxutils import escape

from app.documents.model import Style, Table, TableCell
from app.exchange.docx_out_styles import style_id
from app.exchange.out_text import printable

TWIPS_PER_MM = 1440 / 25.4

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = "".join(
    f'<w:{side} w:w="{size}" w:type="dxa"/>'
    for side, size in (("top", 20), ("left", 85), ("bottom", 20), ("right", 85))
)
_MOST_UNSPLIT_LINES = 18
"""Estimated lines from which a row may break over pages: kept whole, it would leave much of a page empty."""
_CHARACTER = 119
"""Width of a usual letter in twips, on the safe side."""


def twips(millimetres: float) -> int:
    """Word's unit of length, a twentieth of a point."""
    return round(millimetres * TWIPS_PER_MM)


def paragraph_xml(text: str, style: Style, centered: bool = False) -> str:
    """One paragraph per line of ``text``; an empty text is one empty paragraph."""
    start = _start(style, centered)
    return "".join([f"{start}{_run(line)}</w:p>" for line in printable(text).split("\n")])


@cache
def _start(style: Style, centered: bool) -> str:
    centre = '<w:jc w:val="center"/>' if centered else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/>{centre}</w:pPr>'


def table_xml(table: Table) -> str:
    """The ``w:tbl`` element of ``table``, its heading repeated on every page, without namespace declarations."""
    widths = [twips(width) for width in table.widths]
    rows = [_row_xml(row, widths, heading=heading) for row, heading in drawn_rows(table)]
    return f"<w:tbl>{_properties(sum(widths))}{grid_xml(widths)}{''.join(rows)}</w:tbl>"


def grid_xml(widths: Iterable[int]) -> str:
    """The ``w:tblGrid`` element for columns of these widths in twips."""
    columns = "".join([f'<w:gridCol w:w="{width}"/>' for width in widths])
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def _properties(width: int) -> str:
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_MARGINS}</w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
    )


Drawn = tuple[int, TableCell, bool]
"""First grid column, the cell, and whether it only continues the cell above."""


def drawn_rows(table: Table) -> Iterator[tuple[list[Drawn], bool]]:
    """The rows of the heading and each row as Word wants them, a cell merged downwards standing in every row; and
    whether the row belongs to the heading."""
    open_cells: dict[int, tuple[TableCell, int]] = {}
    for number, row in enumerate((*table.headings, *table.rows)):
        drawn: list[Drawn] = []
        for column, cell in enumerate(row):
            if cell is not None:
                open_cells[column] = (cell, cell.rows)
                drawn.append((column, cell, False))
            elif open_cells.get(column, (None, 0))[1] > 0:
                drawn.append((column, open_cells[column][0], True))
        for column, (cell, left) in list(open_cells.items()):
            open_cells[column] = (cell, left - 1)
        yield drawn, number < len(table.headings)


def _row_xml(cells: list[Drawn], widths: list[int], heading: bool) -> str:
    placed = [
        (cell, widths[at] if cell.columns == 1 else sum(widths[at : at + cell.columns]), continued)
        for at, cell, continued in cells
    ]
    high = any(_lines(cell.text, width) > _MOST_UNSPLIT_LINES for cell, width, _ in placed)
    properties = ("" if high else "<w:cantSplit/>") + ("<w:tblHeader/>" if heading else "")
    drawn = "".join([_cell_xml(cell, width, continued) for cell, width, continued in placed])
    return f"<w:tr><w:trPr>{properties}</w:trPr>{drawn}</w:tr>"


def _lines(text: str, width: int) -> float:
    return len(text) * _CHARACTER / max(width, 1) + text.count("\n")


def _cell_xml(cell: TableCell, width: int, continued: bool) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merge = "<w:vMerge/>" if continued else '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
    middle = '<w:vAlign w:val="center"/>' if cell.style is Style.TABLE_HEADING else ""
    body = paragraph_xml("" if continued else cell.text, cell.style, cell.centered)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{middle}</w:tcPr>{body}</w:tc>'


def _run(line: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r>' if line else ""
