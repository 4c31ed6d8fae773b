"""The list of a row's progress: what can be selected, its keys, what stays when it is shown again."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.milestone_lines import LineState
from app.domain.proof import Proof, ProofFile
from ui.widgets.row_entry import Badge, Entry, EntryKind
from ui.widgets.row_list import RowList
from ui.widgets.tracking_words import TONES

DAY = date(2026, 6, 17)
LATE = Badge(TONES[LineState.OVERDUE], "Quá hạn 3 ngày")
ENTRIES = (
    Entry(EntryKind.WORDS, "“Báo cáo: hằng quý”"),
    Entry(EntryKind.HEADING, "MỐC THỜI HẠN"),
    Entry(EntryKind.MILESTONE, "Báo cáo: hằng quý", milestone=0),
    Entry(EntryKind.OCCURRENCE, "Quý I", "Hạn 20/3/2026", ("Hoàn thành",), LATE, key="a", milestone=0, indent=1),
    Entry(EntryKind.OCCURRENCE, "Quý II", "Hạn 20/6/2026 vào một ngày rất dài", badge=LATE, key="b", milestone=0),
    Entry(EntryKind.PROOF, "a.pdf", key="b", proof=Proof(1, "", None, "", ProofFile("0" * 64, "a.pdf", 9), DAY)),
    Entry(EntryKind.HINT, "Mốc đã được sửa"),
)


@pytest.fixture
def shown(qtbot: QtBot) -> RowList:
    """The list in front, as wide as in the panel."""
    made = RowList()
    qtbot.addWidget(made)
    made.resize(298, 400)
    made.show_entries(ENTRIES, keep=False)
    made.show()
    return made


def test_only_what_can_be_noted_or_edited_can_be_selected(shown: RowList) -> None:
    shown.selectAll()
    assert [entry.kind for entry in shown.selected] == [
        EntryKind.MILESTONE, EntryKind.OCCURRENCE, EntryKind.OCCURRENCE, EntryKind.PROOF,
    ]  # fmt: skip


def test_what_was_selected_stays_when_the_same_row_is_shown_again(qtbot: QtBot, shown: RowList) -> None:
    shown.select(ENTRIES[4])
    with qtbot.waitSignal(shown.selection_changed):
        shown.show_entries(ENTRIES[:2] + ENTRIES[4:], keep=True)
    assert shown.selected == [ENTRIES[4]]
    shown.show_entries(ENTRIES, keep=False)
    assert shown.selected == []


@pytest.mark.parametrize(
    ("key", "held", "command"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "default"),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, "default"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "cancel"),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "edit"),
        (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier, "add"),
        (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier, "paste"),
    ],
)
def test_keys_are_the_lists_own_and_ask_for_commands(
    qtbot: QtBot, shown: RowList, key: Qt.Key, held: Qt.KeyboardModifier, command: str
) -> None:
    override = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
    override.ignore()
    QApplication.sendEvent(shown, override)
    assert override.isAccepted()
    with qtbot.waitSignal(shown.command_wanted) as told:
        QTest.keyClick(shown, key, held)
    assert told.args == [command]


def test_the_windows_own_keys_stay_the_windows(shown: RowList) -> None:
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    override.ignore()
    QApplication.sendEvent(shown, override)
    assert not override.isAccepted()


def test_a_double_click_asks_only_on_what_can_be_used(qtbot: QtBot, shown: RowList) -> None:
    with qtbot.waitSignal(shown.command_wanted):
        shown.doubleClicked.emit(shown.model().index(3, 0))
    with qtbot.assertNotEmitted(shown.command_wanted):
        shown.doubleClicked.emit(shown.model().index(1, 0))


def test_the_menu_is_asked_for_where_the_pointer_is(qtbot: QtBot, shown: RowList) -> None:
    with qtbot.waitSignal(shown.menu_wanted) as told:
        place = QPoint(5, 5)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, shown.mapToGlobal(place))
        QApplication.sendEvent(shown.viewport(), event)
    assert told.args == [shown.mapToGlobal(QPoint(5, 5))]


def test_entries_are_higher_where_their_words_wrap(qtbot: QtBot, shown: RowList) -> None:
    heights = [shown.sizeHintForRow(line) for line in range(shown.count())]
    assert heights[4] > 40 and heights[3] > heights[5]
    shown.resize(110, 400)
    qtbot.waitUntil(lambda: shown.sizeHintForRow(2) > heights[2])


def test_it_is_drawn_with_badges_and_icons(shown: RowList) -> None:
    shown.select(ENTRIES[3])
    assert not shown.grab().isNull()
