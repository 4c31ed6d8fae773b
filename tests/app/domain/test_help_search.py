"""Finding words in the help."""

import pytest

from app.domain.help_page import parse_page
from app.domain.help_search import find_in_help

PAGES = [
    parse_page("bang", "# Bảng phụ lục\n\nĐọc từng dòng của sổ đôn đốc, sao chép và lưu."),
    parse_page("sao-luu", "# Sao lưu\n\nChép dữ liệu ra USB mỗi tuần.\n\n- Cất USB ở nơi khác."),
    parse_page("don-doc", "# Sổ đôn đốc\n\nIn cho từng đơn vị."),
    parse_page("dong", "# Dòng\n\nMỗi dòng là một việc, đọc từ trái sang."),
]


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("sao lưu", ["sao-luu", "bang"]),
        ("SAO LUU", ["sao-luu", "bang"]),
        ("don doc", ["don-doc", "bang"]),
        ("đôn đ", ["don-doc", "bang"]),
        ("usb", ["sao-luu"]),
        ("us", ["sao-luu"]),
        ("us ", []),
        ("u", []),
        ("", []),
        ("máy bay", []),
    ],
)
def test_pages_are_found_best_first(words: str, topics: list[str]) -> None:
    assert [hit.topic for hit in find_in_help(PAGES, words)] == topics


def test_a_hit_shows_the_sentence_and_where_the_words_stand() -> None:
    (hit,) = find_in_help(PAGES, "noi khac")
    assert hit.sentence == "Cất USB ở nơi khác."
    assert [hit.sentence[start:end] for start, end in hit.places] == ["nơi", "khác"]


def test_a_long_line_is_cut_between_words_around_the_place() -> None:
    long = " ".join(f"chữ{number}" for number in range(80))
    (hit,) = find_in_help([parse_page("dai", f"# Dài\n\n{long}")], "chu60")
    assert hit.sentence.startswith("… chữ") and hit.sentence.endswith(" …")
    assert len(hit.sentence) <= 170
    assert [hit.sentence[start:end] for start, end in hit.places] == ["chữ60"]
