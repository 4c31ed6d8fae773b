"""What the dialogs have in common."""

from PySide6.QtWidgets import QLabel, QListWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.frame import FramedDialog, card_around, named


def test_a_refusal_is_shown_and_taken_back(qtbot: QtBot) -> None:
    dialog = FramedDialog("Đặt tên", "Lưu", "Thôi")
    qtbot.addWidget(dialog)
    dialog.do.setEnabled(False)
    dialog.show_refusal("Chưa có tên.")
    assert (dialog.refusal.text(), dialog.refusal.isHidden(), dialog.do.isEnabled()) == ("Chưa có tên.", False, True)
    dialog.show_refusal("")
    assert dialog.refusal.isHidden()


def test_a_label_names_its_field_without_the_mark_of_its_letter(qtbot: QtBot) -> None:
    field = QListWidget()
    label = named("&Năm", field)
    qtbot.addWidget(field)
    qtbot.addWidget(label)
    assert isinstance(label, QLabel)
    assert (label.buddy(), field.accessibleName()) == (field, "Năm")


def test_a_card_holds_its_contents_inside_a_margin(qtbot: QtBot) -> None:
    contents = QListWidget()
    card = card_around(contents)
    qtbot.addWidget(card)
    card.resize(300, 200)
    card.show()
    assert card.objectName() == "card"
    assert contents.parent() is card
    assert card.rect().adjusted(1, 1, -1, -1).contains(contents.geometry())
