"""What is typed into one cell, and what stands there."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.office import OfficeSigner
from app.domain.official import SignedBy
from ui.widgets.office_words import KINDS, by_words, from_one_line, in_one_line, kind_words, signer_row


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("- Như trên;\n- Lưu: VT.", ("Như trên", "Lưu: VT")),
        ("TT. Đảng ủy, HĐND xã; ; Lưu: VT", ("TT. Đảng ủy, HĐND xã", "Lưu: VT")),
        (" ;; ", ()),
        ("- - Sở Nội vụ\t.,", ("Sở Nội vụ",)),
    ],
)
def test_parts_of_a_line(typed: str, parts: tuple[str, ...]) -> None:
    assert from_one_line(typed) == parts


@given(st.text() | st.text("-.;, \nab"))
def test_what_was_read_is_read_the_same_again(typed: str) -> None:
    parts = from_one_line(typed)
    assert from_one_line(in_one_line(parts)) == parts


def test_rows_and_choices_are_named() -> None:
    signer = OfficeSigner("Người ký", "Phó Chủ tịch", "", "Chủ tịch", SignedBy.FOR_HEAD, date(2026, 1, 2))
    assert signer_row(signer) == ("Người ký", "KT. Chủ tịch / Phó Chủ tịch", "02/01/2026", "")
    assert len({by_words(right) for right in SignedBy}) == len(SignedBy)
    assert kind_words(KINDS[0]) == "BC – Báo cáo"
