"""The cards with the large numbers, and the explanation of the bars' colours."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import GAP, colour, look_now, measured, px
from ui.widgets.home_bars import HATCHED

_BOX = 11
_BETWEEN = 14
_LINE = 20


class FigureCard(QFrame):
    """A large number, what it counts and one line more; ``chosen`` is told when the number is pressed."""

    chosen = Signal()

    def __init__(self, caption: str, tone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.number = QPushButton("-")
        self.number.setObjectName("homeFigure")
        self.number.setProperty("tone", tone)
        self.number.setAccessibleDescription(caption)
        self.number.setCursor(Qt.CursorShape.PointingHandCursor)
        self.detail = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.detail.setObjectName("quiet")
        self._caption = QLabel(caption, wordWrap=True)
        self._caption.setObjectName("homeCaption")
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 6, GAP, 8)
        column.setSpacing(1)
        for widget in (self.number, self._caption, self.detail):
            column.addWidget(widget)
        column.addStretch(1)
        self.number.clicked.connect(self._tell)

    def show_figure(self, number: str, detail: str) -> None:
        """Show another number."""
        self.number.setText(number)
        self.detail.setText(detail)

    def show_caption(self, caption: str) -> None:
        """Say what the number counts."""
        self._caption.setText(caption)
        self.number.setAccessibleDescription(caption)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit()


class Legend(QWidget):
    """What each ground of the bars means; goes on to a second line where one is too short."""

    def __init__(self, entries: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """``entries``: (name of the ground's colour, words)."""
        super().__init__(parent)
        self._entries = tuple(entries)
        measured(self, lambda legend: legend.setFixedHeight(2 * px(_LINE)))

    def sizeHint(self) -> QSize:
        return QSize(300, 2 * px(_LINE))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        metrics = QFontMetrics(self.font())
        left, top = 0, 0
        for ground, words in self._entries:
            wide = px(_BOX) + 5 + metrics.horizontalAdvance(words)
            if left and left + wide > self.width():
                left, top = 0, top + px(_LINE)
            box = QRect(left, top + (px(_LINE) - px(_BOX)) // 2, px(_BOX), px(_BOX))
            painter.fillRect(box, colour(ground))
            if look_now().high_contrast:
                painter.setPen(colour("line_strong"))
                painter.drawRect(box.adjusted(0, 0, -1, -1))
            if ground == HATCHED:
                painter.fillRect(box, QBrush(colour("card"), Qt.BrushStyle.BDiagPattern))
            painter.setPen(colour("quiet"))
            painter.drawText(
                QRect(left + px(_BOX) + 5, top, wide, px(_LINE)), int(Qt.AlignmentFlag.AlignVCenter), words
            )
            left += wide + _BETWEEN
