"""The one-folder bundle on any system: its build environment, fonts, icons and the run of PyInstaller.

Everything lies in build/linux and dist/linux (or windows), outside version control.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
import venv
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from app.update.installed import system_name  # noqa: E402
from build_spec.fonts import copy_fonts  # noqa: E402
from build_spec.manifest import contents_of, write_manifest  # noqa: E402
from build_spec.version_info import version_file  # noqa: E402

SYSTEM = "windows" if sys.platform == "win32" else "linux"
BUILD = ROOT / "build" / SYSTEM
DIST = ROOT / "dist" / SYSTEM
MADE = BUILD / "made"
BUNDLE = DIST / "so-cchc"
LOCKS = ("requirements.txt", "requirements-build.txt")
_OVER_PYTHON = ("PYTHONPATH", "PYTHONHOME")


def version(root: Path = ROOT) -> str:
    """The program's version as pyproject.toml has it."""
    return str(tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def environment_python(folder: Path) -> Path:
    """The interpreter of the build environment in ``folder``."""
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def locks_digest(root: Path = ROOT) -> str:
    """What the build environment must have been made from: both lock files and this interpreter."""
    content = b"".join((root / name).read_bytes() for name in LOCKS)
    return hashlib.sha256(content + sys.version.encode()).hexdigest()


def prepare_environment(folder: Path = BUILD / "environment") -> Path:
    """The interpreter of an environment with exactly the locked packages, made anew when a lock has changed.

    Raises CalledProcessError where pip cannot install them.
    """
    python, stamp = environment_python(folder), folder / "locks.sha256"
    if not (stamp.exists() and stamp.read_text() == locks_digest()):
        venv.create(folder, clear=True, with_pip=True)
        pip = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        locks = [part for name in LOCKS for part in ("-r", str(ROOT / name))]
        subprocess.run([*pip, "--require-hashes", "--no-deps", *locks], check=True)
        stamp.write_text(locks_digest())
    return python


def make_parts(python: Path, fonts: Path | None = None) -> None:
    """Put what is made for a build (fonts, icons, version file) into ``MADE``."""
    shutil.rmtree(MADE, ignore_errors=True)
    (MADE / "resources" / "icons").mkdir(parents=True)
    copy_fonts(MADE / "resources" / "fonts", fonts)
    drawing = [str(python), str(ROOT / "build_spec" / "icon_files.py")]
    subprocess.run([*drawing, str(ROOT / "resources" / "icons" / "so-cchc.svg"), str(MADE)], check=True)
    (MADE / "version_info.txt").write_text(version_file(version()), encoding="utf-8")


def freeze(python: Path) -> Path:
    """Run PyInstaller; returns the folder of the bundle. Raises CalledProcessError where it fails."""
    shutil.rmtree(BUNDLE, ignore_errors=True)
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--distpath", str(DIST), "--workpath", str(BUILD / "pyinstaller")]
    settings = {name: value for name, value in os.environ.items() if name not in _OVER_PYTHON}
    settings |= {"SO_CCHC_MADE": str(MADE)}
    spec = str(ROOT / "build_spec" / "so-cchc.spec")
    subprocess.run([*command, *places, spec], check=True, cwd=ROOT, env=settings)
    if sys.platform == "linux":
        strip_symbols(contents_of(BUNDLE))
    return BUNDLE


def strip_symbols(inner: Path) -> None:
    """Take the symbols for debugging out of what was built with them; wheels mended by hand are left alone."""
    files = [
        *inner.glob("libpython3*.so*"),
        *inner.glob("python3*/lib-dynload/*.so"),
        *inner.glob("sqlalchemy/**/*.so"),
    ]
    real = [str(file) for file in files if not file.is_symlink()]
    subprocess.run(["strip", "--strip-unneeded", *real], check=True)


def make_bundle(fonts: Path | None = None, python: Path | None = None) -> Path:
    """The whole way to the one-folder bundle.

    ``fonts`` is where the four font files lie (default: searched); ``python`` an interpreter that has the locked
    packages already (default: an environment of its own).
    """
    python = python or prepare_environment()
    make_parts(python, fonts)
    folder = freeze(python)
    write_manifest(folder, version(), system_name())
    return folder


def size(path: Path) -> int:
    """Bytes of a file, or of all files in a folder (a link counts nothing)."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file() and not file.is_symlink())


def write_hashes(files: Iterable[Path], target: Path) -> None:
    """The list of SHA-256 sums as ``sha256sum --check`` reads it, sorted by name."""
    lines = []
    for file in sorted(files, key=lambda file: file.name):
        with file.open("rb") as content:
            lines.append(f"{hashlib.file_digest(content, 'sha256').hexdigest()}  {file.name}\n")
    target.write_text("".join(lines), encoding="utf-8", newline="\n")


def report_sizes(paths: Iterable[Path]) -> None:
    """Print the size of each of ``paths`` in MB (10^6 bytes)."""
    for path in paths:
        print(f"{size(path) / 1e6:8.1f} MB  {path.name}", flush=True)
