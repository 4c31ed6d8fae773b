"""The line that shows how a figure went."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.theme import colour
from ui.widgets.figures_spark import draw_trend


def painted(values: Sequence[float | None]) -> QImage:
    """A white picture with the trend of ``values``."""
    image = QImage(100, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_trend(painter, QRectF(0, 0, 100, 40), values)
    painter.end()
    return image


def dot(image: QImage) -> tuple[int, int] | None:
    """Where the dot of the last value is."""
    wanted = colour("primary").rgb()
    found = [(x, y) for x in range(100) for y in range(40) if image.pixel(x, y) == wanted]
    return (sum(x for x, _ in found) // len(found), sum(y for _, y in found) // len(found)) if found else None


@pytest.mark.parametrize("values", [[], [None, None], [None, 3.0]])
def test_below_two_values_nothing_is_drawn(qtbot: QtBot, values: list[float | None]) -> None:
    blank = QImage(100, 40, QImage.Format.Format_RGB32)
    blank.fill(QColor("white"))
    assert painted(values) == blank


def test_the_last_value_is_a_dot_at_its_height(qtbot: QtBot) -> None:
    rising, falling, level = (dot(painted(values)) for values in ([1, 2, 9], [9, 2, 1], [5, None, 5]))
    assert rising and falling and level
    assert rising[0] == falling[0] == level[0] > 85
    assert rising[1] < level[1] < falling[1]


def test_a_period_without_a_figure_has_no_dot(qtbot: QtBot) -> None:
    assert dot(painted([1, 2, None])) is None
