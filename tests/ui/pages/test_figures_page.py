"""The page of statistics forms over the real storage: type, paste, import, check, export, undo."""

from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.reporting_period import parse_period
from app.domain.statistics_form import Figure
from app.exchange.form_json import builtin_form_sets
from app.exchange.outlines import report_kit
from app.exchange.sample_figures import SAMPLE_PERIODS, sample_figures, sample_lines
from app.exchange.samples import sample_plan
from app.ports import Storage, Work
from app.services.figure_lines import write_lines
from app.services.report_drafts import start_report
from app.services.report_life import sign_report
from app.services.stored_figures import enter_figures
from tests.windows import bring_forward
from ui.clock import Clock
from ui.operations import Operations
from ui.pages.figures_page import FiguresPage
from ui.widgets.figures_export import FiguresExport
from ui.widgets.figures_import import FiguresImport
from ui.widgets.figures_rows_model import LAST, VALUE

TODAY = date(2026, 6, 17)
SETS = {one.key: one for one in builtin_form_sets()}
CONTROL = Qt.KeyboardModifier.ControlModifier


def fill(work: Work) -> None:
    """The sample's figures of the whole year."""
    for code in SAMPLE_PERIODS:
        period = parse_period(code)
        for (key, form), figures in sample_figures(code).items():
            enter_figures(work, period, SETS[key], {f"{form}/{row}": one for row, one in figures.items()})
        for (key, _), lines in sample_lines(code).items():
            write_lines(work, period, SETS[key], SETS[key].forms[0], lines)


@pytest.fixture
def page(qtbot: QtBot, operations: Operations, storage: Storage) -> FiguresPage:
    """The page with the sample plan and its figures."""
    storage.write("nhập", lambda work: work.add_plan(sample_plan()))
    storage.write("nhập", fill)
    made = FiguresPage(operations)
    qtbot.addWidget(made)
    made.clock = Clock(TODAY)
    operations.changed.connect(made.show_changes)
    made.resize(1160, 740)
    made.show()
    made.enter()
    qtbot.waitUntil(lambda: operations.idle and made.board is not None)
    return made


def settle(qtbot: QtBot, page: FiguresPage) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: page.operations.idle)


def value(page: FiguresPage, code: str, column: int = VALUE) -> str:
    """What the table shows in the row ``code``."""
    row = page.view.row_model.place_of(code)
    assert row is not None
    return str(page.view.row_model.index(row, column).data())


def go(page: FiguresPage, code: str) -> None:
    """Go to the figure of the row ``code``."""
    page.view.rows.go_to(*page.view.place_of(code, None))
    page.view.rows.setFocus()


def remarks(page: FiguresPage) -> list[str]:
    """What should be looked at again."""
    shown = page.forms.panel.remarks
    return [shown.item(row).text() for row in range(shown.count())]


def type_in(qtbot: QtBot, page: FiguresPage, code: str, words: str) -> None:
    """Type over the figure of a row and press Enter."""
    go(page, code)
    qtbot.keyClicks(page.view.rows, words[0])
    assert page.view.rows.delegate.editor is not None
    qtbot.keyClicks(page.view.rows.delegate.editor, words[1:])
    qtbot.keyClick(page.view.rows.delegate.editor, Qt.Key.Key_Return)
    settle(qtbot, page)


def stored(storage: Storage, page: FiguresPage, form: str, code: str) -> str | None:
    """What is kept of a row."""
    assert page.period is not None
    kept = storage.read(lambda work: work.figures("2026-6M", "bnv-4625-2025"))
    return next((one for place, one in kept.items() if (place.form, place.code) == (form, code)), None)


def test_the_period_being_reported_is_in_front(page: FiguresPage) -> None:
    assert page.period == parse_period("2026-6M")
    assert [page.tabs.tabText(place) for place in range(page.tabs.count())][-2:] == ["Biểu 7", "Biểu II.06a"]
    assert value(page, "3.3.1", LAST) == "4" and value(page, "5") == "Có = 1"
    assert page.view.row_model.heading(LAST) == "Kỳ trước\nQuý I/2026"


def test_a_typed_figure_is_stored_computed_with_and_undone(qtbot: QtBot, page: FiguresPage, storage: Storage) -> None:
    type_in(qtbot, page, "3.3.1", "8")
    type_in(qtbot, page, "3.3.2", "5")
    assert (value(page, "3.3"), stored(storage, page, "1", "3.3")) == ("62,50", None)
    page.operations.undo()
    settle(qtbot, page)
    assert value(page, "3.3.2") != "5"


