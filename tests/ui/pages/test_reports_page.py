"""The page of reports over the real storage: begin, write, check, sign, freeze, amend."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QListWidgetItem, QMessageBox
from pytestqt.qtbot import QtBot

from app.domain.body import BodyParagraph, Level, Run, words_of
from app.domain.office import Office, OfficeSigner
from app.domain.official import Signer
from app.domain.report import ReportState
from app.domain.reporting_period import parse_period
from app.exchange.outlines import report_kit
from app.exchange.proof_types import proof_types
from app.exchange.samples import sample_plan
from app.ports import Storage
from app.services.report_life import scan_of
from app.services.report_texts import change_part
from app.services.tracking import mark_done, rows_of
from db.proof_files import ProofFiles
from ui.clock import Clock
from ui.dialogs.ad_hoc_report import AdHocReport
from ui.dialogs.report_around import ReportAround
from ui.dialogs.report_preview import ReportPreview
from ui.dialogs.send_report import SendReport
from ui.dialogs.sign_report import SignReport
from ui.operations import Operations
from ui.pages.reports_page import EDITOR, EMPTY, LIST, ReportsPage

TODAY = date(2026, 6, 17)
KIT = report_kit()


@pytest.fixture
def page(qtbot: QtBot, operations: Operations, storage: Storage, tmp_path: Path) -> ReportsPage:
    """The page with the sample plan."""
    storage.write("nhập", lambda work: work.add_plan(sample_plan()))
    made = ReportsPage(operations)
    qtbot.addWidget(made)
    made.clock = Clock(TODAY)
    made.proofs = ProofFiles(tmp_path, proof_types())
    operations.changed.connect(made.show_changes)
    made.resize(1160, 740)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: operations.idle and made.board is not None)
    return made


def settle(qtbot: QtBot, page: ReportsPage) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: page.operations.idle)


def cell(page: ReportsPage, row: int, column: int) -> str:
    """The words of a cell of the list."""
    item = page.list.table.item(row, column)
    return item.text() if item is not None else ""


def begin(qtbot: QtBot, page: ReportsPage, row: int = 1) -> int:
    """Begin the report of a row by Enter; answers its id."""
    page.list.table.choose([row])
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.operations.idle and page.editor.view is not None)
    assert page.editor.report_id is not None
    return page.editor.report_id


def step(qtbot: QtBot, page: ReportsPage, name: str) -> None:
    """Press a step's button."""
    assert page.steps[name].isVisible()
    qtbot.mouseClick(page.steps[name], Qt.MouseButton.LeftButton)
    settle(qtbot, page)


def test_every_period_of_the_year_has_a_line(page: ReportsPage) -> None:
    rows = [[cell(page, row, column) for column in range(7)] for row in range(4)]
    assert [row[0] for row in rows] == ["Quý I năm 2026", "6 tháng đầu năm 2026", "9 tháng đầu năm 2026", "Năm 2026"]
    assert [row[6] for row in rows] == ["Quá hạn gửi 89 ngày", "Còn 3 ngày", "Còn 95 ngày", "Còn 186 ngày"]
    signed = [(item := page.list.table.item(row, 6)) is not None and not item.icon().isNull() for row in range(4)]
    assert signed == [True, True, False, False]
    assert page.list.take.text() == "Lập báo cáo" and not page.list.remove.isEnabled()


def test_an_empty_register_says_so(qtbot: QtBot, operations: Operations) -> None:
    made = ReportsPage(operations)
    qtbot.addWidget(made)
    made.enter()
    qtbot.waitUntil(lambda: operations.idle and made.board is not None)
    assert made._stack.currentIndex() == EMPTY


def test_what_is_typed_is_stored_and_undone(qtbot: QtBot, page: ReportsPage, storage: Storage) -> None:
    report_id = begin(qtbot, page)
    assert page.title.text() == "Báo cáo CCHC 6 tháng đầu năm 2026" and page.state.text() == "Nháp"
    assert page.due.text() == "Hạn gửi 20/6/2026, còn 3 ngày"
    page.editor.outline.setCurrentRow(6)
    page.editor.editor.selectAll()
    page.editor.editor.setFocus()
    qtbot.keyClicks(page.editor.editor, "Chua co mo hinh moi.")
    page.editor.outline.setCurrentRow(2)
    settle(qtbot, page)
    part = next(one for one in storage.read(lambda work: work.get_report(report_id)).parts if one.key == "I.6")
    assert [words_of(part.paragraphs[0])] == ["Chua co mo hinh moi."]
    page.operations.undo()
    settle(qtbot, page)
    page.editor.outline.setCurrentRow(6)
    assert page.editor.editor.toPlainText() == "(Chưa có số liệu trong sổ; đề nghị bổ sung.)"


