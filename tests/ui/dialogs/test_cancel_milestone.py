"""Calling off needs a day and a reason."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.dialogs.cancel_milestone import CancelMilestone

TODAY = date(2026, 6, 17)


def opened(qtbot: QtBot) -> CancelMilestone:
    """The dialog in front."""
    made = CancelMilestone(2, TODAY)
    qtbot.addWidget(made)
    made.open()
    return made


def test_day_and_reason_are_told(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    dialog.reason.setText(" Không còn nhiệm vụ ")
    with qtbot.waitSignal(dialog.agreed) as told:
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert told.args == [TODAY, "Không còn nhiệm vụ"]


@pytest.mark.parametrize(("day", "reason", "word"), [("", "Có lý do", "Ngày hủy"), ("17/6/2026", "  ", "lý do")])
def test_neither_may_be_missing(qtbot: QtBot, day: str, reason: str, word: str) -> None:
    dialog = opened(qtbot)
    dialog.day.setText(day)
    dialog.reason.setText(reason)
    with qtbot.assertNotEmitted(dialog.agreed):
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert dialog.isVisible() and word in dialog.refusal.text()
