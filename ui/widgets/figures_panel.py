"""Beside a statistics form: the indicator in use with its last periods, and what should be looked at again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from app.texts import text
from ui.theme import GAP, HALF_GAP, px, some_px
from ui.widgets.figures_model import Cell
from ui.widgets.plain_list import PlainList

_WIDTH, _HEIGHT = 284, 150
_MOST = 16_777_215
"""Qt's own word for no limit."""


class FiguresPanel(QWidget):
    """``place_chosen`` tells the ``Cell`` of a remark that was clicked or taken with Enter."""

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row_title = _label("cardTitle")
        self.row_words = _label("quiet")
        self.past_title, self.past = _label("smallTitle"), _label("")
        self.remarks_title = _label("smallTitle")
        self.remarks = PlainList()
        self.remarks.setAccessibleName(text("figures_page.remarks_name"))
        self.remarks.place_chosen.connect(self.place_chosen)
        self.past_title.setText(text("figures_page.past"))
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GAP)
        self._row = _card(self.row_title, self.row_words, self.past_title, self.past, QWidget())
        self._line.addWidget(self._row)
        self._line.addWidget(_card(self.remarks_title, self.remarks), 1)
        self.stand(below=False)

    def stand(self, below: bool) -> None:
        """Stand beside the table, or ``below`` one that needs the whole width."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(across if below else down)
        self.setMinimumSize(0 if below else some_px(_WIDTH), px(_HEIGHT) if below else 0)
        self.setMaximumSize(_MOST if below else some_px(_WIDTH), px(_HEIGHT) if below else _MOST)
        self._row.setMaximumWidth(some_px(_WIDTH))
        self._row.setMinimumWidth(some_px(_WIDTH) if below else 0)

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
    column.setStretch(len(widgets) - 1, 1)
    return card
