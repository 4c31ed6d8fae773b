"""The table of the import preview: headings, role choosers, rows to tick, merged cells, marked places."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.domain.plan import Role
from ui.theme import measured, px
from ui.widgets.import_cells import ImportCells, text_height
from ui.widgets.import_model import TAKE, ImportModel
from ui.widgets.import_review import ImportReview
from ui.widgets.role_header import RoleHeader

_WIDTHS = {Role.ORDINAL: 54, Role.OBJECTIVE: 170, Role.TASK: 230, Role.ACTIVITY: 200, Role.BUDGET: 100}
_WIDTH = 112
_TAKE_WIDTH = 46
_MOST_SHRUNK = 0.2
_ROW = 28
_SIZED_AT_ONCE = 80


def fitted(wanted: Sequence[int], room: int) -> list[int]:
    """``wanted`` widths grown to fill ``room``, or shrunk by a little where that saves scrolling sideways; pixels.
    Narrow columns stay as they are."""
    flexible = sum(width for width in wanted if width >= _WIDTH)
    spare = room - sum(wanted)
    if not flexible or spare < -flexible * _MOST_SHRUNK:
        return list(wanted)
    return [width + int(spare * width / flexible) - (spare < 0) if width >= _WIDTH else width for width in wanted]


class ImportTable(QTableView):
    """Shows one appendix of a review. Rows are measured when they come into sight."""

    taken_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review: ImportReview | None = None
        self._appendix = 0
        self._sized: set[int] = set()
        self.rows = ImportModel(self)
        self.heads = RoleHeader(TAKE + 1, self)
        self.setHorizontalHeader(self.heads)
        self.setModel(self.rows)
        self.setItemDelegate(ImportCells(self))
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.size_visible_rows)
        self.verticalScrollBar().valueChanged.connect(self._timer.start)
        self.horizontalScrollBar().valueChanged.connect(self.heads.arrange)
        self.heads.sectionResized.connect(self._measure_again)
        self.heads.role_chosen.connect(self._set_role)
        self.rows.taken_changed.connect(self.taken_changed)
        measured(self, ImportTable._set_widths)

    def show_appendix(self, review: ImportReview, appendix: int) -> None:
        """Show the table at position ``appendix`` of ``review`` from its top."""
        self._review, self._appendix = review, appendix
        found = review.appendices[appendix]
        self.clearSpans()
        self.rows.show_appendix(review, appendix)
        roles = [review.role(appendix, column) for column in range(len(found.columns))]
        self.heads.show_roles([column.heading for column in found.columns], roles)
        self._set_spans()
        self._set_widths()
        self.scrollToTop()

    def show_place(self, row: int, column: int | None) -> None:
        """Scroll to a place and select it."""
        index = self.rows.index(row, TAKE + 1 + (column or 0))
        self.setCurrentIndex(index)
        self._size(range(max(0, row - _SIZED_AT_ONCE), min(row + _SIZED_AT_ONCE, self.rows.rowCount())))
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wider columns where there is room for them."""
        super().resizeEvent(event)
        self._set_widths()

    @Slot()
    def size_visible_rows(self) -> None:
        """Give the rows in sight the height that their text needs."""
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height())
        end = min(first + _SIZED_AT_ONCE, self.rows.rowCount()) if last < 0 else last + 1
        if self._size(range(first, end)):
            self._timer.start()

    @Slot()
    def _measure_again(self) -> None:
        self._sized.clear()
        self._timer.start()

    @Slot(int, object)
    def _set_role(self, column: int, role: Role) -> None:
        if self._review is not None:
            self._review.set_role(self._appendix, column, role)

    def _size(self, wanted: range) -> bool:
        """Measure the rows not yet measured, whole merged groups at a time; True where there were any."""
        todo = [row for row in wanted if row not in self._sized]
        for row in todo:
            if row not in self._sized:
                self._size_group(row)
        return bool(todo)

    def _size_group(self, row: int) -> None:
        heights: list[int] = []
        first, last = self._group(row)
        for number in range(first, last + 1):
            heights.append(self._plain_height(number))
        for column in range(TAKE + 1, self.rows.columnCount()):
            self._stretch(heights, first, last, column)
        for number, height in enumerate(heights, first):
            self.setRowHeight(number, height)
            self._sized.add(number)

    def _group(self, row: int) -> tuple[int, int]:
        first = last = row
        while first > 0 and self._merged(first):
            first -= 1
        while last + 1 < self.rows.rowCount() and self._merged(last + 1):
            last += 1
        return first, last

    def _merged(self, row: int) -> bool:
        return any(self.rows.merged_above(row, column) for column in range(self.rows.columnCount()))

    def _plain_height(self, row: int) -> int:
        """Height for the cells that stand in this row alone."""
        if self.rows.is_section(row):
            width = sum(self.columnWidth(column) for column in range(TAKE + 1, self.rows.columnCount()))
            return max(px(_ROW), text_height(self.rows.words(row, TAKE + 1), width, self.fontMetrics()))
        alone = (c for c in range(TAKE + 1, self.rows.columnCount()) if self.rowSpan(row, c) == 1)
        return max((self._cell_height(row, column) for column in alone), default=px(_ROW))

    def _cell_height(self, row: int, column: int) -> int:
        return max(px(_ROW), text_height(self.rows.words(row, column), self.columnWidth(column), self.fontMetrics()))

    def _stretch(self, heights: list[int], first: int, last: int, column: int) -> None:
        """Make the last row under a merged cell taller where the cell's text needs it."""
        row = first
        while row <= last:
            span = self.rowSpan(row, column)
            if span > 1:
                begin = row - first
                missing = self._cell_height(row, column) - sum(heights[begin : begin + span])
                heights[begin + span - 1] += max(missing, 0)
            row += span

    def _set_spans(self) -> None:
        columns = self.rows.columnCount()
        for row in range(self.rows.rowCount()):
            if self.rows.is_section(row) and columns > TAKE + 2:
                self.setSpan(row, TAKE + 1, 1, columns - TAKE - 1)
        for column in range(TAKE + 1, columns):
            self._span_column(column)

    def _span_column(self, column: int) -> None:
        start = 0
        count = self.rows.rowCount()
        for row in range(1, count + 1):
            if row < count and self.rows.merged_above(row, column):
                continue
            if row - start > 1:
                self.setSpan(start, column, row - start, 1)
            start = row

    def _set_widths(self) -> None:
        if self._review is None:
            return
        columns = self._review.appendices[self._appendix].columns
        wanted = [px(_TAKE_WIDTH), *(px(_WIDTHS.get(column.role, _WIDTH)) for column in columns)]
        for place, width in enumerate(fitted(wanted, self.viewport().width())):
            self.setColumnWidth(place, width)
        self.heads.updateGeometry()
        self.updateGeometries()
        self.heads.arrange()
        self._measure_again()
