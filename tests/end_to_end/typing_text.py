"""The program's window in a process of its own, typing into a plan's text and never leaving it:
``python -m tests.end_to_end.typing_text FOLDER WORDS``."""

import sys
from datetime import date
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from db.storage import open_storage
from ui.main_window import MainWindow, prepare
from ui.pages.plan_text_editor import PlanTextEditor
from ui.pages.plan_text_page import PlanTextPage


class _Typist:
    """Types once, when the text is there."""

    def __init__(self, editor: PlanTextEditor, words: str) -> None:
        self._editor, self._words = editor, words
        editor.shown.connect(self.type)

    def type(self) -> None:
        """Put the words before the first paragraph."""
        for letter in self._words:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(self._editor.editor, event)
        self._words = ""


def main() -> int:
    """Show the last plan's text, type the words, and wait for the end."""
    folder, words = sys.argv[1:]
    application = prepare()
    window = MainWindow(open_storage(Path(folder)), Path(folder), date(2026, 6, 17))
    window.show_page("plan")
    window.show()
    page = cast(PlanTextPage, window.page("plan_text"))
    typist = _Typist(page.editor, words)
    window.show_page("plan_text")
    code = application.exec()
    del typist
    return code


if __name__ == "__main__":
    sys.exit(main())
