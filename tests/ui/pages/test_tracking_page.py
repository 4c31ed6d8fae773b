"""The list of milestones: filter, order, mark several at once, open again, go to the row."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from pytestqt.qtbot import QtBot

from app.domain.line_filter import Column, LineFilter
from app.domain.mark import Mark
from app.domain.milestone_lines import LineState
from app.domain.status import TaskState
from app.exchange.samples import sample_plan
from app.ports import Storage
from ui.clock import Clock
from ui.dialogs.mark_done import MarkDone
from ui.operations import Operations
from ui.pages.tracking_page import TrackingPage
from ui.widgets.tracking_filters import STATE_CHOICES
from ui.widgets.tracking_model import COLUMNS

TODAY = date(2026, 6, 17)


@pytest.fixture
def plan_id(storage: Storage) -> int:
    """The sample plan in the register."""
    return storage.write("nhập", lambda work: work.add_plan(sample_plan())).result


@pytest.fixture
def marks(storage: Storage, plan_id: int) -> Callable[[], list[Mark]]:
    """Reads what is marked on disk."""
    return lambda: storage.read(lambda work: work.marks(plan_id))


def opened(qtbot: QtBot, operations: Operations) -> TrackingPage:
    """The page in front, its list read."""
    made = TrackingPage(operations)
    made.clock = Clock(TODAY)
    qtbot.addWidget(made)
    operations.changed.connect(made.show_changes)
    made.resize(1160, 700)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: operations.idle)
    return made


@pytest.fixture
def page(qtbot: QtBot, operations: Operations, plan_id: int) -> TrackingPage:
    """The page on the sample plan."""
    assert plan_id
    return opened(qtbot, operations)


def select(page: TrackingPage, *rows: int) -> None:
    """Select these rows of the table."""
    model = page.table.selectionModel()
    model.clearSelection()
    for row in rows:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        model.select(page.table.lines.index(row, 0), flags)


def words(page: TrackingPage, row: int, column: Column) -> str:
    """What a cell says."""
    return str(page.table.lines.index(row, COLUMNS.index(column)).data())


def choose_state(page: TrackingPage, name: str) -> None:
    """Pick an entry of the state filter as a person does."""
    choice = next(one for one in STATE_CHOICES if one.name == name)
    combo = page.filters.state
    place = next(i for i in range(combo.count()) if combo.itemData(i) == choice)
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def agree(qtbot: QtBot, page: TrackingPage, document: str) -> None:
    """Answer the dialog."""
    dialog = page.findChild(MarkDone)
    assert dialog is not None
    dialog.document.setText(document)
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.operations.idle)


def test_an_empty_register_says_so(qtbot: QtBot, operations: Operations) -> None:
    page = opened(qtbot, operations)
    assert page.table.lines.rowCount() == 0
    assert not page.foot.mark.isEnabled() and not page.chooser.isEnabled()
    assert "chưa có kế hoạch" in page.views.nothing.text()


def test_milestones_stand_by_their_day_with_their_state_in_words(page: TrackingPage) -> None:
    shown = page.table.lines.shown
    days = [line.due for line in shown if line.due]
    assert len(days) == len(shown) and days == sorted(days)
    assert words(page, 0, Column.DUE) == "19/01/2026"
    assert words(page, 0, Column.STATE) == "Quá hạn 149 ngày"
    assert words(page, 0, Column.APPENDIX) == "PL 07"
    periods = {words(page, row, Column.PERIOD) for row in range(len(shown))}
    assert {"Quý I", "Tháng 2", "6 tháng", "Năm"} <= periods


def test_words_are_found_without_marks_and_the_filter_is_taken_off(qtbot: QtBot, page: TrackingPage) -> None:
    everything = page.table.lines.rowCount()
    with qtbot.waitSignal(page.filters.changed):
        page.filters.words.setText("giai ngan")
        page.filters.words.textEdited.emit("giai ngan")
    assert 0 < page.table.lines.rowCount() < everything
    assert all("giải ngân" in line.name.lower() for line in page.table.lines.shown)
    qtbot.mouseClick(page.filters.clear, Qt.MouseButton.LeftButton)
    assert page.table.lines.rowCount() == everything and not page.filters.clear.isEnabled()


@pytest.mark.parametrize("choice", STATE_CHOICES, ids=lambda choice: choice.name)
def test_each_state_can_be_asked_for(page: TrackingPage, choice: object) -> None:
    name = getattr(choice, "name", "")
    choose_state(page, name)
    wanted = page.filters.wanted
    for line in page.table.lines.shown:
        assert wanted.states is None or line.state in wanted.states
        assert wanted.tasks is None or line.task is wanted.tasks
    assert page.foot.counts.text().startswith(str(page.table.lines.rowCount()))


def test_a_heading_puts_in_order(page: TrackingPage) -> None:
    page.table.sortByColumn(COLUMNS.index(Column.UNITS), Qt.SortOrder.AscendingOrder)
    ranks = [line.units_rank for line in page.table.lines.shown]
    assert ranks == sorted(ranks)
    page.table.sortByColumn(COLUMNS.index(Column.DUE), Qt.SortOrder.DescendingOrder)
    assert words(page, 0, Column.DUE).endswith(("2026", "2027"))


def test_several_are_marked_by_one_document_in_one_step(
    qtbot: QtBot, page: TrackingPage, marks: Callable[[], list[Mark]], operations: Operations
) -> None:
    choose_state(page, "overdue")
    before = page.table.lines.rowCount()
    select(page, 0, 1, 3)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    if page.findChild(MarkDone) is None:  # a window that is not active takes no shortcuts
        page.mark_selected()
    agree(qtbot, page, "15/BC-UBND")
    assert {(mark.done, mark.document) for mark in marks()} == {(TODAY, "15/BC-UBND")} and len(marks()) == 3
    qtbot.waitUntil(lambda: page.table.lines.rowCount() == before - 3)
    assert operations.history().undo[0] == "Hoàn thành 3 mốc"
    operations.undo()
    qtbot.waitUntil(lambda: operations.idle and page.table.lines.rowCount() == before)
    assert marks() == []


def test_what_was_met_is_opened_again(qtbot: QtBot, page: TrackingPage, marks: Callable[[], list[Mark]]) -> None:
    select(page, 0)
    page.mark_selected()
    agree(qtbot, page, "")
    qtbot.waitUntil(lambda: page.foot.reopen.isEnabled())
    assert words(page, 0, Column.STATE) == "Hoàn thành quá hạn" and words(page, 0, Column.DONE) == "17/6/2026"
    qtbot.mouseClick(page.foot.reopen, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.operations.idle and not page.foot.reopen.isEnabled())
    assert marks() == []


def test_a_task_without_a_day_cannot_be_marked_here(page: TrackingPage) -> None:
    choose_state(page, "waiting")
    page.table.selectAll()
    assert page.table.selected and {line.state for line in page.table.selected} == {LineState.WAITING}
    assert not page.foot.mark.isEnabled() and page.foot.go.isEnabled()


def test_enter_goes_to_the_row_of_the_plan(qtbot: QtBot, page: TrackingPage, plan_id: int) -> None:
    page.table.setCurrentIndex(page.table.lines.index(2, 0))
    line = page.table.lines.shown[2]
    with qtbot.waitSignal(page.plan_wanted) as caught:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert caught.args == [plan_id, line.appendix_id, line.row_id]


def test_another_page_may_set_the_filter(qtbot: QtBot, page: TrackingPage) -> None:
    unit = page.table.lines.shown[0].units[0]
    page.show_filter(LineFilter(frozenset({LineState.OVERDUE}), unit=unit, since=date(2026, 3, 1)))
    assert page.filters.unit.currentText() == unit and page.filters.state.currentText() == "Quá hạn"
    assert page.table.lines.shown
    assert {(line.state, unit in line.units) for line in page.table.lines.shown} == {(LineState.OVERDUE, True)}
    assert "01/3/2026" in page.foot.counts.text()
    page.show_filter(LineFilter(tasks=TaskState.OVERDUE, appendix=0))
    assert page.filters.appendix.currentData() == 0 and page.filters.unit.currentIndex() == 0


def test_a_selection_outlives_filter_and_order(page: TrackingPage) -> None:
    select(page, 0, 1, 2, 5)
    chosen = {(line.row_id, line.key) for line in page.table.selected}
    page.table.sortByColumn(COLUMNS.index(Column.NAME), Qt.SortOrder.AscendingOrder)
    assert {(line.row_id, line.key) for line in page.table.selected} == chosen
    choose_state(page, "overdue")
    left = {(line.row_id, line.key) for line in page.table.selected}
    assert left <= chosen and all(line.state is LineState.OVERDUE for line in page.table.selected)


def test_a_removed_plan_leaves_an_empty_list(
    qtbot: QtBot, page: TrackingPage, operations: Operations, plan_id: int
) -> None:
    operations.write("xóa", lambda work: work.remove_plan(plan_id))
    qtbot.waitUntil(lambda: operations.idle and page.table.lines.rowCount() == 0)


def test_escape_takes_the_filter_off_and_the_search_field_is_found(qtbot: QtBot, page: TrackingPage) -> None:
    everything = page.table.lines.rowCount()
    page.show_filter(LineFilter(words="bao cao"))
    assert page.table.lines.rowCount() < everything
    page.focus_search()
    assert page.filters.words.selectedText() == "bao cao"
    qtbot.keyClick(page.filters.words, Qt.Key.Key_Escape)
    assert page.table.lines.rowCount() == everything and page.filters.words.text() == ""
    choose_state(page, "overdue")
    assert page.table.lines.rowCount() < everything
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.table.lines.rowCount() == everything


def test_escape_closes_a_list_of_choices_and_leaves_the_filter(qtbot: QtBot, page: TrackingPage) -> None:
    choose_state(page, "overdue")
    page.filters.unit.showPopup()
    qtbot.waitUntil(lambda: page.filters.unit.view().isVisible())
    qtbot.keyClick(page.filters.unit.view(), Qt.Key.Key_Escape)
    assert page.filters.clear.isEnabled() and not page.filters.unit.view().isVisible()


def test_filter_order_and_view_are_remembered(qtbot: QtBot, page: TrackingPage) -> None:
    choose_state(page, "overdue")
    page.table.sortByColumn(COLUMNS.index(Column.UNITS), Qt.SortOrder.DescendingOrder)
    shown = list(page.table.lines.shown)
    page.views.choose(1)
    page.hide()
    page.show()
    page.enter()
    qtbot.waitUntil(lambda: page.operations.idle)
    assert page.table.lines.shown == shown and page.views.switch.current == 1


def test_another_page_is_shown_a_list_whatever_view_was_in_front(page: TrackingPage) -> None:
    page.views.choose(2)
    page.show_filter(LineFilter(frozenset({LineState.TO_ASK})))
    assert page.views.currentIndex() == 0 and {line.state for line in page.table.lines.shown} == {LineState.TO_ASK}
    assert page.foot.counts.text() == f"{len(page.table.lines.shown)} lượt hỏi trong kỳ báo cáo"


def test_what_is_selected_on_the_calendar_is_marked(
    qtbot: QtBot, page: TrackingPage, marks: Callable[[], list[Mark]]
) -> None:
    page.views.choose(1)
    day = page.table.lines.shown[0].due
    assert day is not None
    page.views.calendar.go_to(day)
    assert not page.foot.mark.isEnabled()
    page.views.calendar.day_lines.selectAll()
    assert page.foot.mark.isEnabled()
    count = len(page.selected)
    page.mark_selected()
    agree(qtbot, page, "3/BC-UBND")
    assert {mark.document for mark in marks()} == {"3/BC-UBND"} and len(marks()) == count


def test_enter_shows_what_is_kept_and_reads_what_changed(
    qtbot: QtBot, page: TrackingPage, operations: Operations, plan_id: int
) -> None:
    line = page.table.lines.shown[0]
    page.hide()
    mark = Mark(line.row_id, line.key, done=TODAY)
    operations.write("ghi", lambda work: work.save_mark(mark))
    qtbot.waitUntil(lambda: operations.idle)
    page.show()
    page.enter()
    assert page.table.lines.shown[0].done is None
    qtbot.waitUntil(lambda: page.table.lines.shown[0].done == TODAY)
