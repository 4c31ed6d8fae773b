"""The milestones of one day below each other, with room for their words."""

from PySide6.QtCore import QItemSelection, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.milestone_lines import Line
from app.texts import text
from ui.theme import colour, px
from ui.widgets.line_list import LINE, WORDS, Index, LineList, second_line
from ui.widgets.tracking_badge import HEIGHT, badge_width, draw_badge
from ui.widgets.tracking_keys import takes
from ui.widgets.tracking_words import line_title

_PAD = 8
_LINE = 18
_ROW = 2 * _PAD + 2 * _LINE + HEIGHT + 2
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class DayList(LineList):
    """``line_chosen`` tells the ``Line`` taken with Enter or a double click; several can be selected."""

    selection_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(text("tracking_page.day_name"))
        self.setItemDelegate(_Entries(self))
        self.doubleClicked.connect(self.tell)

    @property
    def selected(self) -> list[Line]:
        """The selected lines, top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.lines.lines[row] for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter alone goes to the row of the plan."""
        if takes(event):
            self.tell(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()


class _Entries(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(100, px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colour("primary_soft"))
        painter.setPen(colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        room = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        metrics = QFontMetrics(option.font)
        painter.setFont(option.font)
        for place, (words, tone) in enumerate(((line_title(line), "text"), (second_line(line), "quiet"))):
            painter.setPen(colour(tone))
            elided = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(
                QRect(room.left(), room.top() + place * px(_LINE), room.width(), px(_LINE)), _MIDDLE, elided
            )
        words = str(index.data(WORDS))
        wide = min(badge_width(words, option.font), room.width())
        badge = QRect(room.left(), room.top() + 2 * px(_LINE) + 2, wide, px(HEIGHT))
        draw_badge(painter, badge, line.state, words, option.font)
        painter.restore()
