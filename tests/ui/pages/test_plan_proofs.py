"""Proofs of a row: dropped, pasted, chosen, a number alone, from the register; opened and taken away."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app.domain.plan import Plan
from app.domain.proof import Proof
from app.exchange.proof_types import proof_types
from app.ports import Storage
from db.proof_files import ProofFiles
from ui.clock import Clock
from ui.dialogs.pick_proof import PickProof
from ui.dialogs.proof_number import ProofNumber
from ui.operations import Operations
from ui.pages.plan_page import PlanPage
from ui.widgets.row_entry import Entry, EntryKind
from ui.widgets.row_panel import PROGRESS, WORDS

TODAY = date(2026, 6, 17)


@pytest.fixture
def page(qtbot: QtBot, operations: Operations, plan_id: int, small_plan: Plan, tmp_path: Path) -> Iterator[PlanPage]:
    """The plan page on a row that is due in the first quarter."""
    assert small_plan.appendices
    made = PlanPage(operations)
    qtbot.addWidget(made)
    made.clock = Clock(TODAY)
    made.proofs = ProofFiles(tmp_path, proof_types())
    operations.changed.connect(made.show_changes)
    made.resize(1160, 700)
    made.open_plan(plan_id)
    made.show()
    made.panel.show_tab(PROGRESS)
    made.table.go_to(1, 1)
    qtbot.waitUntil(lambda: made.panel.row_id is not None)
    settle(qtbot, made)
    yield made
    made.stop_copying()


def settle(qtbot: QtBot, page: PlanPage) -> None:
    """Wait until all is copied, written and read."""
    tracking = page.tracking

    def at_rest() -> bool:
        keeper = tracking.proofs.keeper
        return page.operations.idle and not tracking.reading and not (keeper and keeper.running)

    qtbot.waitUntil(at_rest)


def proofs(page: PlanPage) -> list[Entry]:
    """The proofs that the panel lists."""
    return [entry for entry in page.panel.progress.list.entries if entry.kind is EntryKind.PROOF]


def file_of(folder: Path, name: str, content: bytes = b"%PDF-1.7") -> Path:
    """A file outside the data folder."""
    (folder / "ngoai").mkdir(exist_ok=True)
    path = folder / "ngoai" / name
    path.write_bytes(content)
    return path


def carrying(*paths: Path) -> QMimeData:
    """Files as a file manager hands them over, their paths as text beside them."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    carried.setText("\n".join(str(path) for path in paths))
    return carried


def attach(qtbot: QtBot, page: PlanPage, *paths: Path) -> None:
    """As if dropped on the panel."""
    page.panel.files_dropped.emit(list(paths))
    settle(qtbot, page)


@pytest.mark.parametrize("tab", [WORDS, PROGRESS])
def test_files_dropped_on_the_panel_prove_what_is_selected(
    qtbot: QtBot, page: PlanPage, tmp_path: Path, tab: int
) -> None:
    [occurrence] = page.panel.progress.selected
    page.panel.show_tab(tab)
    target = page.panel.editors[1].viewport() if tab == WORDS else page.panel.progress.list.viewport()
    carried = carrying(file_of(tmp_path, "a.pdf"), file_of(tmp_path, "b.docx", b"PK"))
    held, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    over = target.rect().center()
    QApplication.sendEvent(target, QDragEnterEvent(over, copy, carried, held, none))
    QApplication.sendEvent(target, QDropEvent(QPointF(over), copy, carried, held, none))
    settle(qtbot, page)
    assert [entry.words for entry in proofs(page)] == ["a.pdf", "b.docx"]
    assert {entry.key for entry in proofs(page)} == {occurrence.key}
    assert page.operations.history().undo[0] == "Thêm 2 tài liệu kiểm chứng"
    page.operations.undo()
    settle(qtbot, page)
    assert proofs(page) == []


def test_with_nothing_selected_a_file_proves_the_row(qtbot: QtBot, page: PlanPage, tmp_path: Path) -> None:
    page.panel.progress.list.clearSelection()
    attach(qtbot, page, file_of(tmp_path, "a.pdf"))
    assert [entry.key for entry in proofs(page)] == [""]


def test_the_same_file_twice_is_one_proof(qtbot: QtBot, page: PlanPage, tmp_path: Path, storage: Storage) -> None:
    attach(qtbot, page, file_of(tmp_path, "a.pdf"))
    attach(qtbot, page, file_of(tmp_path, "b.pdf"))
    assert len(storage.read(lambda work: work.proofs())) == 1 and len(proofs(page)) == 1


def test_what_is_not_taken_in_is_refused_in_a_sentence(qtbot: QtBot, page: PlanPage, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.operations.refused) as refused:
        attach(qtbot, page, file_of(tmp_path, "may.exe"))
    assert "may.exe" in refused.args[0] and proofs(page) == []


