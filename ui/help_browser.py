"""Shows a page of the help, its pictures as wide as there is room."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser

from app.exchange.help_files import PICTURES
from app.texts import text
from ui.theme import GAP, MARGIN

_WIDEST_PICTURE = 760
_PAUSE_MS = 120
_BETWEEN_MS = 60


class HelpBrowser(QTextBrowser):
    """The page; pictures come in the size at which they stand, smooth on every screen."""

    def __init__(self) -> None:
        super().__init__(openLinks=False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(MARGIN)
        self.setAccessibleName(text("help.page_name"))
        self._html = ""
        self._width = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._fit_pictures)
        self._images: dict[tuple[str, int], QImage] = {}
        self._ahead: list[str] = []
        self._next = QTimer(self, interval=_BETWEEN_MS)
        self._next.timeout.connect(self._load_next)

    def show_words(self, html: str) -> None:
        """Show ``html`` from its beginning."""
        self._html = html
        if self._width != self.viewport().width():
            self._width = self.viewport().width()
            self._load_ahead()
        self.document().clear()  # forgets pictures of another width
        self.setHtml(html)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the width once it stays."""
        super().resizeEvent(event)
        if self.viewport().width() != self._width:
            self._pause.start()

    @Slot()
    def _fit_pictures(self) -> None:
        if self.viewport().width() != self._width:
            place = self.verticalScrollBar().value()
            self.show_words(self._html)
            self.verticalScrollBar().setValue(place)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ANN401 - Qt takes any kind of content
        """A picture of the help, no wider than the page likes it."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        return self._image(QUrl(name).fileName())

    def _image(self, name: str) -> QImage:
        """The picture ``name`` for the width there is now."""
        room = min(_WIDEST_PICTURE, max(self._width - 2 * MARGIN - GAP, GAP))
        if (name, room) not in self._images:
            image = QImage(str(PICTURES / name))
            ratio = self.devicePixelRatioF()
            width = round(min(image.width(), room) * ratio)
            scaled = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            scaled.setDevicePixelRatio(ratio)
            self._images[name, room] = scaled
        return self._images[name, room]

    def _load_ahead(self) -> None:
        """Make every picture for the new width, one at a time while nobody waits for it."""
        self._images.clear()
        self._ahead = [file.name for file in sorted(PICTURES.glob("*.png"))]
        self._next.start()

    @Slot()
    def _load_next(self) -> None:
        if self._ahead and self.isVisible():
            self._image(self._ahead.pop())
        else:
            self._next.stop()
