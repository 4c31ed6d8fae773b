"""The states of the rows in a strip beside the table: no column of the plan, and always in view."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from app.texts import text
from ui.theme import colour, focus_pen, measured, px
from ui.widgets.appendix_table import AppendixTable
from ui.widgets.state_paint import draw_ground, draw_head, draw_state

if TYPE_CHECKING:
    from app.domain.row_states import RowState
    from app.services.row_states import RowStates

WIDTH = 92
"""Room for the words in two lines, in device-independent pixels."""
_NARROW = 30
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StateStrip(QWidget):
    """Stands left of ``table`` and follows its rows; what is pressed here is otherwise the table's."""

    state_chosen = Signal(int)
    """Row id of an item row whose progress is wanted."""
    menu_wanted = Signal(QPoint)
    """The point on the screen where the strip's menu belongs."""

    def __init__(self, table: AppendixTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._states: RowStates | None = None
        self._narrow = False
        self._tinted = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(text("plan_states.name"))
        measured(self, StateStrip._measure)
        self._follow_table()

    def show_states(self, states: "RowStates | None") -> None:
        """Show these states; rows they do not know have none."""
        self._states = states
        self._describe()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Signs alone where there is little room."""
        self._narrow = narrow
        self._measure()

    def _measure(self) -> None:
        self.setFixedWidth(_NARROW if self._narrow else px(WIDTH))

    def words_at(self, row: int) -> str:
        """What is said about the row at position ``row``; "" for a section and where nothing is known."""
        from ui.widgets.state_words import row_words

        return self._say(row, row_words)

    def tip_at(self, row: int) -> str:
        """All that is known of the row at position ``row``."""
        from ui.widgets.state_words import row_tip

        return self._say(row, row_tip)

    def sizeHint(self) -> QSize:
        """As high as the table likes."""
        return QSize(self.width(), self._table.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The heading, and a badge at each row in view."""
        painter = QPainter(self)
        head = self._table.horizontalHeader().height()
        painter.fillRect(self.rect(), colour("card"))
        below = QRect(0, head, self.width(), self._table.viewport().height())
        painter.setClipRect(below)
        for row, place in self._rows_in_view():
            if place.intersects(event.rect()):
                self._paint_row(painter, row, place)
        painter.setClipping(False)
        draw_head(painter, QRect(0, 0, self.width(), head), "" if self._narrow else text("plan_states.heading"))

    def event(self, event: QEvent) -> bool:
        """The tool tip of the row under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(self._row_at(event.pos())), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The row becomes the one in use."""
        row = self._row_at(event.position().toPoint())
        if row >= 0:
            self._table.go_to(row, self._table.place[1] if self._table.place else 0)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The row's progress is wanted."""
        self._choose(self._row_at(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter asks for the progress of the row in use; all else is for the table."""
        if event.key() in _ENTER:
            self._choose(self._table.place[0] if self._table.place else -1)
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
        else:
            QApplication.sendEvent(self._table, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The table scrolls."""
        QApplication.sendEvent(self._table.verticalScrollBar(), event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The page knows what can be done here."""
        self.menu_wanted.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say the state of the row in use."""
        super().focusInEvent(event)
        self._describe()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The frame goes."""
        super().focusOutEvent(event)
        self.update()

    def _state(self, row: int) -> "RowState | None":
        """What is known of the row at position ``row``, found by its id: rows may have come or gone meanwhile."""
        model = self._table.appendix_model
        if self._states is None or not 0 <= row < model.rowCount():
            return None
        return self._states.rows.get(model.row(row).id or 0)

    def _say(self, row: int, words: "Callable[[RowState, date], str]") -> str:
        state, states = self._state(row), self._states
        return words(state, states.today) if state and states else ""

    def _row_at(self, point: QPoint) -> int:
        head = self._table.horizontalHeader().height()
        return self._table.rowAt(point.y() - head) if point.y() >= head else -1

    def _rows_in_view(self) -> Iterator[tuple[int, QRect]]:
        """Positions and places of the rows that can be seen."""
        table = self._table
        bottom = table.viewport().height()
        row = table.rowAt(0)
        while 0 <= row < table.appendix_model.rowCount():
            if table.rowViewportPosition(row) > bottom:
                return
            yield row, self._place_of(row)
            row += 1

    def _place_of(self, row: int) -> QRect:
        table = self._table
        top = table.horizontalHeader().height() + table.rowViewportPosition(row)
        return QRect(0, top, self.width(), table.rowHeight(row))

    def _paint_row(self, painter: QPainter, row: int, place: QRect) -> None:
        in_use = row == self._table.delegate.row_in_use
        section = self._table.appendix_model.is_section(row)
        draw_ground(painter, place, "primary_soft" if in_use else "section" if section else "card")
        states, state = self._states, self._state(row)
        if states is not None and state is not None:
            from ui.widgets import state_words

            words = "" if self._narrow else state_words.row_words(state, states.today)
            draw_state(painter, place, state_words.ROW_TONES[state.status], words)
        if in_use and self.hasFocus():
            painter.setPen(focus_pen())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(0, 0, -2, -2))

    def _choose(self, row: int) -> None:
        model = self._table.appendix_model
        if 0 <= row < model.rowCount() and not model.is_section(row) and (row_id := model.row(row).id) is not None:
            self.state_chosen.emit(row_id)

    @Slot()
    def _follow(self) -> None:
        """The rows stand elsewhere."""
        self.update()

    @Slot()
    def _place_changed(self) -> None:
        """Moving along a row changes nothing here."""
        row = self._table.delegate.row_in_use
        if row != self._tinted:
            self._update_row(self._tinted)
            self._update_row(row)
            self._tinted = row
            self._describe()

    def _update_row(self, row: int) -> None:
        if 0 <= row < self._table.appendix_model.rowCount():
            self.update(self._place_of(row))

    def _describe(self) -> None:
        """What a screen reader says of the row in use, only while somebody is here."""
        if self.hasFocus():
            row = self._table.place[0] if self._table.place else -1
            words = self.words_at(row)
            self.setAccessibleDescription(text("plan_states.row_now", words=words) if words else "")

    def _follow_table(self) -> None:
        table, model = self._table, self._table.appendix_model
        for moved in (
            table.verticalScrollBar().valueChanged,
            table.verticalHeader().sectionResized,
            table.horizontalHeader().geometriesChanged,
            model.rowsInserted,
            model.rowsRemoved,
            model.modelReset,
        ):
            moved.connect(self._follow)
        table.place_changed.connect(self._place_changed)
