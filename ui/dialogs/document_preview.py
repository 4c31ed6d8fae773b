"""A document as it goes on paper, seen before it is printed or written to a file."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.errors import Refused
from app.texts import sentence_for, text
from ui.background import Background, Job
from ui.computer import computer_of, export_folder_of
from ui.dialogs.document_target import ask_target, write_document
from ui.dialogs.preview_frame import PreviewFrame
from ui.dialogs.preview_options import PreviewOptions
from ui.dialogs.print_pages import PdfMade, draw_pages, make_pdf, print_pages, read_range

_PAUSE_MS = 250


class DocumentPreview(PreviewFrame):
    """Pages are made, drawn, printed and written in the background; the window stays usable."""

    def __init__(
        self, title: str, choices: PreviewOptions, parent: QWidget | None = None, folder: Path | None = None
    ) -> None:
        """``choices`` stand at the side and make the document; ``folder`` is offered for files first;
        without one the folder chosen for exported files, else that of the user's documents."""
        super().__init__(title, choices, parent)
        self._folder = TemporaryDirectory(prefix="so-cchc-", ignore_cleanup_errors=True)
        self._files = 0
        self._target_folder = folder or export_folder_of(parent)
        self.made: PdfMade | None = None
        self.making, self.printing = Background(self), Background(self)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._connect()
        self._make()

    def chosen_pages(self) -> list[int]:
        """The pages to print, from 0; empty where the range makes no sense."""
        count = len(self.made.sizes) if self.made is not None else 0
        return read_range(self.pages.text(), count) or []

    def done(self, result: int) -> None:
        """Stop drawing, throw the pages away; a file being written is waited for."""
        self.making.stop()
        self.printing.stop()
        self.writer.stop()
        self._folder.cleanup()
        super().done(result)

    @Slot()
    def _make(self) -> None:
        self._timer.stop()
        self.made = None
        self._allow()
        self.view.show_message(text("print.making"))
        self._files += 1
        path = Path(self._folder.name) / f"{self._files}.pdf"
        self.making.start(self.job_for(path))

    def job_for(self, path: Path) -> Job:
        """What lays the pages out into ``path`` on a background thread; its result is a ``PdfMade``."""
        return partial(make_pdf, self.choices.document_maker(), path)

    @Slot(object)
    def _arrived(self, result: PdfMade | dict[int, QImage]) -> None:
        if isinstance(result, PdfMade):
            self.made = result
            self._show_pages()
        else:
            self.view.show_images(result)

    @Slot()
    def _show_pages(self) -> None:
        if self.made is None:
            return
        numbers = self.chosen_pages()
        wrong = not numbers
        self._say(text("print.pages_wrong", count=len(self.made.sizes)) if wrong else "")
        if numbers:
            self.view.show_pages(self.made.sizes, numbers)
        self._allow()

    @Slot(object, float)
    def _draw(self, numbers: list[int], dots_per_inch: float) -> None:
        if self.made is not None:
            self.making.start(partial(draw_pages, self.made.path, numbers, dots_per_inch))

    @Slot(object)
    def _refused(self, error: Refused) -> None:
        self.view.show_message(sentence_for(error))

    @Slot(object)
    def _failed(self, _error: Exception) -> None:
        self.view.show_message(text("print.failed"))

    @Slot(int)
    def _page_shown(self, place: int) -> None:
        numbers = self.chosen_pages()
        if self.made is not None and place < len(numbers):
            self.page_of.setText(text("print.page_of", number=numbers[place] + 1, count=len(self.made.sizes)))

    @Slot()
    def _zoom(self) -> None:
        self.view.set_zoom(self.zoom.currentData())

    @Slot()
    def ask_printer(self) -> None:
        """Open the system's print dialog, then print."""
        if self.made is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.made.document.title)
        computer = computer_of(self)
        if computer is not None and computer.printer in QPrinterInfo.availablePrinterNames():
            printer.setPrinterName(computer.printer)
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
        # exec, not open: Windows shows its own dialog only that way
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            if computer is not None:
                computer.keep_printer(printer.printerName())
            self.print_to(printer)

    def print_to(self, printer: QPrinter) -> None:
        """Print the chosen pages."""
        numbers = self.chosen_pages()
        if self.made is not None and numbers:
            self.printing.start(partial(print_pages, self.made, numbers, printer))
            self._allow()

    @Slot()
    def export_file(self) -> None:
        """Ask where to, then write the whole document as Word, Excel or PDF."""
        if self.made is None:
            return
        document = self.made.document
        path = ask_target(self, document.title, self._target_folder)
        if path is not None:
            self._target_folder = path.parent
            self.writer.write(path, partial(write_document, document))

    @Slot(object)
    def _printed(self, count: int) -> None:
        self._say(text("print.printed", total=count))
        self._allow()

    @Slot(object)
    def _not_printed(self, _error: Exception) -> None:
        self._say(text("print.not_printed"))
        self._allow()

    @Slot()
    def _stop_printing(self) -> None:
        self.printing.cancel()
        self._say("")
        self._allow()

    @Slot(str)
    def _say(self, sentence: str) -> None:
        """An empty sentence takes no room."""
        self.words.setText(sentence)
        self.words.setVisible(bool(sentence))

    @Slot()
    def _allow(self) -> None:
        busy = self.printing.running
        self.print.setEnabled(self.made is not None and not busy and bool(self.chosen_pages()))
        self.export.setEnabled(self.made is not None and not self.writer.background.running)
        self.stop.setVisible(busy)

    def _connect(self) -> None:
        self.choices.changed.connect(self._timer.start)
        self._timer.timeout.connect(self._make)
        self.pages.textChanged.connect(self._show_pages)
        self.zoom.currentIndexChanged.connect(self._zoom)
        self.view.pages_wanted.connect(self._draw)
        self.view.page_shown.connect(self._page_shown)
        self.making.finished.connect(self._arrived)
        self.making.refused.connect(self._refused)
        self.making.failed.connect(self._failed)
        self.printing.said.connect(self._say)
        self.printing.finished.connect(self._printed)
        self.printing.refused.connect(self._not_printed)
        self.printing.failed.connect(self._not_printed)
        self.writer.changed.connect(self._allow)
        self.writer.refused.connect(self._say)
        self.print.clicked.connect(self.ask_printer)
        self.export.clicked.connect(self.export_file)
        self.close_button.clicked.connect(self.reject)
        self.stop.clicked.connect(self._stop_printing)
