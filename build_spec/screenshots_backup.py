"""The pictures of backing up and putting back."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.dialogs.backup_target import BackupTarget
    from ui.main_window import MainWindow

_STICK = Path("E:/Sao luu So CCHC")
_FILE = _STICK / "so-cchc_ubnd-xa-mau_2026-06-09.zip"


def side_bar(window: "MainWindow") -> None:
    """The ages of the last backups, the one on a stick too old."""
    from app.texts import text

    window.show_page("home")
    window.side_bar.show_backup(text("backup_window.auto_today", time="09:30"), "", False)
    window.side_bar.show_second(text("backup_window.second_days", days=12), str(_STICK), "", True)


def target(window: "MainWindow") -> "BackupTarget":
    """Where to back up to: a stick, a full one, the place used last."""
    from app.texts import text
    from ui.dialogs.backup_target import BackupTarget, TargetFacts
    from ui.removable import Place

    places = (
        Place(_STICK, "KINGSTON (E:)", 14_600 << 20, is_usb=True),
        Place(Path("F:/Sao luu So CCHC"), "F:", 1 << 20, is_usb=True),
        Place(Path("D:/Sao luu"), "D:/Sao luu", 90 << 30, is_same_disk=True),
    )
    what = text("backup_window.counts", plans="2", rows="187", proofs="34")
    second = text("backup_target.second_at", age=text("backup_window.second_days", days=12), file=_FILE)
    auto = text("backup_window.auto_today", time="09:30")
    dialog = BackupTarget(TargetFacts(window.data_folder, what, 52 << 20, auto, second, places), window)
    dialog.open()
    return dialog


def locked(window: "MainWindow") -> None:
    """The same with the fields of a password, and two that differ."""
    dialog = target(window)
    dialog.lock.box.setChecked(True)
    dialog.lock.password.setText("mật khẩu một")
    dialog.lock.again.setText("mật khẩu hai")
    dialog.do.click()


def no_room(window: "MainWindow") -> None:
    """A stick that is too small."""
    target(window).choose(1)


def password(window: "MainWindow") -> None:
    """A file that is locked, and a wrong password."""
    from app.texts import text
    from ui.dialogs.backup_password import BackupPassword

    dialog = BackupPassword(_FILE, window)
    dialog.open()
    dialog.password.setText("sai hẳn rồi")
    dialog.show_refusal(text("backup.wrong_password", file=_FILE.name))


def restore(window: "MainWindow") -> None:
    """What a backup holds beside newer data."""
    from app.ports import DataSummary
    from ui.dialogs.restore_backup import RestoreBackup

    titles = ("Kế hoạch cải cách hành chính năm 2025", "Kế hoạch cải cách hành chính năm 2026")
    now = DataSummary(2, 187, titles, None, 34, office="UBND xã Mẫu", changed_at=datetime(2026, 6, 17, 9, 30))
    made_on, changed_at = date(2026, 6, 9), datetime(2026, 6, 9, 16, 5)
    copy = DataSummary(1, 120, titles[:1], made_on, 30, office="UBND phường Khác", changed_at=changed_at)
    RestoreBackup(now, copy, _FILE, window).open()
