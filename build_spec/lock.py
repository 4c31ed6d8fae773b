"""Writes the two lock files anew from pyproject.toml (needs pip-tools): ``python build_spec/lock.py``.

The lock files carry hashes and no registry address. pip-compile drops requirements that only another system needs,
so those are locked apart and added with their marker.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WINDOWS_ONLY_FOR_TESTS = ("colorama",)
OPTIONS = (
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
    "--allow-unsafe",
    "--strip-extras",
    "--no-header",
    "--no-annotate",
    "--quiet",
)


def compile_lock(source: Path, target: Path, *options: str) -> str:
    """Resolve ``source`` into ``target`` and return its text. Raises CalledProcessError when that fails."""
    command = [sys.executable, "-m", "piptools", "compile", *OPTIONS, *options, "-o", str(target), str(source)]
    subprocess.run(command, check=True, cwd=ROOT)
    locked = target.read_text(encoding="utf-8").splitlines(keepends=True)
    target.write_text("".join(line for line in locked if line.strip() and not line.startswith("#")), encoding="utf-8")
    return target.read_text(encoding="utf-8")


def windows_only() -> str:
    """Lock lines of what only Windows needs, each with its marker."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "windows.in")
        source.write_text("\n".join(WINDOWS_ONLY_FOR_TESTS), encoding="utf-8")
        locked = compile_lock(source, Path(folder, "windows.txt"))
    return "\n".join(
        line.replace(" \\", ' ; sys_platform == "win32" \\') if "==" in line else line for line in locked.splitlines()
    )


def main() -> None:
    """Lock the tests first; the program gets the same versions."""
    tests = ROOT / "requirements-test.txt"
    locked = compile_lock(ROOT / "pyproject.toml", tests, "--extra", "test")
    program = ROOT / "requirements.txt"
    compile_lock(ROOT / "pyproject.toml", program, "--constraint", tests.name)
    tests.write_text(locked + windows_only() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
