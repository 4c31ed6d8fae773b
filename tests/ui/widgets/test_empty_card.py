"""The card of an empty page says what is missing and, below it, what to do."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.empty_card import EmptyCard


def test_title_above_hint_in_the_middle(qtbot: QtBot) -> None:
    card = EmptyCard("Chưa có gì", "Hãy thêm một dòng.")
    qtbot.addWidget(card)
    card.resize(600, 400)
    card.show()
    title, hint = card.findChildren(QLabel)
    assert [(label.objectName(), label.text()) for label in (title, hint)] == [
        ("cardTitle", "Chưa có gì"),
        ("quiet", "Hãy thêm một dòng."),
    ]
    assert title.geometry().bottom() < hint.geometry().top()
    assert title.geometry().center().x() == hint.geometry().center().x() == card.rect().center().x()


def test_a_long_hint_takes_more_lines_and_is_not_cut(qtbot: QtBot) -> None:
    card = EmptyCard("Chưa có gì", "Hãy thêm một dòng rồi xem lại. " * 10)
    qtbot.addWidget(card)
    card.resize(300, 600)
    card.show()
    hint = card.findChildren(QLabel)[1]
    assert card.rect().contains(hint.geometry())
    assert hint.height() >= hint.heightForWidth(hint.width())
