"""The log as a document that is printed and exported."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from openpyxl import load_workbook

from app.documents.log_list import LogContent, filter_words, log_document
from app.documents.model import Paragraph, Table
from app.domain.log_filter import LogFilter, LogTopic
from app.domain.staff import LogKind, LogLine
from app.exchange.export import export_document

AT = datetime(2026, 3, 5, 7, 9)
LINE = LogLine(7, AT, "Một", LogKind.DONE, "Gõ", 1, 2, "cell", "Thời hạn", "Quý I", '=HYPERLINK("x")')
CONTENT = LogContent([LINE, replace(LINE, id=6, plan_id=9, who="")], 2, LogFilter(), {1: "Kế hoạch"}, AT)


def table(content: LogContent) -> Table:
    return next(block for block in log_document(content).sections[0].blocks if isinstance(block, Table))


def above(content: LogContent) -> list[str]:
    return [block.text for block in log_document(content).sections[0].blocks if isinstance(block, Paragraph)]


def test_a_row_says_who_when_what_old_and_new() -> None:
    first, second = ([cell.text if cell else "" for cell in row] for row in table(CONTENT).rows)
    assert first == ["1", "05/3/2026 07:09", "Một", "Gõ", "Ô “Thời hạn”", "Kế hoạch", "Quý I", '=HYPERLINK("x")']
    assert second[2] == "(chưa chọn người)" and second[5] == "Kế hoạch đã xóa (số 9)"
    assert sum(table(CONTENT).widths) > 200


def test_what_is_left_out_is_said_above() -> None:
    assert above(CONTENT) == ["NHẬT KÝ THAY ĐỔI", "2 dòng, lập lúc 05/3/2026 07:09"]
    wanted = LogFilter("Một", date(2026, 1, 1), date(2026, 1, 31), 1, LogTopic.PROOFS, " ra  soat ")
    some = above(replace(CONTENT, count=12_345, wanted=wanted))
    assert some[1] == (
        "từ ngày 01/01/2026; đến hết ngày 31/01/2026; người thực hiện: Một; kế hoạch: Kế hoạch; "
        "Tài liệu kiểm chứng; có chữ “ra soat”"
    )
    assert some[2].startswith("2 dòng mới nhất trong số 12.345 dòng")
    assert filter_words(LogFilter(), {}) == ""


def test_in_excel_every_text_stays_a_text(tmp_path: Path) -> None:
    export_document(log_document(CONTENT), "xlsx", tmp_path / "nhat ky.xlsx")
    cells = [cell for row in load_workbook(tmp_path / "nhat ky.xlsx").active.iter_rows() for cell in row]
    assert any(cell.value == '=HYPERLINK("x")' and cell.data_type == "s" for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)
