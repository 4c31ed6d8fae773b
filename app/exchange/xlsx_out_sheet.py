"""One section of a document as the rows of a worksheet."""

from collections.abc import Iterator, Sequence

from app.documents.layout import Layout
from app.documents.model import HeadingBlock, Paragraph, Section, SignatureBlock, Style, Table, TableCell
from app.exchange.xlsx_out_heights import widest
from app.exchange.xlsx_out_rows import Line
from app.texts import text

_WIDEST_GROWTH = 3.0
"""How many times its width on paper a column may grow to keep a very long text within Excel's highest row."""
_LEFT_SHARE = 0.42
"""Share of the width for the issuing body at the head of a document."""
_PIXELS_PER_MM = 96 / 25.4


def column_units(millimetres: float) -> float:
    """Excel's unit of column width: digits of the standard font, 7 pixels each after 5 pixels of margin."""
    return min(max((millimetres * _PIXELS_PER_MM - 5) / 7, 1.0), 255.0)


def sheet_widths(section: Section, layout: Layout) -> list[float]:
    """Column widths of the section's sheet in millimetres: those of its table with the most columns."""
    tables = [block for block in section.blocks if isinstance(block, Table)]
    if not tables:
        return [layout.page(section.paper, section.landscape).printable_width]
    table = max(tables, key=lambda table: len(table.widths))
    size = layout.styles[Style.TABLE_CELL].size
    return [
        widest((cell.text for row in table.rows if (cell := row[i])), width, size, width * _WIDEST_GROWTH)
        for i, width in enumerate(table.widths)
    ]


def section_lines(section: Section, widths: Sequence[float], layout: Layout) -> Iterator[tuple[Line, bool]]:
    """The rows of the sheet from top to bottom, and whether a row is the heading of a table."""
    for block in section.blocks:
        match block:
            case Paragraph():
                yield [TableCell(_words(block, layout), block.style, columns=len(widths))], False
            case HeadingBlock():
                yield from ((line, False) for line in _heading_block_lines(block, widths, layout))
            case SignatureBlock():
                yield from ((line, False) for line in _signature_lines(block, widths, layout))
            case Table():
                yield from ((row, True) for row in block.headings)
                yield from ((row, False) for row in block.rows)


def _words(paragraph: Paragraph, layout: Layout) -> str:
    """The text as it stands on paper; the title of an appendix as it was typed, for it may be imported again."""
    if paragraph.style is Style.APPENDIX_TITLE:
        return paragraph.text
    return _drawn(paragraph.text, paragraph.style, layout)


def _heading_block_lines(block: HeadingBlock, widths: Sequence[float], layout: Layout) -> Iterator[Line]:
    """Bodies on the left, country and motto on the right; number and date below; an empty row.

    Each side is one cell, so that whoever reads the sheet row by row gets a body's name in one piece.
    """
    named = ((block.superior_body, Style.SUPERIOR_BODY), (block.issuing_body, Style.ISSUING_BODY))
    body = [_drawn(words, style, layout) for words, style in named if words]
    motto = [_drawn(text("document.country"), Style.COUNTRY, layout), text("document.motto")]
    sides = [(("\n".join(body), Style.ISSUING_BODY), ("\n".join(motto), Style.COUNTRY))]
    below = "\n".join(words for words in (block.symbol, block.dispatch_title) if words)
    if below or block.place_date:
        sides.append(((below, Style.SYMBOL), (block.place_date, Style.PLACE_DATE)))
    middle = _middle(widths)
    for left, right in sides:
        halves = _side(left, middle), _side(right, len(widths) - middle)
        yield from ([*halves[0], *halves[1]],) if middle else halves
    yield [TableCell("", Style.BODY)]


def _signature_lines(block: SignatureBlock, widths: Sequence[float], layout: Layout) -> Iterator[Line]:
    """An empty row, then recipients on the left, who signs on the right."""
    yield [TableCell("", Style.BODY, columns=len(widths)), *[None] * (len(widths) - 1)]
    middle = _middle(widths)
    left = _side(("\n".join((block.recipients_label, *block.recipients)), Style.RECIPIENT), middle)
    authority = (_drawn(line, Style.SIGNING_AUTHORITY, layout) for line in block.authority)
    words = "\n".join((*authority, "", "", block.name))
    right = _side((words, Style.SIGNER_NAME), len(widths) - middle)
    yield from ([*left, *right],) if middle else (left, right)


def _drawn(words: str, style: Style, layout: Layout) -> str:
    return layout.styles[style].drawn(words)


def _side(side: tuple[str, Style], columns: int) -> list[TableCell | None]:
    columns = max(columns, 1)
    return [TableCell(*side, columns=columns), *[None] * (columns - 1)]


def _middle(widths: Sequence[float]) -> int:
    """The number of columns for the left side that leaves neither side cramped; 0 where there is but one column."""
    lefts = [sum(widths[:count]) for count in range(1, len(widths))]
    room = [min(left / _LEFT_SHARE, (sum(widths) - left) / (1 - _LEFT_SHARE)) for left in lefts]
    return room.index(max(room)) + 1 if room else 0
