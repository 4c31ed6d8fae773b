"""The program is killed in the middle of a word: the next start offers what was typed into a cell, and puts back what
was typed into a text."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.domain.body import words_of
from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role, Row, RowKind
from app.domain.reporting_period import parse_period
from app.exchange.outlines import report_kit
from app.exchange.plan_skeletons import read_skeleton
from app.exchange.samples import sample_plan
from app.ports import Storage
from app.services.plans import create_with_text
from app.services.report_drafts import start_report
from app.services.typed_texts import TypedIn, typed_before
from db.storage import open_storage
from ui.main_window import MainWindow
from ui.pages.plan_text_page import PlanTextPage
from ui.pages.reports_page import ReportsPage

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


_SENTENCE = "Trong quý, Ủy ban nhân dân xã đã tổ chức đối thoại với người dân và doanh nghiệp tại các thôn. "
_LETTERS = 30
"""Typed without a pause within less time than passes until unbroken typing is stored."""
_KEPT_WITHIN_S = 1.0
"""Usually 0.3 s; a machine that is busy with other tests gets its time."""


def killed_amid(folder: Path, page: str) -> str:
    """Type into the text of a page without a pause and kill the program: what was typed long enough before that."""
    command = [sys.executable, "-m", "tests.end_to_end.typing_text", str(folder), page, _SENTENCE]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8"}
    typed: list[tuple[str, float]] = []
    with subprocess.Popen(command, cwd=_ROOT, env=environment, stdout=subprocess.PIPE, encoding="utf-8") as program:
        assert program.stdout is not None
        try:
            while len(typed) < _LETTERS:
                typed.append((program.stdout.readline().rstrip("\n"), time.monotonic()))
        finally:
            end = time.monotonic()
            program.kill()
    return "".join(letter for letter, at in typed if at < end - _KEPT_WITHIN_S)


def text_page(qtbot: QtBot, window: MainWindow, page: str) -> PlanTextPage | ReportsPage:
    """The page with its text in front."""
    window.show_page("plan")
    window.show_page(page)
    shown = cast(PlanTextPage | ReportsPage, window.page(page))
    if isinstance(shown, ReportsPage):
        qtbot.waitUntil(lambda: window.operations.idle)
        shown.open_report(1)
    qtbot.waitUntil(lambda: shown.editor.view is not None and window.operations.idle, timeout=10_000)
    return shown


@pytest.mark.parametrize("page", ["plan_text", "reports"])
def test_what_was_typed_into_a_text_without_a_pause_survives_a_kill(qtbot: QtBot, tmp_path: Path, page: str) -> None:
    storage = open_storage(tmp_path)
    plan_id = storage.write("", partial(create_with_text, plan=sample_plan(), skeleton=read_skeleton())).result
    half = parse_period("2026-6M")
    storage.write("", partial(start_report, plan_id=plan_id, period=half, kit=report_kit()))
    sure = killed_amid(tmp_path, page)
    assert sure
    steps = storage.history().undo
    kind = TypedIn.PLAN if page == "plan_text" else TypedIn.REPORT
    kept = storage.read(partial(typed_before, kind=kind, document=1))

    window = MainWindow(storage, tmp_path, date(2026, 6, 17))
    qtbot.addWidget(window)
    window.show()
    shown = text_page(qtbot, window, page)
    assert words_of(shown.editor.editor.paragraphs[0]).startswith(sure)
    # a machine too busy to type without a pause has stored something, at most all of it
    assert bool(kept) == ("Ctrl+Z" in shown.banner.sentence)
    assert len(storage.history().undo) == len(steps) + bool(kept)
    assert storage.read(partial(typed_before, kind=kind, document=1)) is None
    if kept is not None:
        window.actions_["undo"].trigger()
        qtbot.waitUntil(lambda: window.operations.idle)
        shown.enter()
        qtbot.waitUntil(lambda: window.operations.idle)
    assert storage.history().undo == steps
    window.close()
    storage.close()
