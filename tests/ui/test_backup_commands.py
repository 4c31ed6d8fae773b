"""Backups in the window: to a stick, looked into, put back."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.domain.errors import MachineTrouble
from app.domain.plan import Plan
from app.ports import Storage, Work
from app.ports.backups import Risk
from app.services import account_state, accounts
from app.services.plans import rename_plan
from db.auto_backup import automatic_copies
from db.backup_store import Backups
from ui import backup_jobs
from ui.backup_commands import BackupCommands
from ui.dialogs.backup_password import BackupPassword
from ui.dialogs.backup_target import BackupTarget
from ui.dialogs.restore_backup import RestoreBackup
from ui.main_window import MainWindow
from ui.removable import Place

PASSWORD = "mật khẩu của xã"


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


@pytest.fixture(autouse=True)
def another_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is not in the data folder lies on another disk."""
    monkeypatch.setattr("db.second_place.is_same_disk", lambda folder, file: False)


@pytest.fixture
def usb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A stick that is the only place there is."""
    stick = Place(tmp_path / "usb" / "Sao luu So CCHC", "USB của xã (E:)", 1 << 30, is_usb=True)
    monkeypatch.setattr(backup_jobs, "places", lambda data, last: [stick])
    return stick


def commands(window: MainWindow) -> BackupCommands:
    """The window's backups."""
    assert window.backup is not None
    return window.backup


