"""The program's window in a process of its own, typing into a cell and never leaving it:
``python -m tests.end_to_end.typing_window FOLDER WORDS``."""

import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from db.storage import open_storage
from ui.application import prepare
from ui.main_window import MainWindow


def _type(widget: QWidget, words: str) -> None:
    for letter in words:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QCoreApplication.sendEvent(widget, event)


def main() -> int:
    """Show the last plan, type the words over the second cell of its first row, and wait for the end."""
    folder, words = sys.argv[1:]
    application = prepare()
    window = MainWindow(open_storage(Path(folder)), Path(folder), date(2026, 6, 17))
    window.show_page("plan")
    window.show()
    table = window.plan_page.table
    table.go_to(0, 1)
    _type(table, words[0])
    assert table.delegate.editor is not None
    _type(table.delegate.editor, words[1:])
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
