"""Carries the whole Windows route out under Wine: runtime, bundle, installer, install, smoke test, uninstall.

``python build_spec/try_windows_with_wine.py`` on Debian with wine, wine64, nsis, gcc-mingw-w64-x86-64, xvfb and
xdotool. It keeps the spec, the installer script and the program's Windows paths from rotting; it proves nothing about
fonts, scaling, printing, input methods or antivirus, and nothing of it is ever released.
"""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from build_spec import build_windows, bundle  # noqa: E402
from build_spec.fonts import copy_fonts  # noqa: E402
from build_spec.manifest import contents_of, write_manifest  # noqa: E402
from build_spec.smoke_window import screen  # noqa: E402

PLACE = ROOT / "build" / "wine"
PYTHON = PLACE / "python"
RUNTIME = "panda3d==1.10.16"
"""A wheel that carries CPython 3.11 for Windows in deploy_libs/."""
COMPILER = "x86_64-w64-mingw32-gcc"
TOOLS = ("wine", "makensis", COMPILER, "x86_64-w64-mingw32-objdump", "Xvfb", "xdotool")
_MAIN = "#include <wchar.h>\nint Py_Main(int, wchar_t **);\nint wmain(int n, wchar_t **a) { return Py_Main(n, a); }\n"
_RANDOM = (
    "unsigned char __stdcall SystemFunction036(void *, unsigned long);\n"
    "__declspec(dllexport) int ProcessPrng(unsigned char *p, unsigned long long n) {"
    " return SystemFunction036(p, (unsigned long)n); }\n"
)
"""What Rust's libraries ask of bcryptprimitives.dll, handed on to what Wine has."""
_LACKED_BY_WINE = ("icuuc.dll", "bcryptprimitives.dll")
_NO_LIBRARIES = ("test", "idlelib", "tkinter", "turtledemo", "ensurepip", "site-packages", "lib2to3")


def exported_names(dump: str) -> list[str]:
    """The names in the export table of a DLL, as ``objdump -p`` prints it."""
    table = dump.partition("[Ordinal/Name Pointer] Table")[2].partition("\n\n")[0]
    return re.findall(r"^\s*\[\s*\d+\](?:\s\+base\[\s*\d+\])?\s+(?:[0-9a-f]+ )?([A-Za-z_]\w*)$", table, re.MULTILINE)


def forwarder(names: list[str], target: str) -> str:
    """The module definition of a DLL that hands each of ``names`` on to the DLL ``target``."""
    return "EXPORTS\n" + "".join(f"{name} = {target}.{name}\n" for name in names)


def without_markers(lock: str) -> str:
    """The lines of a lock file with the marks for Windows taken off: pip would judge them by this system."""
    return lock.replace(' ; sys_platform == "win32"', "")


