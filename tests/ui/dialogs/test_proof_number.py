"""A proof by its number, day and content alone."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.proof import Proof
from ui.dialogs.proof_number import ProofNumber

TODAY = date(2026, 6, 17)


def opened(qtbot: QtBot) -> ProofNumber:
    """The dialog in front."""
    dialog = ProofNumber(TODAY)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_the_new_proof_is_told(qtbot: QtBot) -> None:
    dialog = opened(qtbot)
    dialog.number.setText(" 15/BC-UBND ")
    dialog.day.setText("2/6")
    dialog.title.setText("Báo cáo")
    with qtbot.waitSignal(dialog.agreed) as told:
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert told.args == [Proof(None, "15/BC-UBND", date(2026, 6, 2), "Báo cáo", None, TODAY)]


@pytest.mark.parametrize(("number", "day", "word"), [(" ", "", "Chưa ghi gì"), ("1/BC", "32/1", "Ngày văn bản")])
def test_it_must_say_something_and_the_day_be_one(qtbot: QtBot, number: str, day: str, word: str) -> None:
    dialog = opened(qtbot)
    dialog.number.setText(number)
    dialog.day.setText(day)
    with qtbot.assertNotEmitted(dialog.agreed):
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert word in dialog.refusal.text()
