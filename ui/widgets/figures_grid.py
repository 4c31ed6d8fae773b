"""The table of a statistics form, to be used like a spreadsheet."""

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from ui.theme import measured, px
from ui.widgets.cell_text import text_height
from ui.widgets.figures_delegate import FiguresDelegate
from ui.widgets.figures_header import FiguresHeader
from ui.widgets.figures_model import Cell, FiguresModel, Index
from ui.widgets.typing_table import ENTER, TypingTable, is_command, is_letter

_LEAST_ROW, _LEAST_COLUMN, _LEAST_GIVEN = 28, 120, 24


class FiguresGrid(TypingTable):
    """Enter and Tab go on to the next cell that can be typed; a letter opens the cell and is the first in it."""

    place_changed = Signal()
    """Another cell is in use."""
    copy_wanted = Signal()
    cut_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, model: FiguresModel, widths: Mapping[int, int], parent: QWidget | None = None) -> None:
        """``widths`` are those of columns in pixels; the others share what is left."""
        super().__init__(parent)
        self.setObjectName("figures")
        self.figures = model
        self.delegate = FiguresDelegate(model, self)
        self._widths = widths
        self._fit_later = QTimer(self, singleShot=True, interval=0)
        self._set_up()
        # the style's own least width would push the others out of sight
        self.horizontalHeader().setMinimumSectionSize(_LEAST_GIVEN)
        measured(self, FiguresGrid.fit)

    @property
    def place(self) -> Cell | None:
        """Row and column of the cell in use."""
        index = self.currentIndex()
        return (index.row(), index.column()) if index.isValid() else None

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the one in use and bring it into view."""
        index = self.figures.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def go_to_first(self) -> None:
        """Go to the first cell that can be typed."""
        rows, columns = self.figures.rowCount(), self.figures.columnCount()
        cells = ((row, column) for row in range(rows) for column in range(columns))
        place = next((cell for cell in cells if self.figures.is_open(*cell)), None)
        if place is not None:
            self.go_to(*place)
        self.scrollToTop()

    def selected_block(self) -> tuple[int, int, int, int] | None:
        """Top, left, bottom and right of the selected cells, the last ones included."""
        selection = self.selectionModel().selection()
        if selection.isEmpty():
            return (*self.place, *self.place) if self.place else None
        found = selection.at(0)
        return found.top(), found.left(), found.bottom(), found.right()

    def selected_cells(self) -> list[Cell]:
        """All selected cells, row by row."""
        block = self.selected_block()
        if block is None:
            return []
        top, left, bottom, right = block
        return [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]

    def edit_place(self, words: str | None = None) -> None:
        """Open the cell in use for typing, with ``words`` in place of its own when given."""
        index = self.currentIndex()
        if not self.is_editing and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.delegate.start_text = words
            self.edit(index)
        elif not self.figures.is_writable:
            self.typing_forbidden.emit()

    @Slot()
    def clear_cells(self) -> None:
        """Empty the selected cells that can be typed."""
        self.figures.type_cells(dict.fromkeys(self.selected_cells(), ""))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a spreadsheet."""
        held = is_command(event)
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = event.key()
        if key in ENTER and not held:
            self.step(-1 if back else 1, 0)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not held:
            self.step(0, -1 if key == Qt.Key.Key_Backtab else 1)
        elif key == Qt.Key.Key_F2 and not held:
            self.edit_place()
        elif key == Qt.Key.Key_Delete and not held:
            self.clear_cells()
        elif key == Qt.Key.Key_Backspace and not held:
            self.edit_place("")
        elif self._took_clipboard_key(event):
            return
        elif is_letter(event):
            self.type_over(event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns fill the new width."""
        super().resizeEvent(event)
        self._fit_later.start()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the page; input methods may type into every cell."""
        super().currentChanged(current, previous)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)
        self.place_changed.emit()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab stays in the table."""
        del next
        return False

    @Slot(int, int)
    def step(self, rows: int, columns: int) -> None:
        """Go to the next cell that can be typed: down or up the column, or along the row and on in the next."""
        self.setFocus()
        place = self.place
        while (rows or columns) and place is not None:
            place = self._beside(place, rows, columns)
            if place is not None and self.figures.is_open(*place):
                self.go_to(*place)
                return

    @Slot()
    def fit(self) -> None:
        """Give columns their widths and rows the height of their words."""
        model = self.figures
        columns = range(model.columnCount())
        free = [column for column in columns if column not in self._widths]
        room = self.viewport().width() - sum(px(self._widths.get(column, 0)) for column in columns)
        for column in columns:
            least = max(room // max(len(free), 1), px(_LEAST_COLUMN))
            self.setColumnWidth(column, px(self._widths.get(column, 0)) or least)
        self.horizontalHeader().updateGeometry()
        self.updateGeometries()
        for row in range(model.rowCount()):
            heights = [self._height(row, column) for column in columns]
            self.setRowHeight(row, max((px(_LEAST_ROW), *heights)))

    @Slot()
    def _fit_soon(self) -> None:
        self._fit_later.start()

    def _height(self, row: int, column: int) -> int:
        return text_height(
            self.figures.words(row, column), self.columnWidth(column), self.figures.look(row, column).bold
        )

    def _beside(self, place: Cell, rows: int, columns: int) -> Cell | None:
        row, column = place[0] + rows, place[1] + columns
        count = self.figures.columnCount()
        if column >= count or column < 0:
            row, column = row + columns, (0 if columns > 0 else count - 1)
        return (row, column) if 0 <= row < self.figures.rowCount() else None

    def _took_clipboard_key(self, event: QKeyEvent) -> bool:
        wanted = {
            QKeySequence.StandardKey.Copy: self.copy_wanted,
            QKeySequence.StandardKey.Cut: self.cut_wanted,
            QKeySequence.StandardKey.Paste: self.paste_wanted,
        }
        for standard, signal in wanted.items():
            if event.matches(standard):
                signal.emit()
                return True
        return False

    def _set_up(self) -> None:
        self.setModel(self.figures)
        self.setItemDelegate(self.delegate)
        self.delegate.moved.connect(self.step)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalHeader(FiguresHeader(self.figures, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self._fit_later.timeout.connect(self.fit)
        self.figures.modelReset.connect(self._fit_soon)
        self.figures.dataChanged.connect(self._fit_soon)
