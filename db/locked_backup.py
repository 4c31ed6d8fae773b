"""The zip file of a backup, opened: with a password (AES-256, as other zip programs have it too) or without."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import cast

from app.domain.errors import Refused
from app.domain.text import nfc

_LOCKED = 0x1
"""The flag of a member that can be read with a password only."""
_AES_256 = 3


def is_locked(file: Path) -> bool:
    """Whether ``file`` is a zip that opens with a password only. Raises OSError and zipfile.BadZipFile."""
    with zipfile.ZipFile(file) as packed:
        return _has_locked(packed)


@contextmanager
def writing_zip(file: Path, password: str = "") -> Iterator[zipfile.ZipFile]:
    """A new zip at ``file``; with a ``password`` nothing but the names and sizes in it can be read without that.
    Raises OSError."""
    if not password:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
            yield packed
        return
    pyzipper = _pyzipper()
    with file.open("wb") as sink:
        locked = pyzipper.AESZipFile(sink, "w", zipfile.ZIP_DEFLATED, encryption=pyzipper.WZ_AES)
        locked.setpassword(_key(password))
        try:
            yield cast(zipfile.ZipFile, locked)
            locked.close()
        finally:
            # on a full disk closing would complain of a member half written, now and once more when it is let go
            locked.fp = None


@contextmanager
def reading_zip(file: Path, password: str = "") -> Iterator[zipfile.ZipFile]:
    """The zip ``file``, to be read; a ``password`` that is not needed is not looked at.

    Raises Refused where a password is needed and missing or wrong, or the lock is none of ours; OSError,
    zipfile.BadZipFile.
    """
    with zipfile.ZipFile(file) as packed:
        if not _has_locked(packed):
            yield packed
            return
    if not password:
        raise Refused("backup.locked", file=file.name)
    pyzipper = _pyzipper()
    try:
        with pyzipper.AESZipFile(file) as locked:
            locked.setpassword(_key(password))
            opened = cast(zipfile.ZipFile, locked)
            _must_open(opened, file)
            yield opened
    except pyzipper.BadZipFile as error:
        raise zipfile.BadZipFile(str(error)) from error


def _has_locked(packed: zipfile.ZipFile) -> bool:
    return any(member.flag_bits & _LOCKED for member in packed.infolist())


def _must_open(locked: zipfile.ZipFile, file: Path) -> None:
    members = locked.infolist()
    # the older lock of zip files can be broken, and is taken for no lock of ours
    if not all(member.flag_bits & _LOCKED and _strength(member) == _AES_256 for member in members):
        raise Refused("backup.not_a_backup", file=file.name)
    try:
        # one in 65,536 wrong passwords opens a member, hardly one opens two
        for member in (*members[:1], *members[-1:]):
            locked.open(member).close()
    except RuntimeError as error:
        raise Refused("backup.wrong_password", file=file.name) from error


def _strength(member: zipfile.ZipInfo) -> int | None:
    return getattr(member, "wz_aes_strength", None)


def _key(password: str) -> bytes:
    # two keyboards may write one letter with marks in two ways
    return nfc(password).encode("utf-8", "surrogateescape")


def _pyzipper() -> ModuleType:
    # only where there is a password: the libraries behind it take their time to load
    import pyzipper

    return cast(ModuleType, pyzipper)
