from app.documents.layout import layout
from app.documents.model import Section
from app.exchange.docx_out_page import closing_paragraph, section_xml


def test_a_landscape_section_turns_the_paper_and_counts_from_one() -> None:
    xml = section_xml(Section("a", ()), layout())
    assert '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' in xml
    assert '<w:pgNumType w:start="1"/>' in xml
    assert "<w:titlePg/>" in xml


def test_a_section_ends_in_a_paragraph_without_height() -> None:
    assert 'w:lineRule="exact"' in closing_paragraph("<w:sectPr/>")
    assert closing_paragraph("<w:sectPr/>").endswith("<w:sectPr/></w:pPr></w:p>")
