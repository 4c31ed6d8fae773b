"""Dialogs that grow with what they have to say."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.growing import GrowingDialog


def test_nothing_is_cut_when_more_is_said(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = GrowingDialog("x", "Làm", "Hủy", window)
    label = QLabel("một câu dài hơn một dòng " * 6, wordWrap=True)
    dialog.body.addWidget(label)
    dialog.resize(300, 50)
    dialog.show()
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    before = dialog.height()
    dialog.show_refusal("vì những lẽ không kể hết được trong một dòng " * 4)
    qtbot.waitUntil(lambda: dialog.refusal.height() >= dialog.refusal.heightForWidth(dialog.refusal.width()))
    assert dialog.height() > before and label.height() >= label.heightForWidth(label.width())
