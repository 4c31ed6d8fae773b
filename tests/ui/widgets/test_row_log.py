"""The tab of notes and changes."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.row_states import RowState, RowStatus
from app.domain.staff import LogKind, LogLine, Note
from app.domain.status import Task
from app.domain.tracking import TrackedRow
from app.services.people import Story
from app.services.row_progress import RowProgress
from ui.widgets.row_log import RowLogTab

NOW = datetime(2026, 6, 17, 9, 41)
NOTE = Note(1, "Đã gọi điện", NOW, "Văn phòng", 5)
CHANGE = LogLine(2, datetime(2026, 6, 16, 8), "", LogKind.DONE, "", 1, 1, "cell", "Thời gian", "a", "b")


def progress_of(*notes: Note, row_id: int = 1) -> RowProgress:
    """A row with these notes and one change."""
    row = TrackedRow(1, 0, row_id, "", Task((), ()), ())
    return RowProgress(1, 2026, date(2026, 6, 17), row, "", RowState(RowStatus.NOT_DUE), story=Story(notes, (CHANGE,)))


@pytest.fixture
def tab(qtbot: QtBot) -> RowLogTab:
    """The tab with one note and one change."""
    made = RowLogTab()
    qtbot.addWidget(made)
    made.resize(298, 500)
    made.show_story(progress_of(NOTE))
    made.show()
    return made


def test_notes_and_changes_are_listed(tab: RowLogTab) -> None:
    assert tab.words == ["Đã gọi điện\n17/6/2026 09:41 · Văn phòng", "Sửa ô “Thời gian”: a → b\n16/6/2026 08:00"]


def test_an_empty_log_says_so(tab: RowLogTab) -> None:
    tab.show_story(replace(progress_of(), story=Story((), ())))
    assert tab.words == ["Chưa có ghi chú hay thay đổi nào."]
    tab.show_story(None)
    assert tab.words == [] and not tab.field.isEnabled()


def test_a_note_is_written_with_the_keys(qtbot: QtBot, tab: RowLogTab) -> None:
    tab.field.setPlainText("  Gửi công văn  ")
    with qtbot.waitSignal(tab.note_added) as told:
        QTest.keyClick(tab.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["Gửi công văn"] and tab.field.toPlainText() == ""
    with qtbot.assertNotEmitted(tab.note_added):
        QTest.keyClick(tab.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_note_is_changed_in_the_field(qtbot: QtBot, tab: RowLogTab) -> None:
    tab.list.setCurrentRow(0)
    QTest.keyClick(tab.list, Qt.Key.Key_F2)
    assert tab.field.toPlainText() == "Đã gọi điện" and tab.cancel.isVisible()
    tab.field.setPlainText("Đã gửi")
    with qtbot.waitSignal(tab.note_changed) as told:
        qtbot.mouseClick(tab.write, Qt.MouseButton.LeftButton)
    assert told.args == [replace(NOTE, text="Đã gửi")] and not tab.cancel.isVisible()


def test_esc_gives_up_and_the_same_words_are_no_change(qtbot: QtBot, tab: RowLogTab) -> None:
    tab.edit(NOTE)
    QTest.keyClick(tab.field, Qt.Key.Key_Escape)
    assert tab.field.toPlainText() == "" and not tab.cancel.isVisible()
    tab.edit(NOTE)
    with qtbot.assertNotEmitted(tab.note_changed):
        qtbot.mouseClick(tab.write, Qt.MouseButton.LeftButton)


def test_only_a_note_is_removed(qtbot: QtBot, tab: RowLogTab) -> None:
    tab.list.setCurrentRow(1)
    with qtbot.assertNotEmitted(tab.note_removed):
        QTest.keyClick(tab.list, Qt.Key.Key_Delete)
    tab.list.setCurrentRow(0)
    with qtbot.waitSignal(tab.note_removed) as told:
        QTest.keyClick(tab.list, Qt.Key.Key_Delete)
    assert told.args == [NOTE]


def test_what_was_typed_is_told_when_the_row_is_left(qtbot: QtBot, tab: RowLogTab) -> None:
    tab.field.setPlainText("Chưa bấm ghi")
    with qtbot.waitSignal(tab.note_added) as told:
        tab.finish()
    assert told.args == ["Chưa bấm ghi"] and tab.field.toPlainText() == ""
    with qtbot.assertNotEmitted(tab.note_added):
        tab.finish()


def test_what_is_being_typed_stays_for_its_row_only(tab: RowLogTab) -> None:
    tab.field.setPlainText("Đang gõ")
    tab.show_story(progress_of(NOTE, NOTE))
    assert tab.field.toPlainText() == "Đang gõ"
    tab.show_story(progress_of(row_id=2))
    assert tab.field.toPlainText() == ""
