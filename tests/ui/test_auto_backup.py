"""Backups that nobody has to think of."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from db.auto_backup import automatic_copies
from db.backup_store import Backups
from db.storage import FILE_NAME, open_storage
from ui.auto_backup import AutoBackup, Made

NOW = datetime(2026, 6, 17, 9, 0)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        """The time it shows."""
        return self.now


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder."""
    open_storage(tmp_path).close()
    return tmp_path


@pytest.fixture
def clock() -> Clock:
    """The clock."""
    return Clock()


@pytest.fixture
def auto(qtbot: QtBot, folder: Path, clock: Clock) -> Iterator[AutoBackup]:
    """Automatic backups of the folder."""
    del qtbot
    owner = QObject()
    made = AutoBackup(Backups(folder), owner, clock)
    yield made
    made.stop()


def test_at_start_a_backup_is_made_once_a_day(qtbot: QtBot, auto: AutoBackup, folder: Path, clock: Clock) -> None:
    for hours, count in ((0, 1), (23, 1), (25, 2)):
        clock.now = NOW + timedelta(hours=hours)
        with qtbot.waitSignal(auto.made) as told:
            auto.start()
        assert len(automatic_copies(folder)) == count
        assert told.args[0] == Made(automatic_copies(folder)[0], None)


def test_changes_are_backed_up_once_they_pause(qtbot: QtBot, auto: AutoBackup, folder: Path) -> None:
    auto._pause.setInterval(30)
    for _ in range(3):
        auto.note_change(None)
    with qtbot.waitSignal(auto.made):
        pass
    assert len(automatic_copies(folder)) == 1


def test_what_cannot_be_backed_up_is_said(qtbot: QtBot, auto: AutoBackup, folder: Path) -> None:
    (folder / FILE_NAME).unlink()
    with qtbot.waitSignal(auto.refused) as told:
        auto.make()
    assert "dữ liệu" in told.args[0].lower()


def test_the_first_start_of_a_year_makes_one(qtbot: QtBot, auto: AutoBackup, folder: Path, clock: Clock) -> None:
    for now, count in ((datetime(2026, 12, 31, 16, 0), 1), (datetime(2027, 1, 1, 7, 30), 2)):
        clock.now = now
        with qtbot.waitSignal(auto.made):
            auto.start()
        assert len(automatic_copies(folder)) == count
