"""The log of the register, as use cases read it."""

from functools import partial

import pytest

from app.domain.errors import Refused
from app.domain.log_chain import ChainPoint
from app.domain.log_filter import LogFilter
from app.ports import Storage
from app.services.log import LogPlace, log_choices, log_count, log_place, log_slice, look_through_log
from tests.app.domain.samples import item, plan, table


def filled(storage: Storage) -> int:
    storage.work_as("Một")
    added = plan(table(item("1", "Rà soát", "Báo cáo"), item("2", "Đối thoại", "Biên bản")))
    return storage.write("Thêm", lambda work: work.add_plan(added)).result


def test_choices_are_who_and_what_the_log_names(storage: Storage) -> None:
    plan_id = filled(storage)
    title = storage.read(lambda work: work.list_plans())[0].title
    choices = storage.read(log_choices)
    assert choices.people == ("Một",) and choices.plans == ((plan_id, title),)
    storage.work_as("")
    storage.write("Xóa", lambda work: work.remove_plan(plan_id))
    choices = storage.read(log_choices)
    assert choices.people == ("Một", "") and choices.plans == ((plan_id, ""),)


def test_the_chain_is_looked_through_bit_by_bit(storage: Storage) -> None:
    filled(storage)
    count = storage.read(partial(log_count, wanted=LogFilter()))
    point, rounds = ChainPoint(), 0
    while not point.is_end:
        point = storage.read(partial(look_through_log, point=point, limit=2))
        rounds += 1
    assert point.count == count and point.broken is None and rounds == count // 2 + 1


def test_a_line_leads_to_its_row_while_that_is_there(storage: Storage) -> None:
    plan_id = filled(storage)
    lines = storage.read(partial(log_slice, wanted=LogFilter()))
    row = next(line for line in lines if line.what == "row")
    part = storage.read(lambda work: work.get_plan(plan_id)).appendices[0]
    place = storage.read(partial(log_place, line=row))
    assert place == LogPlace(plan_id, part.id or 0, row.row_id or 0)
    about_plan = next(line for line in lines if line.what == "plan")
    assert storage.read(partial(log_place, line=about_plan)) is None
    storage.write("Xóa", lambda work: work.remove_plan(plan_id))
    with pytest.raises(Refused):
        storage.read(partial(log_place, line=row))
