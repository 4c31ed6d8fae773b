"""Parts of a report that say nothing yet."""

from app.documents.unwritten import first_gap, is_unwritten, with_points_of
from app.domain.body import BodyParagraph, BodyTable, Level, Run
from app.texts import text

NOTHING = BodyParagraph((Run(text("report.no_data")),), Level.PLAIN)
POINT = BodyParagraph((Run("a) Vị trí việc làm"),), Level.POINT)
SAID = BodyParagraph((Run("Đã duyệt 3 đề án."),), Level.PLAIN)


def test_headings_of_points_alone_are_no_words() -> None:
    assert is_unwritten(()) and is_unwritten((NOTHING,)) and is_unwritten((POINT, NOTHING, POINT, NOTHING))


def test_words_below_a_point_or_in_it_count() -> None:
    assert not is_unwritten((POINT, SAID, POINT, NOTHING))
    assert not is_unwritten((POINT, POINT)) and not is_unwritten((POINT,))
    assert not is_unwritten((BodyTable((("TT", "Việc"),), 1),))


def test_the_first_gap_is_where_nothing_is_known() -> None:
    assert first_gap((POINT, SAID, POINT, NOTHING)) == 3
    assert first_gap((POINT, SAID)) is None


def test_a_point_that_says_nothing_takes_the_words_below_the_same_point() -> None:
    other = BodyParagraph((Run("b) Tuyển dụng"),), Level.POINT)
    new = BodyParagraph((Run("Mới."),), Level.PLAIN)
    assert with_points_of((POINT, NOTHING, other, new), (POINT, SAID, other, NOTHING)) == (POINT, SAID, other, new)
    assert with_points_of((new, POINT, NOTHING), (other, SAID)) == (new, POINT, NOTHING)
    assert with_points_of((POINT, NOTHING), (POINT, NOTHING)) == (POINT, NOTHING)
