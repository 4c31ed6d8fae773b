"""The program's window in a process of its own, typing into a text letter by letter without a pause and never leaving
it: ``python -m tests.end_to_end.typing_text FOLDER PAGE WORDS``. Each letter is told on standard output."""

import sys
from datetime import date
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from db.storage import open_storage
from ui.application import prepare
from ui.main_window import MainWindow
from ui.pages.plan_text_editor import PlanTextEditor
from ui.pages.plan_text_page import PlanTextPage
from ui.pages.report_editor import ReportEditor
from ui.pages.reports_page import ReportsPage

_LETTER_MS = 60


class _Typist:
    """Types when the text is there, as fast as a person does."""

    def __init__(self, editor: PlanTextEditor | ReportEditor, words: str) -> None:
        self._editor, self._words = editor, list(words)
        self._keys = QTimer(interval=_LETTER_MS)
        self._keys.timeout.connect(self._type)
        editor.shown.connect(lambda _: self._keys.start())

    def _type(self) -> None:
        if self._words:
            letter = self._words.pop(0)
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(self._editor.editor, event)
            print(letter, flush=True)


def _open(window: MainWindow, page: str) -> PlanTextEditor | ReportEditor:
    if page == "plan_text":
        return cast(PlanTextPage, window.page("plan_text")).editor
    reports = cast(ReportsPage, window.page("reports"))
    reports.open_report(1)
    return reports.editor


def main() -> int:
    """Show the text, type the words before its first paragraph, and wait for the end."""
    folder, page, words = sys.argv[1:]
    application = prepare()
    window = MainWindow(open_storage(Path(folder)), Path(folder), date(2026, 6, 17))
    window.show_page("plan")
    window.show()
    typist = _Typist(_open(window, page), words)
    window.show_page(page)
    code = application.exec()
    del typist
    return code


if __name__ == "__main__":
    sys.exit(main())
