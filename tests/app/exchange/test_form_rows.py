from app.domain.statistics_form import Form, Ratio, ValueKind
from app.exchange.form_grid import find_tables, grid_of_block
from app.exchange.form_rows import FormReader, FormRemark

HEADING = ["Mã", "Chỉ tiêu", "Đơn vị tính", "Kiểu số liệu", "Cách tính"]


def read(*rows: list[str]) -> tuple[list[Form], list[FormRemark]]:
    grid = grid_of_block(rows)
    (table,) = find_tables(grid)
    remarks: list[FormRemark] = []
    return list(FormReader(grid, table, remarks).forms(grid.lines[1:], "Biểu 4: Thử")), remarks


def test_kinds_and_calculations_are_taken_as_written() -> None:
    rows = [["1", "Tỷ lệ", "%", "Tỷ lệ %", "= 1.2 / 1.1"], ["1.1", "Kinh phí", "Nghìn", "Số đo", ""],
            ["1.2", "Hình thức", "", "Lựa chọn: 0 = Giấy; 1 = Mạng", ""]]  # fmt: skip
    (form,), remarks = read(HEADING, *rows)
    assert (form.key, form.title, remarks) == ("4", "Thử", [])
    assert [row.kind for row in form.rows] == [ValueKind.PERCENT, ValueKind.AMOUNT, ValueKind.CODED]
    assert form.rows[0].calculation == Ratio(("1.2",), ("1.1",))
    assert [(one.number, one.meaning) for one in form.rows[2].answers] == [(0, "Giấy"), (1, "Mạng")]


def test_a_code_that_begins_anew_begins_another_form() -> None:
    forms, _ = read(HEADING, ["1", "Một", "", "Số đếm"], ["2", "Hai", "", "Số đếm"], ["1", "Ba", "", "Số đếm"])
    assert [[row.label for row in form.rows] for form in forms] == [["Một", "Hai"], ["Ba"]]


def test_nothing_is_dropped_without_a_word() -> None:
    _, remarks = read(HEADING, ["1", "Một", "", "Số đếm", "xem hướng dẫn"], ["", "Hai", "", "Số đếm"])
    assert [remark.key for remark in remarks] == ["statistics.calculation_unread", "statistics.row_without_code"]
