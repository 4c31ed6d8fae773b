"""Amounts in a sentence and how they compare."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.indicator_grammar import amounts, number_of
from app.domain.text import with_marks


@pytest.mark.parametrize(
    ("text", "value"),
    [("25.898", "25898"), ("99,10", "99.10"), ("1.234.567,5", "1234567.5"), ("02", "2"), ("100", "100")],
)
def test_numbers(text: str, value: str) -> None:
    assert number_of(text) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "comparator", "target", "unit"),
    [
        ("đạt 100%", "=", "100", "%"),
        ("đạt 99,5 %", "=", "99.5", "%"),
        ("đạt từ 95% trở lên", ">=", "95", "%"),
        ("đạt 95% trở lên", ">=", "95", "%"),
        ("đạt từ 95% tở lên", ">=", "95", "%"),
        ("từ 80% nhiệm vụ trở lên", ">=", "80", "%"),
        ("đạt tối thiểu 85%", ">=", "85", "%"),
        ("không dưới 85%", ">=", "85", "%"),
        ("đạt trên 98%", ">", "98", "%"),
        ("đạt từ trên 98%", ">", "98", "%"),
        ("dưới 5%", "<", "5", "%"),
        ("không quá 2%", "<=", "2", "%"),
        ("tối đa 2%", "<=", "2", "%"),
        ("từ 3% trở xuống", "<=", "3", "%"),
        ("≥ 90%", ">=", "90", "%"),
        ("từ 90% đến 95%", ">=", "90", "%"),
        ("90% - 95%", ">=", "90", "%"),
        ("ít nhất từ 02 đến 03 cuộc", ">=", "2", "cuộc"),
        ("ít nhất 1.200 hồ sơ", ">=", "1200", "hồ sơ"),
        ("giảm 03 biên chế", "=", "3", "biên chế"),
        ("không quá 30 phút", "<=", "30", "phút"),
    ],
)
def test_comparisons(text: str, comparator: str, target: str, unit: str) -> None:
    (amount,) = amounts(with_marks(text))
    assert (str(amount.comparator), amount.target, amount.unit) == (comparator, Decimal(target), unit)


@pytest.mark.parametrize(
    "text",
    [
        "mô hình chính quyền 02 cấp",
        "mức độ 3 và mức độ 4",
        "theo tiêu chuẩn TCVN ISO 9001:2015",
        "Quyết định số 05/QĐ-UBND ngày 10/01/2026",
        "Phụ lục số 01",
        "định kỳ quý, 6 tháng, 9 tháng",
        "giai đoạn 2021 - 2030",
        "trong vòng 05 ngày làm việc",
        "03 hồ sơ mẫu kèm theo",
        "",
    ],
)
def test_numbers_that_nobody_aims_at(text: str) -> None:
    assert list(amounts(with_marks(text))) == []


@given(
    st.text(max_size=80) | st.lists(st.sampled_from(["từ", "9", "%", "trở lên", "-", "cuộc", ",", " "])).map("".join)
)
def test_any_text_is_taken(text: str) -> None:
    lowered = with_marks(text)
    for amount in amounts(lowered):
        assert 0 <= amount.start < amount.end <= len(lowered)
