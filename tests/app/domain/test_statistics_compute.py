from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.domain.statistics_compute import column_totals, computed, filled
from app.domain.statistics_form import (
    NOT_AVAILABLE,
    Figure,
    Form,
    FormLine,
    FormRow,
    Ratio,
    Shape,
    Total,
    ValueKind,
)

COUNT = ValueKind.COUNT
FORM = Form(
    "1",
    "Thử",
    (
        FormRow("1", "Tỷ lệ", "%", ValueKind.PERCENT, calculation=Ratio(("1.2", "1.3"), ("1.1",))),
        FormRow("1.1", "Tổng", "Hồ sơ", COUNT, calculation=Total(("1.2", "1.3", "1.4"))),
        FormRow("1.2", "Trước hạn", "Hồ sơ", COUNT),
        FormRow("1.3", "Đúng hạn", "Hồ sơ", COUNT),
        FormRow("1.4", "Quá hạn", "Hồ sơ", COUNT),
        FormRow("2", "Được giao", "Nhiệm vụ", COUNT, calculation=Total(("2.1",), complete=False)),
        FormRow("2.1", "Đã xong", "Nhiệm vụ", COUNT),
    ),
)


def figures(**values: int | None) -> dict[str, Figure]:
    return {
        code[1:].replace("_", "."): NOT_AVAILABLE if value is None else Figure(Decimal(value))
        for code, value in values.items()
    }


def test_totals_and_the_percentages_over_them_are_computed() -> None:
    assert computed(FORM, figures(c1_2=7, c1_3=2, c1_4=1)) == {"1": Figure(Decimal(90)), "1.1": Figure(Decimal(10))}


def test_an_entered_total_counts_as_entered() -> None:
    assert computed(FORM, figures(c1_1=20, c1_2=7, c1_3=2, c1_4=1))["1"] == Figure(Decimal(45))


def test_nothing_is_computed_from_parts_that_are_missing() -> None:
    assert computed(FORM, figures(c1_2=7, c1_3=2, c2_1=4)) == {}


def test_halves_are_rounded_up_to_two_decimals() -> None:
    assert computed(FORM, figures(c1_1=80000, c1_2=1, c1_3=3))["1"] == Figure(Decimal("0.01"))


def test_a_percentage_of_nothing_is_not_available() -> None:
    assert computed(FORM, figures(c1_2=0, c1_3=0, c1_4=0))["1"] == NOT_AVAILABLE
    assert computed(FORM, figures(c1_2=None, c1_3=None, c1_4=None)) == {"1": NOT_AVAILABLE, "1.1": NOT_AVAILABLE}


def test_what_is_not_available_adds_nothing() -> None:
    assert computed(FORM, figures(c1_2=7, c1_3=None, c1_4=3))["1.1"] == Figure(Decimal(10))


def test_filling_keeps_what_was_entered() -> None:
    entered = figures(c1=99, c1_2=7, c1_3=2, c1_4=1)
    assert filled(FORM, entered) == {**figures(c1_1=10), **entered}


def test_the_line_of_totals_adds_the_counts_and_computes_the_percentages_anew() -> None:
    form = Form("2", "Thử", FORM.rows, Shape.COLUMNS)
    lines = [FormLine("1", "Hộ tịch", figures(c1_2=7, c1_3=2, c1_4=1)), FormLine("2", "Đất đai", figures(c1_1=30))]
    totals = column_totals(form, [*lines, FormLine("3", "Khác", figures(c1_2=1))])
    assert totals == {**figures(c1_1=40, c1_2=8, c1_3=2, c1_4=1), "1": Figure(Decimal(25))}


@given(st.lists(st.integers(0, 10**6) | st.none(), min_size=3, max_size=3))
def test_a_computed_percentage_lies_between_0_and_100(parts: list[int | None]) -> None:
    made = computed(FORM, figures(c1_2=parts[0], c1_3=parts[1], c1_4=parts[2]))
    assert made["1"].value is None or 0 <= made["1"].value <= 100
