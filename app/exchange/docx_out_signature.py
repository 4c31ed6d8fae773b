"""The end of a Word document as XML text: recipients on the left, signature block on the right, on one page."""

from app.documents.layout import Layout
from app.documents.model import SignatureBlock, Style
from app.exchange.docx_out_columns import columns_xml
from app.exchange.docx_out_table import paragraph_xml, twips


def signature_block_xml(block: SignatureBlock, width: float, layout: Layout) -> str:
    """The block as one row without lines that does not part, ``width`` millimetres wide."""
    left = twips(width * layout.signature_left)
    return columns_xml((left, twips(width) - left), (_recipients(block), _signer(block, layout)))


def _recipients(block: SignatureBlock) -> str:
    if not block.recipients:
        return paragraph_xml("", Style.RECIPIENT)
    label = paragraph_xml(block.recipients_label, Style.RECIPIENTS_LABEL)
    return label + "".join([paragraph_xml(recipient, Style.RECIPIENT) for recipient in block.recipients])


def _signer(block: SignatureBlock, layout: Layout) -> str:
    authority = "".join([paragraph_xml(line, Style.SIGNING_AUTHORITY) for line in block.authority])
    space = paragraph_xml("", Style.SIGNING_AUTHORITY) * layout.signature_lines
    return authority + space + paragraph_xml(block.name, Style.SIGNER_NAME)
