"""The real window on a real data folder, by keys alone: type a plan, close, open again, undo."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.plan import Appendix, Column, Plan, PlanInfo, Role
from app.ports import Draft, Storage
from db.storage import open_storage
from tests.end_to_end.hands import CTRL, key, settle, type_words
from tests.windows import bring_forward
from ui.main_window import MainWindow

_TODAY = date(2026, 6, 17)
_COLUMNS = (
    Column("TT", Role.ORDINAL),
    Column("Nội dung", Role.TASK),
    Column("Chủ trì", Role.LEAD),
    Column("Thời gian", Role.DEADLINE),
)
_ROWS = (("Rà soát thủ tục", "Văn phòng", "Quý I"), ("Đối thoại với dân", "Tư pháp", "Quý II\nQuý IV"))


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A data folder with one plan as a template leaves it: columns and no rows."""
    storage = open_storage(tmp_path)
    info = PlanInfo("Kế hoạch CCHC năm 2026", 2026)
    plan = Plan(info, (Appendix("Phụ lục số 01", "Nhiệm vụ", _COLUMNS),))
    storage.write("kế hoạch mới", lambda work: work.add_plan(plan))
    storage.close()
    yield tmp_path


def _open(qtbot: QtBot, folder: Path) -> tuple[MainWindow, Storage]:
    storage = open_storage(folder)
    window = MainWindow(storage, folder, _TODAY)
    qtbot.addWidget(window)
    window.show_page("plan")
    bring_forward(qtbot, window)
    return window, storage


def _close(window: MainWindow, storage: Storage) -> None:
    window.close()
    storage.close()


def _cells(storage: Storage) -> list[tuple[str | None, ...]]:
    plan_id = storage.read(lambda work: work.list_plans())[0].id
    return [row.cells for row in storage.read(lambda work: work.get_plan(plan_id)).appendices[0].rows]


def _type_plan(qtbot: QtBot, window: MainWindow) -> None:
    for row in _ROWS:
        key(Qt.Key.Key_F5)
        settle(qtbot, window)
        for place, words in enumerate(row):
            type_words(words)
            key(Qt.Key.Key_Return if place == len(row) - 1 else Qt.Key.Key_Tab)
        # back to the task column, ready for F5
        key(Qt.Key.Key_Left)
        key(Qt.Key.Key_Left)
    settle(qtbot, window)


def test_a_plan_is_typed_by_keyboard_alone_and_survives_a_restart(qtbot: QtBot, folder: Path) -> None:
    window, storage = _open(qtbot, folder)
    _type_plan(qtbot, window)
    expected = [(str(place + 1), *row) for place, row in enumerate(_ROWS)]
    assert _cells(storage) == expected
    assert window.side_bar.saved_line.startswith("✓ Đã lưu ")
    _close(window, storage)
    window, storage = _open(qtbot, folder)
    shown = window.plan_page.table.appendix_model.appendix
    assert [row.cells for row in shown.rows] == expected
    _close(window, storage)


def test_every_step_is_undone_and_done_again(qtbot: QtBot, folder: Path) -> None:
    window, storage = _open(qtbot, folder)
    _type_plan(qtbot, window)
    done = _cells(storage)
    steps = len(storage.history().undo)
    for _ in range(8):
        key(Qt.Key.Key_Z, CTRL)
        settle(qtbot, window)
    assert _cells(storage) == []
    assert window.plan_page.table.appendix_model.rowCount() == 0
    for _ in range(8):
        key(Qt.Key.Key_Y, CTRL)
        settle(qtbot, window)
    assert _cells(storage) == done
    assert len(storage.history().undo) == steps
    shown = window.plan_page.table.appendix_model.appendix
    assert [row.cells for row in shown.rows] == done
    _close(window, storage)


def test_text_that_was_being_typed_comes_back_after_a_kill(qtbot: QtBot, folder: Path) -> None:
    window, storage = _open(qtbot, folder)
    key(Qt.Key.Key_F5)
    settle(qtbot, window)
    type_words("Chưa kịp lưu")
    qtbot.waitUntil(lambda: [draft.text for draft in storage.drafts()] == ["Chưa kịp lưu"])
    kept: list[Draft] = storage.drafts()
    key(Qt.Key.Key_Escape)
    settle(qtbot, window)
    storage.save_draft(kept[0])
    _close(window, storage)

    window, storage = _open(qtbot, folder)
    banner = window.plan_page.banner
    qtbot.waitUntil(lambda: "Chưa kịp lưu" in banner.sentence)
    banner.buttons["Khôi phục"].click()
    editor = window.plan_page.table.delegate.editor
    assert editor is not None
    assert editor.toPlainText() == "Chưa kịp lưu"
    key(Qt.Key.Key_Return)
    settle(qtbot, window)
    assert _cells(storage) == [("1", "Chưa kịp lưu", "", "")]
    assert storage.drafts() == []
    _close(window, storage)
