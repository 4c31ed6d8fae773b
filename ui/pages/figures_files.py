"""Figures from Excel files and pasted tables, matched by code and label; figures to Excel for the level above."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog

from app.domain.errors import Refused
from app.domain.reporting_period import ReportingPeriod
from app.domain.statistics_form import Form, Shape
from app.exchange.figures_file import FileRead, read_figures
from app.exchange.figures_import import paste_figures
from app.exchange.form_grid import grid_of_block
from app.exchange.lines_import import lines_in
from app.services.figures import FiguresBoard, FormFigures
from app.texts import sentence_for, text
from ui.background import Background, Progress
from ui.computer import export_folder_of
from ui.dialogs.document_target import documents_folder, file_name
from ui.pages.figures_clipboard import Block
from ui.pages.figures_taking import Offer, offer_of
from ui.widgets.figures_import import FiguresImport
from ui.widgets.figures_words import period_short

if TYPE_CHECKING:
    from app.documents.form_report import FormReport
    from ui.pages.figures_page import FiguresPage


class FiguresFiles(QObject):
    """Reads and writes files on a thread of its own; asks before anything is taken."""

    def __init__(self, page: "FiguresPage") -> None:
        super().__init__(page)
        self._page = page
        self._folder = ""
        self._period: ReportingPeriod | None = None
        self.background = Background(self)
        self.background.finished.connect(self._show)
        self.background.refused.connect(self._refuse)
        self.background.failed.connect(self._fail)

    @Slot()
    def choose(self) -> None:
        """Ask for a spreadsheet and read it."""
        name, _ = QFileDialog.getOpenFileName(
            self._page, text("figures_page.choose_file"), self._folder, text("figures_page.file_filter")
        )
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read the figures of a spreadsheet and show what matches."""
        board = self._page.board
        if board is None:
            return
        self._folder, self._period = str(path.parent), board.period
        self._page.say(text("figures_page.reading", name=path.name))
        self.background.start(partial(_read, path, [one.form for one in board.forms]))

    @Slot()
    def paste_by_code(self) -> None:
        """Match the table on the clipboard with the form in front."""
        form, board = self._page.form, self._page.board
        block = self._page.clipboard.block()
        if form is None or board is None:
            return
        if not block:
            self._page.say(text("figures_page.nothing_to_paste"))
            return
        self._period = board.period
        self.background.start(partial(_match, block, form.form))

    @Slot()
    def export(self) -> None:
        """Ask for a file and write all forms of the period to it."""
        board = self._page.board
        if board is None:
            return
        name = file_name(text("figures_page.export_name", period=period_short(board.period).replace("/", " ")))
        folder = Path(self._folder) if self._folder else export_folder_of(self._page) or documents_folder()
        chosen, _ = QFileDialog.getSaveFileName(
            self._page, text("figures_page.export_choose"), str(folder / f"{name}.xlsx"),
            text("figures_page.export_filter"),
        )  # fmt: skip
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx"))

    def write(self, path: Path) -> None:
        """Write all forms of the period to ``path``."""
        board = self._page.board
        if board is not None:
            self._folder = str(path.parent)
            from ui.pages.figures_export import read_report

            use_case = partial(read_report, board=board)
            self._page.operations.read_after_writes(use_case, partial(self._write, path))

    def _write(self, path: Path, report: "FormReport") -> None:
        from ui.pages.figures_export import write_report
        from ui.widgets.figures_export import FiguresExport

        title = text("figures_page.export_title", period=self._page.period.name if self._page.period else "")
        FiguresExport(title, path, partial(write_report, report), self._page).open()

    def _show_pasted(self, read: FileRead, form: FormFigures, board: FiguresBoard) -> None:
        label = text("figures_page.undo_paste", form=form.form.key)
        offer = offer_of(read, board)
        matched = sum(len(one.matched) for one in read.imports)
        if not matched and not read.lines:
            self._page.say(text("figures_page.nothing_matched"))
        elif offer.untaken or offer.doubtful or read.lines:
            self._ask(text("figures_page.paste_title"), offer, board.period, label)
        else:
            self._page.commands.take(board.period, offer.taking, label)

    @Slot(object)
    def _show(self, read: FileRead) -> None:
        self._page.show_again()
        board, form = self._page.board, self._page.form
        if board is None or form is None or board.period != self._period:
            return
        if read.name:
            self._show_read(read, board)
        else:
            self._show_pasted(read, form, board)

    def _show_read(self, read: FileRead, board: FiguresBoard) -> None:
        title = text("figures_page.import_title", period=board.period.name)
        label = text("figures_page.undo_import", name=read.name)
        self._ask(title, offer_of(read, board), board.period, label)

    def _ask(self, title: str, offer: Offer, period: ReportingPeriod, label: str) -> None:
        dialog = FiguresImport(title, offer.taken, offer.doubtful, offer.untaken, self._page)
        dialog.agreed.connect(partial(self._page.commands.take, period, offer.taking, label))
        dialog.open()

    @Slot(object)
    def _refuse(self, error: Refused) -> None:
        self._page.show_again()
        self._page.operations.refused.emit(sentence_for(error))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._page.show_again()
        self._page.operations.crashed.emit(error)


def _match(block: Block, form: Form, progress: Progress) -> FileRead:
    """On the job's thread."""
    progress.check()
    grid = grid_of_block(block)
    if form.shape is Shape.COLUMNS:
        lines = lines_in(grid, form)
        return FileRead("", [], [], {form.key: lines} if lines else {})
    found = paste_figures(grid, form)
    return FileRead("", [found], found.unmatched, {})


def _read(path: Path, forms: Sequence[Form], progress: Progress) -> FileRead:
    """On the job's thread."""
    progress.check()
    return read_figures(path, forms)
