"""The milestones along the year: tasks down in the order of the plan, months across."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QVBoxLayout, QWidget

from app.domain.line_groups import by_task
from app.domain.milestone_lines import Line
from app.domain.plan import Appendix
from app.texts import text
from ui.theme import GAP, HALF_GAP, colour, px
from ui.widgets.tracking_keys import takes
from ui.widgets.tracking_legend import StateLegend
from ui.widgets.tracking_timeline_paint import (
    HEAD,
    ROW,
    SIGN,
    Scale,
    draw_frame,
    draw_ground,
    draw_head,
    draw_row,
    sign_place,
)
from ui.widgets.tracking_words import appendix_words, line_tip

_LABEL_SHARE = 0.32
_MOST_LABEL = 380
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


class Timeline(QAbstractScrollArea):
    """``line_chosen`` tells the ``Line`` taken with Enter or a double click."""

    line_chosen = Signal(object)
    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[tuple[Line, ...]] = []
        """The tasks, each with its milestones."""
        self.row, self.mark = -1, 0
        """The current task and its current milestone; -1 where none was chosen."""
        self.year = date.today().year
        self._today = date.min
        self._appendices: Sequence[Appendix] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(text("tracking_page.timeline_name"))
        self.verticalScrollBar().setSingleStep(px(ROW))

    @property
    def selected(self) -> list[Line]:
        """The current milestone, if one was chosen."""
        line = self._current()
        return [line] if line is not None else []

    def show_lines(self, lines: Sequence[Line], appendices: Sequence[Appendix], year: int, today: date) -> None:
        """Show these milestones along ``year``; the current one stays current while it is there."""
        before, self._appendices = self._current(), appendices
        self.rows, self.year, self._today = by_task(lines), year, today
        self.row, self.mark = self._place_of(before)
        self._measure()
        self.viewport().update()
        self.selection_changed.emit()

    def go_to(self, row: int, mark: int = 0) -> None:
        """Make the milestone ``mark`` of the task ``row`` the current one and bring it into sight."""
        if not self.rows:
            return
        self.row = min(max(row, 0), len(self.rows) - 1)
        self.mark = min(max(mark, 0), len(self.rows[self.row]) - 1)
        bar, top = self.verticalScrollBar(), self.row * px(ROW)
        if top < bar.value():
            bar.setValue(top)
        elif top + px(ROW) > bar.value() + self._room():
            bar.setValue(top + px(ROW) - self._room())
        self.setAccessibleDescription(line_tip(self.rows[self.row][self.mark], self._today))
        self.viewport().update()
        self.selection_changed.emit()

    def scale(self) -> Scale:
        """Where the days stand now."""
        width = self.viewport().width()
        return Scale(self.year, min(px(_MOST_LABEL), int(width * _LABEL_SHARE)), width)

    def visible_rows(self) -> Iterator[tuple[int, int]]:
        """The tasks in sight: place and top edge."""
        offset = self.verticalScrollBar().value()
        first = offset // px(ROW)
        last = min(len(self.rows), (offset + self._room()) // px(ROW) + 1)
        return ((row, px(HEAD) + row * px(ROW) - offset) for row in range(first, last))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        scale, height = self.scale(), self.viewport().height()
        tops = dict(self.visible_rows())
        if self.row in tops:
            painter.fillRect(QRect(0, tops[self.row], scale.right, px(ROW) - 1), colour("primary_soft"))
        draw_ground(painter, scale, height, self._today)
        for row, top in tops.items():
            draw_row(painter, scale, top, self._label(self.rows[row][0]), self.rows[row], self._today)
        place = self._current_place(scale, tops[self.row]) if self.row in tops else None
        if place is not None:
            draw_frame(painter, place)
        draw_head(painter, scale, self.viewport().width(), self._today)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk over the tasks, Left and Right over the milestones of one; Enter goes to the row."""
        key, page = Qt.Key(event.key()), max(1, self._room() // px(ROW) - 1)
        downs = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        line = self._current()
        if key in downs:
            self.go_to(self.row + downs[key] if self.row >= 0 else 0, self.mark)
        elif key in across:
            self.go_to(self.row, self.mark + across[key])
        elif key in _ENDS:
            self.go_to(_ENDS[key] % max(1, len(self.rows)), 0)
        elif takes(event) and line is not None:
            self.line_chosen.emit(line)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the sign below the mouse current, or the first of the task."""
        found = self._at(event.position().toPoint())
        if found is not None:
            self.go_to(*found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click goes to the row of the plan."""
        found = self._at(event.position().toPoint())
        if found is not None:
            self.line_chosen.emit(self.rows[found[0]][found[1]])

    def viewportEvent(self, event: QEvent) -> bool:
        """The tip of the sign or the task below the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            found = self._at(event.pos())
            tip = line_tip(self.rows[found[0]][found[1]], self._today) if found else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.row < 0:
            self.go_to(0)

    def _label(self, line: Line) -> str:
        appendix = appendix_words(self._appendices[line.appendix], line.appendix)
        return text("tracking_page.timeline_label", appendix=appendix, ordinal=line.ordinal, name=line.name)

    def _room(self) -> int:
        return max(px(ROW), self.viewport().height() - px(HEAD))

    def _measure(self) -> None:
        self.verticalScrollBar().setPageStep(self._room())
        self.verticalScrollBar().setRange(0, max(0, len(self.rows) * px(ROW) - self._room()))

    def _current(self) -> Line | None:
        return self.rows[self.row][self.mark] if 0 <= self.row < len(self.rows) else None

    def _place_of(self, line: Line | None) -> tuple[int, int]:
        if line is not None:
            for row, lines in enumerate(self.rows):
                if lines[0].number == line.number:
                    keys = [one.key for one in lines]
                    return row, keys.index(line.key) if line.key in keys else 0
        return -1, 0

    def _current_place(self, scale: Scale, top: int) -> QRect | None:
        places = {line.key: x for x, line in scale.marks(self.rows[self.row])}
        line = self._current()
        return sign_place(places[line.key], top) if line is not None and line.key in places else None

    def _at(self, point: QPoint) -> tuple[int, int] | None:
        """Task and milestone below ``point``: the sign there, else the first of the task; None beside the rows."""
        row = (point.y() - px(HEAD) + self.verticalScrollBar().value()) // px(ROW)
        if point.y() < px(HEAD) or row >= len(self.rows):
            return None
        near = [(abs(x - point.x()), line) for x, line in self.scale().marks(self.rows[row])]
        close = [one for one in near if one[0] <= px(SIGN) // 2 + 1]
        if not close:
            return row, 0
        return row, self.rows[row].index(min(close, key=lambda one: one[0])[1])


class TimelineView(QWidget):
    """The timeline with the legend of its signs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timeline = Timeline()
        legend = StateLegend()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, HALF_GAP)
        column.setSpacing(HALF_GAP)
        column.addWidget(self.timeline, 1)
        frame = QVBoxLayout()
        frame.setContentsMargins(GAP, 0, GAP, 0)
        frame.addWidget(legend)
        column.addLayout(frame)
        self.setFocusProxy(self.timeline)
