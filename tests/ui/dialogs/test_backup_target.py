"""Where everything is backed up to."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.backup_target import BackupTarget, TargetFacts
from ui.removable import Place

USB = Place(Path("/e/Sao luu"), "KINGSTON (E:)", 14 << 30, is_usb=True)
SMALL = Place(Path("/f/Sao luu"), "CŨ (F:)", 1 << 20, is_usb=True)
SAME = Place(Path("/c/x"), "/c/x", 14 << 30, is_same_disk=True)
FACTS = TargetFacts(Path("/c/data"), "1 kế hoạch", 5 << 20, "hôm nay 09:30", "chưa có", (USB, SMALL, SAME))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the dialog stands over, which outlives it."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def dialog(window: QWidget) -> BackupTarget:
    """Three places to choose from."""
    made = BackupTarget(FACTS, window)
    made.show()
    return made


def test_the_first_place_is_chosen_and_enter_backs_up(qtbot: QtBot, dialog: BackupTarget) -> None:
    assert dialog.place == USB and dialog.do.isDefault() and dialog.do.isEnabled()
    words = [button.text() for button in dialog._group.buttons()]
    assert words[0] == "USB KINGSTON (E:), còn trống 14,0 GB"
    assert any("cần nhiều nhất 5,0 MB" in label.text() for label in dialog.findChildren(QLabel))
    with qtbot.waitSignal(dialog.agreed) as told:
        dialog.do.click()
    assert told.args == [USB, ""]


def test_a_place_without_room_is_refused_before_anything_is_written(dialog: BackupTarget) -> None:
    dialog._group.button(1).click()
    assert dialog.refusal.text() == (
        "Cần 5,0 MB nhưng CŨ (F:) chỉ còn trống 1,0 MB. Hãy xóa bớt tệp ở đó hoặc chọn nơi khác."
    )
    assert not dialog.do.isEnabled()
    dialog._group.button(0).click()
    assert dialog.do.isEnabled() and dialog.refusal.isHidden()


def test_the_disk_of_the_data_is_a_poor_place(dialog: BackupTarget) -> None:
    dialog._group.button(2).click()
    assert "cùng ổ đĩa với dữ liệu" in dialog.hint.text() and dialog.do.isEnabled()


def test_the_data_folder_is_no_place(dialog: BackupTarget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog._facts = replace(FACTS, data=tmp_path)
    (tmp_path / "con").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "con"))
    dialog._choose_folder()
    assert dialog.place is not None and dialog.place.folder == tmp_path / "con"
    assert "nằm trong thư mục dữ liệu" in dialog.refusal.text() and not dialog.do.isEnabled()


def test_without_a_stick_it_says_what_to_do(window: QWidget) -> None:
    dialog = BackupTarget(replace(FACTS, places=()), window)
    dialog.show()
    assert not dialog.do.isEnabled() and "Hãy cắm USB" in dialog.hint.text()
    dialog.show_places([replace(SAME, is_same_disk=False)])
    assert dialog.do.isEnabled() and "Chưa thấy USB nào" in dialog.hint.text()
    dialog.show_places([USB])
    assert dialog.hint.isHidden() and dialog.place == USB


def test_a_password_is_asked_for_twice(qtbot: QtBot, dialog: BackupTarget) -> None:
    assert not dialog.lock.password.isVisible()
    dialog.lock.box.click()
    assert dialog.lock.password.isVisible()
    told: list[object] = []
    dialog.agreed.connect(lambda place, password: told.append(password))
    for first, second, said in (
        ("", "", "ít nhất 8 ký tự"),
        ("bảy ký ", "bảy ký ", "ít nhất 8 ký tự"),
        ("mật khẩu một", "mật khẩu hai", "không giống nhau"),
    ):
        dialog.lock.password.setText(first)
        dialog.lock.again.setText(second)
        dialog.do.click()
        assert said in dialog.refusal.text() and told == [] and dialog.isVisible()
    dialog.lock.again.setText("mật khẩu một")
    dialog.do.click()
    assert told == ["mật khẩu một"]