def test_enter_goes_on_over_what_is_not_typed(qtbot: QtBot, page: FiguresPage) -> None:
    type_in(qtbot, page, "1", "26")
    assert page.view.rows.place == page.view.place_of("3.1", None)
    go(page, "2.1")
    qtbot.keyClicks(page.view.rows, "9")
    assert not page.view.rows.is_editing
    assert "tự lấy" in page.view.row_model.tip(*page.view.place_of("2.1", None))


def test_what_cannot_be_read_stays_out_and_is_said(qtbot: QtBot, page: FiguresPage, storage: Storage) -> None:
    before = stored(storage, page, "1", "5.1")
    type_in(qtbot, page, "5.1", "nhieu lam")
    assert stored(storage, page, "1", "5.1") == before
    assert "không đọc được thành số" in page.forms.panel.remarks.item(0).text()
    assert page.view.row_model.look(*page.view.place_of("5.1", None)).signs
    type_in(qtbot, page, "5.1", "1.250")
    assert stored(storage, page, "1", "5.1") == "1250"
    assert not any(
        "không đọc được" in page.forms.panel.remarks.item(row).text() for row in range(page.forms.panel.remarks.count())
    )


def test_a_warning_leads_to_its_row(qtbot: QtBot, page: FiguresPage) -> None:
    type_in(qtbot, page, "4.1", "1")
    assert page.tabs.tabText(0) == "Biểu 1 · 1"
    page.forms.panel.remarks.setCurrentRow(0)
    qtbot.keyClick(page.forms.panel.remarks, Qt.Key.Key_Return)
    assert page.view.rows.place == page.view.place_of("4.1", None)


def test_delete_empties_and_a_dash_is_not_available(qtbot: QtBot, page: FiguresPage, storage: Storage) -> None:
    go(page, "5.1")
    qtbot.keyClick(page.view.rows, Qt.Key.Key_Delete)
    settle(qtbot, page)
    assert stored(storage, page, "1", "5.1") is None
    type_in(qtbot, page, "5.1", "-")
    assert stored(storage, page, "1", "5.1") == "-"


def test_a_column_is_pasted_by_position_and_copied(qtbot: QtBot, page: FiguresPage, storage: Storage) -> None:
    go(page, "4.1")
    QGuiApplication.clipboard().setText("20\n11\n2\n3\n\n1\n")
    qtbot.keyClick(page.view.rows, Qt.Key.Key_V, CONTROL)
    settle(qtbot, page)
    assert [value(page, code) for code in ("4.1", "4.1.1", "4.1.2", "4.1.3")] == ["20", "11", "2", "3"]
    go(page, "4.1")
    qtbot.keyClick(page.view.rows, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.view.rows, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().split() == ["20", "11"]


def test_a_table_is_pasted_by_code(qtbot: QtBot, page: FiguresPage, storage: Storage) -> None:
    QGuiApplication.clipboard().setText(
        "3.1\tSố sở, ngành đã kiểm tra\t5\n5.1\tSố lượng phiếu khảo sát\t777\n9.9\tKhông có\t1"
    )
    page.buttons["paste_by_code"].click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), FiguresImport))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FiguresImport)
    words = [dialog.entries.item(row).text() for row in range(dialog.entries.count())]
    assert "Biểu 1: khớp 2 số liệu, thay đổi 2" in words and any("9.9" in one for one in words)
    dialog.do.click()
    settle(qtbot, page)
    assert value(page, "5.1") == "777"


def test_lines_are_typed_summed_and_removed(qtbot: QtBot, page: FiguresPage) -> None:
    page.show_form(7)
    assert page.form is not None
    count = len(page.form.lines)
    grid, model = page.view.lines, page.view.line_model
    grid.go_to(count, 1)
    qtbot.keyClicks(grid, "L")
    assert grid.delegate.editor is not None
    qtbot.keyClicks(grid.delegate.editor, "inh vuc moi")
    qtbot.keyClick(grid.delegate.editor, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert [model.words(count, column) for column in range(2)] == [str(count + 1), "Linh vuc moi"]
    total = page.form.totals["4"].value
    assert total is not None
    grid.go_to(count, 3)
    QGuiApplication.clipboard().setText("10\t5\t0")
    qtbot.keyClick(grid, Qt.Key.Key_V, CONTROL)
    settle(qtbot, page)
    assert model.words(count, 2) == "15" and page.form.totals["4"] == Figure(total + 10)
    grid.go_to(count, 1)
    page.remove_lines()
    settle(qtbot, page)
    assert len(page.form.lines) == count


def test_all_forms_are_exported_and_taken_in_again(qtbot: QtBot, page: FiguresPage, tmp_path: Path) -> None:
    assert page.board is not None
    exported = [form.shown for form in page.board.forms]
    path = tmp_path / "so lieu.xlsx"
    page.files.write(path)
    qtbot.waitUntil(path.exists, timeout=10_000)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FiguresExport)
    qtbot.waitUntil(lambda: not dialog.writer.background.running)
    dialog.close()
    names = load_workbook(path).sheetnames
    assert names[0] == "Biểu 1" and "Biểu II.06a" in names
    page.show_period(parse_period("2025-6M"))
    settle(qtbot, page)
    page.files.read(path)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), FiguresImport), timeout=10_000)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, FiguresImport)
    asked.do.click()
    settle(qtbot, page)
    assert [form.shown for form in page.board.forms] == exported and len(page.board.forms[-1].lines) == 5
    page.operations.undo()
    settle(qtbot, page)
    assert not any(form.entered or form.lines for form in page.board.forms)


