"""The row's panel on the plan page, over real storage: what it shows of a row, and every command of it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.domain.keys import TASK
from app.domain.mark import Mark
from app.domain.milestone import Every, Milestone, MilestoneKind
from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind
from app.exchange.proof_types import proof_types
from app.ports import Storage
from db.proof_files import ProofFiles
from ui.actions import Actions
from ui.clock import Clock
from ui.dialogs.cancel_milestone import CancelMilestone
from ui.dialogs.edit_milestone import EditMilestone
from ui.dialogs.mark_done import MarkDone
from ui.operations import Operations
from ui.pages.plan_page import PlanPage
from ui.widgets.row_entry import Entry, EntryKind
from ui.widgets.row_panel import LOG, PROGRESS

TODAY = date(2026, 6, 17)
QUARTERLY, CONTINUOUS, WAITING, BY, UNDATED = range(1, 6)
Marks = Callable[[], dict[str, Mark]]
D = TypeVar("D", bound=QWidget)


def deadlines_plan() -> Plan:
    """One appendix with a row for each kind of deadline, the first under a section heading."""
    columns = (
        Column("TT", Role.ORDINAL),
        Column("Nội dung", Role.TASK),
        Column("Sản phẩm", Role.PRODUCT),
        Column("Thời gian", Role.DEADLINE),
    )
    cells = (
        ("1", "Rà soát thủ tục", "- Báo cáo rà soát;\n- Danh mục thủ tục.", "Báo cáo rà soát: định kỳ hằng quý"),
        ("2", "Tiếp nhận hồ sơ", "Hồ sơ", "Thường xuyên"),
        ("3", "Tập huấn", "Kế hoạch", "30 ngày sau khi có hướng dẫn của tỉnh"),
        ("4", "Số hóa", "Báo cáo", "Trước 16/6/2026"),
        ("5", "Việc khác", "", ""),
    )
    rows = (Row(RowKind.SECTION, ordinal="I", text="MỤC"), *(Row(RowKind.ITEM, line) for line in cells))
    return Plan(PlanInfo("Kế hoạch năm 2026", 2026), (Appendix("Phụ lục số 01", "Mẫu", columns, rows),))


@pytest.fixture
def plan_id(storage: Storage) -> int:
    """``deadlines_plan`` in the register."""
    return storage.write("nhập", lambda work: work.add_plan(deadlines_plan())).result


@pytest.fixture
def window(qtbot: QtBot, operations: Operations, plan_id: int, tmp_path: Path) -> Iterator[QMainWindow]:
    """The plan page in a window, its panel on the tab of the progress."""
    made = QMainWindow()
    qtbot.addWidget(made)
    actions = Actions(made)
    operations.history_changed.connect(actions.show_history)
    actions["undo"].triggered.connect(operations.undo)
    page = PlanPage(operations)
    page.clock = Clock(TODAY)
    page.proofs = ProofFiles(tmp_path, proof_types())
    page.use_actions(actions)
    operations.changed.connect(page.show_changes)
    made.setCentralWidget(page)
    made.resize(1160, 700)
    page.open_plan(plan_id)
    made.show()
    page.panel.show_tab(PROGRESS)
    yield made
    page.stop_copying()


@pytest.fixture
def page(window: QMainWindow) -> PlanPage:
    """The plan page."""
    found = window.centralWidget()
    assert isinstance(found, PlanPage)
    return found


@pytest.fixture
def marks(storage: Storage, plan_id: int) -> Marks:
    """Reads what is marked on disk, by key."""
    return lambda: {mark.occurrence: mark for mark in storage.read(lambda work: work.marks(plan_id))}


def settle(qtbot: QtBot, page: PlanPage) -> None:
    """Wait until all is copied, written and read."""
    tracking = page.tracking

    def at_rest() -> bool:
        keeper = tracking.proofs.keeper
        return page.operations.idle and not tracking.reading and not (keeper and keeper.running)

    qtbot.waitUntil(at_rest)


def go(qtbot: QtBot, page: PlanPage, row: int) -> None:
    """Go to a row and wait for its progress."""
    page.table.go_to(row, 1)
    qtbot.waitUntil(lambda: page.panel.row_id == page.table.appendix_model.row(row).id)
    settle(qtbot, page)


def entries(page: PlanPage, kind: EntryKind) -> list[Entry]:
    """What the panel lists of one kind."""
    return [entry for entry in page.panel.progress.list.entries if entry.kind is kind]


def run(qtbot: QtBot, page: PlanPage, command: str, *selected: Entry) -> None:
    """Select and ask for a command; it must be possible."""
    page.panel.progress.list.select(*selected)
    assert command in page.panel.progress.commands
    page.panel.progress.run(command)
    settle(qtbot, page)


def dialog_of(page: PlanPage, kind: type[D]) -> D:
    """The dialog that has just been opened."""
    return [found for found in page.panel.findChildren(kind) if found.isVisible()][-1]


def agree(qtbot: QtBot, page: PlanPage, dialog: MarkDone | CancelMilestone | EditMilestone) -> None:
    """Press its button."""
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    settle(qtbot, page)


def undo(qtbot: QtBot, page: PlanPage) -> None:
    """Take the last step back."""
    page.operations.undo()
    settle(qtbot, page)


def test_the_milestones_of_the_row_in_use_are_shown(qtbot: QtBot, page: PlanPage) -> None:
    go(qtbot, page, QUARTERLY)
    shown = entries(page, EntryKind.OCCURRENCE)
    assert [entry.words for entry in shown] == ["Quý I", "Quý II", "Quý III", "Quý IV"]
    assert [entry.badge and entry.badge.words for entry in shown[:3]] == [
        "Quá hạn 89 ngày",
        "Còn 3 ngày",
        "Chưa đến hạn",
    ]
    assert page.panel.progress.selected == [shown[0]]
    assert page.panel.progress.primary.isEnabled()


def test_a_section_and_the_tab_of_the_words_read_nothing(qtbot: QtBot, page: PlanPage) -> None:
    page.table.go_to(0, 1)
    settle(qtbot, page)
    assert page.panel.progress.list.entries == [] and page.panel.progress.progress is None
    page.panel.show_tab(0)
    go(qtbot, page, QUARTERLY)
    assert page.panel.progress.progress is None


def test_moving_on_drops_what_was_read_for_another_row(qtbot: QtBot, page: PlanPage) -> None:
    go(qtbot, page, QUARTERLY)
    page.table.go_to(WAITING, 1)
    page.tracking._read()
    page.table.go_to(BY, 1)
    settle(qtbot, page)
    qtbot.waitUntil(lambda: page.panel.row_id == page.table.appendix_model.row(BY).id)
    settle(qtbot, page)
    assert [entry.words for entry in entries(page, EntryKind.OCCURRENCE)] == ["Đến 15/6/2026"]


def test_a_milestone_is_marked_with_all_that_shows_it_and_taken_back(
    qtbot: QtBot, page: PlanPage, marks: Marks, tmp_path: Path
) -> None:
    go(qtbot, page, BY)
    run(qtbot, page, "done", *entries(page, EntryKind.OCCURRENCE))
    dialog = dialog_of(page, MarkDone)
    assert dialog.reason.isVisible()
    dialog.document.setText("12/BC-UBND")
    dialog.reason.setText("Chờ số liệu")
    file = tmp_path / "Báo cáo số hóa.pdf"
    file.write_bytes(b"%PDF-1.7")
    dialog.file.show_file(file)
    agree(qtbot, page, dialog)
    [mark] = marks().values()
    assert (mark.done, mark.document, mark.reason, mark.due) == (TODAY, "12/BC-UBND", "Chờ số liệu", date(2026, 6, 15))
    [proof] = entries(page, EntryKind.PROOF)
    assert proof.proof is not None and proof.proof.number == "12/BC-UBND" and proof.key == mark.occurrence
    assert page.operations.history().undo[0] == "Hoàn thành 1 mốc"
    undo(qtbot, page)
    assert marks() == {} and entries(page, EntryKind.PROOF) == []


def test_a_file_that_is_refused_does_not_lose_what_was_typed(
    qtbot: QtBot, page: PlanPage, marks: Marks, tmp_path: Path
) -> None:
    go(qtbot, page, BY)
    run(qtbot, page, "done", *entries(page, EntryKind.OCCURRENCE))
    dialog = dialog_of(page, MarkDone)
    dialog.document.setText("12/BC-UBND")
    dialog.file.show_file(tmp_path / "khong-con.pdf")
    with qtbot.waitSignal(page.operations.refused) as refused:
        agree(qtbot, page, dialog)
    assert "khong-con.pdf" in refused.args[0]
    settle(qtbot, page)
    assert [mark.document for mark in marks().values()] == ["12/BC-UBND"]


def test_a_result_is_changed_and_a_word_taken_away(qtbot: QtBot, page: PlanPage, marks: Marks) -> None:
    go(qtbot, page, BY)
    run(qtbot, page, "done", *entries(page, EntryKind.OCCURRENCE))
    dialog_of(page, MarkDone).note.setText("Ghi nhầm")
    agree(qtbot, page, dialog_of(page, MarkDone))
    run(qtbot, page, "change", *entries(page, EntryKind.OCCURRENCE))
    dialog = dialog_of(page, MarkDone)
    dialog.day.setText("14/6/2026")
    dialog.note.clear()
    agree(qtbot, page, dialog)
    [mark] = marks().values()
    assert mark.done == date(2026, 6, 14) and mark.note is None


def test_several_are_marked_called_off_and_opened_again(qtbot: QtBot, page: PlanPage, marks: Marks) -> None:
    go(qtbot, page, QUARTERLY)
    run(qtbot, page, "done", *entries(page, EntryKind.OCCURRENCE)[:2])
    agree(qtbot, page, dialog_of(page, MarkDone))
    assert [mark.done for mark in marks().values()] == [TODAY, TODAY]
    run(qtbot, page, "cancel", *entries(page, EntryKind.OCCURRENCE)[2:])
    dialog = dialog_of(page, CancelMilestone)
    dialog.reason.setText("Tỉnh bỏ báo cáo")
    agree(qtbot, page, dialog)
    assert [mark.reason for mark in marks().values() if mark.cancelled] == ["Tỉnh bỏ báo cáo"] * 2
    run(qtbot, page, "reopen", *entries(page, EntryKind.OCCURRENCE))
    assert all(not mark.done and not mark.cancelled for mark in marks().values())
    undo(qtbot, page)
    assert len([mark for mark in marks().values() if mark.done or mark.cancelled]) == 4


def test_a_milestone_is_corrected_added_and_removed_apart_from_the_words(
    qtbot: QtBot, page: PlanPage, storage: Storage, plan_id: int
) -> None:
    go(qtbot, page, BY)
    run(qtbot, page, "edit", *entries(page, EntryKind.OCCURRENCE))
    dialog = dialog_of(page, EditMilestone)
    dialog.due.setText("30/9/2026")
    agree(qtbot, page, dialog)
    assert entries(page, EntryKind.OCCURRENCE)[0].due == date(2026, 9, 30)
    assert page.table.appendix_model.text_at(BY, 3) == "Trước 16/6/2026"
    run(qtbot, page, "add")
    dialog = dialog_of(page, EditMilestone)
    dialog.kind.setCurrentIndex(1)
    dialog.every[Every.YEARLY].setChecked(True)
    agree(qtbot, page, dialog)
    [correction] = storage.read(lambda work: work.corrections(plan_id)).values()
    assert correction.milestones[1] == Milestone(MilestoneKind.PERIODIC, every=(Every.YEARLY,))
    run(qtbot, page, "remove", entries(page, EntryKind.OCCURRENCE)[0])
    assert [entry.words for entry in entries(page, EntryKind.MILESTONE)] == ["Hằng năm"]
    run(qtbot, page, "read_again")
    assert [entry.words for entry in entries(page, EntryKind.OCCURRENCE)] == ["Đến 15/6/2026"]
    assert storage.read(lambda work: work.corrections(plan_id)) == {}


@pytest.mark.parametrize("keep", [True, False])
def test_changed_words_ask_before_a_correction_is_overwritten(qtbot: QtBot, page: PlanPage, keep: bool) -> None:
    go(qtbot, page, BY)
    run(qtbot, page, "edit", *entries(page, EntryKind.OCCURRENCE))
    dialog = dialog_of(page, EditMilestone)
    dialog.due.setText("30/9/2026")
    agree(qtbot, page, dialog)
    model, question = page.table.appendix_model, page.panel.progress.question
    assert not question.isVisible()
    model.setData(model.index(BY, 3), "Quý IV")
    settle(qtbot, page)
    assert question.isVisible() and entries(page, EntryKind.OCCURRENCE)[0].due == date(2026, 9, 30)
    qtbot.mouseClick(question.keep if keep else question.read_again, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert not question.isVisible()
    assert entries(page, EntryKind.OCCURRENCE)[0].due == (date(2026, 9, 30) if keep else date(2026, 12, 31))


def test_the_day_of_the_awaited_document_dates_what_waits(qtbot: QtBot, page: PlanPage) -> None:
    go(qtbot, page, WAITING)
    assert entries(page, EntryKind.OCCURRENCE) == []
    run(qtbot, page, "event", *entries(page, EntryKind.EVENT))
    dialog = dialog_of(page, MarkDone)
    dialog.day.setText("1/6/2026")
    agree(qtbot, page, dialog)
    assert [entry.due for entry in entries(page, EntryKind.OCCURRENCE)] == [date(2026, 7, 1)]
    run(qtbot, page, "reopen", *entries(page, EntryKind.EVENT))
    assert entries(page, EntryKind.OCCURRENCE) == []


def test_a_continuous_task_is_answered_once_per_period(qtbot: QtBot, page: PlanPage, marks: Marks) -> None:
    go(qtbot, page, CONTINUOUS)
    asked = entries(page, EntryKind.QUESTION)
    assert [entry.badge and entry.badge.words for entry in asked] == [
        "Chưa trả lời", "Chưa trả lời", "Chưa hết kỳ", "Chưa hết kỳ",
    ]  # fmt: skip
    run(qtbot, page, "yes", asked[0])
    run(qtbot, page, "no", entries(page, EntryKind.QUESTION)[1])
    dialog = dialog_of(page, CancelMilestone)
    dialog.reason.setText("Không phát sinh")
    agree(qtbot, page, dialog)
    answers = [entry.badge and entry.badge.words for entry in entries(page, EntryKind.QUESTION)[:2]]
    assert answers == ["Có thực hiện", "Không thực hiện"]
    assert {mark.reason for mark in marks().values()} == {None, "Không phát sinh"}


def test_a_task_without_dates_is_set_by_hand(qtbot: QtBot, page: PlanPage, marks: Marks) -> None:
    go(qtbot, page, UNDATED)
    [task] = entries(page, EntryKind.TASK)
    run(qtbot, page, "begin", task)
    assert marks()[TASK].begun == TODAY
    [task] = entries(page, EntryKind.TASK)
    assert task.badge is not None and task.badge.words == "Đang thực hiện"
    run(qtbot, page, "done", task)
    agree(qtbot, page, dialog_of(page, MarkDone))
    assert marks()[TASK].done == TODAY
    run(qtbot, page, "reopen", *entries(page, EntryKind.TASK))
    assert marks() == {}


def test_the_product_of_a_milestone_is_chosen(qtbot: QtBot, page: PlanPage, marks: Marks) -> None:
    go(qtbot, page, QUARTERLY)
    products = [entry.key for entry in entries(page, EntryKind.PRODUCT)]
    first = entries(page, EntryKind.OCCURRENCE)[0]
    assert first.product == products[0]
    page.panel.progress.list.select(first)
    page.panel.progress.product_chosen.emit(products[1])
    settle(qtbot, page)
    assert entries(page, EntryKind.OCCURRENCE)[0].product == products[1]
    page.panel.progress.product_chosen.emit(None)
    settle(qtbot, page)
    assert entries(page, EntryKind.OCCURRENCE)[0].product == products[0] and marks() == {}


def test_a_product_has_a_state_of_its_own(qtbot: QtBot, page: PlanPage) -> None:
    go(qtbot, page, QUARTERLY)
    run(qtbot, page, "done", entries(page, EntryKind.PRODUCT)[1])
    agree(qtbot, page, dialog_of(page, MarkDone))
    badges = [entry.badge and entry.badge.words for entry in entries(page, EntryKind.PRODUCT)]
    assert badges == ["Đạt 0/4 mốc", "Hoàn thành"]


def test_what_was_noted_of_a_milestone_that_is_gone_is_shown(qtbot: QtBot, page: PlanPage, marks: Marks) -> None:
    go(qtbot, page, BY)
    run(qtbot, page, "done", *entries(page, EntryKind.OCCURRENCE))
    dialog_of(page, MarkDone).document.setText("9/BC")
    agree(qtbot, page, dialog_of(page, MarkDone))
    model = page.table.appendix_model
    model.setData(model.index(BY, 3), "Báo cáo: hằng quý")
    settle(qtbot, page)
    [loose] = entries(page, EntryKind.LOOSE)
    assert "Văn bản: 9/BC" in loose.details
    run(qtbot, page, "forget", loose)
    assert marks() == {} and entries(page, EntryKind.LOOSE) == []


def test_notes_are_written_changed_and_removed_and_the_log_tells(
    qtbot: QtBot, page: PlanPage, storage: Storage
) -> None:
    page.panel.show_tab(LOG)
    go(qtbot, page, BY)
    log = page.panel.log
    log.field.setPlainText("Đã gọi bộ phận một cửa")
    qtbot.mouseClick(log.write, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert log.words[0].startswith("Đã gọi bộ phận một cửa\n") and log.field.toPlainText() == ""
    row_id = page.panel.row_id
    assert row_id is not None
    [note] = storage.read(lambda work: work.notes(row_id))
    log.edit(note)
    log.field.setPlainText("Đã gửi công văn")
    qtbot.mouseClick(log.write, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert any(words.startswith("Đã gửi công văn\n") for words in log.words)
    log.note_removed.emit(note)
    settle(qtbot, page)
    assert storage.read(lambda work: work.notes(row_id)) == []
    model = page.table.appendix_model
    model.setData(model.index(BY, 3), "Quý IV")
    settle(qtbot, page)
    assert "Sửa ô “Thời gian”: Trước 16/6/2026 → Quý IV" in log.words[0]


def test_a_note_typed_and_left_belongs_to_its_row(qtbot: QtBot, page: PlanPage, storage: Storage) -> None:
    page.panel.show_tab(LOG)
    go(qtbot, page, BY)
    row_id = page.panel.row_id or 0
    page.panel.log.field.setPlainText("Chưa bấm ghi")
    go(qtbot, page, UNDATED)
    assert [note.text for note in storage.read(lambda work: work.notes(row_id))] == ["Chưa bấm ghi"]
    assert page.panel.log.field.toPlainText() == ""


def test_a_row_that_is_gone_meanwhile_is_no_trouble(qtbot: QtBot, page: PlanPage) -> None:
    go(qtbot, page, BY)
    page.editing.commands.delete_rows()
    settle(qtbot, page)
    assert page.panel.row_id != 0
