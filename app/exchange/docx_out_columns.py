"""Two columns without lines, as the head and the end of a Word document have them."""

from collections.abc import Sequence

from app.exchange.docx_out_table import grid_xml

_NO_MARGINS = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'


def columns_xml(widths: Sequence[int], columns: Sequence[str]) -> str:
    """A row that does not part, its ``columns`` (XML of their paragraphs) ``widths`` twips wide; no lines."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{column}</w:tc>'
        for width, column in zip(widths, columns, strict=True)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/>{_NO_MARGINS}</w:tblPr>'
        f"{grid_xml(widths)}<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
    )
