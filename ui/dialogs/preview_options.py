"""What can be chosen beside the pages of a preview."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from app.documents.model import Document
from app.texts import text
from ui.theme import HALF_GAP

PAPERS = ("A4", "A3")
MakeDocument = Callable[[], Document]


class PreviewOptions(QWidget):
    """Choices one below the other in ``column``; ``changed`` tells that the pages have to be made anew.

    ``fields`` are labelled fields that stand in one form with the pages and the zoom of the preview; ``fills`` says
    whether lists take the room that is left.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fills = True
        self.fields: list[tuple[str, QWidget]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(HALF_GAP)

    def document_maker(self) -> MakeDocument:
        """A function that makes the document of what is chosen now. It is called on another thread: it must hold no
        widget. What it raises as Refused is shown in place of the pages."""
        raise NotImplementedError

    def add_list(self, words: str, widget: QWidget, share: int) -> None:
        """Put a list under a heading; ``share`` is its part of the room that is left."""
        heading = QLabel(words)
        heading.setObjectName("smallTitle")
        self.column.addWidget(heading)
        self.column.addWidget(widget, share)
        widget.setAccessibleName(words)


def paper_box() -> QComboBox:
    """The sizes of paper, each with its name as data."""
    box = QComboBox()
    for paper in PAPERS:
        box.addItem(text(f"print.paper_{paper.lower()}"), paper)
    return box
