"""What the words around an amount say is measured."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.indicator import Indicator
from app.domain.indicator_reader import read_indicators, sentences


def _one(sentence: str) -> Indicator:
    (found,) = read_indicators(sentence)
    assert found.source == sentence
    return found


@pytest.mark.parametrize(
    ("sentence", "measure", "comparator", "target", "unit"),
    [
        ("100% hồ sơ mới được số hóa.", "Hồ sơ mới được số hóa", "=", "100", "%"),
        ("Phấn đấu năm 2026 đạt trên 97,5% hồ sơ được trả đúng hẹn.", "Hồ sơ được trả đúng hẹn", ">", "97.5", "%"),
        ("Bảo đảm duy trì tỷ lệ trả đúng hẹn từ 98% trở lên;", "Tỷ lệ trả đúng hẹn", ">=", "98", "%"),
        ("Số hoá 100% sổ hộ tịch của xã", "Số hoá sổ hộ tịch của xã", "=", "100", "%"),
        ("Rà soát lại, 65% hồ sơ nộp trực tuyến.", "Hồ sơ nộp trực tuyến", "=", "65", "%"),
        ("Các ban và 100% thôn có tổ số hóa cộng đồng.", "Thôn có tổ số hóa cộng đồng", "=", "100", "%"),
        ("90% số thôn có loa, nhằm đưa tin kịp thời.", "Thôn có loa", "=", "90", "%"),
        ("Mức độ hài lòng về giao dịch mức độ 4 đạt 90%.", "Mức độ hài lòng về giao dịch mức độ 4", "=", "90", "%"),
        ("Tổ chức ít nhất 02 cuộc đối thoại với người dân.", "Số cuộc đối thoại với người dân", ">=", "2", "cuộc"),
        ("Tự kiểm tra tối thiểu 02 lần/năm.", "Số lần tự kiểm tra", ">=", "2", "lần"),
        ("Phấn đấu giảm 02 biên chế so với năm 2025.", "Số biên chế giảm so với năm 2025", "=", "2", "biên chế"),
        ("Phấn đấu tổ chức 02 hội nghị đối thoại.", "Số hội nghị đối thoại", "=", "2", "hội nghị"),
        ("Chỉ số của xã đạt 92,5 điểm trở lên, vào nhóm đầu.", "Chỉ số của xã", ">=", "92.5", "điểm"),
        ("Thời gian chờ không quá 30 phút/lượt.", "Thời gian chờ", "<=", "30", "phút"),
        ("Đối thoại với người dân (ít nhất 01 cuộc).", "Số cuộc đối thoại với người dân", ">=", "1", "cuộc"),
        ("Có ít nhất 01 sáng kiến, giải pháp mới.", "Số sáng kiến, giải pháp mới", ">=", "1", "sáng kiến"),
        ("Tỷ lệ nộp phí qua mạng: 60%.", "Tỷ lệ nộp phí qua mạng", "=", "60", "%"),
        ("Tỷ lệ trả hồ sơ đúng hẹn đạt 98% cả năm.", "Tỷ lệ trả hồ sơ đúng hẹn", "=", "98", "%"),
        ("Có 100% (25/25) thôn có tổ tự quản.", "Thôn có tổ tự quản", "=", "100", "%"),
        ("Mở sổ theo dõi trên phần mềm chung, bảo đảm 100% việc đã giao.", "Việc đã giao", "=", "100", "%"),
        (
            "Mở sổ theo dõi trên phần mềm đạt 100% việc đã giao.",
            "Mở sổ theo dõi trên phần mềm - việc đã giao",
            "=",
            "100",
            "%",
        ),
        ("Phấn đấu giảm 02 biên chế công chức.", "Số biên chế công chức giảm", "=", "2", "biên chế"),
    ],
)
def test_measures(sentence: str, measure: str, comparator: str, target: str, unit: str) -> None:
    found = _one(sentence)
    assert (found.measure, str(found.comparator), found.unit) == (measure, comparator, unit)
    assert found.target == Decimal(target)


@pytest.mark.parametrize(
    ("sentence", "numerator", "denominator"),
    [
        ("Tỷ lệ nộp phí qua mạng trên tổng số lượt nộp phí đạt 50%.", True, "tổng số lượt nộp phí"),
        ("Tỷ lệ hồ sơ qua mạng từ 60% trở lên số hồ sơ đã nhận", True, "số hồ sơ đã nhận"),
        ("Hoàn thành từ 90% nhiệm vụ trở lên.", True, "nhiệm vụ"),
        ("100% thủ tục của xã được công khai.", True, "thủ tục của xã"),
        ("Số hóa 100% sổ hộ tịch của xã.", True, "sổ hộ tịch của xã"),
        ("Tỷ lệ giải ngân đạt 95%.", False, None),
        ("Tổ chức ít nhất 02 cuộc đối thoại.", False, None),
    ],
)
def test_what_a_share_is_of(sentence: str, numerator: bool, denominator: str | None) -> None:
    found = _one(sentence)
    assert ((found.numerator or "").lower(), found.denominator) == (
        found.measure.lower() if numerator else "",
        denominator,
    )


def test_a_verb_goes_for_the_next_too() -> None:
    found = read_indicators("Cắt giảm ít nhất 30% thời gian xử lý, 20% chi phí đi lại.")
    assert [one.measure for one in found] == ["Cắt giảm thời gian xử lý", "Cắt giảm chi phí đi lại"]


def test_several_in_one_sentence() -> None:
    found = read_indicators(
        "Duy trì tỷ lệ đúng hẹn đạt trên 98%, trong đó tỷ lệ qua mạng từ 30%; 80% người dân hài lòng."
    )
    assert [(one.measure, str(one.comparator), one.target) for one in found] == [
        ("Tỷ lệ đúng hẹn", ">", Decimal(98)),
        ("Tỷ lệ qua mạng", ">=", Decimal(30)),
        ("Người dân hài lòng", "=", Decimal(80)),
    ]


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("Trong 06 tháng cuối năm tổ chức ít nhất 01 cuộc đối thoại.", "06 tháng cuối năm"),
        ("Đăng tối thiểu 04 tin bài mỗi tháng.", "mỗi tháng"),
        ("Đến hết năm 2026, tỷ lệ giải ngân đạt 95%.", "năm 2026"),
        ("Tỷ lệ giải ngân đạt 95%.", None),
    ],
)
def test_periods(sentence: str, period: str | None) -> None:
    assert _one(sentence).period == period


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Một câu không có số.",
        "Năm trước đã đạt 95% kế hoạch.",
        "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 theo mô hình 02 cấp.",
        "100%",
        "100% " * 2000,
    ],
)
def test_no_indicator(sentence: str) -> None:
    assert read_indicators(sentence) == ()


def test_sentences() -> None:
    text = "Câu một đạt 9,5%. Đổi mới v.v. và 1.2 nữa... 100% hồ sơ.\nTại TP. Vinh, câu cuối"
    assert sentences(text) == [
        "Câu một đạt 9,5%.",
        "Đổi mới v.v. và 1.2 nữa...",
        "100% hồ sơ.",
        "Tại TP. Vinh, câu cuối",
    ]


_WORDS = (
    "tỷ lệ", "từ", "98%", "trở lên", "100 %", "số", "hồ sơ", "được", ",", ";", ":", ".", "(", ")", "giảm", "02 cuộc",
    "trên tổng số", "so với", "và", "đạt", "ít nhất", "25.898", "99,10", "-", "/", "năm 2026", "Ủy", "hoá", "\n",
)  # fmt: skip


@given(st.lists(st.sampled_from(_WORDS) | st.text(max_size=6), max_size=40).map(" ".join) | st.text(max_size=200))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    for sentence in sentences(text):
        for found in read_indicators(sentence):
            assert found.measure and found.target is not None and found.target >= 0
