"""Values of indicators that follow from others."""

from decimal import Decimal

from app.domain.indicator import Indicator
from app.domain.indicator_compute import Known, Origin, origin_of, values_in
from app.domain.statistics_form import NOT_AVAILABLE, Figure

DONE = Indicator("Số hồ sơ đúng hạn", None, None, "hồ sơ")
ALL = Indicator("Tổng số hồ sơ", None, None, "hồ sơ")
RATIO = Indicator("Tỷ lệ đúng hạn", None, None, "%", numerator="số hồ sơ đúng hạn", denominator="tổng số hồ sơ")
OPEN = Indicator("Hồ sơ số hóa", None, None, "%", numerator="Hồ sơ số hóa", denominator="tổng số hồ sơ")
PROGRESS = Indicator("Tỷ lệ hoàn thành kế hoạch", None, None, "%")
ACCEPTED = {1: DONE, 2: ALL, 3: RATIO, 4: OPEN, 5: PROGRESS}


def test_only_what_names_two_counted_indicators_is_a_ratio() -> None:
    origins = [origin_of(one, ACCEPTED) for one in ACCEPTED.values()]
    assert origins == [None, None, Origin.RATIO, None, Origin.PROGRESS]
    assert origin_of(RATIO, {1: DONE, 3: RATIO}) is None


def test_values_are_typed_or_computed() -> None:
    entered = {1: Figure(Decimal(2)), 2: Figure(Decimal(3)), 3: Figure(Decimal(1)), 4: NOT_AVAILABLE}
    assert values_in(ACCEPTED, entered, (1, 4)) == {
        1: Known(entered[1]),
        2: Known(entered[2]),
        3: Known(Figure(Decimal("66.67")), Decimal(2), Decimal(3)),
        4: Known(NOT_AVAILABLE),
        5: Known(Figure(Decimal("25.00")), Decimal(1), Decimal(4)),
    }


def test_of_nothing_there_is_no_ratio() -> None:
    for whole in (Figure(Decimal(0)), NOT_AVAILABLE):
        assert 3 not in values_in(ACCEPTED, {1: Figure(Decimal(2)), 2: whole}, None)
    assert values_in(ACCEPTED, {}, None) == {} and values_in(ACCEPTED, {}, (0, 0)) == {}
