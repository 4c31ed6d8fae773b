import re

from app.documents.layout import layout
from app.documents.model import HeadingBlock
from app.exchange.docx_out_heading import heading_block_xml


def test_the_line_below_the_body_is_shorter_than_the_one_below_the_motto() -> None:
    xml = heading_block_xml(HeadingBlock("", "XÃ THỬ", "Số: 1/KH", "Thử, ngày 01"), 260, layout())
    body, motto = (int(indent) for indent in re.findall(r'<w:ind w:left="(\d+)"', xml))
    assert body > 0
    assert motto > 0
    assert "Số: 1/KH" in xml
    assert "Thử, ngày 01" in xml


def test_a_name_wider_than_its_column_gets_no_negative_indent() -> None:
    assert 'w:left="-' not in heading_block_xml(HeadingBlock("", "RẤT DÀI " * 20, "", ""), 160, layout())
