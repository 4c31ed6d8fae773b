"""The report of a quarter in the real window, by keys and clicks: from the figures to the report that amends it."""

import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.body import words_of
from app.domain.report import ReportState
from app.exchange.proof_types import proof_types
from app.ports import Storage
from db.proof_files import ProofFiles
from tests.end_to_end.hands import CTRL, key, settle, type_words
from tests.windows import bring_forward
from ui.dialogs import document_preview
from ui.dialogs.edit_indicator import EditIndicator
from ui.dialogs.report_preview import ReportPreview
from ui.dialogs.send_report import SendReport
from ui.dialogs.sign_report import SignReport
from ui.main_window import MainWindow
from ui.pages.figures_page import FiguresPage
from ui.pages.indicators_page import IndicatorsPage
from ui.pages.reports_page import ReportsPage
from ui.widgets.indicator_table import FIRST_VALUE

TODAY = date(2026, 3, 16)
D = TypeVar("D", bound=QDialog)


class Clerk:
    """Somebody at the window: goes to pages, types, presses buttons."""

    def __init__(self, qtbot: QtBot, window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.qtbot = qtbot
        self.window = window
        self.folder = folder
        self._monkeypatch = monkeypatch

    def settle(self) -> None:
        """Wait until all is on disk and shown."""
        settle(self.qtbot, self.window)

    def press(self, pressed: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key and wait for what it leads to."""
        key(pressed, held)
        self.settle()

    def click(self, widget: QWidget) -> None:
        """Click a button that can be seen and used."""
        assert widget.isVisible() and widget.isEnabled(), widget.objectName()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def go_to(self, name: str) -> QWidget:
        """Click a page's button in the side bar; answers the page."""
        buttons = self.window.side_bar.findChildren(QToolButton)
        self.click(next(button for button in buttons if button.text().strip() == name))
        return self.window.current_page

    def dialog(self, kind: type[D]) -> D:
        """The open dialog of this kind, once it is there."""
        self.qtbot.waitUntil(
            lambda: any(isinstance(one, kind) for one in QApplication.topLevelWidgets() if one.isVisible())
        )
        found = next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())
        self.qtbot.waitUntil(found.isActiveWindow)
        return found

    def back(self) -> None:
        """The window in front again: a screen without a window manager gives no focus back after a dialog."""
        bring_forward(self.qtbot, self.window)

    def enter_figure(self, code: str, words: str) -> None:
        """Type a figure of the form in front."""
        page = cast(FiguresPage, self.go_to("Số liệu thống kê"))
        page.view.rows.setFocus()
        page.view.rows.go_to(*page.view.place_of(code, None))
        type_words(words)
        self.press(Qt.Key.Key_Return)

    def printed(self, reports: ReportsPage, name: str) -> str:
        """The words of the report as a PDF: Ctrl+P, then exported from the preview."""
        self.back()
        reports.editor.outline.setFocus()
        self.press(Qt.Key.Key_P, CTRL)
        preview = self.dialog(ReportPreview)
        self.qtbot.waitUntil(lambda: preview.made is not None and preview.export.isEnabled(), timeout=20_000)
        file = self.folder / f"{name}.pdf"
        self._monkeypatch.setattr(document_preview, "ask_target", lambda *_: file)
        with self.qtbot.waitSignal(preview.writer.background.finished, timeout=20_000):
            self.click(preview.export)
        preview.close_button.click()
        self.back()
        made = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True, text=True)
        return " ".join(made.stdout.split())


@pytest.fixture
def clerk(qtbot: QtBot, storage: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Clerk]:
    """The window on the sample plan."""
    window = MainWindow(storage, tmp_path, TODAY, ProofFiles(tmp_path, proof_types()))
    qtbot.addWidget(window)
    bring_forward(qtbot, window)
    window.start()
    settle(qtbot, window)
    yield Clerk(qtbot, window, tmp_path, monkeypatch)
    settle(qtbot, window)
    window.close()


def enter_indicator(clerk: Clerk) -> None:
    """An indicator and its value in quý I."""
    page = cast(IndicatorsPage, clerk.go_to("Chỉ tiêu"))
    page.table.setFocus()
    key(Qt.Key.Key_Insert)
    dialog = clerk.dialog(EditIndicator)
    clerk.qtbot.waitUntil(dialog.measure.hasFocus)
    type_words("Tỷ lệ hồ sơ giải quyết đúng hạn")
    dialog.target.setFocus()
    type_words("98")
    clerk.press(Qt.Key.Key_Return)
    clerk.qtbot.waitUntil(lambda: bool(page.table.lines))
    clerk.back()
    page.table.setFocus()
    page.table.setCurrentCell(page.table.rowCount() - 1, FIRST_VALUE)
    type_words("9")
    editor = page.table.findChild(QLineEdit)
    assert editor is not None
    editor.setFocus()
    type_words("9,1")
    clerk.press(Qt.Key.Key_Return)
    clerk.qtbot.waitUntil(lambda: page.operations.idle and page.table.lines[-1].latest is not None)


