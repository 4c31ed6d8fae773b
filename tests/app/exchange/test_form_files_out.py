from pathlib import Path

import openpyxl

from app.exchange.form_files_out import kind_text, write_form_file
from app.exchange.form_json import builtin_form_sets


def test_a_set_is_one_sheet_per_form_and_one_about_it(tmp_path: Path) -> None:
    write_form_file(builtin_form_sets()[0], tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book.sheetnames == [*(f"Biểu {number}" for number in range(1, 8)), "Thông tin"]
    assert [cell.value for cell in book["Biểu 1"][3]] == [
        "Mã", "Chỉ tiêu thống kê", "Đơn vị tính", "Kiểu số liệu", "Cách tính", "Nhóm cột", "Ghi chú"]  # fmt: skip
    assert [cell.value for cell in book["Biểu 1"][5]][:5] == [
        "2", "Tỷ lệ hoàn thành Kế hoạch CCHC năm (Lũy kế đến thời điểm báo cáo)", "%", "Tỷ lệ %",
        "2.2 / 2.1"]  # fmt: skip


def test_the_answers_stand_beside_the_kind() -> None:
    rows = {row.code: row for row in builtin_form_sets()[0].forms[0].rows}
    assert kind_text(rows["5"]) == "Lựa chọn: 1 = Có; 0 = Không"
    assert kind_text(rows["1"]) == "Số đếm"