def test_what_is_typed_when_the_window_closes_is_stored(qtbot: QtBot, page: ReportsPage, storage: Storage) -> None:
    report_id = begin(qtbot, page)
    page.editor.editor.selectAll()
    page.editor.editor.setFocus()
    qtbot.keyClicks(page.editor.editor, "Dang go do")
    page.finish_editing()
    settle(qtbot, page)
    said = storage.read(lambda work: work.get_report(report_id)).parts[1].paragraphs
    assert [words_of(said[0])] == ["Dang go do"]


def test_the_register_gives_its_figures_again(qtbot: QtBot, page: ReportsPage, storage: Storage) -> None:
    begin(qtbot, page)
    page.editor.outline.setCurrentRow(2)
    assert "đã hoàn thành 0/26 nhiệm vụ" in page.editor.editor.toPlainText()
    rows = storage.read(lambda work: rows_of(work, 1, KIT.calendar))[1]
    row = next(one for one in rows if len(one.keys) == 1 and one.task.tracked[0].occurrence.due < date(2026, 6, 1))
    due = row.task.tracked[0].occurrence.due
    mark = partial(mark_done, plan_id=1, number=row.number, milestone=1, done=due, calendar=KIT.calendar)
    page.operations.write("ghi", mark)
    qtbot.waitUntil(lambda: page.operations.idle and "1/26" in page.editor.sources.register.text())
    qtbot.mouseClick(page.editor.sources.use_register, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.operations.idle and "1/26" in page.editor.editor.toPlainText())


def test_submit_sign_send_and_amend(qtbot: QtBot, page: ReportsPage, storage: Storage) -> None:
    report_id = begin(qtbot, page)
    step(qtbot, page, "submit")
    assert page.state.text() == "Đã trình ký"
    step(qtbot, page, "sign")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SignReport)
    qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
    assert dialog.refusal.isVisible()
    qtbot.keyClicks(dialog.number, "45")
    qtbot.keyClick(dialog.number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.operations.idle and page.state.text() == "Đã ký")
    assert page.editor.editor.isReadOnly()
    step(qtbot, page, "send")
    sent = QApplication.activeModalWidget()
    assert isinstance(sent, SendReport)
    qtbot.keyClicks(sent.receiver, "So Noi vu")
    qtbot.keyClick(sent.receiver, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.operations.idle and page.state.text() == "Đã gửi")
    step(qtbot, page, "amend")
    qtbot.waitUntil(lambda: page.operations.idle and page.state.text() == "Nháp")
    assert page.editor.report_id != report_id
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert page._stack.currentIndex() == LIST
    notes = [cell(page, row, 6) for row in range(page.list.table.rowCount())]
    assert "Đính chính báo cáo số 45" in notes
    states = {one.state for one in storage.read(lambda work: work.list_reports())}
    assert states == {ReportState.SENT, ReportState.DRAFT}


