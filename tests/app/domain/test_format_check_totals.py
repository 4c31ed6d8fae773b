from dataclasses import replace

import pytest

from app.domain.body import BodyTable, Level
from app.domain.format_check import Finding
from app.domain.format_check_totals import table_sums, totals
from tests.app.domain.format_samples import GOOD, TOTALS, line


def found(*words: str) -> list[Finding]:
    return list(totals(replace(GOOD, body=tuple(line(one) for one in words))))


@pytest.mark.parametrize(
    "words",
    [
        ("Tổng số nhiệm vụ: 49; đã hoàn thành 11/50 nhiệm vụ.",),
        ("Đã hoàn thành 11/49 nhiệm vụ.", "Còn 39/50 nhiệm vụ chưa đến hạn."),
        ("Tổng số biên chế được giao: 212 người.", "Tổng số biên chế được giao là 213."),
        ("Tổng số 1.049 hồ sơ tiếp nhận đúng hạn.", "Tổng số hồ sơ tiếp nhận đúng hạn là 1.050."),
    ],
)
def test_two_totals_of_one_name_are_found(words: tuple[str, ...]) -> None:
    (one,) = found(*words)
    assert one.key == "format_check.two_totals"
    assert one.values["words"] != one.values["other"]


@pytest.mark.parametrize(
    "words",
    [
        ("Tổng số nhiệm vụ: 49; đã hoàn thành 11/49 nhiệm vụ, đạt 22,45%.",),
        ("Đã hoàn thành 11/49 nhiệm vụ.", "Kiểm tra 3/6 phòng.", "Ngày 01/3/2031 và 02/KH-UBND."),
        ("Tổng số 25.898 hồ sơ; trong đó 12/12 thủ tục.",),
        ("- Tổng số biên chế được giao: 212 người.", "- Tổng số biên chế có mặt: 205 người."),
    ],
)
def test_agreeing_totals_pass(words: tuple[str, ...]) -> None:
    assert found(*words) == []


def test_the_same_word_in_another_item_may_count_something_else() -> None:
    body = (
        line("1. Thể chế", Level.ITEM), line("Đã hoàn thành 2/5 nhiệm vụ."),
        line("2. Thủ tục", Level.ITEM), line("Đã hoàn thành 4/12 nhiệm vụ."),
    )  # fmt: skip
    assert list(totals(replace(GOOD, body=body))) == []


def test_a_full_name_means_the_same_in_every_item() -> None:
    body = (
        line("1. Kết quả", Level.ITEM), line("Tổng số nhiệm vụ trong kế hoạch: 49."),
        line("2. Đánh giá", Level.ITEM), line("Tổng số nhiệm vụ trong kế hoạch: 50."),
    )  # fmt: skip
    assert len(list(totals(replace(GOOD, body=body)))) == 1


def test_a_table_adds_up() -> None:
    assert list(table_sums(replace(GOOD, body=(TOTALS,)))) == []
    *rows, last = TOTALS.rows
    wrong = BodyTable((*rows, (*last[:2], "1.018")), 1)
    (one,) = table_sums(replace(GOOD, body=(wrong,)))
    assert one.values == {"column": 3, "written": "1.018", "total": 1017}


def test_columns_with_words_or_shares_are_not_added_up() -> None:
    table = BodyTable((("A", "%"), ("Một", "10,5"), ("Hai", "20"), ("Tổng", "15")), 1)
    assert list(table_sums(replace(GOOD, body=(table,)))) == []
