"""What is said when there is no window yet: the program was started with a double click and cannot open."""

from PySide6.QtWidgets import QMessageBox

from app.texts import text
from ui.application import prepare


def refusal_box(sentence: str) -> QMessageBox:
    """The box that says ``sentence``, not yet shown."""
    prepare()
    box = QMessageBox(QMessageBox.Icon.Warning, text("window.program_name"), sentence)
    box.addButton(text("window.button_ok"), QMessageBox.ButtonRole.AcceptRole)
    return box


def show_refusal(sentence: str) -> None:
    """Say ``sentence`` and wait until it has been read."""
    refusal_box(sentence).exec()