def test_words_of_the_period_before_count_as_read_once_somebody_says_so(
    qtbot: QtBot, page: ReportsPage, storage: Storage
) -> None:
    first = begin(qtbot, page, 0)
    said = (BodyParagraph((Run("Đề nghị tỉnh hỗ trợ máy quét."),), Level.PLAIN),)
    storage.write("", partial(change_part, report_id=first, key="IV.2", paragraphs=said))
    page.close_report()
    settle(qtbot, page)
    report_id = begin(qtbot, page, 1)
    page.editor.outline.choose("IV.2")
    settle(qtbot, page)
    assert page.editor.sources.mark_read.isVisible() and page.editor.editor.extraSelections()
    qtbot.mouseClick(page.editor.sources.mark_read, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    part = next(one for one in storage.read(lambda work: work.get_report(report_id)).parts if one.key == "IV.2")
    assert (part.paragraphs, part.to_read) == (said, False)
    assert not page.editor.sources.mark_read.isVisible() and not page.editor.editor.extraSelections()


def test_numbers_that_the_register_has_overtaken_are_renewed_by_a_click(
    qtbot: QtBot, page: ReportsPage, storage: Storage
) -> None:
    report_id = begin(qtbot, page, 1)
    assert not page.editor.sources.renew.isVisible()
    rows = storage.read(lambda work: rows_of(work, 1, KIT.calendar))[1]
    row = next(one for one in rows if one.task.tracked)
    due = row.task.tracked[0].occurrence.due
    done = partial(mark_done, plan_id=1, number=row.number, milestone=1, done=due, calendar=KIT.calendar)
    page.operations.write("", done)
    qtbot.waitUntil(lambda: page.operations.idle and page.editor.sources.renew.isVisible())
    qtbot.mouseClick(page.editor.sources.renew, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.operations.idle and not page.editor.sources.renew.isVisible())
    part = next(one for one in storage.read(lambda work: work.get_report(report_id)).parts if one.key == "I.2")
    assert any("hoàn thành đúng hạn 1 (" in words_of(one) for one in part.paragraphs)


def test_what_is_wrong_leads_to_its_part(qtbot: QtBot, page: ReportsPage) -> None:
    begin(qtbot, page)
    findings = page.editor.sources.findings
    words = [findings.item(row).text() for row in range(findings.count())]
    row = next(number for number, one in enumerate(words) if one.startswith("Mục IV.2"))
    findings.clicked.emit(findings.indexFromItem(findings.item(row)))
    assert page.editor.outline.key == "IV.2"
    assert any("Chưa có số văn bản" in one for one in words)


def finding_row(page: ReportsPage, beginning: str) -> QListWidgetItem:
    """The finding that begins so."""
    findings = page.editor.sources.findings
    return next(item for row in range(findings.count()) if (item := findings.item(row)).text().startswith(beginning))


def take_finding(qtbot: QtBot, page: ReportsPage, beginning: str) -> None:
    """Click the finding that begins so."""
    findings = page.editor.sources.findings
    findings.clicked.emit(findings.indexFromItem(finding_row(page, beginning)))
    settle(qtbot, page)


def test_what_stands_around_the_text_is_changed_for_this_report(
    qtbot: QtBot, page: ReportsPage, storage: Storage
) -> None:
    report_id = begin(qtbot, page)
    take_finding(qtbot, page, "Chưa có họ và tên người ký")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReportAround) and dialog.name.hasFocus()
    dialog.name.setText("(Họ và tên)")
    dialog.authority.setPlainText("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n")
    dialog.addressees.setPlainText("- Sở Nội vụ;")
    dialog.recipients.setPlainText("- Như trên;\n- Lưu: VT, VHXH.")
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.operations.idle and page.editor.view is not None)
    head = storage.read(lambda work: work.get_report(report_id)).head
    assert head.signer == Signer(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "(Họ và tên)")
    assert head.addressees == ("Sở Nội vụ",) and head.recipients == ("Như trên", "Lưu: VT, VHXH")
    storage.undo()
    assert storage.read(lambda work: work.get_report(report_id)).head.signer.name == ""


def test_the_office_is_taken_anew_and_number_and_day_come_with_the_signature(
    qtbot: QtBot, page: ReportsPage, storage: Storage
) -> None:
    begin(qtbot, page)
    signer = OfficeSigner("(Họ và tên)", "Chủ tịch", "Ủy ban nhân dân")
    storage.write("", lambda work: work.save_office(Office(("ỦY BAN NHÂN DÂN", "XÃ KHÁC"), signers=(signer,))))
    qtbot.mouseClick(page.editor.around, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReportAround) and dialog.name.text() == ""
    qtbot.mouseClick(dialog.from_office, Qt.MouseButton.LeftButton)
    assert (dialog.name.text(), dialog.bodies.toPlainText()) == ("(Họ và tên)", "ỦY BAN NHÂN DÂN\nXÃ KHÁC")
    dialog.reject()
    take_finding(qtbot, page, "Chưa có số văn bản")
    signature = QApplication.activeModalWidget()
    assert isinstance(signature, SignReport)
    signature.reject()


def test_the_scan_of_a_signed_report_is_kept(
    qtbot: QtBot, page: ReportsPage, storage: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report_id = begin(qtbot, page)
    assert not page.scan.isVisible()
    step(qtbot, page, "sign")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SignReport)
    paper = tmp_path / "bản ký.pdf"
    paper.write_bytes(b"%PDF-1.4 ban ky")
    dialog.scan.take([paper])
    dialog.number.setText("46")
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.operations.idle and page.scan.isVisible())
    kept = storage.read(partial(scan_of, report_id=report_id))
    assert kept is not None and page.proofs is not None
    assert page.proofs.path_of(kept).read_bytes() == paper.read_bytes()
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    qtbot.mouseClick(page.scan, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened == [str(page.proofs and page.proofs.path_of(kept))])


