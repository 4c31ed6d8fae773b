"""Values of indicators beside targets."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import Refused
from app.domain.indicator import Comparator, Indicator
from app.domain.indicator_values import (
    TargetState,
    Trend,
    is_plan_progress,
    read_target,
    read_value,
    share,
    target_short,
    target_state,
    trend_of,
    value_text,
    with_unit,
)
from app.domain.statistics_form import NOT_AVAILABLE, Figure

MET, MISSED, UNKNOWN = TargetState.MET, TargetState.MISSED, TargetState.UNKNOWN


def indicator(comparator: Comparator | None, target: int | None = 90, unit: str = "%", measure: str = "x") -> Indicator:
    """An indicator with that target."""
    return Indicator(measure, comparator, None if target is None else Decimal(target), unit)


@pytest.mark.parametrize(
    ("comparator", "below", "at", "above"),
    [
        (Comparator.AT_LEAST, MISSED, MET, MET),
        (Comparator.MORE, MISSED, MISSED, MET),
        (Comparator.EQUAL, MISSED, MET, MET),
        (Comparator.LESS, MET, MISSED, MISSED),
        (Comparator.AT_MOST, MET, MET, MISSED),
        (None, MISSED, MET, MET),
    ],
)
def test_a_value_stands_to_its_target(
    comparator: Comparator | None, below: TargetState, at: TargetState, above: TargetState
) -> None:
    states = [target_state(indicator(comparator), Figure(Decimal(value))) for value in ("89.99", "90", "90.01")]
    assert states == [below, at, above]


def test_a_target_of_nothing_is_exact() -> None:
    states = [target_state(indicator(Comparator.EQUAL, 0), Figure(Decimal(value))) for value in (0, 1)]
    assert states == [MET, MISSED]


def test_without_value_or_target_nothing_is_known() -> None:
    for figure in (None, NOT_AVAILABLE):
        assert target_state(indicator(Comparator.AT_LEAST), figure) is UNKNOWN
    assert target_state(indicator(None, None), Figure(Decimal(3))) is UNKNOWN


def test_the_trend_needs_two_numbers() -> None:
    two, three = Figure(Decimal(2)), Figure(Decimal(3))
    assert [trend_of(two, three), trend_of(three, two), trend_of(two, two)] == [Trend.UP, Trend.DOWN, Trend.SAME]
    assert {trend_of(None, two), trend_of(two, None), trend_of(NOT_AVAILABLE, two), trend_of(two, NOT_AVAILABLE)} == {
        None
    }


@pytest.mark.parametrize(
    ("typed", "unit", "shown"),
    [
        ("25.898", "hồ sơ", "25.898"),
        ("99,1", "%", "99,10%"),
        ("99,10%", "%", "99,10%"),
        ("100", "%", "100,00%"),
        ("33,335", "%", "33,34%"),
        ("12 cuộc", "cuộc", "12"),
        ("-", "%", "-"),
        ("", "%", ""),
    ],
)
def test_numbers_are_typed_and_shown_the_vietnamese_way(typed: str, unit: str, shown: str) -> None:
    assert value_text(read_value(typed, unit), unit) == shown


def test_words_are_no_number() -> None:
    with pytest.raises(Refused):
        read_value("nhiều", "%")
    assert read_target("", "%") is None and read_target("95", "%") == 95


def test_a_target_is_shown_with_sign_and_unit() -> None:
    assert target_short(indicator(Comparator.AT_LEAST)) == "≥ 90%"
    assert target_short(indicator(Comparator.AT_MOST, 2, "ngày")) == "≤ 2 ngày"
    assert target_short(indicator(Comparator.EQUAL, 2, "")) == "2"
    assert target_short(indicator(None, None)) == ""
    assert with_unit("-", "cuộc") == "-"


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("Tỷ lệ hoàn thành kế hoạch", True),
        ("Tỉ lệ hoàn thành Kế hoạch cải cách hành chính năm 2026", True),
        ("Tỷ lệ hoàn thành nhiệm vụ trong kế hoạch CCHC", True),
        ("Tỷ lệ hoàn thành các nhiệm vụ đề ra trong kế hoạch", True),
        ("Tỷ lệ hoàn thành kế hoạch đầu tư công", False),
        ("Tỷ lệ hồ sơ đúng hạn theo kế hoạch", False),
    ],
)
def test_the_plans_own_progress_is_recognised(measure: str, expected: bool) -> None:
    assert is_plan_progress(indicator(Comparator.EQUAL, measure=measure)) is expected
    assert not is_plan_progress(indicator(Comparator.EQUAL, unit="nhiệm vụ", measure=measure))


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_share_has_two_decimals(part: int, whole: int) -> None:
    found = share(part, whole)
    assert (found is None) == (whole == 0)
    assert found is None or (found.value is not None and found.value == round(found.value, 2))
