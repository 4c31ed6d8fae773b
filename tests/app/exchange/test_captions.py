"""Label and title above a table."""

import pytest

from app.exchange.captions import Caption, caption_of, is_attached_line, is_furniture
from tests.app.exchange.source_samples import lines

_ATTACHED = "(Kèm theo Kế hoạch số 05/KH-UBND ngày 10 tháng 01 năm 2026 của UBND xã An Phú)"


@pytest.mark.parametrize(
    ("above", "label", "title"),
    [
        (["Phụ lục số 01: Các nhiệm vụ năm 2026"], "Phụ lục số 01", "Các nhiệm vụ năm 2026"),
        (["Phụ lục số 01. Các nhiệm vụ"], "Phụ lục số 01", "Các nhiệm vụ"),
        (["PHỤ LỤC I", "NHIỆM VỤ NĂM 2026", _ATTACHED], "PHỤ LỤC I", "NHIỆM VỤ NĂM 2026"),
        (["PHỤ LỤC", "NHIỆM VỤ", "CẢI CÁCH HÀNH CHÍNH"], "PHỤ LỤC", "NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH"),
        (["Phụ lục 02", "Các nhiệm vụ"], "Phụ lục 02", "Các nhiệm vụ"),
        (["Phụ lục 02 - Các nhiệm vụ"], "Phụ lục 02", "Các nhiệm vụ"),
        (["Phụ lục 1a: Các nhiệm vụ"], "Phụ lục 1a", "Các nhiệm vụ"),
        (["Phụ lục IV – Các nhiệm vụ"], "Phụ lục IV", "Các nhiệm vụ"),
        (["Biểu số 03: Tài chính công"], "Biểu số 03", "Tài chính công"),
        (["Biểu mẫu 2", "Thể chế"], "Biểu mẫu 2", "Thể chế"),
        (["Mẫu số 01/CCHC", "Bảng nhiệm vụ"], "Mẫu số 01/CCHC", "Bảng nhiệm vụ"),
        (["Phụ lục số 01"], "Phụ lục số 01", ""),
        (["Phụ lục số 01:"], "Phụ lục số 01", ""),
        (["Phụ lục số 01", "- 12 -", "Trang 3/5", "Các nhiệm vụ"], "Phụ lục số 01", "Các nhiệm vụ"),
        (["Phụ lục 9", "Tiêu đề cũ", "Phụ lục 10", "Tiêu đề"], "Phụ lục 10", "Tiêu đề"),
        (["Phụ lục số 01: Các nhiệm vụ", "trọng tâm"], "Phụ lục số 01", "Các nhiệm vụ trọng tâm"),
        (["Phụ lục kèm theo", "NHIỆM VỤ"], "Phụ lục", "NHIỆM VỤ"),
        (["Phụ lục số 02 (Kèm theo Kế hoạch số 05/KH-UBND)", "NHIỆM VỤ"], "Phụ lục số 02", "NHIỆM VỤ"),
        (["PHỤ LỤC NHIỆM VỤ NĂM 2026"], "PHỤ LỤC", "NHIỆM VỤ NĂM 2026"),
        (["Bảng 2. Thủ tục hành chính"], "Bảng 2", "Thủ tục hành chính"),
        (["Phụ lục 4", "KINH PHÍ", "Đơn vị tính: triệu đồng"], "Phụ lục 4", "KINH PHÍ"),
        (["NHIỆM VỤ NĂM 2026", "(ĐVT: triệu đồng)"], "", "NHIỆM VỤ NĂM 2026"),
        (["BIỂU TỔNG HỢP NHIỆM VỤ"], "", "BIỂU TỔNG HỢP NHIỆM VỤ"),
        (["BẢNG PHÂN CÔNG NHIỆM VỤ"], "", "BẢNG PHÂN CÔNG NHIỆM VỤ"),
        (["Phụ lục 3 Thể chế"], "Phụ lục 3", "Thể chế"),
        (["Một câu thường.", "NHIỆM VỤ TRỌNG TÂM NĂM 2026", _ATTACHED], "", "NHIỆM VỤ TRỌNG TÂM NĂM 2026"),
    ],
)
def test_arrangements(above: list[str], label: str, title: str) -> None:
    assert caption_of(lines(*above)) == Caption(label, title)


@pytest.mark.parametrize(
    "line",
    ["Phụ lục số 01 (tiếp theo)", "Phụ lục số 01 (tiếp)", "PHỤ LỤC SỐ 01 (TIẾP THEO)", "Phụ lục số 01 tiếp theo"],
)
def test_more_of_the_one_before(line: str) -> None:
    caption = caption_of(lines(line))
    assert caption is not None
    assert (caption.title, caption.continues) == ("", True)


@pytest.mark.parametrize(
    "above",
    [
        [],
        ["Giao các phòng thực hiện nhiệm vụ sau đây:"],
        ["(Nội dung cụ thể nêu tại phụ lục kèm theo)"],
        ["Phụ lục số 01 kèm theo Kế hoạch này là một bộ phận của Kế hoạch."],
        ["Phụ lục nêu tại Kế hoạch này được cập nhật hằng quý."],
        ["ỦY BAN NHÂN DÂN XÃ AN PHÚ"],
        ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["Phụ lục 01 được cập nhật hằng quý."],
        ["Phụ lục cần được cập nhật."],
        ["Biểu dương các tập thể, cá nhân có thành tích."],
        ["Mẫu biểu do phòng chuyên môn lập."],
    ],
)
def test_words_that_caption_nothing(above: list[str]) -> None:
    assert caption_of(lines(*above)) is None


def test_a_centred_title_without_a_label() -> None:
    assert caption_of([*lines("Một câu."), *lines("Nhiệm vụ", "năm 2026", centered=True)]) == Caption(
        "", "Nhiệm vụ năm 2026"
    )


@pytest.mark.parametrize("text", ["1", "- 2 -", "Trang 3", "trang 3/12", "– 4 –"])
def test_page_furniture(text: str) -> None:
    assert is_furniture(text)


def test_other_lines_are_no_furniture() -> None:
    assert not is_furniture("Điều 1")
    assert not is_furniture("2026")
    assert is_attached_line(_ATTACHED)
    assert is_attached_line("(Ban hành kèm theo Quyết định số 1/QĐ-UBND)")
    assert not is_attached_line("Nhiệm vụ kèm theo")
