"""The lines above the text."""

import pytest

from app.exchange.plan_heading import heading_end, heading_start, superior_body

_STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc")
_TOP = ("ỦY BAN NHÂN DÂN", "XÃ AN PHÚ", "Số: 05/KH-UBND", *_STATE, "An Phú, ngày 10 tháng 01 năm 2026")


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ((*_TOP, "KẾ HOẠCH", "Cải cách hành chính", "xã An Phú năm 2026"), "Thực hiện Kế hoạch của tỉnh như sau:"),
        ((*_TOP, "QUYẾT ĐỊNH", "Về việc ban hành Kế hoạch", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN PHÚ"), "Căn cứ Luật A;"),
        (("Ban hành Kế hoạch năm 2026", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN PHÚ"), "Căn cứ Luật A;"),
        (("KẾ HOẠCH", "Cải cách năm 2026", "(Ban hành kèm theo Quyết định số 1", "của xã An Phú)"), "I. MỤC TIÊU"),
        (("KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026",), "1. Mục đích"),
        (("KẾ HOẠCH", "Cải cách năm 2026", "(Kèm theo Quyết định số 1"), "I. MỤC TIÊU"),
        ((*_TOP[:5], "ngày tháng năm 2026", "KẾ HOẠCH", "Cải cách hành chính"), "Căn cứ Luật A;"),
        ((), "Một câu không có tiêu đề."),
        ((), "QUYẾT ĐỊNH:"),
    ],
)
def test_where_the_text_begins(heading: tuple[str, ...], text: str) -> None:
    lines = (*heading, text, "I. MỤC TIÊU")
    assert heading_end(lines, 0, len(lines)) == len(heading)


def test_the_heading_of_a_plan_below_its_decision() -> None:
    lines = (
        "thi hành Quyết định này.",
        "CHỦ TỊCH",
        "Trần Văn Bình",
        "ỦY BAN NHÂN DÂN",
        "XÃ AN PHÚ",
        *_STATE,
        "KẾ HOẠCH",
    )
    assert heading_start(lines, 7, 1) == 3
    assert heading_start(lines, 7, 5) == 5


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        (("ỦY BAN NHÂN DÂN", "XÃ AN PHÚ", *_STATE), None),
        (("ỦY BAN NHÂN DÂN", "XÃ AN PHÚ", "PHÒNG KINH TẾ", *_STATE), "ỦY BAN NHÂN DÂN XÃ AN PHÚ"),
        (("UBND TỈNH A", "UBND XÃ AN PHÚ", "Số: /KH-UBND"), "UBND TỈNH A"),
        (("DỰ THẢO", "ỦY BAN NHÂN DÂN", "XÃ AN PHÚ"), None),
        (("UBND XÃ AN PHÚ", "KẾ HOẠCH", "PHÒNG KINH TẾ"), None),
        ((), None),
    ],
)
def test_the_superior_body(heading: tuple[str, ...], body: str | None) -> None:
    assert superior_body(heading) == body
