"""The end of a Word document as XML text: recipients on the left, signature block on the right, on one page."""

from xml.sax.saxutils import escape

from app.documents.layout import Layout
from app.documents.model import SignatureBlock, Style
from app.exchange.docx_out_columns import columns_xml
from app.exchange.docx_out_styles import style_id
from app.exchange.docx_out_table import paragraph_xml, twips

_ASCENT = 0.891
"""Share of the size by which the letters of Times New Roman stand below the upper edge of their line."""


def signature_block_xml(block: SignatureBlock, width: float, layout: Layout) -> str:
    """The block as one row without lines that does not part, ``width`` millimetres wide."""
    left = twips(width * layout.signature_left)
    return columns_xml((left, twips(width) - left), (_recipients(block, layout), _signer(block, layout)))


def _recipients(block: SignatureBlock, layout: Layout) -> str:
    """The recipients, their heading lowered to the height of the first line on the right, whose type is larger."""
    if not block.recipients:
        return paragraph_xml("", Style.RECIPIENT)
    styles = layout.styles
    lower = (styles[Style.SIGNING_AUTHORITY].size - styles[Style.RECIPIENTS_LABEL].size) * _ASCENT
    label = (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id(Style.RECIPIENTS_LABEL)}"/><w:spacing w:before="{round(lower * 20)}"/>'
        f'</w:pPr><w:r><w:t xml:space="preserve">{escape(block.recipients_label)}</w:t></w:r></w:p>'
    )
    return label + "".join([paragraph_xml(recipient, Style.RECIPIENT) for recipient in block.recipients])


def _signer(block: SignatureBlock, layout: Layout) -> str:
    authority = "".join([paragraph_xml(line, Style.SIGNING_AUTHORITY) for line in block.authority])
    space = paragraph_xml("", Style.SIGNING_AUTHORITY) * layout.signature_lines
    return authority + space + paragraph_xml(block.name, Style.SIGNER_NAME)
