"""Old and new side by side: what updating a plan of the register from a file would change."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QResizeEvent, QTextDocument
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.texts import text
from ui.theme import CELL_PADDING, GAP, HALF_GAP, colour, px
from ui.widgets.compare_lines import Change, CompareLine
from ui.widgets.word_changes import marked_words

Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole + 1
_NAME_WIDTH = 140
_ROW = 28
_GROUNDS = {Change.ADDED: "good_soft", Change.GONE: "bad_soft", Change.CHANGED: "warn_soft", Change.SAME: "section"}


class CompareModel(QAbstractTableModel):
    """Three columns: the column's heading, the old text, the new text; heading lines name the row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[CompareLine] = []

    def show_lines(self, lines: Sequence[CompareLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def line(self, row: int) -> CompareLine:
        """The line at a row."""
        return self._lines[row]

    def rowCount(self, parent: Index | None = None) -> int:
        """Number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """Heading, old, new."""
        return 0 if parent is not None and parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the three columns are."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return text(f"import_page.{('column', 'old', 'new')[section]}")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Plain text for reading aloud, the line itself for painting."""
        line = self._lines[index.row()]
        if role == _LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return (line.name, line.old, line.new)[index.column()]
        return None


class CompareCells(QStyledItemDelegate):
    """Paints words that went struck through and words that came underlined; heading lines bold on a ground."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        line: CompareLine = index.data(_LINE)
        painter.save()
        heading = line.is_heading
        painter.fillRect(option.rect, colour(_GROUNDS[line.change] if heading else "card"))
        document = _document(line, index.column(), option.rect.width(), option)
        painter.translate(option.rect.left() + CELL_PADDING, option.rect.top() + CELL_PADDING)
        document.drawContents(painter, QRectF(0, 0, option.rect.width(), option.rect.height()))
        painter.restore()


class ComparePanel(QWidget):
    """The counts, a switch for what did not change, and the lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: list[CompareLine] = []
        self._sized: set[int] = set()
        self.counts = QLabel()
        self.counts.setObjectName("cardTitle")
        self.only_changes = QCheckBox(text("import_page.only_changes"))
        self.only_changes.setChecked(True)
        self.lines = CompareModel(self)
        self.view = QTableView()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._set_up_view()
        line = QHBoxLayout()
        line.setContentsMargins(GAP, HALF_GAP + 2, GAP, HALF_GAP + 2)
        line.addWidget(self.counts, 1)
        line.addWidget(self.only_changes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.view, 1)
        self.only_changes.toggled.connect(self._show)

    def show_lines(self, lines: Sequence[CompareLine]) -> None:
        """Show what ``compare_lines.compare_with`` found."""
        self._all = list(lines)
        heads = [line.change for line in lines if line.is_heading]
        if all(change is Change.SAME for change in heads):
            self.counts.setText(text("import_page.compare_same"))
        else:
            numbers = {change.value: heads.count(change) for change in Change}
            self.counts.setText(text("import_page.compare_counts", **numbers))
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again at the new width."""
        super().resizeEvent(event)
        self._measure_again()

    @Slot()
    def _measure_again(self) -> None:
        self._sized.clear()
        self._timer.start()

    @Slot()
    def _show(self) -> None:
        hide = self.only_changes.isChecked()
        self._sized.clear()
        self.view.clearSpans()
        self.lines.show_lines([line for line in self._all if not hide or line.change is not Change.SAME])
        for row in range(self.lines.rowCount()):
            if self.lines.line(row).is_heading:
                self.view.setSpan(row, 0, 1, 3)
        self._timer.start()

    @Slot()
    def _size_visible(self) -> None:
        first = max(self.view.rowAt(0), 0)
        last = self.view.rowAt(self.view.viewport().height())
        end = self.lines.rowCount() if last < 0 else last + 1
        todo = [row for row in range(first, min(end, first + 80)) if row not in self._sized]
        for row in todo:
            self._sized.add(row)
            self.view.setRowHeight(row, self._height(row))
        if todo:
            self._timer.start()

    def _height(self, row: int) -> int:
        line = self.lines.line(row)
        option = QStyleOptionViewItem()
        option.font = self.view.font()
        widths = [self.view.columnWidth(column) for column in range(3)]
        if line.is_heading:
            widths = [sum(widths)]
        heights = (_document(line, column, width, option).size().height() for column, width in enumerate(widths))
        return max(px(_ROW), int(max(heights)) + 2 * CELL_PADDING + 1)

    def _set_up_view(self) -> None:
        self.view.setModel(self.lines)
        self.view.setItemDelegate(CompareCells(self))
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        head = self.view.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        head.setSectionsClickable(False)
        self.view.setColumnWidth(0, px(_NAME_WIDTH))
        head.sectionResized.connect(self._measure_again)
        self._timer.timeout.connect(self._size_visible)
        self.view.verticalScrollBar().valueChanged.connect(self._timer.start)


def _document(line: CompareLine, column: int, width: int, option: QStyleOptionViewItem) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(option.font)
    document.setTextWidth(max(width - 2 * CELL_PADDING, 10))
    if line.is_heading or column == 0:
        document.setPlainText(line.name if column == 0 else "")
        if line.is_heading:
            font = document.defaultFont()
            font.setBold(True)
            document.setDefaultFont(font)
    else:
        document.setHtml(_html(line, column))
    return document


def _html(line: CompareLine, column: int) -> str:
    return marked_words(line.old, line.new)[column - 1]
