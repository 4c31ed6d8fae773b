"""Following one row in the real window, with the keys alone: read, correct, mark with a proof file, undo."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.exchange.proof_types import proof_types
from app.ports import Storage
from db.proof_files import ProofFiles
from tests.end_to_end import hands
from tests.end_to_end.hands import ALT, CTRL, key, type_words
from tests.windows import bring_forward
from ui.dialogs.edit_milestone import EditMilestone
from ui.dialogs.mark_done import MarkDone
from ui.main_window import MainWindow
from ui.widgets.row_entry import Entry, EntryKind

TODAY = date(2026, 6, 17)


@pytest.fixture
def window(qtbot: QtBot, storage: Storage, tmp_path: Path) -> Iterator[MainWindow]:
    """The window in front, the plan open."""
    made = MainWindow(storage, tmp_path, TODAY, ProofFiles(tmp_path, proof_types()))
    qtbot.addWidget(made)
    made.show_page("plan")
    front(qtbot, made)
    settle(qtbot, made)
    yield made
    settle(qtbot, made)
    made.close()


def front(qtbot: QtBot, window: MainWindow) -> None:
    """Without a window manager a dialog gives the keys back to nobody."""
    bring_forward(qtbot, window)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until all is copied, written, read and shown."""
    tracking = window.plan_page.tracking
    hands.settle(qtbot, window)
    qtbot.waitUntil(lambda: not (tracking.proofs.keeper and tracking.proofs.keeper.running))
    qtbot.waitUntil(lambda: window.operations.idle and not tracking.reading, timeout=10_000)


def shown(window: MainWindow, kind: EntryKind) -> list[Entry]:
    """What the panel lists of one kind."""
    return [entry for entry in window.plan_page.panel.progress.list.entries if entry.kind is kind]


def test_a_row_is_read_corrected_marked_with_a_pasted_file_and_taken_back(
    qtbot: QtBot, window: MainWindow, storage: Storage, tmp_path: Path
) -> None:
    page = window.plan_page
    page.table.go_to(1, 1)
    key(Qt.Key.Key_2, ALT)
    settle(qtbot, window)
    assert hands.focused() is page.panel.progress.list
    assert [entry.words for entry in shown(window, EntryKind.OCCURRENCE)] == ["6 tháng", "Năm"]

    key(Qt.Key.Key_Insert)
    dialog = page.panel.findChild(EditMilestone)
    assert dialog is not None
    bring_forward(qtbot, dialog)
    dialog.due.setFocus()
    qtbot.waitUntil(dialog.due.hasFocus)
    type_words("1/6")
    key(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert shown(window, EntryKind.OCCURRENCE)[2].due == date(2026, 6, 1)

    front(qtbot, window)
    page.panel.progress.list.setFocus()
    page.panel.progress.list.select(shown(window, EntryKind.OCCURRENCE)[2])
    key(Qt.Key.Key_Return)
    marking = page.panel.findChild(MarkDone)
    assert marking is not None
    qtbot.waitUntil(marking.document.hasFocus)
    type_words("27/BC-UBND")
    key(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert shown(window, EntryKind.OCCURRENCE)[2].mark is not None

    front(qtbot, window)
    page.panel.progress.list.setFocus()
    file = tmp_path / "Báo cáo đã ký.pdf"
    file.write_bytes(b"%PDF-1.7")
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file))])
    QGuiApplication.clipboard().setMimeData(carried)
    key(Qt.Key.Key_V, CTRL)
    settle(qtbot, window)
    QGuiApplication.clipboard().clear()
    [proof] = shown(window, EntryKind.PROOF)
    assert proof.words == "Báo cáo đã ký.pdf" and proof.key == shown(window, EntryKind.OCCURRENCE)[2].key
    assert page.table.appendix_model.text_at(1, 1) != file.name

    for _ in range(3):
        window.actions_["undo"].trigger()
        settle(qtbot, window)
    assert [entry.words for entry in shown(window, EntryKind.OCCURRENCE)] == ["6 tháng", "Năm"]
    assert shown(window, EntryKind.PROOF) == []
    plan_id = page.plan_id
    assert plan_id is not None and storage.read(lambda work: work.marks(plan_id)) == []

    key(Qt.Key.Key_3, ALT)
    settle(qtbot, window)
    assert hands.focused() is page.panel.log.field
    assert page.panel.log.words[0].startswith("Hoàn tác: Thêm mốc")
