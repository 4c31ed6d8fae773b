"""Why a task was not carried out has to be said."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.dialogs.not_carried_out import NotCarriedOut


def test_a_reason_is_asked_for(qtbot: QtBot) -> None:
    dialog = NotCarriedOut(3)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.assertNotEmitted(dialog.agreed):
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert "lý do" in dialog.refusal.text() and dialog.isVisible()
    dialog.reason.setText("  Chưa có kinh phí ")
    with qtbot.waitSignal(dialog.agreed) as caught:
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert caught.args == ["Chưa có kinh phí"]
