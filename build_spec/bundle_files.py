"""What must lie in a bundle although PyInstaller cannot see that it is needed."""

from pathlib import Path

from build_spec.fonts import FACES
from build_spec.manifest import contents_of

ROOT = Path(__file__).resolve().parent.parent
_LIBRARIES = {False: ("pypdfium2_raw/libpdfium.so",), True: ("pypdfium2_raw/pdfium.dll",)}
_PLUGINS = {
    False: ("libqxcb.so", "libqoffscreen.so", "libqsvg.so", "libibusplatforminputcontextplugin.so"),
    True: ("qwindows.dll", "qsvg.dll"),
}


def needed_files(windows: bool, root: Path = ROOT) -> list[str]:
    """Paths inside the bundle's inner folder: resources, fonts, migrations and what is loaded at run time."""
    resources = [file for file in sorted((root / "resources").rglob("*")) if file.is_file()]
    migrations = [root / "db" / "migrations" / "env.py", *sorted((root / "db/migrations/versions").glob("*.py"))]
    own = [file.relative_to(root).as_posix() for file in [*resources, *migrations]]
    return [*own, *(f"resources/fonts/{face}" for face in FACES), *_LIBRARIES[windows]]


def missing_files(bundle: Path, root: Path = ROOT) -> list[str]:
    """What ``bundle`` (the folder of the program file) lacks."""
    windows = (bundle / "so-cchc.exe").exists()
    inner = contents_of(bundle)
    plugins = {file.name for file in inner.glob("PySide6/**/plugins/**/*")}
    lacking = [name for name in needed_files(windows, root) if not (inner / name).is_file()]
    return lacking + [name for name in _PLUGINS[windows] if name not in plugins]
