"""Sentences of a draft whose numbers the register has overtaken."""

from app.domain.overtaken import overtaken, what_differs

THEN = "Kế hoạch đề ra 49 nhiệm vụ; tính đến ngày 14/3/2026 đã hoàn thành 11/49 nhiệm vụ, đạt 22,45% kế hoạch."
NOW = "Kế hoạch đề ra 49 nhiệm vụ; tính đến ngày 14/3/2026 đã hoàn thành 12/49 nhiệm vụ, đạt 24,49% kế hoạch."


def test_the_same_sentence_with_other_numbers_is_overtaken() -> None:
    assert overtaken(["Lời của cán bộ năm 2026.", THEN], [NOW]) == [(1, NOW)]


def test_what_stands_as_offered_or_was_written_by_a_person_is_not() -> None:
    assert overtaken([NOW, "Đã hoàn thành 11 việc."], [NOW]) == []


def test_lines_of_the_same_words_keep_apart() -> None:
    lines = ["- Tổng số: 3 người.", "- Tổng số: 4 người."]
    assert overtaken(lines, ["- Tổng số: 3 người.", "- Tổng số: 5 người."]) == [(1, "- Tổng số: 5 người.")]
    assert overtaken(lines, lines) == []


def test_only_the_words_around_the_numbers_are_shown() -> None:
    assert what_differs(THEN, NOW) == (
        "… 14/3/2026 đã hoàn thành 11/49 nhiệm vụ, đạt 22,45% kế hoạch",
        "… 14/3/2026 đã hoàn thành 12/49 nhiệm vụ, đạt 24,49% kế hoạch",
    )
    assert what_differs("Có 3 việc.", "Có 4 việc.") == ("Có 3 việc", "Có 4 việc")