def test_a_file_without_figures_is_refused(qtbot: QtBot, page: FiguresPage, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"khong phai")
    with qtbot.waitSignal(page.operations.refused):
        page.files.read(path)


def test_the_first_quarter_stands_beside_that_of_last_year(qtbot: QtBot, page: FiguresPage) -> None:
    page.periods.setCurrentIndex(0)
    page.periods.activated.emit(0)
    settle(qtbot, page)
    assert page.period == parse_period("2026-Q1")
    assert page.view.row_model.heading(LAST) == "Cùng kỳ\nQuý I/2025"


def test_what_all_matches_is_pasted_without_asking(qtbot: QtBot, page: FiguresPage) -> None:
    QGuiApplication.clipboard().setText("5.1\tSố lượng phiếu khảo sát\t901")
    go(page, "1")
    before = value(page, "1")
    qtbot.keyClick(page.view.rows, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: page.operations.idle and value(page, "5.1") == "901")
    assert QApplication.activeModalWidget() is None and value(page, "1") == before


def test_nothing_to_paste_is_said(qtbot: QtBot, page: FiguresPage) -> None:
    QGuiApplication.clipboard().clear()
    page.files.paste_by_code()
    assert "Chưa có bảng số liệu" in page.forms.news.text()
    go(page, "2.1")
    QGuiApplication.clipboard().setText("9")
    page.clipboard.paste()
    assert "không rơi vào ô nào" in page.forms.news.text()


def test_many_lines_are_pasted_below_the_last(qtbot: QtBot, page: FiguresPage) -> None:
    page.show_form(7)
    assert page.form is not None
    count = len(page.form.lines)
    page.view.lines.go_to(count, 0)
    QGuiApplication.clipboard().setText("6\tMột\t\t7\n7\tHai\t\t8\n8\tBa\t\t9")
    qtbot.keyClick(page.view.lines, Qt.Key.Key_V, CONTROL)
    settle(qtbot, page)
    names = [one.line.name for one in page.form.lines[count:]]
    assert names == ["Một", "Hai", "Ba"] and page.form.lines[-1].shown["4"].value == 9


def test_a_line_that_does_not_balance_is_marked(qtbot: QtBot, page: FiguresPage) -> None:
    page.show_form(7)
    assert page.form is not None
    page.view.line_model.type_cells({(0, 3): "999"})
    settle(qtbot, page)
    assert page.tabs.tabText(7) == "Biểu II.06a · 1"
    words = page.forms.panel.remarks.item(0).text()
    assert words.startswith(f"{page.form.lines[0].line.name}: ")
    page.forms.panel.remarks.setCurrentRow(0)
    qtbot.keyClick(page.forms.panel.remarks, Qt.Key.Key_Return)
    assert page.view.lines.place is not None and page.view.lines.place[0] == 0


def test_a_doubtful_figure_is_marked_until_it_changes(qtbot: QtBot, page: FiguresPage) -> None:
    type_in(qtbot, page, "5.1", "1,234")
    assert value(page, "5.1") == "1.234" and "dấu phẩy" in page.forms.panel.remarks.item(0).text()
    page.operations.undo()
    settle(qtbot, page)
    assert page.forms.panel.remarks.count() == 0


def test_an_answer_is_chosen_by_its_number(qtbot: QtBot, page: FiguresPage, storage: Storage) -> None:
    type_in(qtbot, page, "5.2", "1")
    assert value(page, "5.2") == "Phát phiếu = 1" and stored(storage, page, "1", "5.2") == "1"
    go(page, "5.2")
    qtbot.keyClick(page.view.rows, Qt.Key.Key_F2)
    assert page.view.rows.delegate.editor is not None
    qtbot.keyClick(page.view.rows.delegate.editor, Qt.Key.Key_Escape)
    settle(qtbot, page)
    assert not page.view.rows.is_editing and value(page, "5.2") == "Phát phiếu = 1"


