"""Stacked bars with the counts written in them; each part can be clicked or taken with the keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFocusEvent, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui.theme import GAP, colour, look_now, measured, px

_ROW = 30
_BAR = 18
_LABEL_SHARE = 0.42
_MOST_LABEL = 260
_FIGURE = 66
_LEAST_PART = 8


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a bar: its count, ground and letters by the theme's names, what it stands for, and its tip."""

    count: int
    ground: str
    letters: str
    value: object
    tip: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One line: words at the left, parts, a figure at the right that stands for ``value`` (None: for nothing)."""

    label: str
    parts: tuple[Part, ...]
    figure: str = ""
    value: object = None


HATCHED = "bad"
"""The ground drawn with stripes: what is late is told from the rest without its colour too."""


class StackedBars(QWidget):
    """``part_chosen`` tells the value of the part that was clicked, or taken with Enter."""

    part_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bars: tuple[Bar, ...] = ()
        self._current = 0
        self._scale_to_most = False
        measured(self, StackedBars._measure)

    def show_bars(self, bars: Sequence[Bar], scale_to_most: bool = False) -> None:
        """Draw ``bars``; each as long as there is room, or as its sum compares with the longest."""
        self._bars, self._scale_to_most = tuple(bars), scale_to_most
        self._current = 0
        self._measure()
        self.update()

    def _measure(self) -> None:
        self.setFixedHeight(max(1, len(self._bars) * px(_ROW)))
        self.updateGeometry()

    @property
    def parts(self) -> list[Part]:
        """All parts that are drawn, line by line."""
        return [part for bar in self._bars for part in bar.parts if part.count]

    def places(self) -> list[tuple[QRect, Part]]:
        """Where each part is drawn."""
        most = max((_total(bar) for bar in self._bars), default=0)
        found: list[tuple[QRect, Part]] = []
        for row, bar in enumerate(self._bars):
            found += self._places_of(row, bar, most if self._scale_to_most else _total(bar))
        return found

    def sizeHint(self) -> QSize:
        return QSize(400, max(1, len(self._bars) * px(_ROW)))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        metrics = QFontMetrics(self.font())
        for row, bar in enumerate(self._bars):
            top = row * px(_ROW)
            painter.setPen(colour("text"))
            room = QRect(0, top, self._left() - GAP, px(_ROW))
            words = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
            painter.setPen(colour("quiet"))
            figure = QRect(self.width() - px(_FIGURE), top, px(_FIGURE), px(_ROW))
            painter.drawText(figure, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), bar.figure)
        for number, (place, part) in enumerate(self.places()):
            _draw_part(painter, place, part, self.hasFocus() and number == self._current)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the part or the figure below the mouse."""
        found, bar = self._at(event.position()), self._figure_at(event.position())
        if bar is not None:
            self.part_chosen.emit(bar.value)
        if found is not None:
            self._current = found
            self.update()
            self.part_chosen.emit(self.parts[found].value)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be chosen."""
        point = event.position()
        over = self._at(point) is not None or self._figure_at(point) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows walk over the parts, Enter chooses."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        parts = self.parts
        if step is not None and parts:
            self._current = max(0, min(len(parts) - 1, self._current + step))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and parts:
            self.part_chosen.emit(parts[self._current].value)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """The tip of the part below the mouse, or of a line whose words may be cut."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._at(QPointF(event.pos()))
            row = event.pos().y() // px(_ROW)
            label = self._bars[row].label if 0 <= row < len(self._bars) else ""
            QToolTip.showText(event.globalPos(), self.parts[found].tip if found is not None else label, self)
            return True
        return super().event(event)

    def _figure_at(self, point: QPointF) -> Bar | None:
        """The line whose figure is there, if it stands for something."""
        row = int(point.y()) // px(_ROW)
        if point.x() < self.width() - px(_FIGURE) or not 0 <= row < len(self._bars):
            return None
        return self._bars[row] if self._bars[row].value is not None else None

    def _left(self) -> int:
        return min(px(_MOST_LABEL), int(self.width() * _LABEL_SHARE))

    def _places_of(self, row: int, bar: Bar, whole: int) -> list[tuple[QRect, Part]]:
        parts = [part for part in bar.parts if part.count]
        room = self.width() - self._left() - px(_FIGURE)
        widths = [max(self._least(part), round(room * part.count / whole)) for part in parts] if whole else []
        while sum(widths) > room and max(widths) > _LEAST_PART:
            widths[widths.index(max(widths))] -= 1
        left, top = self._left(), row * px(_ROW) + (px(_ROW) - px(_BAR)) // 2
        return [(QRect(left + sum(widths[:i]), top, widths[i] - 1, px(_BAR)), part) for i, part in enumerate(parts)]

    def _least(self, part: Part) -> int:
        return QFontMetrics(self.font()).horizontalAdvance(str(part.count)) + _LEAST_PART

    def _at(self, point: QPointF) -> int | None:
        places = enumerate(self.places())
        return next((i for i, (place, _) in places if place.contains(point.toPoint())), None)


def _draw_part(painter: QPainter, place: QRect, part: Part, current: bool) -> None:
    painter.fillRect(place, colour(part.ground))
    if part.ground == HATCHED:
        stripes = colour("card")
        stripes.setAlpha(70)
        painter.fillRect(place, QBrush(stripes, Qt.BrushStyle.BDiagPattern))
    if look_now().high_contrast:
        # neighbours are told apart by their frames, not by their grounds alone
        painter.setPen(colour("line_strong"))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
    painter.setPen(colour(part.letters))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), str(part.count))
    if current:
        painter.setPen(colour("text"))
        painter.drawRect(place.adjusted(-1, -2, 0, 1))


def _total(bar: Bar) -> int:
    return sum(part.count for part in bar.parts)
