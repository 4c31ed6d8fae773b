"""The Debian packages that Qt, the fonts and the tests need, exactly; nothing is done on other systems."""

import importlib.util
import os
import shutil
import subprocess
import sys

BASE = ["libglib2.0-0", "libgl1", "libegl1", "libxkbcommon0", "libfontconfig1", "libdbus-1-3", "fonts-liberation2"]
WINDOW = [
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
]
PACKAGES = {"run": BASE + WINDOW, "test": [*BASE, "poppler-utils"]}


def is_debian() -> bool:
    """Whether packages are kept by dpkg and apt here."""
    return sys.platform == "linux" and all(shutil.which(tool) for tool in ("dpkg-query", "apt-get"))


def venv_package() -> str:
    """The package that brings venv and ensurepip to the system's own Python."""
    return f"python3.{sys.version_info.minor}-venv"


def missing(purpose: str) -> list[str]:
    """Packages that ``purpose`` ("run" or "test") needs and the machine lacks; empty where dpkg does not rule."""
    if not is_debian():
        return []
    have = installed()
    lacking = [name for name in PACKAGES[purpose] if name not in have and f"{name}t64" not in have]
    return lacking + ([] if importlib.util.find_spec("ensurepip") else [venv_package()])


def installed() -> set[str]:
    """Names of all installed packages, those they provide included."""
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Status} ${Package}, ${Provides}\n"]
    lines = subprocess.run(query, capture_output=True, encoding="utf-8", check=False).stdout.splitlines()
    names = (line.removeprefix("installed ") for line in lines if line.startswith("installed "))
    return {part.split()[0] for line in names for part in line.split(",") if part.strip()}


def may_install() -> bool:
    """Whether this process has the rights to install packages."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def command(packages: list[str]) -> str:
    """The command for a person to type."""
    return "apt-get install --no-install-recommends " + " ".join(packages)


def install(packages: list[str]) -> bool:
    """Install ``packages``; False when apt-get could not."""
    settings = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    # A failed update is no obstacle where the package lists are already there.
    _apt(["update"], settings)
    return _apt(["install", "--yes", "--no-install-recommends", *packages], settings)


def _apt(arguments: list[str], settings: dict[str, str]) -> bool:
    return subprocess.run(["apt-get", "-q", *arguments], env=settings, capture_output=True, check=False).returncode == 0
