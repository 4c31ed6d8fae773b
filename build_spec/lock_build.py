"""Writes the lock file of the tools that freeze the program (needs pip-tools): ``python build_spec/lock_build.py``."""

import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from build_spec.lock import compile_lock  # noqa: E402

LOCK = ROOT / "requirements-build.txt"
WINDOWS_ONLY = ("pefile", "pywin32-ctypes")


def wanted(project: str) -> list[str]:
    """The requirements of the extra ``build`` in the text of pyproject.toml."""
    return list(tomllib.loads(project)["project"]["optional-dependencies"]["build"])


def only_on_windows(locked: str) -> str:
    """``locked`` with the marker that keeps what only Windows needs away from other systems."""
    lines = locked.splitlines(keepends=True)
    return "".join(
        line.replace(" \\", ' ; sys_platform == "win32" \\') if line.startswith(WINDOWS_ONLY) else line
        for line in lines
    )


def main() -> None:
    """Lock for both systems at once; what the program itself needs keeps its version."""
    asked = wanted((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "build.in")
        source.write_text("\n".join([*asked, *WINDOWS_ONLY]), encoding="utf-8")
        constraints = ("--constraint", str(ROOT / "requirements-test.txt"))
        LOCK.write_text(only_on_windows(compile_lock(source, LOCK, *constraints)), encoding="utf-8")


if __name__ == "__main__":
    main()
