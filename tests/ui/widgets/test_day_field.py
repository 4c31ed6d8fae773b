"""A day typed, counted with the arrow keys, or picked from the calendar."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QFocusEvent
from pytestqt.qtbot import QtBot

from ui.widgets.day_field import DayField

TODAY = date(2026, 6, 17)


@pytest.fixture
def field(qtbot: QtBot) -> DayField:
    """An empty field in front."""
    made = DayField(TODAY)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_day_typed_in_short_stands_in_full_when_the_field_is_left(qtbot: QtBot, field: DayField) -> None:
    with qtbot.waitSignal(field.day_changed):
        qtbot.keyClicks(field, "5/3")
    assert field.day == date(2026, 3, 5)
    field.focusOutEvent(_left())
    assert field.text() == "05/3/2026"


def _left() -> QFocusEvent:
    return QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)


def test_what_is_no_day_stays_as_it_was_typed(qtbot: QtBot, field: DayField) -> None:
    qtbot.keyClicks(field, "31/2/2026")
    assert field.day is None and field.is_wrong
    field.focusOutEvent(_left())
    assert field.text() == "31/2/2026"
    field.clear()
    assert not field.is_wrong


def test_arrow_keys_count_the_days_from_today(qtbot: QtBot, field: DayField) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.day == TODAY
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.day == date(2026, 6, 16)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.day == TODAY


def test_a_day_is_picked_from_the_calendar(qtbot: QtBot, field: DayField) -> None:
    field.show_day(date(2026, 2, 3))
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field.calendar is not None and field.calendar.isVisible()
    assert field.calendar.selectedDate() == QDate(2026, 2, 3)
    with qtbot.waitSignal(field.day_changed) as told:
        field.calendar.clicked.emit(QDate(2026, 2, 14))
    assert told.args == [date(2026, 2, 14)] and field.text() == "14/02/2026"
    assert not field.calendar.isVisible()
