"""The two-column head of a Word document as XML text."""

from app.documents.layout import Layout
from app.documents.model import HeadingBlock, Paragraph, Style
from app.domain.official import Urgency
from app.exchange.docx_out_columns import columns_xml
from app.exchange.docx_out_page import gap_xml
from app.exchange.docx_out_paragraph import body_paragraph_xml, rule_xml
from app.exchange.docx_out_styles import style_id
from app.exchange.docx_out_table import grid_xml, paragraph_xml, twips
from app.texts import text

_AFTER_BLOCK = 14.0
"""Points between the head and the title."""


def heading_block_xml(block: HeadingBlock, width: float, layout: Layout) -> str:
    """The head of a document as tables without lines, ``width`` millimetres wide: issuing body on the left, country
    and motto on the right, each with its line below; then number and date level with each other."""
    left = twips(width * layout.heading_left)
    widths = (left, twips(width) - left)
    share = layout.heading_left
    names = columns_xml(widths, (_bodies(block, width * share, layout), _motto(width * (1 - share), layout)))
    lower = ""
    if block.symbol or block.place_date or block.dispatch_title or block.urgency is not Urgency.NONE:
        place = paragraph_xml(block.place_date, Style.PLACE_DATE)
        lower = _JOINT + columns_xml(widths, (_below_bodies(block, layout), place))
    return names + lower + gap_xml(_AFTER_BLOCK)


_JOINT = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
)
"""Without a paragraph between them Word joins neighbouring tables."""


def _bodies(block: HeadingBlock, width: float, layout: Layout) -> str:
    superior = paragraph_xml(block.superior_body, Style.SUPERIOR_BODY) if block.superior_body else ""
    body = paragraph_xml(block.issuing_body, Style.ISSUING_BODY)
    share = layout.lines[Style.ISSUING_BODY]
    return superior + body + rule_xml(block.issuing_body, Style.ISSUING_BODY, width, share, layout)


def _motto(width: float, layout: Layout) -> str:
    motto = text("document.motto")
    line = rule_xml(motto, Style.MOTTO, width, layout.lines[Style.MOTTO], layout)
    return paragraph_xml(text("document.country"), Style.COUNTRY) + paragraph_xml(motto, Style.MOTTO) + line


def _below_bodies(block: HeadingBlock, layout: Layout) -> str:
    title = Paragraph(block.dispatch_title, Style.DISPATCH_TITLE)
    about = body_paragraph_xml(title, 0, layout) if block.dispatch_title else ""
    return paragraph_xml(block.symbol, Style.SYMBOL) + about + _urgency(block.urgency, layout)


def _urgency(urgency: Urgency, layout: Layout) -> str:
    """The framed word that says how fast the document is to go, as a table of one cell."""
    if urgency is Urgency.NONE:
        return ""
    wide, high = (twips(size) for size in layout.urgency_boxes[urgency])
    color = layout.urgency_color
    line = f'w:val="single" w:sz="6" w:space="0" w:color="{color}"'
    sides = "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right"))
    word = (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(Style.URGENCY)}"/><w:spacing w:before="0"/></w:pPr><w:r><w:rPr>'
        f'<w:color w:val="{color}"/></w:rPr><w:t>{text(f"document.urgency_{urgency.value}")}</w:t></w:r></w:p>'
    )
    return (
        f'{paragraph_xml("", Style.RECIPIENT)}<w:tbl><w:tblPr><w:tblW w:w="{wide}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>{grid_xml([wide])}'
        f'<w:tr><w:trPr><w:trHeight w:val="{high}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>'
        f'<w:tcW w:w="{wide}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{word}</w:tc></w:tr></w:tbl>{_JOINT}'
    )
