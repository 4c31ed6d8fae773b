"""The plan page driven by keys, over real storage."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QItemSelection, QItemSelectionModel, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.domain.plan import Appendix, Plan, RowKind
from app.ports import Storage
from tests.windows import bring_forward
from ui.actions import Actions
from ui.operations import Operations
from ui.pages.plan_page import PlanPage

Stored = Callable[[], Appendix]


def type_text(widget: QWidget, words: str) -> None:
    """Type letters, Vietnamese ones included."""
    for letter in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(widget, event)


@pytest.fixture
def window(qtbot: QtBot, operations: Operations, plan_id: int) -> QMainWindow:
    """A window with the plan page and its commands in front."""
    made = QMainWindow()
    qtbot.addWidget(made)
    actions = Actions(made)
    operations.history_changed.connect(actions.show_history)
    actions["undo"].triggered.connect(operations.undo)
    actions["redo"].triggered.connect(operations.redo)
    plan_page = PlanPage(operations)
    plan_page.use_actions(actions)
    operations.changed.connect(plan_page.show_changes)
    made.setCentralWidget(plan_page)
    made.resize(1160, 700)
    plan_page.open_plan(plan_id)
    bring_forward(qtbot, made)
    qtbot.waitUntil(lambda: not plan_page.table.measuring)
    plan_page.table.setFocus()
    return made


@pytest.fixture
def page(window: QMainWindow) -> PlanPage:
    """The plan page of the window."""
    found = window.centralWidget()
    assert isinstance(found, PlanPage)
    return found


def settle(qtbot: QtBot, page: PlanPage) -> None:
    """Wait until everything asked for has been told."""
    qtbot.waitUntil(lambda: page.operations.idle)


def press(page: PlanPage, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key into whatever is being typed in, else into the table."""
    QTest.keyClick(page.table.delegate.editor or page.table, key, held)


def test_opening_shows_title_tabs_rows_and_status(page: PlanPage) -> None:
    assert page.title.text() == "Kế hoạch CCHC xã Mẫu năm 2026"
    assert [page.tabs.tabText(i) for i in range(page.tabs.count())] == ["PL 01 · 3", "PL 02 · 0"]
    assert page.status == "3 nhiệm vụ · 1 đề mục"
    assert page.table.appendix_model.text_at(1, 1) == "Rà soát văn bản"


