"""A row that goes on below where one line is too short."""

import pytest
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.shown import show_those
from ui.widgets.wrapping_row import WrappingRow


def boxes(qtbot: QtBot, *widths: int) -> tuple[QWidget, list[QWidget]]:
    """Widgets of these widths, 20 pixels high, in a row with gaps of 10."""
    outside = QWidget()
    qtbot.addWidget(outside)
    row = WrappingRow(10, outside)
    made = [QWidget() for _ in widths]
    for box, width in zip(made, widths, strict=True):
        box.setFixedSize(width, 20)
        row.addWidget(box)
    outside.show()
    return outside, made


@pytest.mark.parametrize(("width", "lines"), [(320, 1), (319, 2), (210, 2), (209, 3), (100, 3)])
def test_what_does_not_fit_goes_below(qtbot: QtBot, width: int, lines: int) -> None:
    outside, made = boxes(qtbot, 100, 100, 100)
    row = outside.layout()
    assert row is not None
    assert row.heightForWidth(width) == lines * 20 + (lines - 1) * 10
    outside.resize(width, 200)
    assert len({box.y() for box in made}) == lines


def test_hidden_widgets_take_no_room(qtbot: QtBot) -> None:
    outside, made = boxes(qtbot, 100, 100, 100)
    show_those([(made[0], False), (made[2], True)])
    row = outside.layout()
    assert row is not None
    assert row.sizeHint().width() == 210
    assert row.heightForWidth(210) == 20


def test_what_likes_to_grow_shares_what_is_left(qtbot: QtBot) -> None:
    outside, _ = boxes(qtbot, 100)
    field = QLineEdit()
    field.setMinimumWidth(60)
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    row = outside.layout()
    assert isinstance(row, WrappingRow)
    row.insertWidget(0, field)
    field.show()
    outside.resize(400, 60)
    assert (field.x(), field.width()) == (0, 290)


def test_the_least_width_is_that_of_the_widest(qtbot: QtBot) -> None:
    outside, _ = boxes(qtbot, 50, 120, 80)
    row = outside.layout()
    assert row is not None
    assert row.minimumSize().width() == 120
