"""The program is killed in the middle of a word: the next start offers what was typed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind
from app.ports import Storage
from db.storage import open_storage
from ui.main_window import MainWindow

_ROOT = Path(__file__).resolve().parents[2]
_WORDS = "Đang gõ dở về đối thoại"
_START_MS = 20_000


@contextmanager
def typing_program(folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """The program in a process of its own, typing; killed at the latest when this ends."""
    command = [sys.executable, "-m", "tests.end_to_end.typing_window", str(folder), _WORDS]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)}
    with subprocess.Popen(command, cwd=_ROOT, env=environment) as program:
        try:
            yield program
        finally:
            program.kill()


def stored_cells(storage: Storage) -> list[str | None]:
    """The cells of the plan's first row as they lie on disk."""
    plan_id = storage.read(lambda work: work.list_plans())[0].id
    return list(storage.read(lambda work: work.get_plan(plan_id)).appendices[0].rows[0].cells)


def test_what_was_being_typed_survives_a_kill(qtbot: QtBot, tmp_path: Path) -> None:
    storage = open_storage(tmp_path)
    columns = (Column("TT", Role.ORDINAL), Column("Nội dung", Role.TASK))
    rows = (Row(RowKind.ITEM, ("1", "Nội dung cũ"), numbered=True),)
    plan = Plan(PlanInfo("Kế hoạch CCHC năm 2026", 2026), (Appendix("Phụ lục số 01", "Nhiệm vụ", columns, rows),))
    storage.write("kế hoạch mới", lambda work: work.add_plan(plan))
    with typing_program(tmp_path):
        qtbot.waitUntil(lambda: [draft.text for draft in storage.drafts()] == [_WORDS], timeout=_START_MS)
    assert stored_cells(storage) == ["1", "Nội dung cũ"]

    window = MainWindow(storage, tmp_path, date(2026, 6, 17))
    qtbot.addWidget(window)
    window.show_page("plan")
    window.show()
    page = window.plan_page
    qtbot.waitUntil(lambda: _WORDS in page.banner.sentence)
    restore = next(button for button in page.banner.findChildren(QPushButton) if button.text() == "Khôi phục")
    restore.click()
    editor = page.table.delegate.editor
    assert editor is not None
    assert editor.toPlainText() == _WORDS
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.operations.idle)
    assert stored_cells(storage) == ["1", _WORDS]
    assert storage.drafts() == []
    window.close()
    storage.close()