def test_files_and_pictures_are_pasted_with_the_keys(qtbot: QtBot, page: PlanPage, tmp_path: Path) -> None:
    shown = page.panel.progress.list
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(carrying(file_of(tmp_path, "a.pdf")))
    QTest.keyClick(shown, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page)
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    clipboard.setImage(image)
    QTest.keyClick(shown, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, page)
    words = [entry.words for entry in proofs(page)]
    assert words[0] == "a.pdf" and words[1].startswith("Ảnh dán 17-6-2026") and words[1].endswith(".png")
    clipboard.setText("chỉ có chữ")
    with qtbot.waitSignal(page.operations.refused):
        page.panel.progress.run("paste")
    clipboard.clear()


def test_files_are_chosen(qtbot: QtBot, page: PlanPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = [str(file_of(tmp_path, "a.pdf"))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    page.panel.progress.run("attach")
    settle(qtbot, page)
    assert [entry.words for entry in proofs(page)] == ["a.pdf"]


def test_a_number_alone_is_a_proof_and_can_be_used_again(qtbot: QtBot, page: PlanPage, storage: Storage) -> None:
    page.panel.progress.run("number")
    dialog = page.panel.findChildren(ProofNumber)[-1]
    dialog.number.setText("15/BC-UBND")
    dialog.day.setText("1/6/2026")
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert [entry.words for entry in proofs(page)] == ["15/BC-UBND ngày 01/6/2026"]
    page.table.go_to(2, 1)
    qtbot.waitUntil(lambda: page.panel.row_id == page.table.appendix_model.row(2).id)
    settle(qtbot, page)
    assert proofs(page) == []
    page.panel.progress.run("pick")
    settle(qtbot, page)
    picked = page.panel.findChildren(PickProof)[-1]
    picked.words.setText("15 bc")
    qtbot.mouseClick(picked.do, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert len(proofs(page)) == 1 and len(storage.read(lambda work: work.proofs())) == 1


def test_a_proof_is_taken_away_from_one_thing_only(qtbot: QtBot, page: PlanPage, storage: Storage) -> None:
    plan_id, row_id = page.plan_id, page.panel.row_id
    assert plan_id is not None and row_id is not None
    proof_id = storage.write("", lambda work: work.save_proof(Proof(None, "1/BC", None, "", None, TODAY))).result
    [occurrence] = page.panel.progress.selected
    page.tracking.proofs._use(
        [(row_id, occurrence.key or ""), (row_id, "")], Proof(proof_id, "", None, "", None, TODAY)
    )
    settle(qtbot, page)
    page.panel.progress.list.select(proofs(page)[0])
    page.panel.progress.run("cancel")  # the Delete key
    settle(qtbot, page)
    assert [entry.key for entry in proofs(page)] == [""]
    assert len(storage.read(lambda work: work.proofs())) == 1


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths that were handed to the system to be opened."""
    found: list[str] = []

    def keep(url: QUrl) -> bool:
        found.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", keep)
    return found


def open_first(page: PlanPage) -> None:
    """As a double click on the first proof does."""
    shown = page.panel.progress.list
    shown.select(proofs(page)[0])
    shown.command_wanted.emit("default")


def test_a_double_click_opens_the_kept_file(qtbot: QtBot, page: PlanPage, tmp_path: Path, opened: list[str]) -> None:
    attach(qtbot, page, file_of(tmp_path, "a.pdf"))
    open_first(page)
    assert len(opened) == 1 and Path(opened[0]).read_bytes() == b"%PDF-1.7"


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Open, QMessageBox.StandardButton.Cancel])
def test_what_can_run_asks_first(
    qtbot: QtBot,
    page: PlanPage,
    tmp_path: Path,
    opened: list[str],
    answer: QMessageBox.StandardButton,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    attach(qtbot, page, file_of(tmp_path, "a.docm", b"PK"))
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answer)
    open_first(page)
    assert len(opened) == (answer is QMessageBox.StandardButton.Open)


def test_a_file_that_is_gone_or_cannot_be_opened_is_said(
    qtbot: QtBot, page: PlanPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(qtbot, page, file_of(tmp_path, "a.pdf"))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    with qtbot.waitSignal(page.operations.refused) as refused:
        open_first(page)
    assert "chương trình đọc" in refused.args[0]
    proof = proofs(page)[0].proof
    assert proof is not None and proof.file is not None and page.proofs is not None
    page.proofs.path_of(proof.file).unlink()
    with qtbot.waitSignal(page.operations.refused) as refused:
        open_first(page)
    assert "Không thấy tệp" in refused.args[0]


def test_without_a_place_for_files_it_says_so(qtbot: QtBot, page: PlanPage, tmp_path: Path) -> None:
    page.proofs = None
    with qtbot.waitSignal(page.operations.refused):
        attach(qtbot, page, file_of(tmp_path, "a.pdf"))
