"""The four files of Liberation Serif 2 for the bundle: from this system, or from the Debian package."""

import shutil
import subprocess
import tempfile
from pathlib import Path

FACES = (
    "LiberationSerif-Regular.ttf",
    "LiberationSerif-Bold.ttf",
    "LiberationSerif-Italic.ttf",
    "LiberationSerif-BoldItalic.ttf",
)
PACKAGE = "fonts-liberation2"
INSTALLED = Path("/usr/share/fonts/truetype/liberation2")
LICENCE = Path("/usr/share/doc") / PACKAGE / "copyright"
GIVEN = Path(__file__).resolve().parent.parent / "build" / "fonts"
"""Where they may be put by hand on a system without the Debian package."""
LICENCE_NAME = "LICENCE.txt"


def copy_fonts(target: Path, given: Path | None = None) -> None:
    """Put the four faces and their licence into ``target``.

    Raises FileNotFoundError with advice where no folder has all of them and no package can be fetched.
    """
    target.mkdir(parents=True, exist_ok=True)
    for folder in (given,) if given else (GIVEN, INSTALLED):
        if has_faces(folder):
            _copy(folder, folder / LICENCE_NAME if folder != INSTALLED else LICENCE, target)
            return
    if given or not (shutil.which("apt-get") and shutil.which("dpkg-deb")):
        raise FileNotFoundError(f"put {', '.join(FACES)} of the Debian package {PACKAGE} into {given or GIVEN}")
    _from_package(target)


def has_faces(folder: Path) -> bool:
    """Whether all four files lie in ``folder``."""
    return all((folder / name).is_file() for name in FACES)


def _copy(folder: Path, licence: Path, target: Path) -> None:
    for name in FACES:
        shutil.copyfile(folder / name, target / name)
    if licence.is_file():
        shutil.copyfile(licence, target / LICENCE_NAME)


def _from_package(target: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["apt-get", "download", "-q", PACKAGE], cwd=scratch, check=True)
        (package,) = Path(scratch).glob("*.deb")
        subprocess.run(["dpkg-deb", "--extract", str(package), scratch], check=True)
        inside = Path(scratch)
        _copy(inside / INSTALLED.relative_to("/"), inside / LICENCE.relative_to("/"), target)
