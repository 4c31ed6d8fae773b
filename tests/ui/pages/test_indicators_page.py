"""The page of indicators, over the real storage."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.domain.imported import ImportedPlan
from app.domain.indicator import Comparator, Indicator, ReformField
from app.exchange.proof_types import proof_types
from app.exchange.samples import sample_plan
from app.ports import Storage
from app.services.imports import add_imported
from db.proof_files import ProofFiles
from ui.clock import Clock
from ui.dialogs.edit_indicator import EditIndicator
from ui.dialogs.proof_number import ProofNumber
from ui.operations import Operations
from ui.pages.indicators_page import EMPTY, IndicatorsPage
from ui.widgets.indicator_table import FIRST_VALUE, MEASURE, STATE, TARGET

RATE = Indicator(
    "Tỷ lệ hồ sơ giải quyết đúng hạn", Comparator.AT_LEAST, Decimal(95), "%",
    source="Tỷ lệ hồ sơ giải quyết đúng hạn đạt từ 95% trở lên.", where="II.2", field=ReformField.PROCEDURES,
    numerator="hồ sơ đúng hạn", denominator="hồ sơ đã giải quyết", reporter="Trung tâm", period="năm 2026",
)  # fmt: skip
MEETINGS = Indicator("Số cuộc đối thoại", Comparator.AT_LEAST, Decimal(2), "cuộc")
PROGRESS = Indicator("Tỷ lệ hoàn thành kế hoạch", Comparator.EQUAL, Decimal(100), "%")
TARGETLESS = Indicator("Số mô hình mới", None, None, "mô hình")


@pytest.fixture
def page(qtbot: QtBot, operations: Operations, storage: Storage) -> IndicatorsPage:
    """The page with the sample plan and four proposals."""
    read = ImportedPlan("a.docx", sample_plan(), indicators=(RATE, MEETINGS, PROGRESS, TARGETLESS))
    storage.write("nhập", partial(add_imported, imported=[read]))
    made = IndicatorsPage(operations)
    qtbot.addWidget(made)
    made.clock = Clock(date(2026, 6, 17))
    operations.changed.connect(made.show_changes)
    made.resize(1160, 740)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: operations.idle and made.board is not None)
    return made


@pytest.fixture
def decided(qtbot: QtBot, page: IndicatorsPage) -> IndicatorsPage:
    """The page once all proposals are accepted."""
    qtbot.mouseClick(page.accept_all, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.operations.idle and len(page.table.lines) == 4)
    return page


def settle(qtbot: QtBot, page: IndicatorsPage) -> None:
    """Wait until nothing is typed and nothing is under way."""
    editing = QAbstractItemView.State.EditingState
    qtbot.waitUntil(lambda: page.operations.idle and page.table.state() != editing)


def cell(page: IndicatorsPage, row: int, column: int) -> str:
    """The words of a cell of the table."""
    item = page.table.item(row, column)
    return item.text() if item is not None else ""


def measures(page: IndicatorsPage) -> list[str]:
    """What the table of indicators lists."""
    return [cell(page, row, MEASURE) for row in range(page.table.rowCount())]


def type_value(qtbot: QtBot, page: IndicatorsPage, row: int, column: int, words: str) -> None:
    """Type into a cell as at the keyboard."""
    page.table.setFocus()
    page.table.setCurrentCell(row, column)
    qtbot.keyClicks(page.table, words[0])
    editor = page.table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, words[1:])
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle(qtbot, page)


def dialog() -> EditIndicator:
    """The dialog in front."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, EditIndicator)
    return found


def test_an_empty_register_says_so(qtbot: QtBot, operations: Operations) -> None:
    made = IndicatorsPage(operations)
    qtbot.addWidget(made)
    made.enter()
    qtbot.waitUntil(lambda: operations.idle and made.board is not None)
    assert made._stack.currentIndex() == EMPTY


