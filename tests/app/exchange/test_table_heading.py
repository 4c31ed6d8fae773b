"""Where a table's heading ends and what it names."""

import pytest

from app.domain.plan import Role
from app.exchange.source import SourceTable
from app.exchange.table_heading import TableHeading, heading_of, is_number_row, repeats
from tests.app.exchange.source_samples import HEADINGS, row, table

_ITEM = ("1", "Một việc", "Báo cáo", "Phòng A", "Quý I")


def _heading(source: SourceTable) -> TableHeading:
    heading = heading_of(source)
    assert heading is not None
    return heading


def _columns(source: SourceTable) -> list[tuple[str, Role]]:
    return [(column.text, column.role) for column in _heading(source).columns]


def test_one_row() -> None:
    heading = _heading(table(HEADINGS, _ITEM))
    assert [column.text for column in heading.columns] == list(HEADINGS)
    assert heading.rows == 1


def test_rows_above_the_heading_and_numbers_below_it() -> None:
    assert _heading(table((("PHỤ LỤC", 5),), HEADINGS, ("(1)", "(2)", "(3)", "(4)", "(5)"), _ITEM)).rows == 3


def test_other_words_in_another_order() -> None:
    heading = ("Hoàn thành trước", "Đầu mối", "Kết quả đầu ra", "Công việc", "Số TT", "Mã hồ sơ")
    assert [role for _, role in _columns(table(heading))] == [
        Role.DEADLINE,
        Role.LEAD,
        Role.PRODUCT,
        Role.TASK,
        Role.ORDINAL,
        Role.OTHER,
    ]


def test_two_rows() -> None:
    upper = row("TT", "Nhiệm vụ", ("Phân công", 2), ("Thời gian", 2))
    lower = row(None, None, "Chủ trì", "Phối hợp", "Bắt đầu", "Kết thúc")
    heading = _heading(table(upper, lower, ("1", "a", "b", "c", "d", "e")))
    assert [(column.text, column.role) for column in heading.columns] == [
        ("TT", Role.ORDINAL),
        ("Nhiệm vụ", Role.TASK),
        ("Phân công - Chủ trì", Role.LEAD),
        ("Phân công - Phối hợp", Role.COORDINATION),
        ("Thời gian - Bắt đầu", Role.DEADLINE),
        ("Thời gian - Kết thúc", Role.DEADLINE),
    ]
    assert heading.rows == 2


def test_two_rows_with_blank_cells_instead_of_merged_ones() -> None:
    heading = _heading(
        table(("TT", "Nhiệm vụ", ("Trách nhiệm", 2)), ("", "", "Chủ trì", "Phối hợp"), ("1", "a", "b", "c"))
    )
    assert [column.text for column in heading.columns] == [
        "TT",
        "Nhiệm vụ",
        "Trách nhiệm - Chủ trì",
        "Trách nhiệm - Phối hợp",
    ]
    assert heading.rows == 2


def test_both_rows_of_a_heading_said_again() -> None:
    upper, lower = row("TT", "Nhiệm vụ", ("Trách nhiệm", 2)), row(None, None, "Chủ trì", "Phối hợp")
    heading = _heading(table(upper, lower))
    assert repeats(heading, upper)
    assert repeats(heading, lower)


def test_a_title_above_the_heading_is_counted() -> None:
    assert _heading(table((("PHỤ LỤC", 5),), (("Nhiệm vụ", 5),), HEADINGS, _ITEM)).above == 2


def test_a_wide_heading_without_a_second_row_is_one_column() -> None:
    heading = _heading(table((("TT", 1), ("Nhiệm vụ", 2), ("Thời gian", 1)), ("1", "a", "b", "c")))
    assert [(column.first, column.last) for column in heading.columns] == [(0, 0), (1, 2), (3, 3)]


def test_a_row_marked_as_heading_counts_whatever_its_words() -> None:
    assert [role for _, role in _columns(table(row("Mã", "Điểm", "Xếp loại", repeated=True), _ITEM[:3]))] == [
        Role.OTHER
    ] * 3


@pytest.mark.parametrize(
    "rows",
    [
        (),
        (("ỦY BAN NHÂN DÂN\nXÃ AN PHÚ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),),
        (("Nơi nhận:\n- Như trên;", "CHỦ TỊCH"),),
        (_ITEM, _ITEM),
        (("", "", ""),),
        (("Chỉ tiêu", "Đơn vị tính", "Số lượng"), ("Hồ sơ", "%", "100")),
    ],
)
def test_tables_without_a_heading(rows: tuple[tuple[str, ...], ...]) -> None:
    assert heading_of(table(*rows)) is None


@pytest.mark.parametrize(
    "cells",
    [("(1)", "(2)", "(3)"), ("1", "2", "3", "4"), ("A", "B", "1", "2"), ("1", "2", "3=1+2"), ("", "(2)", "(3)", "(4)")],
)
def test_number_rows(cells: tuple[str, ...]) -> None:
    assert is_number_row(row(*cells))


@pytest.mark.parametrize(
    "cells", [("1", "2"), ("1", "Hai", "3"), ("1", "3", "2"), ("1", "", "", ""), ("1", "12", "13", "20"), ("", "", "")]
)
def test_rows_that_only_look_like_numbers(cells: tuple[str, ...]) -> None:
    assert not is_number_row(row(*cells))


def test_a_heading_said_again() -> None:
    heading = _heading(table(HEADINGS))
    assert repeats(heading, row("tt", "NHIỆM VỤ", "Sản  phẩm", "Cơ quan\nchủ trì", "Thời gian"))
    assert not repeats(heading, row(*_ITEM))


def test_a_row_of_endless_numbers_numbers_no_columns() -> None:
    assert not is_number_row(row("9" * 5_000, "1", "x"))
