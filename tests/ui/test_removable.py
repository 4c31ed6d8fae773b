"""Places for a backup: what can be pulled out comes first."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStorageInfo

from ui import removable
from ui.removable import FOLDER, Place, places


@pytest.fixture
def sticks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Folders of this disk that are taken for sticks."""
    found = [tmp_path / "B", tmp_path / "A"]
    for each in found:
        each.mkdir()

    def on(root: Path) -> Place:
        return Place(root / FOLDER, root.name, 1 << 30, is_usb=True)

    monkeypatch.setattr(removable, "_volumes", lambda data: found)
    monkeypatch.setattr(removable, "_on", lambda root, data, last: on(root))
    return found


def test_sticks_come_before_the_place_used_last(tmp_path: Path, sticks: list[Path]) -> None:
    last = tmp_path / "lần trước"
    last.mkdir()
    found = places(tmp_path, last)
    assert [place.folder for place in found] == [tmp_path / "A" / FOLDER, tmp_path / "B" / FOLDER, last]
    assert found[-1].is_same_disk and found[-1].free == QStorageInfo(str(last)).bytesAvailable()


def test_the_stick_used_last_comes_first(tmp_path: Path, sticks: list[Path]) -> None:
    last = tmp_path / "B" / FOLDER
    last.mkdir()
    assert [place.folder for place in places(tmp_path, last)] == [last, tmp_path / "A" / FOLDER]


def test_a_place_that_is_gone_is_not_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(removable, "_volumes", lambda data: [])
    assert places(tmp_path, tmp_path / "rút rồi") == [] and places(tmp_path, None) == []


@pytest.mark.parametrize(("told", "removable_"), [("1\n", True), ("0\n", False)])
def test_the_kernel_says_what_can_be_pulled_out(tmp_path: Path, told: str, removable_: bool) -> None:
    (tmp_path / "sdb" / "sdb1").mkdir(parents=True)
    (tmp_path / "sdb" / "removable").write_text(told)
    (tmp_path / "sdb1").symlink_to(tmp_path / "sdb" / "sdb1")
    for name in ("sdb", "sdb1"):
        assert removable._is_removable_device(Path("/dev") / name, tmp_path) is removable_
    assert not removable._is_removable_device(Path("tmpfs"), tmp_path)


def test_every_disk_of_this_machine_can_be_asked(tmp_path: Path) -> None:
    assert all(place.free >= 0 for place in places(tmp_path, tmp_path))
