"""Beside a statistics form: the indicator in use with its last periods, and what should be looked at again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.texts import text
from ui.theme import GAP, HALF_GAP
from ui.widgets.figures_model import Cell
from ui.widgets.plain_list import PlainList

WIDTH = 284


class FiguresPanel(QWidget):
    """``place_chosen`` tells the ``Cell`` of a remark that was clicked or taken with Enter."""

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.row_title = _label("cardTitle")
        self.row_words = _label("quiet")
        self.past_title, self.past = _label("smallTitle"), _label("")
        self.remarks_title = _label("smallTitle")
        self.remarks = PlainList()
        self.remarks.setAccessibleName(text("figures_page.remarks_name"))
        self.remarks.place_chosen.connect(self.place_chosen)
        self.past_title.setText(text("figures_page.past"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(_card(self.row_title, self.row_words, self.past_title, self.past))
        column.addWidget(_card(self.remarks_title, self.remarks), 1)

    def show_row(self, title: str, words: Sequence[str], past: Sequence[str]) -> None:
        """Show the indicator in use: what it is called, what is to be known of it, its last periods."""
        self.row_title.setText(title)
        self.row_words.setText("\n".join(words))
        self.row_words.setVisible(bool(words))
        self.past.setText("\n".join(past))
        self.past_title.setVisible(bool(past))
        self.past.setVisible(bool(past))

    def show_remarks(self, remarks: Sequence[tuple[str, Cell]]) -> None:
        """List sentences with the cells they are about."""
        key = "figures_page.remarks" if remarks else "figures_page.remarks_none"
        self.remarks_title.setText(text(key, count=len(remarks)) if remarks else text(key))
        self.remarks.clear()
        for words, place in remarks:
            self.remarks.add(words, "warning", "warn", place)


def _label(name: str) -> QLabel:
    label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setObjectName(name)
    return label


def _card(*widgets: QWidget) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(GAP, GAP, GAP, GAP)
    column.setSpacing(HALF_GAP)
    for widget in widgets:
        column.addWidget(widget)
    return card
