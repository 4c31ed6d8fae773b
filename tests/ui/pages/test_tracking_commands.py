"""What is done to the selected milestones and questions: written in one step, taken back in one."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.line_filter import LineFilter
from app.domain.mark import Mark
from app.domain.milestone_lines import LineState
from app.exchange.proof_types import proof_types
from app.exchange.samples import sample_plan
from app.ports import Storage
from db.proof_files import ProofFiles
from ui.clock import Clock
from ui.dialogs.cancel_milestone import CancelMilestone
from ui.dialogs.mark_done import MarkDone
from ui.dialogs.not_carried_out import NotCarriedOut
from ui.operations import Operations
from ui.pages.tracking_page import TrackingPage

TODAY = date(2026, 6, 17)


@pytest.fixture
def plan_id(storage: Storage) -> int:
    """The sample plan in the register."""
    return storage.write("nhập", lambda work: work.add_plan(sample_plan())).result


@pytest.fixture
def marks(storage: Storage, plan_id: int) -> Callable[[], list[Mark]]:
    """Reads what is marked on disk."""
    return lambda: storage.read(lambda work: work.marks(plan_id))


@pytest.fixture
def page(qtbot: QtBot, operations: Operations, plan_id: int, tmp_path: Path) -> TrackingPage:
    """The page on the sample plan, with a place for files."""
    made = TrackingPage(operations)
    made.clock = Clock(TODAY)
    folder = tmp_path / "kho"
    folder.mkdir()
    made.proofs = ProofFiles(folder, proof_types())
    qtbot.addWidget(made)
    operations.changed.connect(made.show_changes)
    made.resize(1160, 700)
    made.show()
    made.follow_plan(plan_id)
    made.enter()
    qtbot.waitUntil(lambda: operations.idle and made.listed is not None)
    return made


def choose(page: TrackingPage, state: LineState, count: int) -> None:
    """Show the lines in ``state`` and select the first of them."""
    page.show_filter(LineFilter(frozenset({state})))
    page.table.select_lines({(line.row_id, line.key) for line in page.table.lines.shown[:count]})
    assert len(page.selected) == count


def press(qtbot: QtBot, page: TrackingPage, button: QPushButton) -> None:
    """Press a button and wait until all is stored and read again."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, page)


def settle(qtbot: QtBot, page: TrackingPage) -> None:
    """Wait until all is stored and read again."""
    qtbot.waitUntil(lambda: page.operations.idle and page.keeper.is_fresh)


def dialog_of(page: TrackingPage, kind: type[QDialog]) -> QDialog:
    """The dialog that was opened."""
    found = page.findChild(kind)
    assert isinstance(found, kind)
    return found


def states(page: TrackingPage) -> set[LineState]:
    """The states of what is selected."""
    return {line.state for line in page.selected}


def test_milestones_are_called_off_with_a_reason_and_taken_back(
    qtbot: QtBot, page: TrackingPage, marks: Callable[[], list[Mark]]
) -> None:
    choose(page, LineState.OVERDUE, 2)
    qtbot.mouseClick(page.foot.cancel, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, CancelMilestone)
    assert isinstance(dialog, CancelMilestone)
    dialog.reason.setText("Cấp trên không triển khai")
    press(qtbot, page, dialog.do)
    assert {(mark.cancelled, mark.reason) for mark in marks()} == {(TODAY, "Cấp trên không triển khai")}
    choose(page, LineState.CANCELLED, 2)
    assert not page.foot.cancel.isEnabled() and page.foot.reopen.isEnabled()
    tip = page.table.lines.index(0, 9).data(Qt.ItemDataRole.ToolTipRole)
    assert "Cấp trên không triển khai" in tip
    assert "Cấp trên không triển khai" in page.table.lines.index(0, 9).data()
    page.operations.undo()
    settle(qtbot, page)
    assert marks() == []


def test_a_cancelled_milestone_is_opened_again(
    qtbot: QtBot, page: TrackingPage, marks: Callable[[], list[Mark]]
) -> None:
    choose(page, LineState.OVERDUE, 1)
    page.commands._cancel([(line.row_id, line.key) for line in page.selected], TODAY, "nhầm")
    settle(qtbot, page)
    choose(page, LineState.CANCELLED, 1)
    press(qtbot, page, page.foot.reopen)
    assert [mark.cancelled for mark in marks()] == [None]


def test_several_questions_are_answered_at_once(
    qtbot: QtBot, page: TrackingPage, marks: Callable[[], list[Mark]]
) -> None:
    choose(page, LineState.TO_ASK, 3)
    assert page.foot.answer_yes.isVisible() and not page.foot.mark.isVisible() and not page.foot.cancel.isVisible()
    press(qtbot, page, page.foot.answer_yes)
    assert [mark.done for mark in marks()] == [TODAY] * 3
    assert all(mark.occurrence.startswith("asked|") for mark in marks())
    choose(page, LineState.CARRIED_OUT, 3)
    page.operations.undo()
    settle(qtbot, page)
    assert marks() == []


def test_what_was_not_carried_out_has_a_reason(
    qtbot: QtBot, page: TrackingPage, marks: Callable[[], list[Mark]]
) -> None:
    choose(page, LineState.TO_ASK, 2)
    qtbot.mouseClick(page.foot.answer_no, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, NotCarriedOut)
    assert isinstance(dialog, NotCarriedOut)
    dialog.reason.setText("Chưa có kinh phí")
    press(qtbot, page, dialog.do)
    assert [(mark.cancelled, mark.reason) for mark in marks()] == [(TODAY, "Chưa có kinh phí")] * 2
    choose(page, LineState.NOT_CARRIED_OUT, 2)
    press(qtbot, page, page.foot.answer_yes)
    assert [(mark.done, mark.cancelled) for mark in marks()] == [(TODAY, None)] * 2


def test_a_file_proves_several_at_once_in_one_step(
    qtbot: QtBot, page: TrackingPage, marks: Callable[[], list[Mark]], storage: Storage, plan_id: int, tmp_path: Path
) -> None:
    source = tmp_path / "Báo cáo quý.pdf"
    source.write_bytes(b"%PDF-1.4 mau")
    choose(page, LineState.OVERDUE, 5)
    qtbot.mouseClick(page.foot.mark, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page, MarkDone)
    assert isinstance(dialog, MarkDone)
    dialog.document.setText("15/BC-UBND")
    dialog.file.take([source])
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(marks()) == 5)
    settle(qtbot, page)
    uses = storage.read(lambda work: work.proof_uses(plan_id))
    [proof] = storage.read(lambda work: work.proofs())
    assert len(uses) == 5 and proof.file is not None and page.proofs is not None and page.proofs.is_there(proof.file)
    assert page.operations.history().undo[0] == "Hoàn thành 5 mốc"
    page.operations.undo()
    settle(qtbot, page)
    assert marks() == [] and storage.read(lambda work: work.proof_uses(plan_id)) == []


def test_a_file_that_is_refused_does_not_lose_what_was_typed(
    qtbot: QtBot, page: TrackingPage, marks: Callable[[], list[Mark]], tmp_path: Path
) -> None:
    choose(page, LineState.OVERDUE, 1)
    page.commands.mark()
    dialog = dialog_of(page, MarkDone)
    assert isinstance(dialog, MarkDone)
    dialog.document.setText("12/BC-UBND")
    dialog.file.take([tmp_path / "khong co.pdf"])
    with qtbot.waitSignal(page.operations.refused):
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert [mark.document for mark in marks()] == ["12/BC-UBND"]