def test_the_forms_are_gone_through_by_keys(qtbot: QtBot, page: FiguresPage) -> None:
    bring_forward(qtbot, page)
    qtbot.keyClick(page.view.rows, Qt.Key.Key_PageDown, CONTROL)
    assert page.tabs.currentIndex() == 1 and page.form is not None and page.form.form.key == "2"
    qtbot.keyClick(page.view.rows, Qt.Key.Key_PageUp, CONTROL)
    assert page.form.form.key == "1"


def test_a_year_without_a_plan_has_nothing_from_the_register(qtbot: QtBot, page: FiguresPage) -> None:
    page.show_period(parse_period("2025-6M"))
    settle(qtbot, page)
    assert value(page, "2.1") == "" and page.view.row_model.is_open(*page.view.place_of("2.1", None))


def test_what_is_being_typed_is_stored_when_the_window_closes(
    qtbot: QtBot, page: FiguresPage, storage: Storage
) -> None:
    go(page, "5.1")
    qtbot.keyClicks(page.view.rows, "7")
    assert page.view.rows.is_editing
    page.finish_editing()
    settle(qtbot, page)
    assert stored(storage, page, "1", "5.1") == "7"


def test_a_signed_report_is_told_of(qtbot: QtBot, page: FiguresPage, storage: Storage) -> None:
    assert page.period is not None
    kit = report_kit()
    report_id = storage.write("lập", partial(start_report, plan_id=1, period=page.period, kit=kit)).result
    storage.write("ký", partial(sign_report, report_id=report_id, number="45", day=TODAY, kit=kit))
    page.read()
    settle(qtbot, page)
    assert "đã ký (số 45)" in page.forms.news.text()


def test_each_form_begins_at_its_first_open_cell(qtbot: QtBot, page: FiguresPage) -> None:
    page.show_form(7)
    page.show_form(2)
    assert page.form is not None and page.view.rows.place == page.view.place_of("1.1", None)
    assert page.view.rows.selectedIndexes() == [page.view.rows.currentIndex()]


def test_typing_goes_on_while_a_new_line_is_stored(qtbot: QtBot, page: FiguresPage) -> None:
    page.show_form(7)
    assert page.form is not None
    count, grid = len(page.form.lines), page.view.lines
    grid.go_to(count, 1)
    qtbot.keyClick(grid, Qt.Key.Key_A)
    assert grid.delegate.editor is not None
    qtbot.keyClick(grid.delegate.editor, Qt.Key.Key_Tab)
    grid.go_to(count, 3)
    qtbot.keyClick(grid, Qt.Key.Key_4)
    settle(qtbot, page)
    assert len(page.form.lines) == count + 1 and grid.is_editing
    qtbot.keyClicks(grid.delegate.editor, "2")
    qtbot.keyClick(grid.delegate.editor, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert page.form.lines[count].line.name == "a" and page.form.lines[count].shown["4"] == Figure(Decimal(42))


def test_a_table_of_lines_is_pasted_by_its_column_numbers(qtbot: QtBot, page: FiguresPage) -> None:
    page.show_form(7)
    numbers = "\t".join(f"({number})" for number in range(1, 14))
    QGuiApplication.clipboard().setText(f"{numbers}\n1\tLĩnh vực mới\t\t3\t4\t0\t\t7\t0\t0\t\t0\t0")
    page.files.paste_by_code()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), FiguresImport))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FiguresImport)
    assert dialog.entries.item(1).text() == "Biểu II.06a: 1 dòng, thay các dòng đang có"
    dialog.do.click()
    settle(qtbot, page)
    assert page.form is not None and [one.line.name for one in page.form.lines] == ["Lĩnh vực mới"]
    assert page.form.lines[0].shown["3"] == Figure(Decimal(7))
    page.operations.undo()
    settle(qtbot, page)
    assert len(page.form.lines) == 5


def test_a_target_that_cannot_be_written_is_said(qtbot: QtBot, page: FiguresPage, tmp_path: Path) -> None:
    page.files.write(tmp_path / "không có" / "a.xlsx")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), FiguresExport))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FiguresExport)
    qtbot.waitUntil(lambda: not dialog.writer.background.running)
    assert dialog.refusal.isVisible() and "không có" in dialog.refusal.text() and dialog.do.isVisible()
    dialog.close()
