"""Names and types of proof files."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.proof import ProofTypes, allowed, can_run, ending_of, shown_name

TYPES = ProofTypes(frozenset({"pdf", "docx", "xlsm"}), frozenset({"xlsm"}), 1000)


@pytest.mark.parametrize(
    ("name", "is_allowed", "may_run"),
    [
        ("Báo cáo số 12.pdf", True, False),
        ("QUYẾT ĐỊNH.PDF", True, False),
        ("bảng tính.xlsm", True, True),
        ("a.pdf.exe", False, True),
        ("a.exe", False, True),
        ("a.pdf. .", True, False),
        ("không đuôi", False, True),
        (".pdf", False, True),
        ("", False, True),
        # turned round on the screen this one ends "exe.pdf"
        ("a\u202efdp.exe", False, True),
        ("a.exe\u202e.pdf", True, False),
        ("../../a.docx", True, False),
    ],
)
def test_the_ending_that_counts_decides(name: str, is_allowed: bool, may_run: bool) -> None:
    assert (allowed(name, TYPES), can_run(name, TYPES)) == (is_allowed, may_run)


def test_a_name_is_shown_without_its_path_and_without_tricks() -> None:
    assert shown_name("C:\\Users\\x\\Báo cáo.docx") == "Báo cáo.docx"
    assert shown_name(unicodedata.normalize("NFD", "Kế hoạch.pdf")) == "Kế hoạch.pdf"
    assert shown_name("a\u202e\x00\nb.pdf") == "a b.pdf"


def test_two_hundred_letters_stay_and_more_than_255_are_cut_before_the_ending() -> None:
    assert shown_name("ễ" * 200 + ".pdf") == "ễ" * 200 + ".pdf"
    assert shown_name("ễ" * 300 + ".pdf") == "ễ" * 251 + ".pdf"


@given(st.text(max_size=400))
def test_a_shown_name_is_steady_and_harmless(name: str) -> None:
    shown = shown_name(name)
    assert len(shown) <= 255
    assert not set(shown) & set("/\\\n\0")
    assert ending_of(shown) == ending_of(shown).lower()
    assert unicodedata.is_normalized("NFC", shown)
