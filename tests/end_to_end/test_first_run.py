"""From the first start to the first printed plan, every click counted."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.exchange.export import export_plan
from app.exchange.render_pdf import PdfPages
from app.exchange.samples import sample_plan
from app.ports import Storage
from db.storage import open_storage
from tests.end_to_end.hands import key, settle, type_words
from tests.windows import bring_forward
from ui.dialogs.new_plan import NewPlanDialog
from ui.dialogs.print_preview import PrintPreview
from ui.main_window import MainWindow
from ui.pages.first_run_page import FirstRunPage
from ui.pages.import_page import ImportPage

MOST_CLICKS = 12
TODAY = date(2026, 1, 5)


class Beginner:
    """Somebody at a new register, with a mouse whose clicks are counted."""

    def __init__(self, qtbot: QtBot, storage: Storage, folder: Path) -> None:
        self.qtbot, self.storage, self.folder = qtbot, storage, folder
        self.clicks = self.files_chosen = 0
        self.window = self.open()

    def open(self) -> MainWindow:
        """Start the program and wait for its first page."""
        window = MainWindow(self.storage, self.folder, TODAY)
        self.qtbot.addWidget(window)
        bring_forward(self.qtbot, window)
        window.start()
        settle(self.qtbot, window)
        return window

    @property
    def page(self) -> FirstRunPage:
        """The page of the first start, which is in front."""
        assert isinstance(self.window.current_page, FirstRunPage)
        return self.window.current_page

    def click(self, button: QPushButton) -> None:
        """Click on what can be seen and pressed."""
        assert button.isVisible() and button.isEnabled()
        self.clicks += 1
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def fill_in(self, *words: str) -> None:
        """Type into field after field, Tab between them; name, place, year, signer, post."""
        for place, typed in enumerate(words):
            if place:
                key(Qt.Key.Key_Tab)
            type_words(typed)

    def dialog(self, kind: type[QWidget]) -> QWidget:
        """The open dialog of ``kind``, once it is there."""
        self.qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
        return cast(QWidget, QApplication.activeModalWidget())

    def choose_file(self, *_: object) -> tuple[list[str], str]:
        """The file dialog of the system: a plan in Word."""
        self.files_chosen += 1
        file = self.folder / "ke-hoach.docx"
        export_plan(sample_plan(), "docx", file)
        return [str(file)], ""

    def print_plan(self) -> int:
        """Print the plan in front; answers the number of pages on paper. The system's print dialog takes one click
        more."""
        self.click(self.window.plan_page.buttons["print"])
        self.qtbot.waitUntil(lambda: bool(self.window.plan_page.findChildren(PrintPreview)), timeout=10_000)
        (preview,) = self.window.plan_page.findChildren(PrintPreview)
        self.qtbot.waitUntil(preview.print.isEnabled, timeout=20_000)
        self.click(preview.print)
        self.qtbot.waitUntil(lambda: not preview.printing.running, timeout=30_000)
        preview.close()
        with PdfPages(self.folder / "paper.pdf") as pages:
            return len(pages)

    def press_print(self, dialog: QPrintDialog) -> QPrintDialog.DialogCode:
        """The system's print dialog: one click on its button; the paper is a file."""
        self.clicks += 1
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(self.folder / "paper.pdf"))
        return QPrintDialog.DialogCode.Accepted


@pytest.fixture
def beginner(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Beginner]:
    storage = open_storage(tmp_path / "so")
    made = Beginner(qtbot, storage, tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", made.choose_file)
    monkeypatch.setattr(QPrintDialog, "exec", lambda dialog: made.press_print(dialog))
    yield made
    settle(qtbot, made.window)
    made.window.close()
    storage.close()


def test_from_a_word_file_to_paper(qtbot: QtBot, beginner: Beginner) -> None:
    window = beginner.window
    beginner.fill_in("Uy ban nhan dan xa Mau", "Mau", "", "Nguoi ky", "Chu tich")
    beginner.click(beginner.page.ways["file"])
    imported = cast(ImportPage, window.page("import"))
    qtbot.waitUntil(lambda: imported.previewing and window.operations.idle, timeout=20_000)
    beginner.click(imported.preview.head.write)
    qtbot.waitUntil(lambda: window.current_page is window.plan_page, timeout=20_000)
    settle(qtbot, window)
    assert beginner.print_plan() > 3
    assert beginner.clicks <= MOST_CLICKS and beginner.files_chosen == 1, beginner.clicks
    office = beginner.storage.read(lambda work: work.office())
    assert office.place == "Mau" and office.signer_on(TODAY).name == "Nguoi ky"
    assert window.side_bar.office == "Uy ban nhan dan xa Mau"


def test_from_a_template_to_paper(qtbot: QtBot, beginner: Beginner) -> None:
    window = beginner.window
    beginner.fill_in("UBND xã Mẫu")
    beginner.click(beginner.page.ways["template"])
    dialog = cast(NewPlanDialog, beginner.dialog(NewPlanDialog))
    qtbot.waitUntil(lambda: dialog.source() is not None)
    assert (dialog.year.year, dialog.office.text()) == (TODAY.year, "UBND xã Mẫu")
    with qtbot.waitSignal(dialog.created, timeout=10_000):
        beginner.click(dialog.do)
    settle(qtbot, window)
    assert window.current_page is window.plan_page and beginner.print_plan() > 3
    assert beginner.clicks <= MOST_CLICKS and beginner.files_chosen == 0


def test_the_sample_is_one_click_away(qtbot: QtBot, beginner: Beginner) -> None:
    window = beginner.window
    beginner.click(beginner.page.ways["sample"])
    qtbot.waitUntil(lambda: window.current_page is window.plan_page)
    settle(qtbot, window)
    assert beginner.print_plan() > 3 and beginner.clicks <= MOST_CLICKS
    assert len(beginner.storage.history().undo) == 1


@pytest.mark.parametrize("entered", ["office", "plan"])
def test_the_page_comes_only_once(qtbot: QtBot, beginner: Beginner, entered: str) -> None:
    if entered == "office":
        beginner.fill_in("UBND xã Mẫu")
        beginner.click(beginner.page.ways["template"])
        beginner.dialog(NewPlanDialog).close()
    else:
        beginner.click(beginner.page.ways["sample"])
    settle(qtbot, beginner.window)
    beginner.window.close()
    beginner.window = beginner.open()
    shown = "plans" if entered == "office" else "plan"
    assert beginner.window.current_page is beginner.window.page(shown)


def test_a_signer_without_post_keeps_the_page(qtbot: QtBot, beginner: Beginner) -> None:
    beginner.fill_in("", "", "", "Nguoi ky")
    beginner.click(beginner.page.ways["sample"])
    qtbot.waitUntil(lambda: beginner.page.refusal.isVisible())
    assert "chưa có chức vụ" in beginner.page.refusal.text()
    assert beginner.storage.read(lambda work: work.list_plans()) == []
