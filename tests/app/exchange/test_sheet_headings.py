"""Heading rows told from rows of tasks."""

import pytest

from app.exchange.sheet_headings import is_heading_row


@pytest.mark.parametrize(
    "texts",
    [
        ["TT", "Nhiệm vụ"],
        ["STT", "Nội dung thực hiện", "Sản phẩm", "Thời gian", "Cột lạ"],
        ["Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì"],
    ],
)
def test_headings(texts: list[str]) -> None:
    assert is_heading_row(texts)


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["TT"],
        ["I", "CẢI CÁCH THỂ CHẾ"],
        ["1", "Ban hành kế hoạch", "Kế hoạch", "Phòng A", "Quý I"],
        ["2", "Nhiệm vụ khác", "Báo cáo kết quả", "Cơ quan chủ trì", "Thời gian theo quy định"],
        ["TT", "Nhiệm vụ " * 20],
    ],
)
def test_other_rows(texts: list[str]) -> None:
    assert not is_heading_row(texts)
