"""Measured height against what is painted."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.widgets.cell_text import draw_text, text_height

_WORDS = "Báo cáo kết quả theo dõi tình hình thi hành pháp luật;\n- Kế hoạch tuyên truyền"
_GRID = 1


def lowest_ink(words: str, width: int, height: int) -> int:
    """The lowest row of pixels that a cell of ``width`` pixels, grid line left out, paints on."""
    image = QImage(width, height, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_text(painter, QRectF(0, 0, width, height), words, QColor("black"), bold=False)
    painter.end()
    dark = (y for y in range(height) for x in range(width) if image.pixelColor(x, y).lightness() < 200)
    return max(dark)


def test_no_line_is_painted_below_the_measured_height_at_any_width(qtbot: QtBot) -> None:
    del qtbot
    for width in range(90, 150, 2):
        measured = text_height(_WORDS, width)
        assert lowest_ink(_WORDS, width - _GRID, 2 * measured) < measured
