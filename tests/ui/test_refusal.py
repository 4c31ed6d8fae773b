"""The sentence shown where the window cannot open."""

from pytestqt.qtbot import QtBot

from ui.refusal import refusal_box


def test_the_sentence_is_shown_with_one_button(qtbot: QtBot) -> None:
    box = refusal_box("Dữ liệu đang được mở ở cửa sổ khác.")
    qtbot.addWidget(box)
    assert box.text() == "Dữ liệu đang được mở ở cửa sổ khác."
    assert len(box.buttons()) == 1
