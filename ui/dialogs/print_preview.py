"""What goes on paper, seen before it is printed; appendices, columns, pages and paper can be chosen."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.documents.options import PrintOptions
from app.domain.errors import Refused
from app.domain.plan import Plan
from app.texts import sentence_for, text
from ui.background import Background
from ui.dialogs.print_pages import PdfMade, draw_pages, make_pdf, print_pages, read_range
from ui.theme import GAP, HALF_GAP
from ui.widgets.check_list import CheckList
from ui.widgets.page_view import PageView

_SIZE = (1180, 720)
_SIDE = 270
_PERCENTS = (75, 100, 150, 200)
_PAUSE_MS = 250


class PrintPreview(QDialog):
    """Pages are made, drawn and printed in the background; the window stays usable."""

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(text("print.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._plan = plan
        self._folder = TemporaryDirectory(prefix="so-cchc-", ignore_cleanup_errors=True)
        self._files = 0
        self.made: PdfMade | None = None
        self.making, self.printing = Background(self), Background(self)
        self.appendices, self.columns = CheckList(), CheckList()
        self.pages = QLineEdit(placeholderText=text("print.pages_hint"))
        self.paper, self.zoom = QComboBox(), QComboBox()
        self.heading_block = QCheckBox(text("print.heading_block"))
        self.attached_to = QCheckBox(text("print.attached_to"))
        self.view = PageView()
        self.words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.page_of = QLabel()
        self.print = QPushButton(text("print.print"))
        self.close_button = QPushButton(text("print.close"))
        self.stop = QPushButton(text("print.cancel"))
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._fill()
        self._lay_out()
        self._connect()
        self.resize(*_SIZE)
        self._make()

    def options(self) -> PrintOptions:
        """What is chosen, for the writer."""
        gone = self.columns.names(ticked=False)
        hidden = {
            place: frozenset(i for i, column in enumerate(appendix.columns) if column.heading in gone)
            for place, appendix in enumerate(self._plan.appendices)
        }
        return PrintOptions(
            self.appendices.chosen(),
            {place: columns for place, columns in hidden.items() if columns},
            self.paper.currentData(),
            self.heading_block.isChecked(),
            self.attached_to.isChecked(),
        )

    def chosen_pages(self) -> list[int]:
        """The pages to print, from 0; empty where the range makes no sense."""
        count = len(self.made.sizes) if self.made is not None else 0
        return read_range(self.pages.text(), count) or []

    def done(self, result: int) -> None:
        """Stop drawing, throw the files away."""
        self.making.stop()
        self.printing.stop()
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
        self.making.start(partial(make_pdf, self._plan, self.options(), path))

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
        self.words.setText(text("print.pages_wrong", count=len(self.made.sizes)) if wrong else "")
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
        printer.setDocName(self._plan.info.title)
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
        # exec, not open: Windows shows its own dialog only that way
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            self.print_to(printer)

    def print_to(self, printer: QPrinter) -> None:
        """Print the chosen pages."""
        numbers = self.chosen_pages()
        if self.made is not None and numbers:
            self.printing.start(partial(print_pages, self.made, numbers, printer))
            self._allow()

    @Slot(object)
    def _printed(self, count: int) -> None:
        self.words.setText(text("print.printed", total=count))
        self._allow()

    @Slot(object)
    def _not_printed(self, _error: Exception) -> None:
        self.words.setText(text("print.not_printed"))
        self._allow()

    @Slot()
    def _stop_printing(self) -> None:
        self.printing.cancel()
        self.words.clear()
        self._allow()

    def _allow(self) -> None:
        busy = self.printing.running
        self.print.setEnabled(self.made is not None and not busy and bool(self.chosen_pages()))
        self.stop.setVisible(busy)

    def _fill(self) -> None:
        appendices = self._plan.appendices
        numbered = (text("print.appendix_numbered", number=n) for n in range(1, len(appendices) + 1))
        names = [appendix.label or number for appendix, number in zip(appendices, numbered, strict=True)]
        self.appendices.show_names(names, [appendix.title or appendix.label for appendix in appendices])
        headings = [column.heading for appendix in appendices for column in appendix.columns if not column.hidden]
        self.columns.show_names(list(dict.fromkeys(headings)))
        for paper in ("A4", "A3"):
            self.paper.addItem(text(f"print.paper_{paper.lower()}"), paper)
        self.zoom.addItem(text("print.zoom_width"), "width")
        self.zoom.addItem(text("print.zoom_page"), "page")
        for percent in _PERCENTS:
            self.zoom.addItem(text("print.zoom_percent", percent=percent), str(percent))
        self.heading_block.setChecked(True)
        self.attached_to.setChecked(True)
        self.print.setProperty("primary", True)
        self.print.setDefault(True)
        self.page_of.setObjectName("quiet")

    def _connect(self) -> None:
        for ticked in (self.appendices.ticked, self.columns.ticked):
            ticked.connect(self._timer.start)
        for box in (self.heading_block, self.attached_to):
            box.toggled.connect(self._timer.start)
        self.paper.currentIndexChanged.connect(self._make)
        self._timer.timeout.connect(self._make)
        self.pages.textChanged.connect(self._show_pages)
        self.zoom.currentIndexChanged.connect(self._zoom)
        self.view.pages_wanted.connect(self._draw)
        self.view.page_shown.connect(self._page_shown)
        self.making.finished.connect(self._arrived)
        self.making.refused.connect(self._refused)
        self.making.failed.connect(self._failed)
        self.printing.said.connect(self.words.setText)
        self.printing.finished.connect(self._printed)
        self.printing.refused.connect(self._not_printed)
        self.printing.failed.connect(self._not_printed)
        self.print.clicked.connect(self.ask_printer)
        self.close_button.clicked.connect(self.reject)
        self.stop.clicked.connect(self._stop_printing)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(GAP, GAP, GAP, GAP)
        line.setSpacing(GAP)
        line.addWidget(self._side())
        line.addWidget(self.view, 1)

    def _side(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(_SIDE)
        column = QVBoxLayout(card)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(HALF_GAP)
        for key, widget, share in (("appendices", self.appendices, 2), ("columns", self.columns, 3)):
            heading = QLabel(text(f"print.{key}"))
            heading.setObjectName("smallTitle")
            column.addWidget(heading)
            column.addWidget(widget, share)
            widget.setAccessibleName(text(f"print.{key}"))
        form = QFormLayout()
        form.setVerticalSpacing(HALF_GAP)
        for key, field in (("pages", self.pages), ("paper", self.paper), ("zoom", self.zoom)):
            form.addRow(text(f"print.{key}"), field)
        column.addWidget(self.heading_block)
        column.addWidget(self.attached_to)
        column.addLayout(form)
        column.addWidget(self.words)
        column.addWidget(self.page_of)
        buttons = QHBoxLayout()
        buttons.setSpacing(HALF_GAP)
        for button in (self.close_button, self.stop, self.print):
            buttons.addWidget(button)
        column.addLayout(buttons)
        return card
