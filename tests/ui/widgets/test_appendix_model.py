"""The table model: what it shows, where a place belongs, how little it tells."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.domain import editing
from app.domain.plan import Appendix, Plan
from ui.widgets.appendix_model import AppendixModel


def _stored(plan: Plan) -> Appendix:
    first = plan.appendices[0]
    return replace(first, id=1, rows=tuple(replace(row, id=place) for place, row in enumerate(first.rows)))


def test_merged_places_belong_to_the_top_of_their_block(qtmodeltester: ModelTester, small_plan: Plan) -> None:
    model = AppendixModel()
    model.show(_stored(small_plan))
    qtmodeltester.check(model)
    assert model.anchor(2, 2) == (1, 2)
    assert model.block_end(1, 2) == 2
    assert model.text_at(2, 2) == ""
    assert model.text_at(1, 2) == "Tư pháp"


def test_a_section_shows_ordinal_and_text(small_plan: Plan) -> None:
    model = AppendixModel()
    model.show(_stored(small_plan))
    assert [model.text_at(0, column) for column in range(3)] == ["I", "CẢI CÁCH THỂ CHẾ", ""]
    assert model.anchor(0, 3) == (0, 1)


def test_a_new_row_is_told_as_one_insertion(qtbot: QtBot, small_plan: Plan) -> None:
    model = AppendixModel()
    old = _stored(small_plan)
    model.show(old)
    new = editing.insert_rows(old, 2, [replace(editing.new_item(old), id=99)])
    with (
        qtbot.assertNotEmitted(model.modelReset),
        qtbot.waitSignal(model.rowsInserted, check_params_cb=lambda _p, first, last: (first, last) == (2, 2)),
    ):
        model.show(new)
    assert model.appendix == new


def test_any_other_state_is_shown_whole(small_plan: Plan) -> None:
    model = AppendixModel()
    old = _stored(small_plan)
    model.show(old)
    new = editing.move_rows(editing.delete_rows(old, [1]), [2], 0)
    model.show(new)
    assert model.appendix == new
    assert model.rowCount() == 3


def test_the_same_text_is_no_edit(qtbot: QtBot, small_plan: Plan) -> None:
    model = AppendixModel()
    model.show(_stored(small_plan))
    with qtbot.assertNotEmitted(model.edited):
        assert not model.setData(model.index(1, 1), "  Rà soát  văn bản ")
    with qtbot.waitSignal(model.edited):
        assert model.setData(model.index(1, 1), "Khác")
    assert model.text_at(1, 1) == "Khác"
    assert model.rowCount(QModelIndex()) == 4
