from app.domain.statistics_form import ValueKind
from app.exchange.form_columns import read_column_form
from app.exchange.form_grid import grid_of_block


def test_a_form_without_groups_is_read_too() -> None:
    form = read_column_form(grid_of_block([["TT", "Đơn vị", "Tổng", "Tỷ lệ %"], ["(1)", "(2)", "(3)", "(4)"]]))
    assert form is not None
    assert [(row.code, row.label, row.group, row.kind) for row in form.rows] == [
        ("1", "TT", "", ValueKind.TEXT),
        ("2", "Đơn vị", "", ValueKind.TEXT),
        ("3", "Tổng", "", ValueKind.COUNT),
        ("4", "Tỷ lệ %", "", ValueKind.PERCENT),
    ]


def test_without_a_row_of_column_numbers_there_is_none() -> None:
    assert read_column_form(grid_of_block([["TT", "Đơn vị", "Tổng"], ["1", "Hộ tịch", "5"]])) is None
    assert read_column_form(grid_of_block([["1", "2", "3"], ["1", "Hộ tịch", "5"]])) is None
