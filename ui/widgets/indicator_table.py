"""The table of indicators: values typed in place, a small line for their trend, a sign for their state."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidgetItem,
    QWidget,
)

from app.domain.indicator_values import TargetState
from app.domain.milestone import Every
from app.domain.occurrence import Period
from app.services.indicators import IndicatorLine, PeriodValue
from app.texts import text
from ui.icons import icon
from ui.theme import colour
from ui.widgets.directory_table import DirectoryTable
from ui.widgets.figures_spark import draw_trend
from ui.widgets.indicator_words import evidence_lines, line_row, state_of, trend_words, value_hint
from ui.widgets.tracking_words import period_words

MEASURE, TARGET, FIRST_VALUE = range(3)
_PERIODS = (Every.QUARTERLY, Every.SIX_MONTHLY, Every.NINE_MONTHLY, Every.YEARLY)
TREND = FIRST_VALUE + len(_PERIODS)
STATE = TREND + 1
_WIDTHS = (0, 112, 98, 98, 98, 98, 88, 160)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SIGNS = {
    TargetState.MET: ("check", "good"),
    TargetState.MISSED: ("warning", "bad"),
    TargetState.UNKNOWN: ("dot", "quiet"),
}
_TREND_EDGE = 8
_VALUES = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class IndicatorTable(DirectoryTable):
    """``entered`` tells a line, the place of a period and the words typed there; ``open_wanted`` and
    ``removal_wanted`` are about the line in use. While a value is being typed, new lines wait."""

    entered = Signal(object, int, str)
    open_wanted = Signal()
    removal_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_headings(), _WIDTHS, parent)
        self.lines: tuple[IndicatorLine, ...] = ()
        self._waiting: tuple[IndicatorLine, ...] | None = None
        self._trend = _TrendDelegate(self)
        self.let_edit()
        self._first_column = 0
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for column in range(FIRST_VALUE, TREND):
            self.model().setHeaderData(column, Qt.Orientation.Horizontal, _RIGHT, Qt.ItemDataRole.TextAlignmentRole)
        self.setItemDelegateForColumn(TREND, self._trend)
        self.itemChanged.connect(self._take)
        self.taken.connect(self._open)
        self.remove_wanted.connect(self._remove)

    @property
    def line(self) -> IndicatorLine | None:
        """The line in use."""
        row = self.currentRow()
        return self.lines[row] if 0 <= row < len(self.lines) else None

    @property
    def value(self) -> PeriodValue | None:
        """The value whose cell is in use."""
        place = self.currentColumn() - FIRST_VALUE
        return self.line.values[place] if self.line is not None and 0 <= place < len(_PERIODS) else None

    def show_lines(self, lines: Sequence[IndicatorLine]) -> None:
        """Show ``lines``; once nothing is being typed any more."""
        if self.state() == QAbstractItemView.State.EditingState:
            self._waiting = tuple(lines)
            return
        self.lines, self._waiting = tuple(lines), None
        self.show_rows([line_row(line) for line in lines])
        self.blockSignals(True)
        for row, line in enumerate(self.lines):
            self._dress(row, line)
        self.lock_columns((MEASURE, TARGET, TREND, STATE))
        self.blockSignals(False)
        self.selection_changed.emit()

    def finish_editing(self) -> None:
        """Commit the value being typed."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _dress(self, row: int, line: IndicatorLine) -> None:
        items = [item for column in range(self.columnCount()) if (item := self.item(row, column)) is not None]
        for item, value in zip(items[FIRST_VALUE:TREND], line.values, strict=True):
            item.setTextAlignment(_RIGHT)
            item.setToolTip("\n".join((value_hint(line, value), *evidence_lines(value))))
            if value.evidence.note or value.evidence.proofs:
                item.setIcon(icon("attach" if value.evidence.proofs else "edit", "quiet"))
            if line.origin is not None:
                item.setForeground(colour("quiet"))
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
        known = [None if one.figure is None else one.figure.value for one in line.values]
        items[TREND].setData(_VALUES, [None if one is None else float(one) for one in known])
        items[TREND].setToolTip(trend_words(line))
        items[STATE].setIcon(icon(*_SIGNS[state_of(line)]))

    @Slot(QTableWidgetItem)
    def _take(self, item: QTableWidgetItem) -> None:
        if FIRST_VALUE <= item.column() < TREND:
            self.entered.emit(self.lines[item.row()], item.column() - FIRST_VALUE, item.text())

    @Slot()
    def _open(self) -> None:
        if self.currentColumn() in (MEASURE, TARGET, TREND, STATE):
            self.open_wanted.emit()

    @Slot()
    def _remove(self) -> None:
        item = self.currentItem()
        if item is None or self.line is None:
            return
        if not FIRST_VALUE <= item.column() < TREND:
            self.removal_wanted.emit()
        elif self._is_writable and item.flags() & Qt.ItemFlag.ItemIsEditable and item.text():
            item.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert adds an indicator; the other keys are those of every such table."""
        if event.key() == Qt.Key.Key_Insert and not event.modifiers():
            self.add_wanted.emit()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """After Enter the cell below comes next; lines that waited are shown."""
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.setCurrentCell(min(self.currentRow() + 1, self.rowCount() - 1), self.currentColumn())
        if self._waiting is not None:
            self.show_lines(self._waiting)


class _TrendDelegate(QStyledItemDelegate):
    """Paints how a value went over the periods of the year."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground of the cell, then the line; each period has its place, also where the last are still to come."""
        super().paint(painter, option, index)
        values: list[float | None] = index.data(_VALUES) or []
        while values and values[-1] is None:
            values.pop()
        room = QRectF(option.rect).adjusted(_TREND_EDGE, 0, -_TREND_EDGE, 0)
        room.setWidth(room.width() * max(len(values) - 1, 0) / (len(_PERIODS) - 1))
        draw_trend(painter, room.adjusted(-_TREND_EDGE, 0, _TREND_EDGE, 0), values)


def _headings() -> list[str]:
    periods = [period_words(Period(every, 1)) for every in _PERIODS]
    names = [text(f"indicators_page.column_{name}") for name in ("measure", "target", "trend", "state")]
    return [*names[:2], *periods, *names[2:]]