def test_typing_replaces_the_cell_and_keeps_the_first_letter(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.table.go_to(1, 1)
    type_text(page.table, "Đ")
    editor = page.table.delegate.editor
    assert editor is not None
    assert editor.toPlainText() == "Đ"
    type_text(editor, "ổi mới")
    press(page, Qt.Key.Key_Return)
    assert page.table.place == (2, 1)
    settle(qtbot, page)
    assert stored().rows[1].cells[1] == "Đổi mới"


def test_an_input_method_may_take_its_first_letter_back(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.table.go_to(1, 1)
    type_text(page.table, "d")
    press(page, Qt.Key.Key_Backspace)
    editor = page.table.delegate.editor
    assert editor is not None
    type_text(editor, "đ")
    press(page, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert stored().rows[1].cells[1] == "đ"


def test_text_committed_by_an_input_method_opens_the_cell(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.table.go_to(3, 1)
    event = QInputMethodEvent()
    event.setCommitString("Số")
    QCoreApplication.sendEvent(page.table, event)
    press(page, Qt.Key.Key_Tab)
    assert page.table.place == (3, 2)
    settle(qtbot, page)
    assert stored().rows[3].cells[1] == "Số"


def test_escape_leaves_the_cell_as_it_was(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.table.go_to(1, 1)
    type_text(page.table, "x")
    press(page, Qt.Key.Key_Escape)
    settle(qtbot, page)
    assert page.table.appendix_model.text_at(1, 1) == "Rà soát văn bản"
    assert stored().rows[1].cells[1] == "Rà soát văn bản"


def test_f2_keeps_the_text_and_alt_enter_breaks_the_line(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.table.go_to(1, 1)
    press(page, Qt.Key.Key_F2)
    press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    editor = page.table.delegate.editor
    assert editor is not None
    type_text(editor, "và báo cáo")
    press(page, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert stored().rows[1].cells[1] == "Rà soát văn bản\nvà báo cáo"


def test_f5_adds_a_numbered_row_and_f6_takes_it_away(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.table.go_to(1, 1)
    press(page, Qt.Key.Key_F5)
    settle(qtbot, page)
    assert [row.cells[0] for row in stored().rows[1:]] == ["1", "2", "3", "4"]
    assert page.table.place == (2, 1)
    assert page.status == "4 nhiệm vụ · 1 đề mục"
    press(page, Qt.Key.Key_F6)
    settle(qtbot, page)
    assert [row.cells[0] for row in stored().rows[1:]] == ["1", "2", "3"]


def test_shift_f5_adds_a_section(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.table.go_to(3, 1)
    press(page, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, page)
    type_text(page.table, "BỘ MÁY")
    press(page, Qt.Key.Key_Return)
    settle(qtbot, page)
    last = stored().rows[-1]
    assert (last.kind, last.ordinal, last.text) == (RowKind.SECTION, "II", "BỘ MÁY")


def test_undo_is_named_and_brings_everything_back(qtbot: QtBot, window: QMainWindow, page: PlanPage) -> None:
    page.table.go_to(1, 1)
    press(page, Qt.Key.Key_F6)
    settle(qtbot, page)
    actions = window.findChild(Actions)
    assert actions is not None
    undo = actions["undo"]
    assert undo.text() == "Hoàn tác: xóa dòng"
    press(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page)
    assert page.table.appendix_model.text_at(1, 1) == "Rà soát văn bản"
    press(page, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page)
    assert page.table.appendix_model.text_at(1, 1) == "Đối thoại với người dân"


def test_rows_move_with_alt_and_arrows(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.table.go_to(3, 1)
    press(page, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, page)
    assert [row.cells[1] for row in stored().rows[1:]] == ["Rà soát văn bản", "Số hóa hồ sơ", "Đối thoại với người dân"]
    assert page.table.place == (2, 1)
    assert [row.cells[0] for row in stored().rows[1:]] == ["1", "2", "3"]


def test_a_dragged_row_lands_where_it_was_dropped(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.table.verticalHeader().moveSection(3, 1)
    settle(qtbot, page)
    assert [row.cells[1] for row in stored().rows[1:]] == ["Số hóa hồ sơ", "Rà soát văn bản", "Đối thoại với người dân"]


def test_ctrl_d_copies_from_above(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.table.go_to(3, 3)
    press(page, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page)
    assert stored().rows[3].cells[3] == "Quý II"


def test_delete_empties_cells_but_no_own_number(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.table.select_rows([1, 2])
    press(page, Qt.Key.Key_Delete)
    settle(qtbot, page)
    assert stored().rows[1].cells == ("1", "", "", "")


def test_copy_and_paste_add_missing_rows(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.table.go_to(3, 1)
    QGuiApplication.clipboard().setText('Việc một\tVăn phòng\r\n"Việc\nhai"\tTư pháp\r\n')
    press(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page)
    assert [row.cells[1:3] for row in stored().rows[3:]] == [("Việc một", "Văn phòng"), ("Việc\nhai", "Tư pháp")]
    assert stored().rows[3].cells[3] == ""


def test_copied_cells_are_a_table_for_word_and_excel(page: PlanPage) -> None:
    page.table.select_rows([1, 2])
    press(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text().splitlines()[0] == "1\tRà soát văn bản\tTư pháp\tQuý I"
    assert 'rowspan="2"' in mime.html()


def test_merged_cells_split_and_merge_again(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.table.go_to(2, 2)
    assert page.table.place == (1, 2)
    press(page, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, page)
    assert [row.cells[2] for row in stored().rows[1:3]] == ["Tư pháp", ""]
    page.table.go_to(2, 2)
    type_text(page.table, "x")
    press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    model = page.table.appendix_model
    block = QItemSelection(model.index(1, 2), model.index(3, 2))
    page.table.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    press(page, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page)
    assert [row.cells[2] for row in stored().rows[1:4]] == ["Tư pháp\nx\nVăn phòng", None, None]
    assert page.table.rowSpan(1, 2) == 3
    page.table.go_to(3, 2)
    press(page, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, page)
    assert [row.cells[2] for row in stored().rows[1:4]] == ["Tư pháp\nx\nVăn phòng", "", ""]
    assert page.table.rowSpan(1, 2) == 1


def test_a_typed_ordinal_is_kept(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.table.go_to(2, 0)
    type_text(page.table, "2a")
    press(page, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert stored().rows[2].cells[0] == "2a"
    assert not stored().rows[2].numbered


def test_details_show_and_store_the_row(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.table.go_to(3, 1)
    qtbot.waitUntil(lambda: page.panel.heading == "Nhiệm vụ 3")
    field = page.panel.editors[3]
    qtbot.waitUntil(field.isVisible)
    field.setFocus()
    type_text(field, "Quý IV")
    page.table.setFocus()
    settle(qtbot, page)
    assert stored().rows[3].cells[3] == "Quý IV"


def test_suggestions_stand_in_a_list_and_never_in_the_text(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.table.go_to(3, 2)
    type_text(page.table, "tu")
    editor = page.table.delegate.editor
    assert editor is not None
    assert editor.toPlainText() == "tu"
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Return)
    assert editor.toPlainText() == "Tư pháp"
    press(page, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert stored().rows[3].cells[2] == "Tư pháp"


def test_a_draft_is_kept_while_typing_and_gone_when_stored(qtbot: QtBot, page: PlanPage, storage: Storage) -> None:
    page.table.go_to(3, 1)
    type_text(page.table, "nháp")
    qtbot.waitUntil(lambda: [draft.text for draft in storage.drafts()] == ["nháp"])
    press(page, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert storage.drafts() == []


def test_a_draft_is_kept_while_typing_goes_on_without_a_pause(qtbot: QtBot, page: PlanPage, storage: Storage) -> None:
    page.table.go_to(3, 1)
    type_text(page.table, "n")
    editor = page.table.delegate.editor
    assert editor is not None
    keys = QTimer(interval=40)
    keys.timeout.connect(lambda: type_text(editor, "h"))
    keys.start()
    qtbot.waitUntil(lambda: bool(storage.drafts()))
    keys.stop()
    press(page, Qt.Key.Key_Escape)
    settle(qtbot, page)
    assert storage.drafts() == []


def test_columns_are_hidden_shown_renamed_and_moved(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.editing.columns.hide(3, True)
    settle(qtbot, page)
    assert page.table.isColumnHidden(3)
    page.editing.columns.hide(3, False)
    page.editing.columns.move(3, 2)
    settle(qtbot, page)
    assert [column.heading for column in stored().columns] == ["TT", "Nội dung thực hiện", "Thời gian", "Chủ trì"]
    assert not page.table.isColumnHidden(3)


def test_a_resized_column_keeps_its_width(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.table.setColumnWidth(2, 200)
    settle(qtbot, page)
    assert stored().columns[2].width is not None
    assert abs(page.table.columnWidth(2) - 200) <= 2


def test_search_goes_to_the_row(qtbot: QtBot, page: PlanPage) -> None:
    page.focus_search()
    QTest.keyClicks(page.search_box, "so hoa")
    qtbot.waitUntil(lambda: len(page.search_box.shown) == 1)
    QTest.keyClick(page.search_box, Qt.Key.Key_Down)
    QTest.keyClick(page.search_box, Qt.Key.Key_Return)
    assert page.table.place == (3, 1)


def test_the_other_appendix_takes_its_first_row(qtbot: QtBot, page: PlanPage, storage: Storage, plan_id: int) -> None:
    press(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.table.appendix_model.rowCount() == 0
    press(page, Qt.Key.Key_F5)
    settle(qtbot, page)
    plan: Plan = storage.read(lambda work: work.get_plan(plan_id))
    assert len(plan.appendices[1].rows) == 1
    assert page.tabs.tabText(1) == "PL 02 · 1"


@pytest.mark.parametrize(
    ("column", "words", "kept"), [(1, "THỂ CHẾ MỚI", ("I", "THỂ CHẾ MỚI")), (0, "A", ("A", "CẢI CÁCH THỂ CHẾ"))]
)
def test_a_section_row_typed_over_is_stored(
    qtbot: QtBot, page: PlanPage, stored: Stored, column: int, words: str, kept: tuple[str, str]
) -> None:
    page.table.go_to(0, column)
    type_text(page.table, words[0])
    type_text(page.table.delegate.editor or page.table, words[1:])
    press(page, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert (stored().rows[0].ordinal, stored().rows[0].text) == kept


def test_details_of_a_section_store_ordinal_and_text(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.table.go_to(0, 1)
    ordinal, words = page.panel.editors
    qtbot.waitUntil(ordinal.isVisible)
    for field, typed in ((ordinal, "A"), (words, "BỘ MÁY")):
        field.setFocus()
        field.selectAll()
        type_text(field, typed)
    page.table.setFocus()
    settle(qtbot, page)
    assert (stored().rows[0].ordinal, stored().rows[0].text) == ("A", "BỘ MÁY")
    assert page.table.appendix_model.row(0).ordinal == "A"
    assert page.panel.heading == "Đề mục A"


def test_a_section_in_a_table_without_ordinals_keeps_its_number(qtbot: QtBot, page: PlanPage, stored: Stored) -> None:
    page.editing.columns.remove(0)
    settle(qtbot, page)
    page.table.go_to(0, 0)
    ordinal = page.panel.editors[0]
    qtbot.waitUntil(ordinal.isVisible)
    ordinal.setFocus()
    ordinal.selectAll()
    type_text(ordinal, "V")
    page.table.setFocus()
    settle(qtbot, page)
    assert (stored().rows[0].ordinal, stored().rows[0].text) == ("V", "CẢI CÁCH THỂ CHẾ")
