"""Text pasted from Word becomes plain words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.body import BodyParagraph, BodyTable, Level, Run, words_of
from app.domain.pasted_text import tidied


def pasted(*runs: str) -> BodyParagraph:
    """What becomes of a paragraph of these runs, every second one bold."""
    raw = tuple(Run(words, bold=bool(place % 2)) for place, words in enumerate(runs))
    (made,) = tidied([BodyParagraph(raw, Level.PLAIN)])
    assert isinstance(made, BodyParagraph)
    return made


@pytest.mark.parametrize(
    ("words", "wanted", "level"),
    [
        ("a)\xa0\xa0\xa0\xa0 Xây dựng\tvăn bản\xa0", "a) Xây dựng văn bản", Level.POINT),
        ("·\xa0\xa0Đã ban hành 03 văn bản;", "- Đã ban hành 03 văn bản;", Level.DASH),
        ("o\xa0\xa0 Rà soát", "- Rà soát", Level.DASH),
        ("ü  Rà soát", "- Rà soát", Level.DASH),
        ("–\xa0Rà soát", "- Rà soát", Level.DASH),
        ("o đây không phải dấu", "o đây không phải dấu", Level.PLAIN),
        ("Dòng một \n dòng hai\xa0", "Dòng một\ndòng hai", Level.PLAIN),
        ("II.\xa0 KẾT QUẢ", "II. KẾT QUẢ", Level.PART),
        ("-5% so với năm trước", "-5% so với năm trước", Level.DASH),
    ],
)
def test_blanks_and_signs_of_lists_become_plain(words: str, wanted: str, level: Level) -> None:
    made = pasted(words)
    assert (words_of(made), made.level) == (wanted, level)


def test_bold_words_stay_bold_and_blanks_between_runs_single() -> None:
    made = pasted("·\xa0 ", "Kết quả: ", " đạt", "\xa0")
    assert made.runs == (Run("- "), Run("Kết quả: ", bold=True), Run("đạt"))


def test_cells_are_tidied_and_empty_paragraphs_left_out() -> None:
    table = BodyTable((("TT\xa0", " Việc"),), 1)
    assert tidied([BodyParagraph((Run("\xa0"),), Level.PLAIN), table]) == (BodyTable((("TT", "Việc"),), 1),)


@given(st.lists(st.text(alphabet="ab ·\xa0\t\n-o", max_size=8), max_size=4))
def test_tidying_twice_changes_nothing_and_loses_no_letter(words: list[str]) -> None:
    once = tidied([BodyParagraph(tuple(map(Run, words)), Level.PLAIN)])
    assert tidied(once) == once or "·" in "".join(words)
    letters = [one for one in "".join(words) if one in "ab"]
    assert [one for part in once for one in words_of(part) if one in "ab"] == letters
