"""A document as a Word file that can be edited: real tables, named styles, a landscape section per appendix."""

from datetime import UTC, datetime
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt

from app.documents.layout import Layout, layout
from app.documents.model import Block, Document, HeadingBlock, Paragraph, Section, SignatureBlock, Table
from app.domain.plan import PlanInfo
from app.exchange.docx_out_heading import heading_block_xml
from app.exchange.docx_out_page import closing_paragraph, gap_xml, section_xml
from app.exchange.docx_out_paragraph import body_paragraph_xml
from app.exchange.docx_out_signature import signature_block_xml
from app.exchange.docx_out_styles import add_styles
from app.exchange.docx_out_table import table_xml
from app.exchange.out_text import printable
from app.exchange.own_info import PROPERTIES_PART, properties_xml
from app.texts import text


def write_docx(document: Document, path: Path, measures: Layout | None = None) -> None:
    """Write ``document`` to ``path`` by ``measures`` or the shipped layout, replacing what is there. Raises OSError
    where the file cannot be written."""
    measures = measures or layout()
    word = docx.Document()
    add_styles(word, measures)
    _fill_body(word, document, measures)
    _number_pages(word, measures)
    _describe(word, document)
    if document.info:
        _attach_info(word, document.info)
    word.save(str(path))


def _fill_body(word: WordDocument, document: Document, measures: Layout) -> None:
    """Replace the body in one parse: adding its paragraphs and cells one by one would take ten times as long."""
    content = "".join(_section_body(section, measures) for section in document.sections[:-1])
    last = document.sections[-1]
    content += _blocks(last, measures) + closing_paragraph() + section_xml(last, measures)
    body = parse_xml(f"<w:body {nsdecls('w')}>{content}</w:body>")
    word.element.replace(word.element.body, body)


def _section_body(section: Section, measures: Layout) -> str:
    return _blocks(section, measures) + closing_paragraph(section_xml(section, measures))


def _blocks(section: Section, measures: Layout) -> str:
    width = measures.page(section.paper, section.landscape).printable_width
    following = (*section.blocks[1:], None)
    pairs = zip(section.blocks, following, strict=False)
    return "".join([_block(block, next_, width, measures) for block, next_ in pairs])


def _block(block: Block, following: Block | None, width: float, measures: Layout) -> str:
    """``block``, held on the page of a signature block that follows at once."""
    match block:
        case Paragraph():
            return body_paragraph_xml(block, width, measures, isinstance(following, SignatureBlock))
        case Table():
            return table_xml(block) + (gap_xml(measures.after_table) if following else "")
        case HeadingBlock():
            return heading_block_xml(block, width, measures)
        case SignatureBlock():
            return signature_block_xml(block, width, measures)


def _number_pages(word: WordDocument, measures: Layout) -> None:
    """The page number centred in the top margin; the later sections take the first one's header."""
    paragraph = word.sections[0].header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    run.font.size = Pt(measures.page_number_size)
    for kind in ("begin", None, "separate", "end"):
        run._r.append(_field_part(kind))


def _field_part(kind: str | None) -> BaseOxmlElement:
    if kind is None:
        return parse_xml(f'<w:instrText {nsdecls("w")} xml:space="preserve"> PAGE </w:instrText>')
    return parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>')


def _attach_info(word: WordDocument, info: PlanInfo) -> None:
    package = word.part.package
    part = Part(PackURI(f"/{PROPERTIES_PART}"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, properties_xml(info), package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _describe(word: WordDocument, document: Document) -> None:
    properties = word.core_properties
    properties.title = printable(document.title)[:255]
    properties.author = text("document.program")
    properties.last_modified_by = properties.author
    properties.comments = ""
    properties.language = "vi-VN"
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
