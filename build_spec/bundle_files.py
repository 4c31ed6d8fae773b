"""What must lie in a bundle although PyInstaller cannot see that it is needed."""

from pathlib import Path

from build_spec.fonts import FACES
from build_spec.manifest import contents_of

ROOT = Path(__file__).resolve().parent.parent
_LIBRARIES = {
    False: (
        "pypdfium2_raw/libpdfium.so",
        "_argon2_cffi_bindings/_ffi.abi3.so",
        "Cryptodome/Cipher/_raw_aes.abi3.so",
    ),
    True: ("pypdfium2_raw/pdfium.dll", "_argon2_cffi_bindings/_ffi.pyd", "Cryptodome/Cipher/_raw_aes.pyd"),
}
_NAMED_BY_PYTHON = ("_cffi_backend",)
"""Libraries whose file name goes on with the kind of Python."""
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
    lacking += [name for name in _NAMED_BY_PYTHON if not list(inner.glob(f"{name}.*"))]
    return lacking + [name for name in _PLUGINS[windows] if name not in plugins]
