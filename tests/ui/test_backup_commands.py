"""Backups in the window: to a file, looked into, put back."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.backup_kept import Copy
from app.domain.plan import Plan
from app.ports import Storage
from app.services.plans import rename_plan
from db.backup_store import Backups
from ui.backup_commands import BackupCommands, age_words
from ui.dialogs.restore_backup import RestoreBackup
from ui.main_window import MainWindow

NOW = datetime(2026, 6, 17, 9, 30)


@pytest.fixture
def window(qtbot: QtBot, storage: Storage, tmp_path: Path, small_plan: Plan) -> Iterator[MainWindow]:
    """The window on a register with one plan."""
    storage.write("nhập", lambda work: work.add_plan(small_plan))
    made = MainWindow(storage, tmp_path / "so", date(2026, 6, 17), None, Backups(tmp_path / "so"))
    qtbot.addWidget(made)
    made.show()
    made.start()
    qtbot.waitUntil(lambda: made.operations.idle)
    yield made
    made.close()


def commands(window: MainWindow) -> BackupCommands:
    """The window's backups."""
    assert window.backup is not None
    return window.backup


def test_the_start_makes_a_backup_and_says_so(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(commands(window).auto.made):
        commands(window).auto.start()
    assert "Sao lưu: hôm nay" in window.side_bar._backup.text()


def test_a_backup_is_looked_into_and_put_back(
    qtbot: QtBot, window: MainWindow, storage: Storage, tmp_path: Path
) -> None:
    file = tmp_path / "usb" / "sao lưu.zip"
    file.parent.mkdir()
    with qtbot.waitSignal(commands(window).work.finished):
        commands(window).back_up_to(file)
    assert file.exists() and "Đã sao lưu 1 kế hoạch, 3 nhiệm vụ" in window.banner.sentence
    storage.write("đổi tên", lambda work: rename_plan(work, 1, "Tên khác"))
    with qtbot.waitSignal(commands(window).work.finished):
        commands(window).look_into(file)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RestoreBackup)
    with qtbot.waitSignal(commands(window).work.finished):
        qtbot.mouseClick(dialog.do, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.operations.idle)
    assert storage.read(lambda work: work.list_plans()[0].title) == "Kế hoạch CCHC xã Mẫu năm 2026"
    assert "Đã phục hồi" in window.banner.sentence
    window.show_page("plan")
    qtbot.waitUntil(lambda: window.operations.idle)
    storage.write("đổi tên", lambda work: rename_plan(work, 1, "Còn ghi được"))


def test_what_is_no_backup_is_refused_and_nothing_changes(
    qtbot: QtBot, window: MainWindow, storage: Storage, tmp_path: Path
) -> None:
    file = tmp_path / "khac.zip"
    file.write_bytes(b"khong phai")
    with qtbot.waitSignal(commands(window).work.refused):
        commands(window).look_into(file)
    assert "khac.zip" in window.banner.sentence
    assert len(storage.read(lambda work: work.list_plans())) == 1


@pytest.mark.parametrize(
    ("days", "words", "is_old"),
    [
        (0, "Sao lưu: hôm nay 09:30", False),
        (1, "Sao lưu: hôm qua 09:30", False),
        (7, "Sao lưu: 7 ngày trước", False),
        (8, "Sao lưu: 8 ngày trước", True),
    ],
)
def test_how_old_the_last_backup_is(days: int, words: str, is_old: bool) -> None:
    assert age_words(Copy("x", NOW - timedelta(days=days)), NOW) == (words, is_old)
    assert age_words(None, NOW) == ("Chưa có bản sao lưu", True)
