"""Pages of a document under each other, drawn when they come into sight."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from app.texts import text
from ui.theme import colour

_GAP = 14
_MM_PER_INCH = 25.4
_SCREEN_DPI = 96.0
_KEPT = 12


class PageView(QAbstractScrollArea):
    """Asks for pictures of the pages in sight through ``pages_wanted`` (page numbers, dots per inch)."""

    pages_wanted = Signal(object, float)
    page_shown = Signal(int)
    """The page at the top of the view, counted from 0 over the pages shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageView")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._sizes: list[tuple[float, float]] = []
        self._numbers: list[int] = []
        self._rects: list[QRect] = []
        self._images: dict[int, QImage] = {}
        self._zoom = "width"
        self._message = ""
        self.verticalScrollBar().valueChanged.connect(self._ask)
        self.verticalScrollBar().setSingleStep(40)

    def show_pages(self, sizes: Sequence[tuple[float, float]], numbers: Sequence[int]) -> None:
        """Show the pages ``numbers`` (from 0); ``sizes`` are those of all pages, in millimetres."""
        self._sizes, self._numbers = list(sizes), list(numbers)
        self._message = ""
        self._images.clear()
        self._arrange()

    def show_message(self, words: str) -> None:
        """Say something in place of the pages."""
        self._message = words
        self._sizes, self._numbers, self._rects = [], [], []
        self.viewport().update()

    def show_images(self, images: dict[int, QImage]) -> None:
        """Pictures of pages, at the resolution last asked for."""
        self._images.update(images)
        self.viewport().update()

    def set_zoom(self, zoom: str) -> None:
        """ "width", "page" or a number of percent."""
        self._zoom = zoom
        self._images.clear()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new size."""
        super().resizeEvent(event)
        self._images.clear()
        self._arrange()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Draw at the new place."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pages in sight; a quiet word where a picture is still being drawn."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colour("desk"))
        if self._message:
            painter.setPen(colour("quiet"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(40, 0, -40, 0), int(flags), self._message)
        for place in self._visible():
            self._paint_page(painter, place)

    def _paint_page(self, painter: QPainter, place: int) -> None:
        number = self._numbers[place]
        rect = self._rects[place].translated(-self._offset())
        painter.fillRect(rect, Qt.GlobalColor.white)
        image = self._images.get(number)
        if image is not None:
            painter.drawImage(rect, image)
        else:
            painter.setPen(colour("quiet"))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), text("print.drawing", number=number + 1))
        painter.setPen(colour("line_strong"))
        painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    def _offset(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _visible(self) -> list[int]:
        seen = QRect(self._offset(), self.viewport().size())
        return [place for place, rect in enumerate(self._rects) if rect.intersects(seen)]

    @Slot()
    def _ask(self) -> None:
        places = self._visible()
        if not places:
            return
        self.page_shown.emit(places[0])
        missing = [self._numbers[place] for place in places if self._numbers[place] not in self._images]
        if missing:
            if len(self._images) > _KEPT:
                self._images.clear()
            self.pages_wanted.emit(missing, self._dots_per_inch(self._numbers[places[0]]))

    def _dots_per_inch(self, number: int) -> float:
        return self._scale(number) * _MM_PER_INCH * self.devicePixelRatioF()

    def _scale(self, number: int) -> float:
        """Pixels per millimetre for a page."""
        width, height = self._sizes[number]
        room = self.viewport().size() - QSize(2 * _GAP, 2 * _GAP)
        if self._zoom == "width":
            return max(room.width(), 50) / width
        if self._zoom == "page":
            return max(min(room.width() / width, room.height() / height), 0.2)
        return _SCREEN_DPI / _MM_PER_INCH * int(self._zoom) / 100

    def _arrange(self) -> None:
        self._rects = []
        top, widest = _GAP, 0
        for number in self._numbers:
            scale = self._scale(number)
            width, height = (round(side * scale) for side in self._sizes[number])
            self._rects.append(QRect(max(_GAP, (self.viewport().width() - width) // 2), top, width, height))
            top += height + _GAP
            widest = max(widest, width + 2 * _GAP)
        bar, across = self.verticalScrollBar(), self.horizontalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, top - self.viewport().height()))
        across.setPageStep(self.viewport().width())
        across.setRange(0, max(0, widest - self.viewport().width()))
        self._ask()
        self.viewport().update()
