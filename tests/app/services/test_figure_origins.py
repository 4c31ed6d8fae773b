"""Where figures come from."""

from decimal import Decimal

import pytest

from app.domain.statistics_form import NOT_AVAILABLE, Figure, Form, FormRow, Ratio, ValueKind
from app.services.figure_origins import Origin, follows, origins_of

ROW = FormRow("1", "Tỷ lệ", "%", ValueKind.PERCENT, calculation=Ratio(("3",), ("2",)))
FORM = Form(
    "1", "Biểu thử", (ROW, FormRow("2", "Tổng", "", ValueKind.COUNT), FormRow("3", "Đúng", "", ValueKind.COUNT))
)
PARTS = {"2": Figure(Decimal(7)), "3": Figure(Decimal(6))}


@pytest.mark.parametrize(
    ("written", "is_same"), [("85.71", True), ("85.7", True), ("85.72", False), ("86", False), ("85.714286", True)]
)
def test_a_percentage_follows_its_parts_as_far_as_it_is_written(written: str, is_same: bool) -> None:
    assert follows(FORM, PARTS, ROW, Figure(Decimal(written))) is is_same


def test_nothing_follows_from_parts_that_are_missing() -> None:
    assert not follows(FORM, {}, ROW, Figure(Decimal(1)))
    assert not follows(FORM, PARTS, ROW, NOT_AVAILABLE) and not follows(FORM, PARTS, FORM.rows[1], PARTS["2"])


def test_each_row_has_its_origin() -> None:
    assert origins_of(FORM, {}) == dict.fromkeys("123", Origin.ENTERED)
    assert origins_of(FORM, PARTS)["1"] is Origin.COMPUTED
    assert origins_of(FORM, {**PARTS, "1": Figure(Decimal("85.71"))})["1"] is Origin.COMPUTED
    assert origins_of(FORM, {**PARTS, "1": Figure(Decimal(90))})["1"] is Origin.ENTERED
    assert origins_of(FORM, {}, PARTS) == {"1": Origin.COMPUTED, "2": Origin.REGISTER, "3": Origin.REGISTER}