def sign_and_send(clerk: Clerk, reports: ReportsPage, scan: Path) -> None:
    """Submitted, signed under number 45 with its scan, sent."""
    clerk.click(reports.steps["submit"])
    assert reports.state.text() == "Đã trình ký"
    clerk.click(reports.steps["sign"])
    signature = clerk.dialog(SignReport)
    signature.number.setFocus()
    signature.number.selectAll()
    type_words("45")
    signature.scan.take([scan])
    clerk.click(signature.do)
    clerk.qtbot.waitUntil(lambda: reports.operations.idle and reports.state.text() == "Đã ký")
    clerk.back()
    clerk.click(reports.steps["send"])
    receiver = clerk.dialog(SendReport)
    receiver.receiver.setFocus()
    receiver.receiver.selectAll()
    type_words("Sở Nội vụ")
    clerk.press(Qt.Key.Key_Return)
    clerk.qtbot.waitUntil(lambda: reports.operations.idle and reports.state.text() == "Đã gửi")
    clerk.back()


def test_the_report_of_a_quarter_from_its_figures_to_the_one_that_amends_it(clerk: Clerk, storage: Storage) -> None:
    clerk.enter_figure("1", "12")
    enter_indicator(clerk)

    reports = cast(ReportsPage, clerk.go_to("Báo cáo"))
    reports.list.table.setFocus()
    reports.list.table.choose([0])
    clerk.press(Qt.Key.Key_Return)
    clerk.qtbot.waitUntil(lambda: reports.editor.view is not None)
    assert reports.title.text() == "Báo cáo CCHC quý I năm 2026"
    report_id = reports.editor.report_id
    assert report_id is not None

    findings = reports.editor.sources.findings
    row = next(row for row in range(findings.count()) if findings.item(row).text().startswith("Mục IV.2"))
    findings.scrollToItem(findings.item(row))
    place = findings.visualItemRect(findings.item(row)).center()
    QTest.mouseClick(findings.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert reports.editor.outline.key == "IV.2"
    before = findings.count()
    reports.editor.editor.setFocus()
    clerk.press(Qt.Key.Key_A, CTRL)
    type_words("Đề nghị tỉnh hỗ trợ máy quét.")
    reports.editor.outline.setFocus()
    reports.editor.outline.choose("III.1")
    clerk.settle()
    parts = {part.key: part for part in storage.read(lambda work: work.get_report(report_id)).parts}
    said = [words_of(one) for one in parts["IV.2"].paragraphs]
    assert said == ["Đề nghị tỉnh hỗ trợ máy quét."]
    clerk.qtbot.waitUntil(lambda: findings.count() == before - 1)

    draft = clerk.printed(reports, "nháp")
    assert "Đề nghị tỉnh hỗ trợ máy quét." in draft
    assert "Tỷ lệ hồ sơ giải quyết đúng hạn: 99,10% (chỉ tiêu từ 98% trở lên)" in draft

    scan = clerk.folder / "ban ky.pdf"
    scan.write_bytes(b"%PDF-1.4 ban ky")
    sign_and_send(clerk, reports, scan)
    assert reports.editor.editor.isReadOnly() and reports.scan.isVisible()
    assert "như bản đã ký" in reports.editor.sources.moved.text()
    signed = clerk.printed(reports, "bản ký")
    assert "Số: 45/BC-UBND" in signed and "ngày 16 tháng 3 năm 2026" in signed

    clerk.enter_figure("1", "19")
    assert clerk.go_to("Báo cáo") is reports
    assert "bản ký 12, nay 19" in reports.editor.sources.moved.text()
    assert clerk.printed(reports, "bản ký lại") == signed

    clerk.click(reports.steps["amend"])
    clerk.qtbot.waitUntil(lambda: reports.operations.idle and reports.state.text() == "Nháp")
    amended = clerk.printed(reports, "đính chính")
    assert "Báo cáo này thay thế Báo cáo số 45/BC-UBND ngày 16/3/2026" in amended
    clerk.click(reports.back)
    notes = [reports.list.table.item(row, 6) for row in range(reports.list.table.rowCount())]
    assert any(item is not None and item.text() == "Đính chính báo cáo số 45" for item in notes)
    states = {one.id: one.state for one in storage.read(lambda work: work.list_reports())}
    assert states[report_id] is ReportState.SENT and len(states) == 2
