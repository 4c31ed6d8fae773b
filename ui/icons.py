"""The program's line icons, drawn as SVG in ``resources/icons`` and coloured when loaded."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import RESOURCES
from ui.theme import COLOURS

_SIZES = (16, 20, 24, 32, 48)


@cache
def icon(name: str, colour_name: str = "text") -> QIcon:
    """The icon ``name`` in the theme colour ``colour_name``, sharp at every scale in use."""
    source = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", COLOURS[colour_name]).encode()))
    result = QIcon()
    for size in _SIZES:
        result.addPixmap(_pixmap(renderer, size))
    return result


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
