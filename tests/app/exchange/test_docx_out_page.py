import re

from app.documents.layout import layout
from app.documents.model import HeadingBlock, Section
from app.exchange.docx_out_page import closing_paragraph, heading_block_xml, section_xml


def test_a_landscape_section_turns_the_paper_and_counts_from_one() -> None:
    xml = section_xml(Section("a", ()), layout())
    assert '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' in xml
    assert '<w:pgNumType w:start="1"/>' in xml
    assert "<w:titlePg/>" in xml


def test_a_section_ends_in_a_paragraph_without_height() -> None:
    assert 'w:lineRule="exact"' in closing_paragraph("<w:sectPr/>")
    assert closing_paragraph("<w:sectPr/>").endswith("<w:sectPr/></w:pPr></w:p>")


def test_the_line_below_the_body_is_shorter_than_the_one_below_the_motto() -> None:
    xml = heading_block_xml(HeadingBlock("", "XÃ THỬ", "Số: 1/KH", "Thử, ngày 01"), 260, layout())
    body, motto = (int(indent) for indent in re.findall(r'<w:ind w:left="(\d+)"', xml))
    assert body > 0
    assert motto > 0
    assert "Số: 1/KH" in xml
    assert "Thử, ngày 01" in xml


def test_a_name_wider_than_its_column_gets_no_negative_indent() -> None:
    assert 'w:left="-' not in heading_block_xml(HeadingBlock("", "RẤT DÀI " * 20, "", ""), 160, layout())
