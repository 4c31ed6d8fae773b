"""The program's line icons, drawn as SVG in ``resources/icons`` and coloured when loaded."""

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import RESOURCES
from ui.theme import COLOURS

_SIZES = (16, 20, 24, 32, 48)
_MADE: dict[tuple[str, str, str], QIcon] = {}
_NAMES: dict[int, tuple[str, str]] = {}
"""What each icon shows by the key that all its copies have."""


def icon(name: str, colour_name: str = "text") -> QIcon:
    """The icon ``name`` in the theme colour ``colour_name``, sharp at every scale in use."""
    value = COLOURS[colour_name]
    made = _MADE.get((name, colour_name, value))
    if made is None:
        made = _MADE[name, colour_name, value] = _drawn(name, value)
        _NAMES[made.cacheKey()] = name, colour_name
    return made


def recoloured(old: QIcon) -> QIcon | None:
    """What ``old`` shows in the colours of now; None for an icon that was not made here."""
    found = _NAMES.get(old.cacheKey())
    return icon(*found) if found is not None else None


def _drawn(name: str, value: str) -> QIcon:
    source = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", value).encode()))
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
