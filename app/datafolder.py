"""The one folder that holds everything an office has entered."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from app.domain.errors import MachineTrouble


def default_data_folder(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> Path:
    """Where a user's data lies when nobody says otherwise, by the custom of the system."""
    if system == "win32":
        return Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local", "So CCHC")
    if system == "darwin":
        return Path.home() / "Library" / "Application Support" / "So CCHC"
    return Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share", "so-cchc")


def make_folder(folder: Path, key: str = "cli.folder_unwritable") -> Path:
    """``folder``, made with its parents where missing. MachineTrouble (sentence ``key``) where that is impossible."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MachineTrouble(key, folder=folder) from error
    if not os.access(folder, os.W_OK):
        raise MachineTrouble(key, folder=folder)
    return folder
