"""Folders that a person has chosen: whether files can be put there, and how much a folder holds."""

import os
from pathlib import Path
from tempfile import TemporaryFile

from app.domain.errors import MachineTrouble, Refused


def check_folder(folder: Path) -> Path:
    """``folder`` where it is there and a file can be written into it. MachineTrouble where not. May take long: to be
    called off the window's thread."""
    if not folder.is_dir():
        raise MachineTrouble("settings.folder_missing", folder=folder)
    try:
        with TemporaryFile(dir=folder) as file:
            file.write(b"so-cchc")
    except OSError as error:
        raise MachineTrouble("settings.folder_not_writable", folder=folder) from error
    return folder


def check_backup_folder(folder: Path, data_folder: Path) -> Path:
    """As ``check_folder``; Refused also where ``folder`` lies within the data folder, with which it would be lost."""
    checked = check_folder(folder)
    if checked.resolve().is_relative_to(data_folder.resolve()):
        raise Refused("settings.folder_is_data", folder=folder)
    return checked


def folder_size(folder: Path) -> int:
    """The bytes of all files in ``folder``; what cannot be looked at counts nothing."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                total += (Path(place) / name).lstat().st_size
            except OSError:
                continue
    return total
