"""The table of one appendix, to be used like a spreadsheet."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from app.domain.plan import Appendix
from ui.theme import measured
from ui.widgets.appendix_model import Index
from ui.widgets.cell_delegate import CellDelegate
from ui.widgets.column_widths import scale_for, widths_px
from ui.widgets.row_heights import RowHeights
from ui.widgets.selecting_table import SelectingTable
from ui.widgets.table_header import ColumnHeader, RowGrip
from ui.widgets.typing_table import ENTER, is_command, is_letter


class AppendixTable(SelectingTable):
    """Shows an appendix whole: wrapped text, rows as high as their text, merged cells as one block."""

    delegate: CellDelegate
    place_changed = Signal()
    """Another cell or selection."""
    row_dragged = Signal(int, int)
    """Row, and the position before which it was dropped."""
    column_dragged = Signal(int, int)
    """Column, and the position it was dropped at."""
    column_resized = Signal(int, float)
    """Column and its new width in millimetres."""
    column_menu_wanted = Signal(int, QPoint)
    """Column and the point on the screen where the menu belongs."""
    row_menu_wanted = Signal(QPoint)
    """The point on the screen where the menu of the selected rows belongs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.delegate = CellDelegate(self.appendix_model, self)
        self._fitting = False
        self._head_end = QFrame()
        self._set_up()
        self._heights = RowHeights(self, self.appendix_model)
        self._heights.start_guess()
        self._connect()
        measured(self, AppendixTable._fit_columns)

    @property
    def measuring(self) -> bool:
        """Whether heights of rows out of view are still being worked out."""
        return self._heights.measuring

    def show_appendix(self, appendix: Appendix) -> None:
        """Show ``appendix``; rows, heights and place stay as far as it is the one shown before."""
        place = self.place
        same = self.appendix_model.appendix.id == appendix.id
        columns = self.appendix_model.appendix.columns
        self.appendix_model.show(appendix)
        if columns != appendix.columns or not same:
            self._fit_columns()
        self._span()
        if not same:
            self.scrollToTop()
            self._heights.forget_all()
            place = (0, 0)
        if place is not None and (not same or not self.currentIndex().isValid()):
            self.go_to(*place)

    def allow_writing(self, allowed: bool) -> None:
        """Let cells be typed into, rows and columns be dragged, or let the table only be read."""
        self.appendix_model.is_writable = allowed
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsMovable(allowed)

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the one in use, as near as there is one, and bring it into view."""
        super().go_to(row, column)
        self._heights.measure_visible()
        self.scrollTo(self.currentIndex())

    def edit_place(self, words: str | None = None) -> None:
        """Open the cell in use for typing, with ``words`` in place of its own when given."""
        if self.place is None or self.is_editing:
            return
        if not self.appendix_model.is_writable:
            self.typing_forbidden.emit()
            return
        self.delegate.start_text = words
        index = self.appendix_model.index(*self.place)
        self.setCurrentIndex(index)
        self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on; a letter opens the cell and is the first letter in it."""
        if event.key() in ENTER and not is_command(event):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1, 0)
        elif event.key() == Qt.Key.Key_Backspace and not is_command(event):
            self.edit_place("")
        elif is_letter(event):
            self.type_over(event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns fill the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit_columns()
        else:
            self._heights.measure_visible()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Rows that come into view get their height."""
        super().scrollContentsBy(dx, dy)
        if dy and not self._fitting:
            self._heights.measure_visible()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the page; input methods may type into every cell."""
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)
        self._tint_row(self.place[0] if self.place else -1)
        self.place_changed.emit()

    def _tint_row(self, row: int) -> None:
        """The row in use is tinted; only it and the one before are painted again."""
        before, self.delegate.row_in_use = self.delegate.row_in_use, row
        if before != row:
            self._repaint_row(before)
            self._repaint_row(row)

    def _repaint_row(self, row: int) -> None:
        """A row to the end of its longest merged cell."""
        model = self.appendix_model
        if 0 <= row < model.rowCount():
            columns = range(0 if model.is_section(row) else model.columnCount())
            last = max((model.block_end(row, column) for column in columns), default=row)
            top = self.rowViewportPosition(row)
            bottom = self.rowViewportPosition(last) + self.rowHeight(last)
            self.viewport().update(0, top, self.viewport().width(), bottom - top)

    def _set_up(self) -> None:
        self.setModel(self.appendix_model)
        self.setItemDelegate(self.delegate)
        head, grip = ColumnHeader(self), RowGrip(self)
        head.dragged.connect(self.column_dragged)
        grip.dragged.connect(self._row_dragged)
        self.setHorizontalHeader(head)
        self.setVerticalHeader(grip)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.verticalScrollBar().setSingleStep(24)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(self._show_handle)
        # the strip of headings goes on to the table's edge, above the scroll bar
        self._head_end.setObjectName("headEnd")
        self.addScrollBarWidget(self._head_end, Qt.AlignmentFlag.AlignTop)
        self.horizontalHeader().geometriesChanged.connect(self._fit_head_end)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self) -> None:
        self.appendix_model.dataChanged.connect(self._measure_changed)
        self.appendix_model.rowsInserted.connect(self._rows_changed)
        self.appendix_model.rowsRemoved.connect(self._rows_changed)
        self.delegate.moved.connect(self.step)
        header = self.horizontalHeader()
        header.sectionResized.connect(self._column_resized)
        header.customContextMenuRequested.connect(self._column_menu)
        self.customContextMenuRequested.connect(self._row_menu)
        self.selectionModel().selectionChanged.connect(self._selection_changed)

    def _fit_columns(self) -> None:
        columns = self.appendix_model.appendix.columns
        self._fitting = True
        for place, width in enumerate(widths_px(columns, self.viewport().width())):
            self.setColumnWidth(place, width)
            self.setColumnHidden(place, columns[place].hidden)
        self._fitting = False
        self.horizontalHeader().updateGeometry()
        self.updateGeometries()
        self._fit_head_end()
        self._heights.forget_all()

    def _span(self) -> None:
        """Sections over the row, merged cells over their block."""
        self.clearSpans()
        model = self.appendix_model
        count, start = model.columnCount(), model.section_column
        for row, found in enumerate(model.appendix.rows):
            if model.is_section(row):
                if count - start > 1:
                    self.setSpan(row, start, 1, count - start)
                continue
            for column, cell in enumerate(found.cells):
                if cell is not None and (end := model.block_end(row, column)) > row:
                    self.setSpan(row, column, end - row + 1, 1)

    @Slot(QModelIndex, QModelIndex)
    def _measure_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._heights.forget(first.row(), last.row())

    @Slot()
    def _rows_changed(self) -> None:
        self._heights.forget_all()

    @Slot()
    def _selection_changed(self) -> None:
        self.verticalHeader().viewport().update()

    @Slot(int, int, int)
    def _column_resized(self, column: int, _old: int, new: int) -> None:
        if self._fitting or new == 0:
            return
        self.updateGeometries()
        self._heights.forget_all()
        self.column_resized.emit(column, round(new / scale_for(self.viewport().width()), 1))

    @Slot(int, int)
    def _row_dragged(self, old: int, new: int) -> None:
        self.row_dragged.emit(old, new + 1 if new > old else new)

    @Slot()
    def _fit_head_end(self) -> None:
        self._head_end.setFixedHeight(self.horizontalHeader().height())

    @Slot(int, int)
    def _show_handle(self, least: int, most: int) -> None:
        """The bar keeps its place, so that widths stay; without use it shows nothing."""
        self.verticalScrollBar().setEnabled(most > least)

    @Slot(QPoint)
    def _column_menu(self, point: QPoint) -> None:
        header = self.horizontalHeader()
        column = header.logicalIndexAt(point)
        if column >= 0:
            self.column_menu_wanted.emit(column, header.viewport().mapToGlobal(point))

    @Slot(QPoint)
    def _row_menu(self, point: QPoint) -> None:
        self.row_menu_wanted.emit(self.viewport().mapToGlobal(point))
