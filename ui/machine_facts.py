"""What a support package says of the PC. The screen is asked on the window's thread, the rest wherever it runs."""

import getpass
import os
import platform
import shutil
import socket
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import PySide6
from PySide6.QtCore import QStorageInfo, qVersion
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication

from app import VERSION
from app.datafolder import default_data_folder
from app.domain.numbers import whole_text
from app.services.support import Machine
from app.texts import text

_WANTED_FONTS = ("Times New Roman", "Liberation Serif", "Segoe UI", "Noto Sans", "DejaVu Sans")
_MEGABYTE = 1_000_000


def screen_facts() -> list[str]:
    """Screens, scale and fonts, as lines to be read."""
    families = set(QFontDatabase.families())
    found = ", ".join(name for name in _WANTED_FONTS if name in families) or "–"
    lines = [text("support.fact_platform", name=QGuiApplication.platformName())]
    for number, screen in enumerate(QGuiApplication.screens(), 1):
        size = screen.size()
        facts = {"width": size.width(), "height": size.height(), "scale": f"{screen.devicePixelRatio():g}"}
        lines.append(text("support.fact_screen", number=number, dots=round(screen.logicalDotsPerInch()), **facts))
    return [*lines, text("support.fact_font", family=QFontInfo(QGuiApplication.font()).family(), found=found)]


def machine(data_folder: Path, screens: Sequence[str]) -> Machine:
    """Everything about the PC, ``screens`` from ``screen_facts``."""
    own = data_folder == default_data_folder()
    lines = [
        text("support.fact_time", time=datetime.now().strftime("%d/%m/%Y %H:%M")),
        text("support.fact_version", version=VERSION, kind=_kind()),
        text("support.fact_system", system=f"{platform.system()} {platform.release()} {platform.version()}"),
        text("support.fact_python", python=platform.python_version(), qt=qVersion(), pyside=PySide6.__version__),
        text("support.fact_processor", kind=platform.machine(), count=os.cpu_count() or 0),
        *screens,
        _space(data_folder),
        text("support.fact_folder_default" if own else "support.fact_folder_other"),
    ]
    return Machine(lines, _names(data_folder))


def _kind() -> str:
    return text("support.kind_frozen" if getattr(sys, "frozen", False) else "support.kind_source")


def _space(folder: Path) -> str:
    try:
        used = shutil.disk_usage(folder)
    except OSError:
        return text("support.fact_space", free="–", total="–", kind="–")
    free, total = (whole_text(size // _MEGABYTE) for size in (used.free, used.total))
    kind = bytes(QStorageInfo(str(folder)).fileSystemType().data()).decode("ascii", "replace")
    return text("support.fact_space", free=free, total=total, kind=kind)


def _names(folder: Path) -> list[str]:
    """What names a person or a PC: user, computer, folders."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    # the name of a folder may be a common word: only whole paths
    return [str(folder), folder.as_posix(), str(Path.home()), user, socket.gethostname()]
