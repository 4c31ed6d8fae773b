"""The states of rows beside the plan's table and on its tabs: no column of the plan, read behind what is done."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from app.domain.errors import MachineTrouble
from app.domain.keys import TASK
from app.domain.mark import Mark
from app.domain.plan import Appendix
from app.ports import Storage
from ui.actions import Actions
from ui.clock import Clock
from ui.operations import Operations
from ui.pages.plan_page import PlanPage
from ui.widgets.row_panel import PROGRESS

TODAY = date(2026, 4, 12)


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    """An empty window."""
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def page(qtbot: QtBot, window: QMainWindow, operations: Operations, plan_id: int) -> PlanPage:
    """The plan page with its states read, twelve days after the end of a quarter."""
    made = PlanPage(operations)
    made.clock = Clock(TODAY)
    made.use_actions(Actions(window))
    operations.changed.connect(made.show_changes)
    window.setCentralWidget(made)
    window.resize(1160, 700)
    made.open_plan(plan_id)
    window.show()
    QTest.qWaitForWindowExposed(window)
    settle(qtbot, made)
    made.table.setFocus()
    return made


def settle(qtbot: QtBot, page: PlanPage) -> None:
    """Wait until all is stored and the states of it are shown."""
    qtbot.waitUntil(lambda: page.operations.idle and not page.states.waiting and not page.table.measuring)


def words(page: PlanPage) -> list[str]:
    """What stands beside each row, top to bottom."""
    return [page.strip.words_at(row) for row in range(page.table.appendix_model.rowCount())]


def middle(page: PlanPage, row: int) -> QPoint:
    """A point of the strip beside a row."""
    table = page.table
    top = table.horizontalHeader().height() + table.rowViewportPosition(row)
    return QPoint(page.strip.width() // 2, top + table.rowHeight(row) // 2)


def store(qtbot: QtBot, page: PlanPage, mark: Mark) -> None:
    """Note something of a row, as another page would."""
    page.operations.write("ghi", lambda work: work.save_mark(mark))
    settle(qtbot, page)


def row_id(page: PlanPage, row: int) -> int:
    """The id of the row at a position."""
    found = page.table.appendix_model.row(row).id
    assert found is not None
    return found


def test_each_task_has_its_state_and_a_section_none(page: PlanPage) -> None:
    assert words(page) == ["", "Quá hạn 12 ngày", "Chưa đến hạn", "Chưa đến hạn"]
    assert page.strip.tip_at(1).splitlines()[1:3] == ["Quá hạn từ ngày 31/3/2026", "Đã hoàn thành 0/1 mốc"]
    assert page.strip.tip_at(2).splitlines()[1] == "Đến hạn tiếp theo ngày 30/6/2026"
    assert "Không có mốc" in page.strip.tip_at(3)


def test_the_states_are_no_column_of_the_plan(page: PlanPage) -> None:
    model = page.table.appendix_model
    assert model.columnCount() == len(model.appendix.columns) == 4
    page.table.selectAll()
    assert page.table.selected_block() == (0, 0, 3, 3)
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    assert "Quá hạn" not in mime.text() and "Quá hạn" not in mime.html()
    assert mime.text().splitlines()[1].count("\t") == 3
    assert [model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)][-1] == "Thời gian"


def test_a_noted_day_moves_the_state(qtbot: QtBot, page: PlanPage) -> None:
    assert page.tabs.late_at(0) == 1 and "1 nhiệm vụ quá hạn" in page.tabs.tabToolTip(0)
    store(qtbot, page, Mark(row_id(page, 1), TASK, done=TODAY))
    assert words(page)[1] == "Hoàn thành"
    assert page.tabs.late_at(0) == 0 and "quá hạn" not in page.tabs.tabToolTip(0)
    page.operations.undo()
    settle(qtbot, page)
    assert words(page)[1] == "Quá hạn 12 ngày"


def test_a_typed_deadline_is_read_once_the_typing_is_over(
    qtbot: QtBot, page: PlanPage, stored: Callable[[], Appendix]
) -> None:
    page.table.go_to(3, 3)
    QTest.keyClicks(page.table, "1")
    editor = page.table.delegate.editor
    assert editor is not None
    QTest.keyClicks(editor, "5/4/2026")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert page.states.waiting is False or words(page)[3] == "Chưa đến hạn"
    qtbot.waitUntil(lambda: words(page)[3] == "Sắp đến hạn")
    assert stored().rows[3].cells[3] == "15/4/2026"


def test_states_belong_to_rows_wherever_they_have_gone(qtbot: QtBot, page: PlanPage) -> None:
    page.table.go_to(1, 1)
    QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.operations.idle)
    assert words(page) == ["", "Chưa đến hạn", "Quá hạn 12 ngày", "Chưa đến hạn"]
    settle(qtbot, page)


def test_another_day_brings_other_states(qtbot: QtBot, page: PlanPage) -> None:
    page.clock = Clock(date(2026, 7, 1))
    page.states.look_at_clock()
    settle(qtbot, page)
    assert words(page)[1:3] == ["Quá hạn 92 ngày", "Quá hạn 1 ngày"]
    assert page.tabs.late_at(0) == 2


def test_a_double_click_or_enter_opens_the_progress(qtbot: QtBot, page: PlanPage) -> None:
    page.panel.hide()
    with qtbot.waitSignal(page.states.state_chosen) as caught:
        QTest.mouseDClick(page.strip, Qt.MouseButton.LeftButton, pos=middle(page, 2))
    assert caught.args == [row_id(page, 2)]
    assert page.panel.isVisible() and page.panel.tabs.currentIndex() == PROGRESS
    QTest.mouseClick(page.strip, Qt.MouseButton.LeftButton, pos=middle(page, 3))
    assert page.table.place is not None and page.table.place[0] == 3
    with qtbot.waitSignal(page.states.state_chosen) as caught:
        QTest.keyClick(page.strip, Qt.Key.Key_Return)
    assert caught.args == [row_id(page, 3)]
    qtbot.waitUntil(lambda: page.panel.row_id == row_id(page, 3))
    qtbot.waitUntil(lambda: page.operations.idle and not page.tracking.reading)
    settle(qtbot, page)


def test_a_section_has_no_progress_to_open(qtbot: QtBot, page: PlanPage) -> None:
    with qtbot.assertNotEmitted(page.states.state_chosen):
        QTest.mouseDClick(page.strip, Qt.MouseButton.LeftButton, pos=middle(page, 0))
        QTest.mouseDClick(page.strip, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))


def test_other_keys_are_for_the_table(page: PlanPage) -> None:
    page.table.go_to(1, 1)
    page.strip.setFocus()
    QTest.keyClick(page.strip, Qt.Key.Key_Down)
    assert page.table.place == (2, 1)
    assert page.strip.accessibleDescription() == "Nhiệm vụ đang chọn: Chưa đến hạn"
    QTest.keyClicks(page.strip, "x")
    assert page.table.delegate.editor is not None and page.table.delegate.editor.toPlainText() == "x"
    QTest.keyClick(page.table.delegate.editor, Qt.Key.Key_Escape)


def test_a_row_says_its_state_aloud_once(page: PlanPage) -> None:
    model = page.table.appendix_model
    spoken = [model.index(1, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(4)]
    assert spoken == ["1 (Quá hạn 12 ngày)", "Rà soát văn bản", "Tư pháp", "Quý I"]
    assert page.tabs.accessibleTabName(0) == "Phụ lục số 01: Cải cách thể chế, 1 nhiệm vụ quá hạn"


def test_the_strip_is_hidden_and_that_is_remembered(qtbot: QtBot, page: PlanPage, storage: Storage) -> None:
    before = storage.history()
    page.editing.columns.open_menu(1, QPoint())
    menu = page.editing.columns.menu
    assert menu is not None
    entry = next(action for action in menu.actions() if action.text() == "Hiện cột tình trạng")
    assert entry.isChecked()
    entry.trigger()
    menu.close()
    settle(qtbot, page)
    assert page.strip.isHidden() and storage.history() == before
    again = PlanPage(page.operations)
    qtbot.addWidget(again)
    again.open_plan(page.plan_id or 0)
    assert again.strip.isHidden()
    page.states.hide(False)
    settle(qtbot, again)
    settle(qtbot, page)
    assert not page.strip.isHidden()


def test_the_strips_own_menu_hides_it(qtbot: QtBot, page: PlanPage) -> None:
    page.strip.menu_wanted.emit(page.strip.mapToGlobal(QPoint(5, 80)))
    menu = page.states.menu
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    settle(qtbot, page)
    assert page.strip.isHidden()


def test_little_room_leaves_the_signs(qtbot: QtBot, page: PlanPage) -> None:
    page.stated_table.resize(800, 400)
    wide = page.strip.width()
    page.stated_table.resize(700, 400)
    assert page.strip.width() < wide / 2
    settle(qtbot, page)
    page.strip.grab()
    assert page.strip.tip_at(1).startswith("Quá hạn 12 ngày")


def test_the_wheel_scrolls_the_table(qtbot: QtBot, page: PlanPage) -> None:
    page.stated_table.setFixedHeight(110)
    settle(qtbot, page)
    qtbot.waitUntil(lambda: page.table.verticalScrollBar().maximum() > 0)
    where = QPointF(10, 100)
    turned = QWheelEvent(
        where,
        page.strip.mapToGlobal(where),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.strip, turned)
    assert page.table.verticalScrollBar().value() > 0


def test_a_plan_that_goes_leaves_no_states(qtbot: QtBot, page: PlanPage, operations: Operations, plan_id: int) -> None:
    operations.write("xóa", lambda work: work.remove_plan(plan_id))
    settle(qtbot, page)
    assert page.plan_id is None and not page.states.waiting


def test_a_read_that_failed_is_made_up_for(qtbot: QtBot, page: PlanPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object, **_values: object) -> None:
        raise MachineTrouble("storage.disk_full")

    with monkeypatch.context() as patch, qtbot.waitSignal(page.operations.trouble):
        patch.setattr("app.services.row_states.read_row_states", fail)
        page.operations.write("ghi", lambda work: work.save_mark(Mark(row_id(page, 1), TASK, begun=TODAY)))
    settle(qtbot, page)
    store(qtbot, page, Mark(row_id(page, 1), TASK, done=TODAY))
    assert words(page)[1] == "Hoàn thành"
