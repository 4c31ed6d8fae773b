"""Measured height of a preview cell against what is painted."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from ui.theme import CELL_PADDING
from ui.widgets.import_cells import WRAP, text_height

_WORDS = "Báo cáo kết quả theo dõi tình hình thi hành pháp luật."


def test_a_cell_narrowed_by_its_grid_line_still_shows_its_last_line(qtbot: QtBot) -> None:
    del qtbot
    metrics = QFontMetrics(QFont())
    for width in range(60, 240):
        painted = QRect(0, 0, width - 1 - 2 * CELL_PADDING, 10_000)
        needed = metrics.boundingRect(painted, int(WRAP), _WORDS).height()
        assert text_height(_WORDS, width, metrics) >= needed + 2 * CELL_PADDING + 1