def wine_settings() -> dict[str, str]:
    """The environment of Wine: a prefix of its own, no chatter, nothing of this system's Python or language."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    quiet = {"WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml=;icuuc=n,b", "WINEPREFIX": str(PLACE / "prefix")}
    return kept | quiet | {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def wine(*command: str, folder: Path = ROOT) -> None:
    """Run a Windows program to its end, its output piped and no input, without which Wine's consoles fail.

    Raises CalledProcessError with the output printed where it fails.
    """
    with screen() as settings:
        wanted = settings | wine_settings() | {"DISPLAY": settings["DISPLAY"]}
        done = subprocess.run(
            ["wine", *command],
            cwd=folder,
            env=wanted,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        print(done.stdout.decode("utf-8", "replace"))
        done.check_returncode()


def make_python() -> None:
    """A Windows Python 3.11 from parts, with the locked packages in it; kept from one run to the next."""
    if (PYTHON / "complete").exists():
        return
    shutil.rmtree(PYTHON, ignore_errors=True)
    PYTHON.mkdir(parents=True)
    _unpack_runtime()
    leave = shutil.ignore_patterns(*_NO_LIBRARIES, "__pycache__", "lib-dynload", "config-*")
    shutil.copytree(sysconfig.get_path("stdlib"), PYTHON / "Lib", ignore=leave)
    _compile_missing()
    _install_packages()
    (PYTHON / "complete").touch()


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q", *arguments]
    where = ["--platform", "win_amd64", "--python-version", "3.11", "--only-binary", ":all:", "--no-deps"]
    subprocess.run([*command, *where], check=True)


def _unpack_runtime() -> None:
    wheels = PLACE / "wheels"
    if not list(wheels.glob("panda3d*.whl")):
        _pip("download", "-d", str(wheels), RUNTIME)
    (PYTHON / "DLLs").mkdir()
    with zipfile.ZipFile(next(wheels.glob("panda3d*.whl"))) as wheel:
        for name in wheel.namelist():
            # Wine has the C runtime's own parts ("api-ms-...") better than the wheel
            if name.startswith("deploy_libs/") and "api-ms" not in name and name.lower().endswith((".dll", ".pyd")):
                folder = PYTHON / "DLLs" if name.endswith(".pyd") else PYTHON
                (folder / name.rpartition("/")[2]).write_bytes(wheel.read(name))


def _compile_missing() -> None:
    """python.exe, python3.dll (hands on to python311.dll), and what Windows 10 has and Wine lacks: a stub of icuuc.dll
    and the random numbers of bcryptprimitives.dll."""
    (PLACE / "main.c").write_text(_MAIN)
    dump = subprocess.run(
        ["x86_64-w64-mingw32-objdump", "-p", str(PYTHON / "python311.dll")], capture_output=True, text=True, check=True
    )
    (PLACE / "python3.def").write_text(forwarder(exported_names(dump.stdout), "python311"))
    (PLACE / "icuuc.def").write_text("EXPORTS\n")
    (PLACE / "icuuc.c").write_text(_icu_stub(PLACE))
    (PLACE / "bcryptprimitives.c").write_text(_RANDOM)
    (PLACE / "empty.c").write_text("")
    programs = (
        ("-municode", "-o", "python.exe", str(PLACE / "main.c"), str(PYTHON / "python311.dll")),
        ("-shared", "-o", "python3.dll", str(PLACE / "empty.c"), str(PLACE / "python3.def")),
        ("-shared", "-o", "icuuc.dll", str(PLACE / "icuuc.c")),
        ("-shared", "-o", "bcryptprimitives.dll", str(PLACE / "bcryptprimitives.c"), "-ladvapi32"),
    )
    for program in programs:
        subprocess.run([COMPILER, *program], cwd=PYTHON, check=True)


def _icu_stub(place: Path) -> str:
    """A function that fails for each one that Qt asks of ICU: Qt then goes without."""
    return "".join(
        f"__declspec(dllexport) int {name}(void) {{ return 0; }}\n" for name in sorted(_icu_names(place / "site"))
    )


def _icu_names(packages: Path) -> set[str]:
    dump = subprocess.run(
        ["x86_64-w64-mingw32-objdump", "-p", str(packages / "PySide6" / "Qt6Core.dll")],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    table = dump.partition("DLL Name: icuuc.dll")[2].partition("DLL Name:")[0]
    return set(re.findall(r"\s([uU][A-Za-z]*_\w+)$", table, re.MULTILINE))


def _install_packages() -> None:
    shutil.copytree(PLACE / "site", PYTHON / "Lib" / "site-packages")


def fetch_packages() -> None:
    """The locked packages for Windows, unpacked into build/wine/site."""
    if (PLACE / "site" / "PySide6").exists():
        return
    PLACE.mkdir(parents=True, exist_ok=True)
    lock = PLACE / "windows.txt"
    lock.write_text("".join(without_markers((ROOT / name).read_text(encoding="utf-8")) for name in bundle.LOCKS))
    _pip("install", "--require-hashes", "--target", str(PLACE / "site"), "-r", str(lock))


def freeze() -> None:
    """The bundle, by the same script as on Windows."""
    copy_fonts(PLACE / "fonts")
    script = ["build_spec/build_windows.py", "--bundle-only", "--fonts", "build/wine/fonts"]
    wine(str(PYTHON / "python.exe"), *script, "--python", "build/wine/python/python.exe")
    for name in _LACKED_BY_WINE:
        shutil.copyfile(PYTHON / name, contents_of(build_windows.DIST / "so-cchc") / name)
    write_manifest(build_windows.DIST / "so-cchc", bundle.version(), "windows-x86_64")


def pack() -> None:
    """Portable edition, installer and list of sums, with the stub that a Wine of 64 bits can run."""
    build_windows.main(["--installer-only", "--target", "amd64-unicode"])


def installed_folder() -> Path:
    """Where the installer puts the program under Wine."""
    users = PLACE / "prefix" / "drive_c" / "users"
    (user,) = (folder for folder in users.iterdir() if folder.name != "Public")
    return user / "AppData" / "Local" / "Programs" / "So CCHC"


def install() -> None:
    """Install twice (the second time over the first) with data in place, which must still be there."""
    kept = _put_data()
    setup = next(build_windows.DIST.glob("*-setup.exe"))
    for _ in range(2):
        wine(str(setup), "/S")
        _expect((installed_folder() / "so-cchc.exe").exists(), "the program was not installed")
    _expect(kept.exists(), "installing took data away")


def _put_data() -> Path:
    wine("cmd", "/c", "exit")
    data = installed_folder().parent.parent / "So CCHC"
    data.mkdir(parents=True, exist_ok=True)
    kept = data / "kept.txt"
    kept.write_text("kept")
    return kept


def smoke() -> None:
    """The smoke test on the installed program."""
    program = str(installed_folder() / "so-cchc.exe")
    command = [sys.executable, str(ROOT / "build_spec" / "smoke_test.py"), program, "--through", "wine"]
    subprocess.run(command, check=True, env=wine_settings())


def uninstall() -> None:
    """Remove the program: its folder goes, the data stay."""
    folder = installed_folder()
    # With _?= the uninstaller works in place, so that its end can be waited for, and cannot remove itself.
    wine(str(folder / "uninstall.exe"), "/S", f"_?=C:{str(folder).partition('drive_c')[2]}".replace("/", "\\"))
    _expect(not (folder / "so-cchc.exe").exists(), "the program is still there")
    _expect((folder.parent.parent / "So CCHC" / "kept.txt").exists(), "uninstalling took data away")


def _expect(is_so: bool, otherwise: str) -> None:
    if not is_so:
        raise SystemExit(f"FAILED: {otherwise}")


STEPS: dict[str, Callable[[], None]] = {
    "fetch": fetch_packages,
    "python": make_python,
    "freeze": freeze,
    "pack": pack,
    "install": install,
    "smoke": smoke,
    "uninstall": uninstall,
}


def main(arguments: list[str]) -> int:
    """Carry out the named steps, or all; returns 0 when every one succeeded."""
    lacking = [tool for tool in TOOLS if not shutil.which(tool)]
    _expect(not lacking, f"missing on this system: {', '.join(lacking)}")
    for name in arguments or STEPS:
        begun = time.monotonic()
        STEPS[name]()
        print(f"{name:10} {time.monotonic() - begun:6.1f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
