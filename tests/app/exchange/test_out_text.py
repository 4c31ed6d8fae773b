import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.exchange.out_text import printable


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\x0bb", "a\nb"), ("a\r\nb\rc", "a\nb\nc"), ("a\x00\x1fb", "ab"), ("a\tb", "a\tb"), ("a\ud800b", "ab")],
)
def test_what_a_file_cannot_carry_is_replaced_or_dropped(text: str, expected: str) -> None:
    assert printable(text) == expected


@given(st.text())
def test_the_result_can_always_be_written_as_xml(text: str) -> None:
    element = etree.Element("a")
    element.text = printable(text)
    assert etree.fromstring(etree.tostring(element)).text == (printable(text) or None)
