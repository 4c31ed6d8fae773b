"""Laying out a cell's text: measured and painted by the same code, so that no line is ever cut."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from ui.theme import CELL_PADDING, base_font, kept_for_look

_LINE_SEPARATOR = "\u2028"
_LEAST_WIDTH = 12
_GRID = 1
"""What a table's grid line takes of a column's width; cells are painted without it."""


@kept_for_look(2)
def cell_font(bold: bool = False) -> QFont:
    """The font of a cell, or of a section row and a heading when ``bold``."""
    font = base_font()
    font.setBold(bold)
    return font


@kept_for_look(1500)
def _layout(text: str, width: int, bold: bool, centred: bool) -> tuple[QTextLayout, float]:
    layout = QTextLayout(text.replace("\n", _LINE_SEPARATOR), cell_font(bold))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if centred:
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    layout.setTextOption(option)
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, _LEAST_WIDTH))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, height


@kept_for_look(60_000)
def text_height(text: str, column_width: int, bold: bool = False) -> int:
    """Height in pixels of a cell ``column_width`` pixels wide that shows all of ``text``, padding included."""
    _, height = _layout(text, column_width - _GRID - 2 * CELL_PADDING, bold, False)
    return int(height + 0.99) + 2 * CELL_PADDING


def draw_text(painter: QPainter, rect: QRectF, text: str, colour: QColor, bold: bool, centred: bool = False) -> None:
    """Draw ``text`` wrapped into ``rect`` (the whole cell, padding included), from its top."""
    layout, _ = _layout(text, int(rect.width()) - 2 * CELL_PADDING, bold, centred)
    painter.save()
    painter.setClipRect(rect)
    painter.setPen(colour)
    layout.draw(painter, rect.topLeft() + QPointF(CELL_PADDING, CELL_PADDING))
    painter.restore()
