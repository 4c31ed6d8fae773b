"""A row followed in the real window by keys: its deadline read, corrected, marked with a proof file, undone."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.exchange.proof_types import proof_types
from app.exchange.samples import sample_plan
from app.ports import Storage
from db.check import check
from db.proof_files import ProofFiles
from db.storage import open_storage
from tests.end_to_end.hands import ALT, key, settle, type_words
from ui.dialogs.edit_milestone import EditMilestone
from ui.dialogs.mark_done import MarkDone
from ui.main_window import MainWindow
from ui.widgets.row_entries import EntryKind

TODAY = date(2026, 6, 17)


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    """A data folder with the sample plan."""
    opened = open_storage(tmp_path)
    opened.write("nhập", lambda work: work.add_plan(sample_plan()))
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot: QtBot, storage: Storage, tmp_path: Path) -> Iterator[MainWindow]:
    """The window in front, the plan open."""
    made = MainWindow(storage, tmp_path, TODAY, ProofFiles(tmp_path, proof_types()))
    qtbot.addWidget(made)
    made.show_page("plan")
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    settle(qtbot, made)
    yield made
    settle(qtbot, made)
    made.close()


def at_rest(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until all is copied, written, read and shown."""
    tracking = window.plan_page.tracking

    def is_still() -> bool:
        keeper = tracking.proofs.keeper
        return window.operations.idle and not tracking.reading and not (keeper and keeper.running)

    qtbot.waitUntil(is_still, timeout=10_000)


def in_front(qtbot: QtBot, window: MainWindow) -> None:
    """Give the keys back to the window: without a window manager a dialog gives them to nobody."""
    with qtbot.waitActive(window):
        window.activateWindow()


def dated(window: MainWindow) -> list[str | None]:
    """The keys of the occurrences the panel lists."""
    entries = window.plan_page.panel.progress.list.entries
    return [entry.key for entry in entries if entry.kind is EntryKind.OCCURRENCE]


def test_read_correct_mark_with_a_file_and_undo(
    qtbot: QtBot, window: MainWindow, storage: Storage, tmp_path: Path
) -> None:
    page = window.plan_page
    rows = page.table.appendix_model.appendix.rows
    place = next(number for number, row in enumerate(rows) if row.cells)
    page.table.go_to(place, 1)
    page.table.setFocus()
    at_rest(qtbot, window)
    in_front(qtbot, window)
    key(Qt.Key.Key_2, ALT)
    at_rest(qtbot, window)
    (first, *_) = dated(window)
    row_id = rows[place].id or 0

    # what was read is corrected: another day, the words of the cell stay
    entry = next(one for one in page.panel.progress.list.entries if one.key == first)
    page.panel.progress.list.select(entry)
    page.panel.progress.list.setFocus()
    key(Qt.Key.Key_F2)
    edit = page.panel.findChild(EditMilestone)
    assert edit is not None
    qtbot.waitUntil(edit.isActiveWindow)
    edit.due.setFocus()
    qtbot.waitUntil(edit.due.hasFocus)
    edit.due.selectAll()
    type_words("15/5/2026")
    key(Qt.Key.Key_Return)
    at_rest(qtbot, window)
    corrections = storage.read(lambda work: work.corrections(1))
    assert [one.due for one in corrections[row_id].milestones][:1] == [date(2026, 5, 15)]
    assert rows[place] == storage.read(lambda work: work.get_plan(1)).appendices[0].rows[place]

    # it is marked as met, shown by a file
    proof = tmp_path / "Báo cáo kết quả.pdf"
    proof.write_bytes(b"%PDF-1.4 noi dung")
    in_front(qtbot, window)
    (corrected, *_) = dated(window)
    page.panel.progress.list.select(next(one for one in page.panel.progress.list.entries if one.key == corrected))
    page.panel.progress.list.setFocus()
    key(Qt.Key.Key_Return)
    dialog = page.panel.findChild(MarkDone)
    assert dialog is not None and dialog.file is not None
    qtbot.waitUntil(dialog.document.hasFocus)
    type_words("27/BC-UBND")
    dialog.file.take([proof])
    key(Qt.Key.Key_Return)
    at_rest(qtbot, window)
    (mark,) = storage.read(lambda work: work.marks(1))
    assert (mark.done, mark.document, mark.due) == (TODAY, "27/BC-UBND", date(2026, 5, 15))
    (kept,) = storage.read(lambda work: work.proofs())
    assert kept.file is not None and kept.file.name == "Báo cáo kết quả.pdf"
    (use,) = storage.read(lambda work: work.proof_uses(1))
    assert (use.row_id, use.occurrence) == (row_id, mark.occurrence)
    store = ProofFiles(tmp_path, proof_types())
    assert store.path_of(kept.file).read_bytes() == proof.read_bytes()
    assert check(tmp_path).proofs == 1

    # all of it goes back step by step, and forward again; the file stays whatever happens
    undone = 0
    while storage.read(lambda work: work.marks(1) or work.corrections(1)):
        window.actions_["undo"].trigger()
        at_rest(qtbot, window)
        undone += 1
    assert undone == 2 and store.is_there(kept.file)
    assert storage.read(lambda work: work.proofs()) == []
    for _ in range(undone):
        window.actions_["redo"].trigger()
        at_rest(qtbot, window)
    assert storage.read(lambda work: work.marks(1)) == [mark]
    assert storage.read(lambda work: work.proof_uses(1)) == [use]

    # who, when and what are in the row's log
    lines = storage.read(lambda work: work.log([row_id]))
    assert {line.what for line in lines} >= {"correction", "mark", "proof_use"}
