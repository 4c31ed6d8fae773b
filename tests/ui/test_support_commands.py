"""The support package: shown before it is saved, and without a word of a plan or anybody's name."""

import getpass
import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from pytestqt.qtbot import QtBot

from app.domain.office import Office
from app.domain.plan import Plan
from app.ports import Storage
from app.program_log import write_crash
from app.services.office import save_office
from db.support_facts import SupportFacts
from ui.dialogs.support_package import SupportPackageDialog
from ui.main_window import MainWindow

_PLANTED = "Ủy ban nhân dân xã Mật Thất"


@pytest.fixture
def window(qtbot: QtBot, storage: Storage, plan_id: int, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on a register with one plan."""
    assert plan_id
    made = MainWindow(storage, tmp_path / "so", date(2026, 6, 17), support=SupportFacts(tmp_path / "so"))
    qtbot.addWidget(made)
    made.show_page("plan")
    made.show()
    qtbot.waitUntil(lambda: made.operations.idle)
    yield made
    qtbot.waitUntil(lambda: made.operations.idle)
    made.close()


def shown(qtbot: QtBot, window: MainWindow) -> SupportPackageDialog:
    """The dialog, once everything is put together."""
    window.actions_["support_package"].trigger()
    qtbot.waitUntil(lambda: window.care.support.dialog is not None, timeout=20_000)
    assert window.care.support.dialog is not None
    return window.care.support.dialog


def test_every_file_is_shown_and_saved_as_shown(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = shown(qtbot, window)
    words = {}
    for place in range(dialog.names.count()):
        dialog.names.setCurrentRow(place)
        words[dialog.names.item(place).text()] = dialog.contents.toPlainText()
    assert len(words) == 5 and all(one.strip() for one in words.values())
    assert "Kiểm tra dữ liệu: nguyên vẹn" in words["du-lieu.txt"] and "plan: 1" in words["du-lieu.txt"]
    assert "Màn hình 1" in words["may-tinh.txt"]
    window.care.support.save(tmp_path / "usb")
    qtbot.waitUntil(lambda: "usb.zip" in window.banner.sentence)
    with ZipFile(tmp_path / "usb.zip") as package:
        assert {name: package.read(name).decode() for name in package.namelist()} == words
    assert sorted(file.name for file in tmp_path.iterdir()) == ["so", "usb.zip"]


def test_no_word_of_a_plan_and_no_name_is_in_it(
    qtbot: QtBot, window: MainWindow, storage: Storage, small_plan: Plan, tmp_path: Path
) -> None:
    storage.write("", lambda work: save_office(work, Office(issuing_body=(_PLANTED,))))
    write_crash(tmp_path / "so", ValueError(_PLANTED))
    window.settings.setValue("ghi", _PLANTED)
    window.settings.setValue("backup_folder", f"/media/{_PLANTED}")
    dialog = shown(qtbot, window)
    window.care.support.save(tmp_path / "usb.zip")
    qtbot.waitUntil(lambda: (tmp_path / "usb.zip").exists() and window.care.support.dialog is None)
    del dialog
    with ZipFile(tmp_path / "usb.zip") as package:
        words = "\n".join(package.read(name).decode() for name in package.namelist())
    cells = {
        cell for part in small_plan.appendices for row in part.rows for cell in row.cells if cell and len(cell) > 3
    }
    planted = [_PLANTED, small_plan.info.title, *cells, str(tmp_path), str(Path.home()), socket.gethostname()]
    assert not [one for one in planted if one in words]
    assert f" {getpass.getuser()} " not in words


def test_a_stick_that_cannot_be_written_is_said_in_the_dialog(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = shown(qtbot, window)
    window.care.support.save(tmp_path / "rút ra" / "gói.zip")
    qtbot.waitUntil(lambda: "USB" in dialog.refusal.text())
    dialog.reject()
