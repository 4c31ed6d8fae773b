"""Pages of a Word document as XML text: section properties and the two-column head."""

from app.documents.layout import Layout
from app.documents.model import HeadingBlock, Section, Style
from app.documents.text_width import text_width
from app.exchange.docx_out_table import paragraph_xml, twips
from app.texts import text

_TINY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_TINY_RUN = '<w:rPr><w:sz w:val="2"/></w:rPr>'
_LEFT_SHARE = 0.42
"""Share of the page width for the issuing body's column."""


def section_xml(section: Section, layout: Layout) -> str:
    """The ``w:sectPr`` element: paper, margins, page numbers from 1 with none shown on the first page."""
    page = layout.page(section.paper, section.landscape)
    turned = ' w:orient="landscape"' if section.landscape else ""
    sides = " ".join(
        f'w:{side}="{twips(size)}"'
        for side, size in (("top", page.top), ("right", page.right), ("bottom", page.bottom), ("left", page.left))
    )
    title_page = "<w:titlePg/>" if layout.first_numbered > 1 else ""
    return (
        f'<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"{turned}/>'
        f'<w:pgMar {sides} w:header="{twips(page.top / 2)}" w:footer="{twips(page.bottom / 2)}" w:gutter="0"/>'
        f'<w:pgNumType w:start="1"/>{title_page}</w:sectPr>'
    )


def closing_paragraph(section_properties: str = "") -> str:
    """A paragraph without height: Word wants one after a table, and a section ends in one."""
    return f"<w:p><w:pPr>{_TINY}{_TINY_RUN}{section_properties}</w:pPr></w:p>"


def heading_block_xml(block: HeadingBlock, width: float, layout: Layout) -> str:
    """The head of a document as a table without lines, ``width`` millimetres wide: issuing body on the left,
    country and motto on the right, each with its line below."""
    left = twips(width * _LEFT_SHARE)
    right = twips(width) - left
    sides = (_left_side(block, width * _LEFT_SHARE, layout), _right_side(block, width * (1 - _LEFT_SHARE), layout))
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/></w:tcPr>{"".join(side)}</w:tc>'
        for size, side in zip((left, right), sides, strict=True)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{left + right}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{left}"/><w:gridCol w:w="{right}"/></w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
        + paragraph_xml("", Style.APPENDIX_LABEL)
    )


def _left_side(block: HeadingBlock, width: float, layout: Layout) -> list[str]:
    body = paragraph_xml(block.issuing_body, Style.ISSUING_BODY)
    superior = [paragraph_xml(block.superior_body, Style.SUPERIOR_BODY)] if block.superior_body else []
    symbol = [paragraph_xml(block.symbol, Style.SYMBOL)] if block.symbol else []
    line = _line_below(block.issuing_body, Style.ISSUING_BODY, width, layout.body_line, layout)
    return [*superior, body, line, *symbol]


def _right_side(block: HeadingBlock, width: float, layout: Layout) -> list[str]:
    motto = text("document.motto")
    line = _line_below(motto, Style.MOTTO, width, layout.motto_line, layout)
    place = [paragraph_xml(block.place_date, Style.PLACE_DATE)] if block.place_date else []
    return [paragraph_xml(text("document.country"), Style.COUNTRY), paragraph_xml(motto, Style.MOTTO), line, *place]


def _line_below(words: str, style: Style, width: float, share: float, layout: Layout) -> str:
    """A line ``share`` times as long as the last line of ``words``, centred in a column of ``width`` millimetres."""
    look = layout.styles[style]
    drawn = look.drawn(words.split("\n")[-1])
    room = width - 2 * 1.9  # Word's own cell margins
    indent = twips(max(0.0, (room - share * text_width(drawn, look.size, look.bold)) / 2))
    thickness = round(layout.line_thickness * 8)
    return (
        f'<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="{thickness}" w:space="1" w:color="000000"/></w:pBdr>'
        f'<w:spacing w:before="40" w:after="0" w:line="60" w:lineRule="exact"/>'
        f'<w:ind w:left="{indent}" w:right="{indent}"/>{_TINY_RUN}</w:pPr></w:p>'
    )
