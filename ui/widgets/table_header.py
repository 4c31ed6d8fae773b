"""The heads of the table: whole headings over several lines, and a grip at each row."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.theme import colour, px
from ui.widgets.cell_text import draw_text, text_height

_GRIP_WIDTH = 20
_LEAST_HEIGHT = 36


class DraggedHeader(QHeaderView):
    """Sections can be dragged. The header only says where to; the appendix itself is what changes."""

    dragged = Signal(int, int)
    """Where a section was, and the position it was dropped at."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self._returning = False
        self.sectionMoved.connect(self._put_back)

    @Slot(int, int, int)
    def _put_back(self, _logical: int, old: int, new: int) -> None:
        if not self._returning:
            self._returning = True
            self.moveSection(new, old)
            self._returning = False
            self.dragged.emit(old, new)


class ColumnHeader(DraggedHeader):
    """Headings wrapped, centred and never cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMinimumSectionSize(30)

    def sizeHint(self) -> QSize:
        """High enough for the longest heading at its column's width."""
        heights = [self._section_height(section) for section in range(self.count())]
        return QSize(super().sizeHint().width(), max([px(_LEAST_HEIGHT), *heights]))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """The heading in the middle of its field."""
        painter.fillRect(rect, colour("head"))
        words = self._words(logical)
        spare = max(0, rect.height() - text_height(words, rect.width(), True))
        area = QRectF(rect.adjusted(0, spare // 2, 0, 0))
        draw_text(painter, area, words, colour("quiet"), bold=True, centred=True)
        painter.setPen(colour("line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _section_height(self, section: int) -> int:
        if self.isSectionHidden(section):
            return 0
        return text_height(self._words(section), self.sectionSize(section), True) + 4

    def _words(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")


class RowGrip(DraggedHeader):
    """A narrow strip to select whole rows and to drag them by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setFixedWidth(px(_GRIP_WIDTH))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """As narrow as the grip."""
        return QSize(px(_GRIP_WIDTH), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Six dots on the ground of a heading, darker where the row is selected."""
        selected = self.selectionModel().isRowSelected(logical)
        painter.fillRect(rect, colour("primary_soft" if selected else "head"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("quiet" if selected else "line_strong"))
        middle = rect.center()
        for across in (-3, 2):
            for down in (-6, -1, 4):
                painter.drawEllipse(middle.x() + across, rect.top() + 16 + down, 2, 2)
        painter.setPen(colour("line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
