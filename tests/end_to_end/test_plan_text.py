"""A plan's text in the real window: begun from a template, written by keys, killed, printed, read back."""

import os
import subprocess
import sys
from datetime import date
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.documents.options import PrintOptions
from app.documents.plan_official import printed_plan
from app.domain.body import Body, BodyTable, words_of
from app.exchange.plan_skeletons import read_skeleton
from app.exchange.read import read_plan
from app.exchange.read_back import same_docx, same_pdf
from app.exchange.samples import sample_plan
from app.exchange.write_docx import write_docx
from app.exchange.write_pdf import write_pdf
from app.ports import Storage
from app.services.plans import create_with_text
from db.storage import open_storage
from tests.end_to_end.hands import CTRL, key, settle, type_words
from tests.windows import bring_forward
from ui.dialogs.new_plan import NewPlanDialog
from ui.main_window import MainWindow
from ui.pages.plan_text_page import EDITOR, PlanTextPage

TODAY = date(2026, 6, 17)
_ROOT = Path(__file__).resolve().parents[2]
_WORDS = "Lời đang gõ dở "


def window_on(storage: Storage, folder: Path, qtbot: QtBot) -> MainWindow:
    """The program's window, with the keys."""
    window = MainWindow(storage, folder, TODAY)
    qtbot.addWidget(window)
    bring_forward(qtbot, window)
    window.start()
    settle(qtbot, window)
    return window


def page_of(window: MainWindow, qtbot: QtBot) -> PlanTextPage:
    """The page of the text, come to rest."""
    page = cast(PlanTextPage, window.page("plan_text"))
    qtbot.waitUntil(lambda: window.operations.idle and page.part == EDITOR, timeout=10_000)
    return page


def body_of(storage: Storage) -> Body:
    """The text of the only plan as it lies on disk."""
    plan_id = storage.read(lambda work: work.list_plans())[-1].id
    body = storage.read(lambda work: work.body(plan_id))
    assert body is not None
    return body


def test_a_new_plan_is_written_printed_and_read_back(qtbot: QtBot, tmp_path: Path) -> None:
    storage = open_storage(tmp_path / "so")
    window = window_on(storage, tmp_path, qtbot)
    window.show_page("plans")
    window.actions_["new_plan"].trigger()
    dialog = window.findChild(NewPlanDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.source() is not None)
    dialog.office.setText("ỦY BAN NHÂN DÂN XÃ SÔNG MƠ")
    dialog.do.click()
    qtbot.waitUntil(lambda: window.current_page is window.plan_page and window.plan_page.has_plan)
    window.actions_["plan_text"].trigger()
    page = page_of(window, qtbot)
    editor = page.editor.editor
    bring_forward(qtbot, window)
    editor.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is editor)

    editor.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_B, CTRL)
    type_words("Kèm bảng phân công:")
    page.editor.tools.actions_["insert_table"].trigger()
    for words in ("TT", "Việc", "Nơi làm", "1", "Rà soát", "Văn phòng", "2", "Đối thoại"):
        type_words(words)
        key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Return, CTRL)
    settle(qtbot, window)
    table = BodyTable((("TT", "Việc", "Nơi làm"), ("1", "Rà soát", "Văn phòng"), ("2", "Đối thoại", "")), 1)
    body = body_of(storage)
    assert [words_of(part) for part in body.parts[1:2]] == ["Kèm bảng phân công:"] and body.parts[2] == table

    key(Qt.Key.Key_F, CTRL)
    type_words("van phong")
    page.editor.find_bar.marks.setChecked(False)
    assert int(page.editor.find_bar.count.text().split()[0]) >= 2
    page.editor.find_bar.by.setText("Văn thư")
    page.editor.find_bar.replace_all.click()
    settle(qtbot, window)
    assert "Văn phòng" not in "\n".join(map(words_of, body_of(storage).parts))
    key(Qt.Key.Key_Escape)
    assert page.part == EDITOR and page.editor.find_bar.isHidden()
    editor.setFocus()
    key(Qt.Key.Key_Z, CTRL)
    settle(qtbot, window)
    assert body_of(storage) == body

    plan_id = storage.read(lambda work: work.list_plans())[0].id
    plan = storage.read(lambda work: work.get_plan(plan_id))
    document = printed_plan(plan, PrintOptions(body=body))
    write_docx(document, tmp_path / "a.docx")
    write_pdf(document, tmp_path / "a.pdf")
    assert same_docx(tmp_path / "a.docx", document) and same_pdf(tmp_path / "a.pdf", document)
    again = read_plan(tmp_path / "a.docx").body
    assert again is not None
    assert [words_of(part) for part in again.parts] == [words_of(part) for part in body.parts]
    assert again.bases == body.bases
    window.close()
    storage.close()


def test_what_was_typed_survives_a_kill(qtbot: QtBot, tmp_path: Path) -> None:
    storage = open_storage(tmp_path)
    storage.write("", partial(create_with_text, plan=sample_plan(), skeleton=read_skeleton()))
    command = [sys.executable, "-m", "tests.end_to_end.typing_text", str(tmp_path), "plan_text", _WORDS]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)}
    with subprocess.Popen(command, cwd=_ROOT, env=environment) as program:
        try:
            qtbot.waitUntil(lambda: words_of(body_of(storage).parts[0]).startswith(_WORDS), timeout=20_000)
        finally:
            program.kill()
    window = window_on(storage, tmp_path, qtbot)
    window.show_page("plan")
    window.show_page("plan_text")
    page = page_of(window, qtbot)
    assert words_of(page.editor.editor.paragraphs[0]).startswith(_WORDS)
    window.actions_["undo"].trigger()
    settle(qtbot, window)
    assert not words_of(body_of(storage).parts[0]).startswith(_WORDS)
    window.close()
    storage.close()
