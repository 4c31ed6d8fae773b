"""Pages of a Word document as XML text: section properties and the paragraphs that end sections."""

from app.documents.layout import Layout
from app.documents.model import Section
from app.exchange.docx_out_table import twips

_TINY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_TINY_RUN = '<w:rPr><w:sz w:val="2"/></w:rPr>'


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


def gap_xml(points: float) -> str:
    """Free space of so many points, as below a table."""
    line = f'w:line="{round(points * 20)}" w:lineRule="exact"'
    return f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" {line}/></w:pPr></w:p>'
