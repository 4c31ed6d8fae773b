"""Looks laid over the text of a paragraph."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.body import Run
from app.domain.text import clean_cell
from app.exchange.docx_runs import PageText, Piece, note_mark

_PLAIN, _BOLD, _ITALIC = (False, False), (True, False), (False, True)


def _page(text: str, *pieces: Piece) -> PageText:
    page = PageText(list(pieces))
    page.lay_out(text)
    return page


def test_one_look() -> None:
    assert _page("một câu", ("một ", _BOLD), ("câu", _BOLD)).runs == [(Run("một câu", True),)]


def test_several_looks_and_lines() -> None:
    page = _page("1. Mục đích và\nyêu cầu", ("Mục  đích ", _BOLD), ("và\nyêu", _PLAIN), (" cầu", _ITALIC))
    assert page.lines == ["1. Mục đích và", "yêu cầu"]
    assert page.runs == [(Run("1. Mục đích ", True), Run("và")), (Run("yêu "), Run("cầu", italic=True))]


def test_marks_of_footnotes_are_in_the_runs_only() -> None:
    page = _page(f"giai đoạn{note_mark(3)} mới", (f"giai đoạn{note_mark(3)}", _BOLD), (" mới", _PLAIN))
    assert (page.lines, page.runs) == (["giai đoạn mới"], [(Run("giai đoạn[3] ", True), Run("mới"))])
    assert _page(note_mark(1), (note_mark(1), _PLAIN)).lines == []


def test_letters_joined_over_two_pieces_look_alike() -> None:
    assert _page("Hoà", ("Hoa", _BOLD), ("\u0300", _PLAIN)).runs == [(Run("Hoà", True),)]


@given(st.lists(st.tuples(st.text(max_size=8), st.sampled_from((_PLAIN, _BOLD, _ITALIC))), max_size=5))
def test_no_letter_is_lost(pieces: list[Piece]) -> None:
    text = clean_cell("".join(piece for piece, _ in pieces))
    page = _page(text, *pieces)
    assert page.lines == [line for line in text.split("\n") if line]
    assert ["".join(run.text for run in runs) for runs in page.runs] == page.lines
