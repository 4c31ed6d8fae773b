"""An official document as a printed one, laid out by Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from collections.abc import Iterator, Sequence

from app.documents.document_types import document_type
from app.documents.layout import Layout, layout
from app.documents.model import Block, Document, HeadingBlock, Paragraph, Section, SignatureBlock, Style
from app.documents.official_body import body_blocks
from app.documents.official_wording import closed, number_and_symbol, place_and_date
from app.documents.text_width import balanced, text_width
from app.documents.wording import body_lines
from app.domain.official import DISPATCH, OfficialDocument
from app.texts import text


def official_document(
    document: OfficialDocument, appendices: Sequence[Section] = (), measures: Layout | None = None
) -> Document:
    """``document`` as it goes on paper: a portrait section for its text, then ``appendices`` as they are, each with its
    own page numbers. Raises Refused for an unknown type."""
    return Document(_name(document), (official_section(document, measures), *appendices))


def official_section(document: OfficialDocument, measures: Layout | None = None) -> Section:
    """The text of ``document`` as one portrait section: what a decision needs that issues a plan with its own head."""
    rules = measures or layout()
    blocks = (
        _heading(document, rules),
        *_titles(document, rules),
        *_addressees(document, rules),
        *(Paragraph(line, Style.BASIS) for line in closed(document.bases)),
        *body_blocks(document.body, rules),
        *_signature(document),
    )
    return Section(_name(document), blocks, landscape=False)


def _name(document: OfficialDocument) -> str:
    words = " ".join(document.title.split())
    return words or document_type(document.document_type).name


def _heading(document: OfficialDocument, rules: Layout) -> HeadingBlock:
    is_dispatch = document.document_type == DISPATCH
    about = text("document.dispatch_about", title=document.title) if is_dispatch and document.title else ""
    width = _text_width(rules) * rules.heading_left
    return HeadingBlock(
        _body(document.superior_body, Style.SUPERIOR_BODY, width, rules),
        _body(document.issuing_body, Style.ISSUING_BODY, width, rules),
        number_and_symbol(document),
        place_and_date(document),
        _balanced(about, Style.DISPATCH_TITLE, width, rules),
        document.urgency,
    )


def _body(lines: Sequence[str], style: Style, width: float, rules: Layout) -> str:
    """The name of a body; a people's committee too long for one line gets a line for its unit."""
    look = rules.styles[style]
    fitted = [
        line if text_width(look.drawn(line), look.size, look.bold) <= width else body_lines(line) for line in lines
    ]
    return _balanced("\n".join(fitted), style, width, rules)


def _text_width(rules: Layout) -> float:
    """Millimetres between the margins."""
    return rules.page("A4", landscape=False).printable_width


def _balanced(words: str, style: Style, width: float, rules: Layout) -> str:
    """``words`` in lines of about one length, so that no line, nor the rule below it, hangs on a single word."""
    look = rules.styles[style]
    return balanced(look.drawn(words), words, look.size, look.bold, width)


def _titles(document: OfficialDocument, rules: Layout) -> Iterator[Block]:
    """Name of the type, title, line below, and who issues a decision; a công văn has none of these here."""
    if document.document_type == DISPATCH:
        return
    yield Paragraph(document_type(document.document_type).name, Style.DOCUMENT_TYPE)
    titles = [Paragraph(document.title, Style.DOCUMENT_TITLE)] if document.title else []
    if document.attached_to:
        titles.append(Paragraph(document.attached_to, Style.ATTACHED_TO))
    share = rules.lines[Style.DOCUMENT_TITLE]
    for title in titles:
        rule = share if title is titles[-1] else 0.0
        words = _balanced(title.text, title.style, _text_width(rules), rules)
        yield Paragraph(words, title.style, rule=rule)
    if document.authority:
        yield Paragraph(document.authority, Style.ISSUING_AUTHORITY)


def _addressees(document: OfficialDocument, rules: Layout) -> Iterator[Paragraph]:
    """ "Kính gửi:" with the only addressee on the same line, or with a line each below, their dashes under the
    colon; the whole stands in the middle of the page."""
    if not document.addressees:
        return
    size = rules.styles[Style.ADDRESSEE].size
    label = text("document.addressed_to")
    width = _text_width(rules)
    indent = rules.styles[Style.BODY].first_line
    if len(document.addressees) == 1:
        words = f"{label} {document.addressees[0].strip().rstrip(';.')}"
        yield Paragraph(words, Style.ADDRESSEE, left=_middle_indent(text_width(words, size), width, indent))
        return
    lines = list(closed(document.addressees, "- "))
    colon = text_width(label.removesuffix(":"), size)
    left = _middle_indent(colon + max(text_width(line, size) for line in lines), width, indent)
    yield Paragraph(label, Style.ADDRESSEE, left=left)
    yield from (Paragraph(line, Style.ADDRESSEE, left=left + colon) for line in lines)


def _middle_indent(length: float, width: float, least: float) -> float:
    """Millimetres by which something so long is moved in to stand in the middle, not less than ``least``."""
    return max(least, (width - length) / 2)


def _signature(document: OfficialDocument) -> Iterator[SignatureBlock]:
    signer, recipients = document.signer, tuple(closed(document.recipients, "- "))
    if signer.authority or signer.name or recipients:
        yield SignatureBlock(text("document.recipients"), recipients, signer.authority, signer.name)
