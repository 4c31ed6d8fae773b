"""Badges: never higher than their row, words never wider than the strip."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from pytestqt.qtbot import QtBot

from app.domain.row_states import RowStatus
from app.texts import text
from ui.widgets.state_paint import badge_box, draw_state
from ui.widgets.state_strip import WIDTH
from ui.widgets.state_words import ROW_TONES

WORDS = [text(f"plan_states.status_{status}", days=128) for status in RowStatus]


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("height", [30, 84, 300])
def test_the_badge_fits(qtbot: QtBot, words: str, height: int) -> None:
    del qtbot
    row = QRect(0, 40, WIDTH, height)
    box, lines = badge_box(row, words)
    assert row.contains(box) and " ".join(lines) == words and len(lines) <= 2


@pytest.mark.parametrize("words", [*WORDS, ""])
def test_the_badge_is_drawn_inside_its_row(qtbot: QtBot, words: str) -> None:
    del qtbot
    picture = QPixmap(WIDTH, 60)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    draw_state(painter, QRect(0, 15, WIDTH, 30), ROW_TONES[RowStatus.OVERDUE], words)
    painter.end()
    image = picture.toImage()
    outside = [image.pixelColor(x, y) for x in range(WIDTH) for y in (*range(15), *range(45, 60))]
    assert {colour.name() for colour in outside} == {"#ffffff"}
    assert any(image.pixelColor(x, 30).name() != "#ffffff" for x in range(WIDTH))
