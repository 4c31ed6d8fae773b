"""The real window: a file is dropped, looked at, imported, undone, redone; a second state updates it."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ports import PlanSummary, Storage
from app.services.imports import add_imported
from db.storage import open_storage
from ui.main_window import MainWindow
from ui.pages.import_page import ImportPage, read_file

PLAN = {
    "format": "cchc-plan/1",
    "plan": {"title": "Kế hoạch cải cách hành chính xã Mẫu", "year": 2026, "issuing_body": "UBND xã Mẫu"},
    "appendices": [
        {
            "label": "Phụ lục số 01",
            "title": "Việc chính",
            "columns": [{"heading": "TT", "role": "ordinal"}, {"heading": "Nội dung", "role": "task"}],
            "rows": [
                {"kind": "item", "cells": ["1", "Rà soát văn bản đã ban hành"]},
                {"kind": "item", "cells": ["2", "Đối thoại với người dân"]},
            ],
        }
    ],
}


@pytest.fixture
def storage(tmp_path: Path) -> Iterator[Storage]:
    opened = open_storage(tmp_path / "so")
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot: QtBot, storage: Storage, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(storage, tmp_path / "so", date(2026, 1, 15))
    qtbot.addWidget(made)
    made.show()
    yield made
    qtbot.waitUntil(lambda: made.operations.idle)
    made.close()


def write(path: Path, tasks: list[str]) -> Path:
    plan = json.loads(json.dumps(PLAN))
    plan["appendices"][0]["rows"] = [
        {"kind": "item", "cells": [str(number), task]} for number, task in enumerate(tasks, 1)
    ]
    path.write_text(json.dumps(plan), encoding="utf-8")
    return path


def drop(qtbot: QtBot, window: MainWindow, path: Path) -> ImportPage:
    """Drop the file on the window and wait until it is shown."""
    page = cast(ImportPage, window.page("import"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, data, buttons, keys)
    event = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, buttons, keys)
    QApplication.sendEvent(window, enter)
    with qtbot.waitSignal(page.background.finished, timeout=10_000):
        QApplication.sendEvent(window, event)
    qtbot.waitUntil(lambda: window.operations.idle)
    assert window.current_page is page
    return page


def listed(storage: Storage) -> list[PlanSummary]:
    return storage.read(lambda work: work.list_plans())


def test_a_dropped_file_is_imported_undone_and_redone(
    qtbot: QtBot, window: MainWindow, storage: Storage, tmp_path: Path
) -> None:
    page = drop(qtbot, window, write(tmp_path / "kế hoạch.json", ["Rà soát văn bản", "Đối thoại"]))
    assert listed(storage) == []
    qtbot.mouseClick(page.preview.head.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(listed(storage)) == 1 and window.current_page is window.page("plan"))
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: listed(storage) == [])
    qtbot.waitUntil(lambda: window.operations.idle)
    window.actions_["redo"].trigger()
    qtbot.waitUntil(lambda: len(listed(storage)) == 1)


def test_a_newer_state_updates_the_plan_and_one_undo_brings_the_old_one_back(
    qtbot: QtBot, window: MainWindow, storage: Storage, tmp_path: Path
) -> None:
    first = read_file(write(tmp_path / "a.json", ["Rà soát văn bản", "Đối thoại"]))
    storage.write("nhập", lambda work: add_imported(work, [first]))
    plan_id = listed(storage)[0].id
    before = storage.read(lambda work: work.get_plan(plan_id))
    page = drop(qtbot, window, write(tmp_path / "b.json", ["Rà soát văn bản", "Đối thoại", "Số hóa hồ sơ"]))
    qtbot.mouseClick(page.preview.same_bar.update_plan, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.preview.compare.lines.rowCount() > 0)
    qtbot.mouseClick(page.preview.head.write, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [plan.rows for plan in listed(storage)] == [3])
    qtbot.waitUntil(lambda: window.operations.idle)
    window.actions_["undo"].trigger()
    qtbot.waitUntil(lambda: storage.read(lambda work: work.get_plan(plan_id)) == before)


def test_a_broken_file_is_refused_on_the_page(
    qtbot: QtBot, window: MainWindow, storage: Storage, tmp_path: Path
) -> None:
    path = tmp_path / "hỏng.docx"
    path.write_bytes(b"PK\x03\x04 no package at all")
    page = drop(qtbot, window, path)
    assert not page.previewing
    assert "hỏng.docx" in page.start.sentence
    assert listed(storage) == []