def test_a_scan_that_can_run_asks_first(
    qtbot: QtBot, page: ReportsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(qtbot, page)
    step(qtbot, page, "sign")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SignReport)
    paper = tmp_path / "bản ký.docm"
    paper.write_bytes(b"PK")
    dialog.scan.take([paper])
    dialog.number.setText("46")
    qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.operations.idle and page.scan.isVisible())
    opened: list[object] = []
    asked: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)

    def ask(*given: object) -> QMessageBox.StandardButton:
        asked.append(given)
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "question", ask)
    qtbot.mouseClick(page.scan, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(asked) == 1)
    assert not opened


def test_the_preview_shows_its_pages(qtbot: QtBot, page: ReportsPage) -> None:
    begin(qtbot, page)
    qtbot.keyClick(page.editor.outline, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ReportPreview) or _preview() is not None)
    preview = _preview()
    assert preview is not None
    qtbot.waitUntil(lambda: preview.made is not None, timeout=10_000)
    assert preview.made is not None and len(preview.made.sizes) > 9
    preview.close()


def _preview() -> ReportPreview | None:
    found = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, ReportPreview))
    return next(found, None)


def test_a_draft_is_removed_and_comes_back(qtbot: QtBot, page: ReportsPage) -> None:
    begin(qtbot, page, 0)
    page.close_report()
    settle(qtbot, page)
    page.list.table.choose([0])
    qtbot.mouseClick(page.list.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.operations.idle and cell(page, 0, 3) == "Chưa lập")
    page.operations.undo()
    qtbot.waitUntil(lambda: page.operations.idle and cell(page, 0, 3) == "Nháp")
    assert page._stack.currentIndex() != EDITOR


def test_a_report_whose_beginning_is_undone_closes(qtbot: QtBot, page: ReportsPage) -> None:
    begin(qtbot, page)
    page.operations.undo()
    qtbot.waitUntil(lambda: page.operations.idle and page._stack.currentIndex() == LIST)
    assert parse_period("2026-6M") in {line.period for line in page.list.lines}


def test_the_next_number_is_offered_and_one_given_already_keeps_the_dialog(qtbot: QtBot, page: ReportsPage) -> None:
    begin(qtbot, page, 0)
    step(qtbot, page, "sign")
    first = QApplication.activeModalWidget()
    assert isinstance(first, SignReport) and first.number.text() == ""
    qtbot.keyClicks(first.number, "44")
    qtbot.keyClick(first.number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.operations.idle and page.state.text() == "Đã ký")
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    begin(qtbot, page, 1)
    step(qtbot, page, "sign")
    second = QApplication.activeModalWidget()
    assert isinstance(second, SignReport) and second.number.text() == "45"
    second.number.setText("44")
    qtbot.keyClick(second.number, Qt.Key.Key_Return)
    qtbot.waitUntil(second.refusal.isVisible)
    assert "Số 44 của loại BC năm 2026 đã cấp cho" in second.refusal.text() and second.do.isEnabled()
    second.number.setText("45")
    qtbot.keyClick(second.number, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.operations.idle and page.state.text() == "Đã ký")


def test_an_ad_hoc_report_is_begun_by_keys(qtbot: QtBot, page: ReportsPage, storage: Storage) -> None:
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_Insert)
    settle(qtbot, page)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AdHocReport)
    assert [dialog.outline.itemText(place) for place in range(dialog.outline.count())] == [
        "Báo cáo đột xuất, chuyên đề", "Báo cáo cải cách hành chính định kỳ",
    ]  # fmt: skip
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.refusal.text() == "Báo cáo đột xuất chưa có tên; đề nghị ghi tên báo cáo."
    qtbot.keyClicks(dialog.title, "Ra soat thu tuc")
    qtbot.keyClicks(dialog.start, "1/7/2026")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert "có ngày cuối trước ngày đầu" in dialog.refusal.text()
    dialog.start.setText("1/5/2026")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.operations.idle and page.editor.view is not None)
    assert page.title.text() == "Ra soat thu tuc" and page.due.text() == ""
    page.close_report()
    settle(qtbot, page)
    titles = [cell(page, row, 0) for row in range(page.list.table.rowCount())]
    assert titles[2] == "Ra soat thu tuc\nTừ ngày 01/5/2026 đến ngày 17/6/2026" and len(titles) == 5
    assert cell(page, 2, 1) == "17/6/2026" and cell(page, 2, 3) == "Nháp"
