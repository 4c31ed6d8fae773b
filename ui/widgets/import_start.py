"""What the import page shows while there is nothing to preview: where to drop a file, progress, a refusal."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.texts import text
from ui.icons import icon
from ui.theme import GAP, measured, px

_TEXT_WIDTH = 620


class ImportStart(QFrame):
    """A calm card in three states: waiting for a file, reading, refused."""

    choose_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = _centered("cardTitle")
        self._words = _centered("")
        self._quiet = _centered("quiet")
        self._bar = QProgressBar(maximum=0, textVisible=False)
        self._bar.setFixedSize(QSize(_TEXT_WIDTH // 2, 6))
        self.choose = QPushButton(text("import_page.choose"))
        self.choose.setProperty("primary", True)
        self.choose.clicked.connect(self.choose_wanted)
        self.cancel = QPushButton(text("import_page.cancel"))
        self.cancel.clicked.connect(self.cancel_wanted)
        self._lay_out()
        self.wait_for_file()

    @property
    def sentence(self) -> str:
        """What the card says now, below its title."""
        return self._words.text()

    def wait_for_file(self) -> None:
        """Invite a file."""
        self._show("import", "primary", text("import_page.drop_title"), text("import_page.drop_hint"), "")
        self._set_reading(False)

    def show_reading(self, words: str) -> None:
        """Say what is being read."""
        self._show("document", "primary", words, "", text("import_page.unchanged"))
        self._set_reading(True)

    def show_refusal(self, words: str) -> None:
        """Say why nothing can be imported, and that nothing changed."""
        self._show("warning", "bad", text("import_page.refused_title"), words, text("import_page.unchanged"))
        self._set_reading(False)
        self.choose.setFocus()

    def _show(self, icon_name: str, colour_name: str, title: str, words: str, quiet: str) -> None:
        self._picture.setPixmap(icon(icon_name, colour_name).pixmap(QSize(40, 40)))
        for label, shown in ((self._title, title), (self._words, words), (self._quiet, quiet)):
            label.setText(shown)
            label.setVisible(bool(shown))

    def _set_reading(self, reading: bool) -> None:
        self._bar.setVisible(reading)
        self.cancel.setVisible(reading)
        self.choose.setVisible(not reading)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        middle = QWidget()
        measured(middle, lambda widget: widget.setFixedWidth(px(_TEXT_WIDTH)))
        inner = QVBoxLayout(middle)
        inner.setSpacing(GAP)
        for label in (self._picture, self._title, self._words, self._quiet):
            inner.addWidget(label)
        for widget in (self._bar, self.choose, self.cancel):
            inner.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        column.addWidget(middle, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)


def _centered(name: str) -> QLabel:
    label = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setObjectName(name)
    return label
