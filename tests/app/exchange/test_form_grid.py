import pytest

from app.exchange.form_grid import FormRole, code_of, find_tables, grid_of_block, is_code, number_row, successor_code


@pytest.mark.parametrize(
    ("written", "code"),
    [("1.1", "1.1"), ("1,1", "1.1"), ("2.", "2"), ("(3)", "3"), ("4.1.2.", "4.1.2"), ("II", "II")],
)
def test_codes_are_brought_to_one_spelling(written: str, code: str) -> None:
    assert code_of(written) == code
    assert is_code(written) is (written != "II")


@pytest.mark.parametrize(
    ("code", "previous", "taken", "meant"),
    [
        ("1.1", "1.9", True, "1.10"),
        ("1.1", "1.9", False, "1.1"),
        ("1.2", "1.19", True, "1.20"),
        ("2.1", "1.9", True, "2.1"),
        ("1", "9", True, "1"),
    ],
)
def test_the_0_that_excel_took_is_put_back(code: str, previous: str, taken: bool, meant: str) -> None:
    assert successor_code(code, previous, taken) == meant


def test_a_row_of_column_numbers_is_told_from_a_row_of_figures() -> None:
    grid = grid_of_block([["(1)", "(2)", "(3)=(4)+(5)"], ["1", "2", "7"], ["1", "2", "3"], ["1", "2", ""]])
    assert number_row(grid, 0) == {0: ("1", ""), 1: ("2", ""), 2: ("3", "=(4)+(5)")}
    assert [bool(number_row(grid, row)) for row in (1, 2, 3)] == [False, True, False]


def test_tables_are_found_by_their_headings() -> None:
    block = [["Biểu 1"], ["Mã số", "Chỉ tiêu thống kê", "ĐVT", "Số liệu kỳ này", "Ghi chú"],
             ["1", "2", "3", "4", "5"], ["1", "Một", "Hồ sơ", "7", ""], ["STT", "Nội dung"], ["1", "Hai"]]  # fmt: skip
    first, second = find_tables(grid_of_block(block))
    assert dict(first.roles) == {FormRole.CODE: 0, FormRole.LABEL: 1, FormRole.UNIT: 2, FormRole.VALUE: 3,
                                 FormRole.NOTE: 4}  # fmt: skip
    assert (first.top, first.start, second.top, second.start) == (1, 3, 4, 5)


@pytest.mark.parametrize("last", ["9" * 5_000, "²"])
def test_what_only_looks_like_a_number_has_no_successor(last: str) -> None:
    assert successor_code("1.1", f"1.{last}", True) == "1.1"
