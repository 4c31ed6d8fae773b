"""The headings of a statistics form: where columns have a group, it stands over them in a band of its own."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QTableView

from ui.theme import CELL_PADDING, colour, px
from ui.widgets.cell_text import cell_font, text_height
from ui.widgets.figures_model import FiguresModel

_BAND = 26
_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


class FiguresHeader(QHeaderView):
    """Whole words, as high as the longest heading needs."""

    def __init__(self, model: FiguresModel, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """High enough for every heading at its width."""
        columns = range(self._model.columnCount())
        heights = [text_height(self._model.heading(one), self.sectionSize(one), bold=True) for one in columns]
        return QSize(super().sizeHint().width(), max(heights, default=px(_BAND)) + self._band() + CELL_PADDING)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """The heading of one column, and as much of its group as lies above it."""
        painter.save()
        painter.fillRect(rect, colour("head"))
        painter.setFont(cell_font(bold=True))
        band = self._band() if self._model.group(logicalIndex) else 0
        if band:
            self._paint_group(painter, rect, logicalIndex)
        painter.setPen(colour("quiet"))
        room = rect.adjusted(CELL_PADDING, band, -CELL_PADDING, 0)
        painter.drawText(room, int(_CENTRED), self._model.heading(logicalIndex))
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        top = rect.top() + (band if self._goes_on(logicalIndex) else 0)
        painter.drawLine(rect.right(), top, rect.right(), rect.bottom())
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, column: int) -> None:
        group, first, last = self._model.group(column), column, column
        while first > 0 and self._model.group(first - 1) == group:
            first -= 1
        while last + 1 < self.count() and self._model.group(last + 1) == group:
            last += 1
        left = self.sectionViewportPosition(first)
        right = self.sectionViewportPosition(last) + self.sectionSize(last)
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(colour("quiet"))
        painter.drawText(QRect(left, rect.top(), right - left, px(_BAND)), int(_CENTRED), group)
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(rect.left(), rect.top() + px(_BAND), rect.right(), rect.top() + px(_BAND))
        painter.restore()

    def _goes_on(self, column: int) -> bool:
        """Whether the group of a column goes on in the next one."""
        group = self._model.group(column)
        return bool(group) and column + 1 < self.count() and self._model.group(column + 1) == group

    def _band(self) -> int:
        return px(_BAND) if any(self._model.group(column) for column in range(self._model.columnCount())) else 0
