"""Places for a backup beside the data: USB sticks first, then the place used last."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStorageInfo

FOLDER = "Sao luu So CCHC"
"""The folder made on a stick."""
_WINDOWS_REMOVABLE, _WINDOWS_FIXED = 2, 3
_MOUNTED_BY_HAND = ("/media/", "/run/media/", "/Volumes/")


@dataclass(frozen=True, slots=True)
class Place:
    """A folder for a backup: ``name`` says where it is ("USB KINGSTON (E:)", or the folder itself), ``free`` how many
    bytes there are, ``is_usb`` that it can be pulled out, ``is_same_disk`` that the data lie on the same disk."""

    folder: Path
    name: str
    free: int
    is_usb: bool = False
    is_same_disk: bool = False


def places(data: Path, last: Path | None) -> list[Place]:
    """Where everything in ``data`` can be backed up to, the best first: the place used last where it is a stick, other
    sticks, other disks, the place used last. Asks every disk, which may take a while: on a thread of its own."""
    found = [_on(volume, data, last) for volume in _volumes(data)]
    if last is not None and last.is_dir() and last not in [place.folder for place in found]:
        found.append(place_of(last, data))
    return sorted(found, key=lambda place: (not place.is_usb, place.folder != last, place.is_same_disk, place.name))


def place_of(folder: Path, data: Path) -> Place:
    """The folder ``folder``, which somebody chose."""
    volume = QStorageInfo(str(folder))
    is_usb = _is_removable(volume)
    return Place(folder, str(folder), volume.bytesAvailable(), is_usb, volume.device() == _disk_of(data))


def _on(volume: QStorageInfo, data: Path, last: Path | None) -> Place:
    root = Path(volume.rootPath())
    is_last = last is not None and last.is_dir() and QStorageInfo(str(last)).device() == volume.device()
    folder = last if last is not None and is_last else root / FOLDER
    return Place(
        folder, _name(volume), volume.bytesAvailable(), _is_removable(volume), volume.device() == _disk_of(data)
    )


def _volumes(data: Path) -> Sequence[QStorageInfo]:
    usable = [each for each in QStorageInfo.mountedVolumes() if each.isReady() and not each.isReadOnly()]
    return [volume for volume in usable if _is_removable(volume) or _is_other_disk(volume, data)]


def _is_other_disk(volume: QStorageInfo, data: Path) -> bool:
    """Another letter of the machine; elsewhere disks have no names that people know."""
    return _windows_kind(volume) == _WINDOWS_FIXED and volume.device() != _disk_of(data)


def _is_removable(volume: QStorageInfo) -> bool:
    if sys.platform == "win32":
        return _windows_kind(volume) == _WINDOWS_REMOVABLE
    device = Path(bytes(volume.device().data()).decode(errors="replace"))
    return volume.rootPath().startswith(_MOUNTED_BY_HAND) or _is_removable_device(device)


def _is_removable_device(device: Path, system: Path = Path("/sys/class/block")) -> bool:
    """What the kernel says of a disk, or of the disk that a part is of."""
    block = (system / device.name).resolve()
    for told in (block / "removable", block.parent / "removable"):
        if device.is_absolute() and told.is_file():
            return told.read_text(encoding="ascii").strip() == "1"
    return False


def _windows_kind(volume: QStorageInfo) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(volume.rootPath().replace("/", "\\")))


def _name(volume: QStorageInfo) -> str:
    """The name that somebody gave the disk, and where it is."""
    root = volume.rootPath().rstrip("/") or "/"
    named = volume.name() or Path(root).name
    return f"{named} ({root})" if named and named != root else root


def _disk_of(data: Path) -> object:
    return QStorageInfo(str(data)).device()
