"""The look of a preview: choices at the left, pages at the right, buttons below the choices."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.texts import text
from ui.dialogs.file_writer import FileWriter
from ui.dialogs.preview_options import PreviewOptions
from ui.theme import GAP, HALF_GAP, measured, px
from ui.widgets.page_view import PageView

_SIZE = (1180, 720)
_SIDE = 270
_PERCENTS = (75, 100, 150, 200)


class PreviewFrame(QDialog):
    """The widgets of a preview and where they stand; what they do is ``DocumentPreview``'s."""

    def __init__(self, title: str, choices: PreviewOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.choices = choices
        self.pages = QLineEdit(placeholderText=text("print.pages_hint"))
        self.zoom = QComboBox()
        self.view = PageView()
        self.words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.page_of = QLabel()
        self.writer = FileWriter()
        self.export = QPushButton(text("print.export"))
        self.print = QPushButton(text("print.print"))
        self.close_button = QPushButton(text("print.close"))
        self.stop = QPushButton(text("print.cancel"))
        self._fill()
        self._lay_out()
        self.resize(*_SIZE)

    def _fill(self) -> None:
        self.zoom.addItem(text("print.zoom_width"), "width")
        self.zoom.addItem(text("print.zoom_page"), "page")
        for percent in _PERCENTS:
            self.zoom.addItem(text("print.zoom_percent", percent=percent), str(percent))
        self.print.setProperty("primary", True)
        self.print.setDefault(True)
        self.export.setAutoDefault(False)
        self.page_of.setObjectName("quiet")

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(GAP, GAP, GAP, GAP)
        line.setSpacing(GAP)
        line.addWidget(self._side())
        line.addWidget(self.view, 1)

    def _side(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        measured(card, lambda widget: widget.setFixedWidth(px(_SIDE)))
        column = QVBoxLayout(card)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(HALF_GAP)
        column.addWidget(self._scrolled(), 1)
        for widget in (self.words, self.page_of, self.writer, self.export):
            column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(HALF_GAP)
        for button in (self.close_button, self.stop, self.print):
            buttons.addWidget(button)
        column.addLayout(buttons)
        return card

    def _scrolled(self) -> QScrollArea:
        """All that is chosen: on a low screen it gives way, so that the buttons stay in sight."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_GAP)
        column.addWidget(self.choices, int(self.choices.fills))
        column.addLayout(self._form())
        if not self.choices.fills:
            column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        # the card's ground shows through
        for widget in (area.viewport(), inside):
            widget.setAutoFillBackground(False)
        return area

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(HALF_GAP)
        pages, zoom = (text("print.pages"), self.pages), (text("print.zoom"), self.zoom)
        for words, field in (pages, *self.choices.fields, zoom):
            form.addRow(words, field)
        return form