def dialog(kind: type[QDialog]) -> QDialog:
    """The dialog that is open."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def click(qtbot: QtBot, window: MainWindow, button: object) -> None:
    """Press ``button`` and wait for what comes of it."""
    with qtbot.waitSignal(commands(window).work.finished):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def locked_by(window: MainWindow, tmp_path: Path, password: str) -> Path:
    """A backup with a password."""
    Backups(tmp_path / "so").back_up_to(tmp_path / "khóa.zip", password)
    return tmp_path / "khóa.zip"


def test_the_start_makes_a_backup_and_says_so(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(commands(window).auto.made):
        commands(window).auto.start()
    assert "Tự sao lưu: hôm nay" in window.side_bar._backup.text()
    assert window.side_bar.second.text() == "⚠ Chưa sao lưu ra USB"


def test_two_clicks_from_any_page_back_everything_up_to_a_stick(
    qtbot: QtBot, window: MainWindow, usb: Place, tmp_path: Path
) -> None:
    with qtbot.waitSignal(commands(window).auto.made):
        commands(window).auto.start()
    window.show_page("plans")
    click(qtbot, window, window.side_bar.second)
    target = dialog(BackupTarget)
    assert isinstance(target, BackupTarget)
    click(qtbot, window, target.do)
    file = usb.folder / "so-cchc_ubnd-xa-mau_2026-06-17.zip"
    assert file.exists()
    said = window.banner.sentence
    assert "1 kế hoạch, 3 nhiệm vụ, 0 tài liệu kiểm chứng" in said and " KB) vào " in said and "đọc lại đúng" in said
    assert str(file) in said and "tháo thiết bị an toàn" in said
    assert window.side_bar.second.text().startswith("✓ Ra USB: hôm nay")
    assert str(file) in window.side_bar.second.toolTip()
    assert Path(str(window.settings.value("backup_folder"))) == usb.folder


def test_a_second_one_on_the_same_day_takes_no_ones_place(qtbot: QtBot, window: MainWindow, usb: Place) -> None:
    for _ in range(2):
        with qtbot.waitSignal(commands(window).work.finished):
            commands(window).back_up_to(usb)
    names = sorted(path.name for path in usb.folder.iterdir())
    assert names == ["so-cchc_ubnd-xa-mau_2026-06-17.zip", "so-cchc_ubnd-xa-mau_2026-06-17_2.zip"]


def test_a_stick_that_is_full_or_gone_is_named(
    qtbot: QtBot, window: MainWindow, usb: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Backups, "needed", lambda self: 1 << 60)
    with qtbot.waitSignal(commands(window).work.refused):
        commands(window).back_up_to(usb)
    assert "chỉ còn trống" in window.banner.sentence and str(usb.folder) in window.banner.sentence
    (tmp_path / "tệp").write_bytes(b"")
    with qtbot.waitSignal(commands(window).work.refused):
        commands(window).back_up_to(Place(tmp_path / "tệp" / "con", "x", 1 << 30))
    assert "USB còn cắm" in window.banner.sentence


def test_a_backup_is_looked_into_and_put_back(
    qtbot: QtBot, window: MainWindow, storage: Storage, tmp_path: Path
) -> None:
    file = tmp_path / "sao lưu.zip"
    Backups(tmp_path / "so").back_up_to(file)
    storage.write("đổi tên", lambda work: rename_plan(work, 1, "Tên khác"))
    with qtbot.waitSignal(commands(window).work.finished):
        commands(window).look_into(file)
    click(qtbot, window, dialog(RestoreBackup).do)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: window.operations.idle)
    assert storage.read(lambda work: work.list_plans()[0].title) == "Kế hoạch CCHC xã Mẫu năm 2026"
    assert "Đã phục hồi" in window.banner.sentence
    window.show_page("plan")
    qtbot.waitUntil(lambda: window.operations.idle)
    storage.write("đổi tên", lambda work: rename_plan(work, 1, "Còn ghi được"))


def test_a_locked_one_asks_for_its_password_until_it_is_right(
    qtbot: QtBot, window: MainWindow, storage: Storage, tmp_path: Path
) -> None:
    file = locked_by(window, tmp_path, PASSWORD)
    storage.write("đổi tên", lambda work: rename_plan(work, 1, "Tên khác"))
    with qtbot.waitSignal(commands(window).work.finished):
        commands(window).look_into(file)
    asking = dialog(BackupPassword)
    assert isinstance(asking, BackupPassword) and not asking.do.isEnabled()
    asking.password.setText("sai hẳn rồi")
    with qtbot.waitSignal(commands(window).work.refused):
        asking.do.click()
    assert "không đúng" in asking.refusal.text() and asking.isVisible()
    assert storage.read(lambda work: work.list_plans()[0].title) == "Tên khác"
    asking.password.setText(PASSWORD)
    click(qtbot, window, asking.do)
    click(qtbot, window, dialog(RestoreBackup).do)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: window.operations.idle)
    assert storage.read(lambda work: work.list_plans()[0].title) == "Kế hoạch CCHC xã Mẫu năm 2026"


def test_a_password_set_in_the_dialog_locks_the_file(
    qtbot: QtBot, window: MainWindow, usb: Place, tmp_path: Path
) -> None:
    with qtbot.waitSignal(commands(window).work.finished):
        window.actions_["back_up"].trigger()
    target = dialog(BackupTarget)
    assert isinstance(target, BackupTarget)
    target.lock.box.setChecked(True)
    target.lock.password.setText(PASSWORD)
    target.lock.again.setText(PASSWORD)
    click(qtbot, window, target.do)
    (file,) = usb.folder.iterdir()
    assert Backups(tmp_path / "so").is_locked(file)
    assert Backups(tmp_path / "so").look_into(file, PASSWORD).rows == 3


def test_what_is_no_backup_is_refused_and_nothing_changes(
    qtbot: QtBot, window: MainWindow, storage: Storage, tmp_path: Path
) -> None:
    file = tmp_path / "khac.zip"
    file.write_bytes(b"khong phai")
    with qtbot.waitSignal(commands(window).work.refused):
        commands(window).look_into(file)
    assert "khac.zip" in window.banner.sentence
    assert len(storage.read(lambda work: work.list_plans())) == 1


def _rename(title: str, work: object) -> None:
    rename_plan(work, 1, title)  # type: ignore[arg-type]


def test_only_an_administrator_puts_one_back(
    qtbot: QtBot, window: MainWindow, storage: Storage, tmp_path: Path
) -> None:
    Backups(tmp_path / "so").back_up_to(tmp_path / "bản.zip", "")
    storage.write("", partial(accounts.turn_on, name="quản trị", password=PASSWORD))
    with qtbot.waitSignal(commands(window).work.finished):
        commands(window).look_into(tmp_path / "bản.zip")
    with qtbot.waitSignal(window.operations.refused) as said:
        commands(window).restore()
    assert "đăng nhập" in said.args[0]
    assert not commands(window).work.running
    assert storage.read(account_state.accounts_state).are_on


def test_data_too_broken_to_be_read_are_put_back_by_anybody(qtbot: QtBot, window: MainWindow) -> None:
    def broken(_work: Work) -> None:
        raise MachineTrouble("storage.corrupt")

    allowed: list[bool] = []
    window.operations.when_allowed(broken, lambda: allowed.append(True))
    qtbot.waitUntil(lambda: allowed == [True])


def test_what_is_risky_is_written_only_after_a_backup(
    qtbot: QtBot, window: MainWindow, storage: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = len(automatic_copies(tmp_path / "so"))
    window.operations.write("x", partial(_rename, "Sau khi sao lưu"), risk=Risk.IMPORT)
    qtbot.waitUntil(lambda: window.operations.idle)
    assert len(automatic_copies(tmp_path / "so")) == before + 1
    (newest, *_) = automatic_copies(tmp_path / "so")
    assert Backups(tmp_path / "so").look_into(tmp_path / "so" / "sao-luu" / newest.name).titles == (
        "Kế hoạch CCHC xã Mẫu năm 2026",
    )

    def full(self: Backups, now: datetime) -> Path:
        raise MachineTrouble("backup.unwritable", file="sao-luu")

    monkeypatch.setattr(Backups, "make", full)
    said: list[str] = []
    for risk in Risk:
        window.operations.write("x", partial(_rename, "Không sao lưu"), None, said.append, risk)
    qtbot.waitUntil(lambda: window.operations.idle)
    assert [words.split(" vì ")[0] for words in said] == ["Chưa cập nhật kế hoạch", "Chưa lập kế hoạch cho năm sau"]
    assert all("chỗ trống" in words for words in said)
    assert storage.read(lambda work: work.list_plans()[0].title) == "Sau khi sao lưu"


def test_data_on_another_machine_are_said_so_until_it_is_read(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Backups, "is_on_network", lambda self: True)
    for shown in (True, False):
        with qtbot.waitSignal(commands(window).auto.made):
            commands(window).auto.start()
        assert ("ổ mạng" in window.banner.sentence) is shown
        for button in list(window.banner.buttons.values()):
            button.click()
    assert window.banner.sentence == ""


def test_a_stick_not_used_for_a_week_is_told_in_red(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    Backups(tmp_path / "so").back_up_to(tmp_path / "a.zip")
    note = tmp_path / "so" / "sao-luu-noi-khac.json"
    for days, is_old in ((7, False), (8, True)):
        made = datetime.now() - timedelta(days=days)
        note.write_text(note.read_text().replace(note.read_text().split('"')[3], made.isoformat()))
        with qtbot.waitSignal(commands(window).auto.made):
            commands(window).auto.start()
        first, second = window.side_bar.second.text().split("\n")
        assert first == f"{'⚠' if is_old else '✓'} Ra USB: {days} ngày trước"
        assert second and window.side_bar.second.property("warning") is is_old
        assert "✓" in window.side_bar._backup.text(), "the automatic one is told apart"
