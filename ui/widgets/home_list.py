"""What is late and what comes next: day, milestone, unit and state, two lines each."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.dates import date_text
from app.domain.milestone_lines import Line
from ui.theme import RADIUS, colour, px
from ui.widgets.line_list import LINE, WORDS, Index, LineList, first_line, second_line
from ui.widgets.tracking_badge import HEIGHT, badge_width, draw_badge

_ROW = 46
_PAD = 6
_DAY = 84


class UpcomingList(LineList):
    """A line is taken with a click or with Enter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setItemDelegate(_Entries(self))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.tell)
        self.activated.connect(self.tell)


class _Entries(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(100, px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
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
    elided = metrics.elidedText(first_line(line), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), elided)
    painter.setPen(colour("quiet"))
    below = room.translated(0, half - 3)
    elided = metrics.elidedText(second_line(line), Qt.TextElideMode.ElideRight, below.width())
    painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), elided)
