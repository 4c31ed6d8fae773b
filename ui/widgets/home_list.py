"""What is late and what comes next: day, milestone, unit and state, two lines each."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.dates import date_text
from app.domain.milestone_lines import Line
from app.texts import text
from ui.theme import RADIUS, colour, px
from ui.widgets.tracking_badge import HEIGHT, badge_width, draw_badge
from ui.widgets.tracking_words import period_words, short_state_words

_ROW = 46
_PAD = 6
_DAY = 84
LINE = Qt.ItemDataRole.UserRole + 1
WORDS = Qt.ItemDataRole.UserRole + 2
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class LineListModel(QAbstractListModel):
    """The lines, with their words."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[Line] = ()
        self.today = date.min

    def show_lines(self, lines: Sequence[Line], today: date) -> None:
        self.beginResetModel()
        self.lines, self.today = lines, today
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == WORDS:
            return short_state_words(line, self.today)
        if role == Qt.ItemDataRole.DisplayRole:
            return _first_line(line)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (line.name, line.what, period_words(line.period), "; ".join(line.units))
            return "\n".join(part for part in (*parts, short_state_words(line, self.today)) if part)
        return None


class UpcomingList(QListView):
    """``line_chosen`` tells the ``Line`` that was clicked or taken with Enter."""

    line_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plainList")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Entries(self))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.model_ = LineListModel()
        self.setModel(self.model_)
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)

    def show_lines(self, lines: Sequence[Line], today: date) -> None:
        """Show these lines as they are ``today``."""
        self.model_.show_lines(lines, today)

    @Slot(QModelIndex)
    def _tell(self, index: QModelIndex) -> None:
        self.line_chosen.emit(index.data(LINE))


class _Entries(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option, index
        return QSize(100, px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line: Line = index.data(LINE)
        box = option.rect.adjusted(0, 1, 0, -1)
        painter.save()
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            selected = option.state & QStyle.StateFlag.State_Selected
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("primary_soft" if selected else "section"))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        words = str(index.data(WORDS))
        wide = badge_width(words, option.font)
        badge = QRect(box.right() - _PAD - wide, box.center().y() - px(HEIGHT) // 2, wide, px(HEIGHT))
        draw_badge(painter, badge, line.state, words, option.font)
        _draw_words(painter, box, badge.left() - 2 * _PAD, line, option.font)
        painter.restore()


def _draw_words(painter: QPainter, box: QRect, right: int, line: Line, font: QFont) -> None:
    bold = QFont(font)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(colour("text"))
    half = box.height() // 2
    day = QRect(box.left() + _PAD, box.top(), px(_DAY), box.height())
    painter.drawText(day, int(Qt.AlignmentFlag.AlignVCenter), date_text(line.due) if line.due else "")
    painter.setFont(font)
    room = QRect(day.right() + _PAD, box.top() + 2, right - day.right() - _PAD, half)
    metrics = QFontMetrics(font)
    elided = metrics.elidedText(_first_line(line), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), elided)
    painter.setPen(colour("quiet"))
    below = room.translated(0, half - 3)
    painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), _second_line(line, metrics, below.width()))


def _first_line(line: Line) -> str:
    return ": ".join(part for part in (line.what, line.name) if part)


def _second_line(line: Line, metrics: QFontMetrics, width: int) -> str:
    parts = [period_words(line.period), "; ".join(line.units)]
    joined = text("home.between").join(part for part in parts if part)
    return metrics.elidedText(joined, Qt.TextElideMode.ElideRight, width)
