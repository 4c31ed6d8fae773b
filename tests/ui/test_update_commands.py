"""Updates in the window: refused with a sentence, shown before anything happens, prepared with a backup first."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import VERSION
from app.ports import Storage
from app.restart import FINISH_UPDATE
from app.update.journal import Journal, Reason, Step, read_journal, write_journal
from db.backup_store import Backups
from tests.app.update.standins import installed, make_bundle, pack
from ui.main_window import MainWindow
from ui.update_commands import UpdateCommands, ending_words

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are scripts")
_NEW = "99.0"


@pytest.fixture
def window(qtbot: QtBot, storage: Storage, plan_id: int, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on a register with one plan."""
    assert plan_id
    made = MainWindow(storage, tmp_path / "so", date(2026, 6, 17))
    qtbot.addWidget(made)
    made.show_page("plan")
    made.show()
    qtbot.waitUntil(lambda: made.operations.idle)
    yield made
    qtbot.waitUntil(lambda: made.operations.idle)
    made.close()


@pytest.fixture
def commands(window: MainWindow, tmp_path: Path) -> Iterator[UpdateCommands]:
    """Updates of a stand-in for the installed program."""
    program = installed(make_bundle(tmp_path / "máy", VERSION), VERSION)
    made = UpdateCommands(window, Backups(tmp_path / "so"), program)
    yield made
    made.stop()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A newer version as a file."""
    return pack(make_bundle(tmp_path / "mới", _NEW), tmp_path / f"so-cchc-{_NEW}-linux.tar.xz")


def test_from_source_the_menu_says_how_else(window: MainWindow) -> None:
    window.actions_["update_file"].trigger()
    assert "mã nguồn" in window.banner.sentence


def test_a_file_is_shown_and_taken_with_a_backup_first(
    qtbot: QtBot, window: MainWindow, commands: UpdateCommands, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    monkeypatch.setattr("ui.update_commands.QApplication.exit", asked.append)
    commands.check(stick)
    qtbot.waitUntil(lambda: commands.dialog is not None)
    dialog = commands.dialog
    assert dialog is not None
    words = "\n".join(label.text() for label in dialog.findChildren(type(dialog.refusal)))
    assert _NEW in words and VERSION in words and "nên so mã kiểm tra" in words
    dialog.do.click()
    qtbot.waitUntil(lambda: asked == [FINISH_UPDATE], timeout=20_000)
    assert not window.isVisible()
    assert len(list((window.data_folder / "sao-luu").glob("*.zip"))) == 1
    program = commands.program
    journal = read_journal(program.journal) if program else None
    assert journal is not None and (journal.new, journal.step) == (_NEW, Step.READY)


def test_a_spoilt_file_is_refused_and_nothing_is_written(
    qtbot: QtBot, window: MainWindow, commands: UpdateCommands, stick: Path
) -> None:
    assert commands.program is not None
    before = sorted(commands.program.folder.rglob("*"))
    stick.write_bytes(stick.read_bytes()[:-200])
    commands.check(stick)
    qtbot.waitUntil(lambda: "hỏng" in window.banner.sentence)
    assert commands.dialog is None and sorted(commands.program.folder.rglob("*")) == before


@pytest.mark.parametrize("reason", list(Reason))
def test_every_end_of_an_update_is_said_once(
    qtbot: QtBot, window: MainWindow, commands: UpdateCommands, reason: Reason
) -> None:
    assert commands.program is not None
    journal = Journal(VERSION, _NEW, ("so-cchc",), "", step=Step.WENT_BACK, reason=reason)
    write_journal(commands.program.journal, journal)
    with qtbot.waitSignal(commands.news) as said:
        commands.begin()
    assert said.args == [ending_words(journal)] and VERSION in ending_words(replace(journal, step=Step.DONE))
    assert window.banner.sentence == said.args[0]
    assert not commands.program.journal.exists()
