"""Source documents of a few cells, for tests of what is understood of them."""

from app.exchange.source import SourceCell, SourceDocument, SourceParagraph, SourceRow, SourceTable

HEADINGS = ("TT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Thời gian")
Drawn = str | None | tuple[str, int]
"""A cell's text; None where it is merged with the one above; a text and the number of columns it covers."""


def row(*cells: Drawn, repeated: bool = False) -> SourceRow:
    made: list[SourceCell] = []
    column = 0
    for cell in cells:
        text, span = cell if isinstance(cell, tuple) else (cell, 1)
        made.append(SourceCell(text or "", column, span, text is None))
        column += span
    return SourceRow(tuple(made), repeated)


def table(*rows: SourceRow | tuple[Drawn, ...], number: int = 1, widths: tuple[float, ...] = ()) -> SourceTable:
    return SourceTable(tuple(one if isinstance(one, SourceRow) else row(*one) for one in rows), number, widths)


def lines(*texts: str, centered: bool = False) -> list[SourceParagraph]:
    return [SourceParagraph(text, centered) for text in texts]


def source(*blocks: SourceParagraph | SourceTable) -> SourceDocument:
    return SourceDocument("kế hoạch.docx", blocks)
