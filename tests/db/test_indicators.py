"""Indicators and their values in the database."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest

from app.domain.errors import Refused
from app.domain.indicator import Comparator, Indicator, ReformField
from app.domain.indicator_values import INDICATOR_SET
from app.ports.reporting import FigurePlace, StoredIndicator
from db.storage import DatabaseStorage
from tests.app.domain.samples import item, plan, table

FIRST = Indicator("Tỷ lệ hồ sơ đúng hạn", Comparator.AT_LEAST, Decimal("99.5"), "%", field=ReformField.PROCEDURES)
SECOND = Indicator("Số cuộc đối thoại", None, None, "cuộc")


def _plan(storage: DatabaseStorage) -> int:
    return storage.write("nhập", lambda work: work.add_plan(plan(table(item("1", "A", ""))))).result


def _add(storage: DatabaseStorage, plan_id: int, indicator: Indicator) -> int:
    new = StoredIndicator(None, plan_id, 0, False, indicator)
    return storage.write("thêm", lambda work: work.save_indicator(new)).result


def _stored(storage: DatabaseStorage, plan_id: int) -> list[StoredIndicator]:
    return storage.read(lambda work: work.indicators(plan_id))


def test_indicators_keep_their_order_and_every_step_is_undone(storage: DatabaseStorage) -> None:
    plan_id = _plan(storage)
    first, second = _add(storage, plan_id, FIRST), _add(storage, plan_id, SECOND)
    expected = [StoredIndicator(first, plan_id, 0, False, FIRST), StoredIndicator(second, plan_id, 1, False, SECOND)]
    assert _stored(storage, plan_id) == expected
    changed = replace(expected[0], accepted=True, indicator=replace(FIRST, target=Decimal(98)))
    storage.write("sửa", lambda work: work.save_indicator(changed))
    assert _stored(storage, plan_id) == [changed, expected[1]]
    storage.write("xóa", lambda work: work.remove_indicator(first))
    assert _stored(storage, plan_id) == [expected[1]]
    for _ in range(2):
        storage.undo()
    assert _stored(storage, plan_id) == expected


def test_values_go_with_their_indicator_and_indicators_with_their_plan(storage: DatabaseStorage) -> None:
    plan_id = _plan(storage)
    first, second = _add(storage, plan_id, FIRST), _add(storage, plan_id, SECOND)
    places = [FigurePlace("2026-Q1", INDICATOR_SET, str(plan_id), str(one)) for one in (first, second)]
    other = FigurePlace("2026-Q1", "biểu khác", str(plan_id), str(first))
    storage.write("nhập", lambda work: work.save_figures(dict.fromkeys([*places, other], "12")))

    def values() -> list[FigurePlace]:
        return list(storage.read(lambda work: work.figures("2026-Q1", INDICATOR_SET)))

    storage.write("xóa", lambda work: work.remove_indicator(first))
    assert values() == places[1:]
    storage.write("xóa", lambda work: work.remove_plan(plan_id))
    assert values() == [] and _stored(storage, plan_id) == []
    assert storage.read(lambda work: work.figures("2026-Q1", "biểu khác")) == {other: "12"}
    storage.undo()
    storage.undo()
    assert values() == places and len(_stored(storage, plan_id)) == 2


def test_the_log_tells_which_indicator_was_changed(storage: DatabaseStorage) -> None:
    plan_id = _plan(storage)
    _add(storage, plan_id, FIRST)
    line = storage.read(lambda work: work.log(limit=1))[0]
    assert (line.plan_id, line.what, line.part) == (plan_id, "indicator", FIRST.measure)


def test_an_indicator_that_is_gone_is_refused(storage: DatabaseStorage) -> None:
    plan_id = _plan(storage)
    gone = StoredIndicator(77, plan_id, 0, True, FIRST)
    for use_case in (
        lambda work: work.save_indicator(gone),
        lambda work: work.remove_indicator(77),
        lambda work: work.get_indicator(77),
    ):
        with pytest.raises(Refused) as refused:
            storage.write("sửa", partial(use_case))
        assert refused.value.key == "indicators.gone"
