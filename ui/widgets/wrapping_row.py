"""A row of widgets that goes on below where one line is too short for all of them."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class WrappingRow(QLayout):
    """Widgets that like to grow share what is left of their line; hidden ones take no room."""

    def __init__(self, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insertWidget(self, place: int, widget: QWidget) -> None:
        """Put ``widget`` before what stands at ``place``."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def sizeHint(self) -> QSize:
        """All in one line."""
        shown = self._shown()
        gaps = self.spacing() * max(0, len(shown) - 1)
        return self._around(
            sum(_width(item) for item in shown) + gaps, max((item.sizeHint().height() for item in shown), default=0)
        )

    def minimumSize(self) -> QSize:
        """One below the other."""
        sizes = [item.minimumSize() for item in self._shown()]
        return self._around(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def _around(self, width: int, height: int) -> QSize:
        edges = self.contentsMargins()
        return QSize(width + edges.left() + edges.right(), height + edges.top() + edges.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, place: bool) -> int:
        """Place the items within ``rect`` if they are to be placed; the height that they need."""
        edges = self.contentsMargins()
        room = rect.width() - edges.left() - edges.right()
        top = rect.top() + edges.top()
        for line in self._lines(room):
            height = max(item.sizeHint().height() for item in line)
            if place:
                self._place(line, QRect(rect.left() + edges.left(), top, room, height))
            top += height + self.spacing()
        return max(top - self.spacing(), rect.top() + edges.top()) + edges.bottom() - rect.top()

    def _lines(self, room: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown():
            if not lines or left + _width(item) > room:
                lines.append([])
                left = 0
            lines[-1].append(item)
            left += _width(item) + self.spacing()
        return lines

    def _place(self, line: list[QLayoutItem], room: QRect) -> None:
        growing = [item for item in line if item.expandingDirections() & Qt.Orientation.Horizontal]
        taken = sum(_width(item) for item in line) + self.spacing() * (len(line) - 1)
        more = max(0, room.width() - taken) // len(growing) if growing else 0
        left = room.left()
        for item in line:
            size = QSize(_width(item) + (more if item in growing else 0), item.sizeHint().height())
            item.setGeometry(QRect(QPoint(left, room.top() + (room.height() - size.height()) // 2), size))
            left += size.width() + self.spacing()


def _width(item: QLayoutItem) -> int:
    """As wide as it likes; what likes to grow is content with its least."""
    grows = item.expandingDirections() & Qt.Orientation.Horizontal
    return item.minimumSize().width() if grows else item.sizeHint().width()
