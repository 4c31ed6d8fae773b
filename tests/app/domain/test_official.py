import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.body import BodyParagraph, BodyPart, BodyTable, Level, Run
from app.domain.official import (
    SignedBy,
    authority_lines,
    is_label,
    written_day,
    written_month,
    written_number,
)


@pytest.mark.parametrize(
    ("post", "collective", "head", "by", "lines"),
    [
        ("CHỦ TỊCH", "ỦY BAN NHÂN DÂN", "", SignedBy.OWN_RIGHT, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (
            "PHÓ CHỦ TỊCH", "ỦY BAN NHÂN DÂN", "CHỦ TỊCH", SignedBy.FOR_HEAD,
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        ("CHỦ TỊCH", "", "", SignedBy.OWN_RIGHT, ("CHỦ TỊCH",)),
        ("PHÓ CHỦ TỊCH", "", "CHỦ TỊCH", SignedBy.FOR_HEAD, ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("CHÁNH VĂN PHÒNG", "", "CHỦ TỊCH", SignedBy.BY_ORDER, ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        ("TRƯỞNG PHÒNG", "", "CHỦ TỊCH", SignedBy.AUTHORISED, ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG")),
        ("CHỦ TỊCH", "", "", SignedBy.ACTING, ("Q. CHỦ TỊCH",)),
    ],
)  # fmt: skip
def test_lines_above_the_signature(post: str, collective: str, head: str, by: SignedBy, lines: tuple[str, ...]) -> None:
    assert authority_lines(post, collective, head, by) == lines


@given(st.integers(1, 9999))
def test_a_number_below_ten_gets_one_zero(number: int) -> None:
    assert written_number(str(number)) == (f"0{number}" if number < 10 else str(number))
    assert written_number(f"00{number}") == written_number(str(number))


@pytest.mark.parametrize("number", ["", "12a", "…", "²"])
def test_what_is_no_plain_number_stays(number: str) -> None:
    assert written_number(number) == number


def test_zeros_of_days_and_months() -> None:
    assert [written_day(day) for day in (1, 9, 10, 31)] == ["01", "09", "10", "31"]
    assert [written_month(month) for month in (1, 2, 3, 9, 12)] == ["01", "02", "3", "9", "12"]


def line(words: str, level: Level) -> BodyParagraph:
    return BodyParagraph((Run(words[:4]), Run(words[4:], bold=True)), level)


@pytest.mark.parametrize(
    ("words", "following", "label"),
    [
        ("1. Mục đích", line("Đẩy mạnh cải cách.", Level.PLAIN), True),
        ("1. Mục đích", line("- Đẩy mạnh cải cách.", Level.DASH), True),
        ("1. Mục đích", line("1.1. Đẩy mạnh cải cách", Level.ITEM), True),
        ("1. Số liệu", BodyTable((("A",),), 1), True),
        ("1. Mục đích. ", line("Đẩy mạnh cải cách.", Level.PLAIN), False),
        ("1. Rà soát thủ tục;", line("Đẩy mạnh cải cách.", Level.PLAIN), False),
        ("1.1. Rà soát thủ tục", line("1.2. Công khai thủ tục", Level.ITEM), False),
        ("1.1. Rà soát thủ tục", line("2. Công khai thủ tục", Level.ITEM), False),
        ("2. Yêu cầu", line("II. NHIỆM VỤ", Level.PART), False),
        ("1. Mục đích", None, False),
        (f"1. {'dài ' * 60}", line("Đẩy mạnh cải cách.", Level.PLAIN), False),
    ],
)
def test_titles_are_told_from_sentences(words: str, following: BodyPart | None, label: bool) -> None:
    assert is_label(line(words, Level.ITEM), following) is label


def test_articles_may_have_titles_and_points_never() -> None:
    text = line("Quyết định này có hiệu lực kể từ ngày ký.", Level.PLAIN)
    assert is_label(line("Điều 2. Hiệu lực thi hành", Level.ARTICLE), text)
    assert not is_label(line("Điều 2. Hiệu lực thi hành", Level.ARTICLE), line("Điều 3. Khác", Level.ARTICLE))
    assert not is_label(line("a) Mục đích", Level.POINT), text)
