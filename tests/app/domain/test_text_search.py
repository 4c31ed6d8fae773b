"""Words found in a text with or without marks, and replaced."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.body import BodyParagraph, BodyTable, Level, Run, words_of
from app.domain.text_search import Sought, count_in, replaced, replaced_text, spans

WORDS = "Quý I: quỹ của Quy chế, quy định"


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (Sought("quy"), ["Quý", "quỹ", "Quy", "quy"]),
        (Sought("quy", marks=True), ["Quy", "quy"]),
        (Sought("QUÝ"), ["Quý"]),
        (Sought("hóa"), []),
        (Sought("  "), []),
        (Sought("quy dinh"), ["quy định"]),
    ],
)
def test_marks_count_where_they_are_typed_or_asked_for(sought: Sought, found: list[str]) -> None:
    assert [WORDS[start:end] for start, end in spans(WORDS, sought)] == found


def test_old_and_new_places_of_a_tone_are_the_same() -> None:
    assert spans("số hoá và số hóa", Sought("hóa")) == [(3, 6), (13, 16)]


def test_what_is_put_in_has_the_look_of_what_it_replaces() -> None:
    runs = (Run("Phòng "), Run("Văn", bold=True), Run(" hóa và Phòng Văn hóa."))
    [after] = replaced([BodyParagraph(runs, Level.PLAIN)], Sought("phòng văn hóa"), "Phòng Nội vụ")
    assert after == BodyParagraph((Run("Phòng Nội vụ"), Run(" và Phòng Nội vụ.")), Level.PLAIN)


def test_cells_are_searched_one_by_one() -> None:
    table = BodyTable((("TT", "Việc"), ("1", "Rà soát; rà soát")), 1)
    assert count_in([table], Sought("ra soat")) == 2
    assert replaced([table], Sought("ra soat"), "Xem") == (BodyTable((("TT", "Việc"), ("1", "Xem; Xem")), 1),)


def test_the_level_follows_a_replaced_ordinal() -> None:
    [after] = replaced([BodyParagraph((Run("a) Việc"),), Level.POINT)], Sought("a) "), "1. ")
    assert isinstance(after, BodyParagraph) and after.level is Level.ITEM


@given(st.lists(st.text("aàáăđ b.", min_size=1), min_size=1), st.text("aăđ b", min_size=1), st.text("xy"))
def test_replacing_in_runs_is_replacing_in_their_words(words: list[str], sought: str, by: str) -> None:
    before = BodyParagraph(tuple(Run(one, bold=number % 2 == 0) for number, one in enumerate(words)), Level.PLAIN)
    [after] = replaced([before], Sought(sought), by)
    assert words_of(after) == replaced_text(words_of(before), Sought(sought), by)
