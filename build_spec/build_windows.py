"""Everything for Windows in one command, into dist/windows: bundle, portable .zip, installer, SHA-256 list.

``python build_spec/build_windows.py [--fonts FOLDER] [--python PROGRAM] [--makensis PROGRAM]`` on Windows with NSIS 3.
``--python`` names an interpreter that has the locked packages already. ``--installer-only`` packs a bundle that is
there, also on another system.
"""

import argparse
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from build_spec import bundle  # noqa: E402
from build_spec.version_info import version_numbers  # noqa: E402

DIST = ROOT / "dist" / "windows"
MADE = ROOT / "build" / "windows" / "made"
SCRIPT = ROOT / "build_spec" / "installer.nsi"


def pack_zip(folder: Path, target: Path) -> None:
    """``folder`` as a .zip that unpacks into one folder: the portable edition."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(file for file in folder.rglob("*") if file.is_file()):
            archive.write(file, file.relative_to(folder.parent).as_posix())


def find_makensis(given: str | None = None) -> str | None:
    """The NSIS compiler: as given, on the path, or where its own installer puts it; None where there is none."""
    usual = Path("C:/Program Files (x86)/NSIS/makensis.exe")
    return given or shutil.which("makensis") or (str(usual) if usual.exists() else None)


def installer_command(
    makensis: str, version: str, folder: Path, target: Path, target_kind: str | None = None
) -> list[str]:
    """The call of NSIS; whatever changes between two builds is defined here, not in the script.

    ``target_kind`` is NSIS's word for the stub ("amd64-unicode"); default: the compiler's own.
    """
    values = {
        "VERSION": version,
        "VERSION_NUMBERS": ".".join(map(str, version_numbers(version))),
        "BUNDLE": str(folder),
        "ICON": str(MADE / "so-cchc.ico"),
        "KILOBYTES": str(bundle.size(folder) // 1024),
        "OUTPUT": str(target),
    }
    if target_kind:
        values["TARGET"] = target_kind
    return [
        makensis,
        "-V2",
        "-INPUTCHARSET",
        "UTF8",
        *(f"-D{name}={value}" for name, value in values.items()),
        str(SCRIPT),
    ]


def pack(version: str, folder: Path, makensis: str | None, target_kind: str | None = None) -> list[Path]:
    """Make .zip and installer of ``folder``; without ``makensis`` the .zip alone, and says so."""
    portable = DIST / f"so-cchc-{version}-windows-portable.zip"
    installer = DIST / f"so-cchc-{version}-windows-setup.exe"
    pack_zip(folder, portable)
    if makensis is None:
        print("no installer: makensis (NSIS 3) was not found", file=sys.stderr)
        return [portable]
    subprocess.run(installer_command(makensis, version, folder, installer, target_kind), check=True)
    return [portable, installer]


def main(arguments: list[str]) -> int:
    """Returns 0 when all files lie in dist/windows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fonts", type=Path)
    parser.add_argument("--python", type=Path)
    parser.add_argument("--makensis")
    parser.add_argument("--target", help="kind of the installer's stub, as NSIS names it")
    parser.add_argument("--bundle-only", action="store_true")
    parser.add_argument("--installer-only", action="store_true")
    asked = parser.parse_args(arguments)
    folder = DIST / "so-cchc"
    if not asked.installer_only:
        if sys.platform != "win32":
            print("a Windows bundle is made on Windows; see try_windows_with_wine.py", file=sys.stderr)
            return 1
        folder = bundle.make_bundle(asked.fonts, asked.python)
    if not asked.bundle_only:
        files = pack(bundle.version(), folder, find_makensis(asked.makensis), asked.target)
        bundle.write_hashes(files, DIST / "SHA256SUMS")
        bundle.report_sizes([folder, *files])
    return 0 if asked.bundle_only or len(files) == 2 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
