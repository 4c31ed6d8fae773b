"""A proof is found in the register by any of its words, without marks."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.proof import Proof, ProofFile
from tests.windows import bring_forward
from ui.dialogs.pick_proof import PickProof

DAY = date(2026, 6, 2)
PROOFS = [
    Proof(1, "15/BC-UBND", DAY, "Báo cáo quý I", None, DAY),
    Proof(2, "", None, "", ProofFile("0" * 64, "Ảnh hội nghị đối thoại.jpg", 9), DAY),
]


def opened(qtbot: QtBot, proofs: list[Proof]) -> PickProof:
    """The dialog in front with its list."""
    dialog = PickProof()
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.show_proofs(proofs)
    return dialog


def test_words_without_marks_find_it(qtbot: QtBot) -> None:
    dialog = opened(qtbot, PROOFS)
    assert dialog.list.count() == 2
    dialog.words.setText("doi thoai anh")
    assert dialog.list.count() == 1
    with qtbot.waitSignal(dialog.agreed) as told:
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    assert told.args == [PROOFS[1]]


def test_the_keys_go_from_the_words_to_the_list(qtbot: QtBot) -> None:
    dialog = opened(qtbot, PROOFS)
    bring_forward(qtbot, dialog)
    dialog.words.setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Down)
    qtbot.waitUntil(dialog.list.hasFocus)


def test_nothing_found_is_said_and_cannot_be_picked(qtbot: QtBot) -> None:
    dialog = opened(qtbot, PROOFS)
    dialog.words.setText("khong co gi")
    assert "Không có tài liệu" in dialog.list.item(0).text() and not dialog.do.isEnabled()


def test_a_long_register_asks_for_more_words(qtbot: QtBot) -> None:
    many = [Proof(number, f"{number}/BC", None, "", None, DAY) for number in range(1, 251)]
    dialog = opened(qtbot, many)
    assert "50" in dialog.list.item(dialog.list.count() - 1).text()
