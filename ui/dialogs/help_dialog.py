"""The one-page help: first steps and every shortcut."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from app.paths import RESOURCES
from app.texts import text
from ui.theme import GAP, MARGIN

_SIZE = (820, 660)


class HelpDialog(QDialog):
    """Shows ``resources/help/huong-dan.html``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(text("help.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.page = QTextBrowser()
        self.page.setObjectName("card")
        self.page.document().setDocumentMargin(MARGIN)
        self.page.setHtml((RESOURCES / "help" / "huong-dan.html").read_text(encoding="utf-8"))
        close = QPushButton(text("help.close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(self.page, 1)
        column.addLayout(line)
        self.resize(*_SIZE)
