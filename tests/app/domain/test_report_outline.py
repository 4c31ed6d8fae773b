"""Sentences shared out to the points of a part."""

from app.domain.report_outline import OutlinePoint, by_points

LAW = OutlinePoint("Xây dựng văn bản", ("ban hành",))
CHECK = OutlinePoint("Kiểm tra, rà soát", ("rà soát", "kế hoạch kiểm tra"))


def test_the_longest_word_found_decides_and_what_has_none_comes_first() -> None:
    said = ["- Ban hành Kế hoạch kiểm tra.", "- RÀ SOÁT văn bản.", "- Ban hành 2 văn bản.", "- Việc khác."]
    assert by_points((LAW, CHECK), said) == ([said[3]], [(LAW, [said[2]]), (CHECK, [said[0], said[1]])])


def test_without_points_everything_is_the_rest() -> None:
    assert by_points((), ["- Một."]) == (["- Một."], [])