def test_proposals_are_decided_on_with_the_keyboard(qtbot: QtBot, page: IndicatorsPage) -> None:
    assert page._proposed.title.text() == "Chỉ tiêu đọc được từ kế hoạch (4)"
    first = page.proposals.item(0, 2), page.proposals.item(0, 3), page.proposals.item(0, 4)
    assert [one.text() for one in first if one is not None] == ["≥", "95", "%"]
    page.proposals.setFocus()
    qtbot.keyClick(page.proposals, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert measures(page) == [RATE.measure] and page.proposals.rowCount() == 3
    qtbot.keyClick(page.proposals, Qt.Key.Key_Delete)
    settle(qtbot, page)
    assert page.proposals.rowCount() == 2
    page.proposals.choose([0, 1])
    qtbot.mouseClick(page.accept, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert measures(page) == [RATE.measure, PROGRESS.measure, TARGETLESS.measure] and not page._proposed.isVisible()
    page.operations.undo()
    settle(qtbot, page)
    assert page._proposed.isVisible() and page.proposals.rowCount() == 2


def test_a_proposal_is_corrected_before_it_is_taken(qtbot: QtBot, page: IndicatorsPage) -> None:
    page.proposals.setFocus()
    qtbot.keyClick(page.proposals, Qt.Key.Key_F2)
    asked = dialog()
    assert asked.target.text() == "95" and asked.reporter.text() == "Trung tâm"
    asked.target.setText("nhiều")
    qtbot.mouseClick(asked.do, Qt.MouseButton.LeftButton)
    assert asked.refusal.isVisible()
    asked.target.setText("98,5")
    qtbot.mouseClick(asked.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.operations.idle and page.table.rowCount() == 1)
    assert page.table.lines[0].stored.indicator == replace(RATE, target=Decimal("98.5"))
    assert cell(page, 0, TARGET) == "≥ 98,5%"


def test_values_are_typed_in_place_and_undone(qtbot: QtBot, decided: IndicatorsPage) -> None:
    assert cell(decided, 0, STATE) == "Chưa có số liệu"
    type_value(qtbot, decided, 0, FIRST_VALUE, "92,5")
    assert (cell(decided, 0, FIRST_VALUE), cell(decided, 0, STATE)) == ("92,50%", "Chưa đạt (Quý I)")
    assert decided.table.currentRow() == 1
    type_value(qtbot, decided, 0, FIRST_VALUE + 1, "99,1")
    assert cell(decided, 0, STATE) == "Đạt (6 tháng)"
    decided.table.setCurrentCell(0, FIRST_VALUE)
    assert decided._decided.hint.text().startswith("6 tháng: 99,10%, tăng so với kỳ trước (92,50%).")
    type_value(qtbot, decided, 3, FIRST_VALUE, "1.250")
    assert (cell(decided, 3, FIRST_VALUE), cell(decided, 3, STATE)) == ("1.250", "Không đặt mức")
    decided.table.setCurrentCell(0, FIRST_VALUE + 1)
    qtbot.keyClick(decided.table, Qt.Key.Key_Delete)
    settle(qtbot, decided)
    assert cell(decided, 0, FIRST_VALUE + 1) == ""
    decided.operations.undo()
    settle(qtbot, decided)
    assert cell(decided, 0, FIRST_VALUE + 1) == "99,10%"


def test_a_value_being_typed_is_not_lost_when_the_window_closes(qtbot: QtBot, decided: IndicatorsPage) -> None:
    decided.finish_editing()
    decided.table.setFocus()
    decided.table.setCurrentCell(1, FIRST_VALUE)
    qtbot.keyClicks(decided.table, "4")
    decided.finish_editing()
    settle(qtbot, decided)
    assert cell(decided, 1, FIRST_VALUE) == "4" and decided.table.lines[1].values[0].figure is not None


def test_what_is_no_number_is_refused_and_the_cell_stays(qtbot: QtBot, decided: IndicatorsPage) -> None:
    with qtbot.waitSignal(decided.operations.refused) as refused:
        type_value(qtbot, decided, 0, FIRST_VALUE, "nhieu")
    assert "không phải là số" in refused.args[0]
    settle(qtbot, decided)
    assert cell(decided, 0, FIRST_VALUE) == ""


def test_a_value_that_may_be_meant_otherwise_is_asked_about(qtbot: QtBot, decided: IndicatorsPage) -> None:
    type_value(qtbot, decided, 0, FIRST_VALUE, "25.898")
    assert "được hiểu là 25,898" in decided.news.text()
    type_value(qtbot, decided, 0, FIRST_VALUE, "250")
    assert "250,00%, lớn hơn 100%" in decided.news.text()
    type_value(qtbot, decided, 0, FIRST_VALUE, "99,10")
    assert decided.news.text() == ""


def test_new_lines_wait_while_a_value_is_typed(qtbot: QtBot, decided: IndicatorsPage) -> None:
    decided.table.setFocus()
    decided.table.setCurrentCell(1, FIRST_VALUE)
    qtbot.keyClicks(decided.table, "4")
    editor = decided.table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    decided.commands.enter(decided.table.lines[0].stored, decided.table.lines[0].values[0].period, "97")
    qtbot.waitUntil(lambda: decided.operations.idle)
    assert editor.text() == "4" and cell(decided, 0, FIRST_VALUE) == ""
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle(qtbot, decided)
    assert (cell(decided, 0, FIRST_VALUE), cell(decided, 1, FIRST_VALUE)) == ("97,00%", "4")


def test_the_plans_own_progress_is_not_typed(qtbot: QtBot, decided: IndicatorsPage) -> None:
    assert [cell(decided, 2, FIRST_VALUE + place) for place in range(4)] == ["0,00%", "0,00%", "0,00%", ""]
    assert cell(decided, 2, STATE) == "Chưa đạt (6 tháng)"
    item = decided.table.item(2, FIRST_VALUE)
    assert item is not None and "hoàn thành 0/26 nhiệm vụ" in item.toolTip()
    now, later = decided.table.item(2, FIRST_VALUE + 2), decided.table.item(2, FIRST_VALUE + 3)
    assert now is not None and now.toolTip().startswith("Tính đến nay")
    assert later is not None and later.toolTip().endswith("khi đến kỳ.")
    assert not item.flags() & Qt.ItemFlag.ItemIsEditable


def test_an_indicator_is_added_changed_and_removed(qtbot: QtBot, decided: IndicatorsPage) -> None:
    decided.table.setFocus()
    qtbot.keyClick(decided.table, Qt.Key.Key_Insert)
    asked = dialog()
    qtbot.mouseClick(asked.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(asked.refusal.isVisible)
    asked.measure.setText("Số thủ tục được đơn giản hóa")
    asked.target.setText("5")
    asked.unit.setText("thủ tục")
    qtbot.mouseClick(asked.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: decided.operations.idle and decided.table.rowCount() == 5)
    decided.table.setCurrentCell(4, MEASURE)
    qtbot.keyClick(decided.table, Qt.Key.Key_Return)
    again = dialog()
    assert again.unit.text() == "thủ tục"
    again.comparator.setCurrentIndex(again.comparator.findData(Comparator.EQUAL))
    qtbot.mouseClick(again.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: decided.operations.idle and cell(decided, 4, TARGET) == "5 thủ tục")
    decided.table.setCurrentCell(4, MEASURE)
    qtbot.keyClick(decided.table, Qt.Key.Key_Delete)
    settle(qtbot, decided)
    assert decided.table.rowCount() == 4
    decided.operations.undo()
    settle(qtbot, decided)
    assert decided.table.rowCount() == 5


def test_the_plan_is_read_on_request(qtbot: QtBot, decided: IndicatorsPage) -> None:
    qtbot.mouseClick(decided.read_plan, Qt.MouseButton.LeftButton)
    settle(qtbot, decided)
    found = len(decided.board.proposals) if decided.board else 0
    expected = f"Đọc được {found} chỉ tiêu" if found else "Không đọc được"
    assert decided.news.text().startswith(expected)


def test_a_value_gets_a_note_and_a_proof(qtbot: QtBot, decided: IndicatorsPage) -> None:
    page = decided
    assert not page.evidence.note.isEnabled()
    type_value(qtbot, page, 0, FIRST_VALUE + 1, "99,1")
    settle(qtbot, page)
    page.table.setCurrentCell(0, FIRST_VALUE + 1)
    assert page.evidence.title.text() == (
        "Ghi chú và minh chứng cho số liệu 6 tháng của “Tỷ lệ hồ sơ giải quyết đúng hạn”"
    )
    page.evidence.note.setFocus()
    qtbot.keyClicks(page.evidence.note, "Tang nho so hoa")
    qtbot.keyClick(page.evidence.note, Qt.Key.Key_Return)
    settle(qtbot, page)
    qtbot.mouseClick(page.evidence.buttons["number"], Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ProofNumber)
    qtbot.keyClicks(dialog.number, "12/BC-UBND")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert page.board is not None
    found = page.board.lines[0].values[1].evidence
    assert (found.note, [one.number for one in found.proofs]) == ("Tang nho so hoa", ["12/BC-UBND"])
    item = page.table.item(0, FIRST_VALUE + 1)
    assert item is not None and not item.icon().isNull()
    assert item.toolTip().splitlines()[1:] == ["Ghi chú: Tang nho so hoa", "Minh chứng: 12/BC-UBND"]
    assert page.evidence.buttons["drop"].isEnabled() and not page.evidence.buttons["open"].isEnabled()
    qtbot.mouseClick(page.evidence.buttons["drop"], Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert page.evidence.proof is None and page.evidence.list.count() == 1
    page.operations.undo()
    settle(qtbot, page)
    assert page.evidence.proof is not None
    page.table.setCurrentCell(0, MEASURE)
    assert not page.evidence.note.isEnabled()


def test_a_file_proves_a_value(qtbot: QtBot, decided: IndicatorsPage, tmp_path: Path) -> None:
    decided.proofs = ProofFiles(tmp_path, proof_types())
    (tmp_path / "bang.pdf").write_bytes(b"%PDF-1.4")
    decided.table.setCurrentCell(1, FIRST_VALUE)
    decided.proofs_of_value.take_files([tmp_path / "bang.pdf"])
    qtbot.waitUntil(lambda: decided.operations.idle and decided.evidence.proof is not None)
    assert decided.evidence.buttons["open"].isEnabled()
    decided.stop_copying()
