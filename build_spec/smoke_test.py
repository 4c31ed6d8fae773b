"""Drives a frozen program as an office would: ``python build_spec/smoke_test.py PROGRAM [--through wine]``.

Standard library only, so that it runs beside any bundle, installed or not. Fails on a wrong exit status, on any line
on standard error that is not a sentence of the program, on a missing file of the bundle and on a written crash log.
"""

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from build_spec.bundle_files import missing_files  # noqa: E402
from build_spec.manifest import changed_parts, contents_of  # noqa: E402
from build_spec.sentences import foreign_lines, sentences  # noqa: E402
from build_spec.smoke_window import open_and_close  # noqa: E402

SAMPLE = ROOT / "resources" / "samples" / "an-phu-mau-2026.json"
OLD_DATA = ROOT / "tests" / "migrations" / "0001.sql"
DATABASE = "so-cchc.db"
LOG = "so-cchc.log"
_SECONDS = 300
_BEGINNINGS = {"pdf": b"%PDF-", "docx": b"PK", "xlsx": b"PK", "json": b"{", "zip": b"PK"}


class Failed(Exception):
    """What the smoke test found wrong."""


@dataclass(slots=True)
class Program:
    """The frozen program under test, started in ``folder``; every file is named relative to it, since a Windows
    program under Wine reads no path of this system."""

    path: Path
    folder: Path
    through: Sequence[str] = ()
    known: list[str] = field(default_factory=sentences)

    def command(self, *arguments: str, window: bool = False) -> list[str]:
        """The command line; on Windows commands go to the program beside the window's that has a console."""
        commands = self.path.with_name("so-cchc-cli.exe")
        path = commands if not window and commands.exists() else self.path
        return [*self.through, str(path), *arguments]

    def run(self, *arguments: str) -> str:
        """Standard output of one command on the data folder "data". Raises Failed where anything is amiss."""
        command = self.command(*arguments, "--data", "data") if arguments != ("--help",) else self.command("--help")
        done = subprocess.run(
            command, cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False
        )
        self.judge(" ".join(arguments), done.returncode, done.stderr.decode("utf-8", "replace"))
        return done.stdout.decode("utf-8")

    def judge(self, what: str, status: int, errors: str) -> None:
        """Raises Failed for a status other than 0 or a line that is no sentence of the program."""
        foreign = foreign_lines(errors, self.known)
        if status or foreign:
            raise Failed(f"{what}: status {status}, lines on standard error: {foreign or errors}")


def check_bundle(program: Program) -> None:
    """Every resource, migration, font and library lies in the bundle."""
    if missing := missing_files(program.path.resolve().parent):
        raise Failed(f"not in the bundle: {', '.join(missing)}")


def check_manifest(program: Program) -> None:
    """The list of parts that updates are checked by names every file of the bundle with its hash."""
    bundle = program.path.resolve().parent
    listed = contents_of(bundle) / "manifest.json"
    if not listed.is_file():
        raise Failed(f"{listed} is missing")
    if wrong := changed_parts(bundle, json.loads(listed.read_text(encoding="utf-8"))):
        raise Failed(f"not as listed in {listed.name}: {', '.join(wrong[:10])}")


def check_plans(program: Program) -> None:
    """Import the sample, export it in every format and read the files back."""
    shutil.copyfile(SAMPLE, program.folder / "kế hoạch mẫu.json")
    program.run("--help")
    program.run("import", "kế hoạch mẫu.json")
    for kind in ("pdf", "docx", "xlsx", "json"):
        program.run("export", "1", "--format", kind, "--output", f"kế hoạch in ra.{kind}")
        expect_file(program.folder / f"kế hoạch in ra.{kind}")
    program.run("import", "kế hoạch in ra.docx", "kế hoạch in ra.xlsx", "--year", "2026")
    if (plans := len(json.loads(program.run("plans", "--json")))) != 3:
        raise Failed(f"plans: {plans} instead of 3")


def check_tracking(program: Program) -> None:
    """Read deadlines, count, and make the reports of a period."""
    program.run("deadline", "Quý III/2026", "--year", "2026")
    program.run("deadlines", "1")
    program.run("status", "1", "--as-of", "2026-06-30")
    for kind in ("pdf", "docx", "xlsx"):
        program.run("report", "1", "--period", "2026-6M", "--format", kind, "--output", f"báo cáo.{kind}")
        expect_file(program.folder / f"báo cáo.{kind}")


def check_backup(program: Program) -> None:
    """Back up, check, restore, and find the same plans."""
    before = program.run("plans", "--json")
    program.run("backup", "sao lưu.zip")
    expect_file(program.folder / "sao lưu.zip")
    program.run("check")
    program.run("restore", "sao lưu.zip")
    if program.run("plans", "--json") != before:
        raise Failed("restore: other plans than before")


def check_old_data(program: Program) -> None:
    """The first released schema is migrated: only then are the migrations of the bundle loaded."""
    folder = program.folder / "old"
    folder.mkdir()
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        connection.executescript(OLD_DATA.read_text(encoding="utf-8"))
    old = Program(program.path, folder, program.through, program.known)
    (folder / "data").mkdir()
    (folder / DATABASE).rename(folder / "data" / DATABASE)
    old.run("plans")
    if not list((folder / "data").glob("*.bak")):
        raise Failed("old data: no copy from before the migration")


def check_window(program: Program) -> None:
    """The window opens, paints (only then is the database made), and closes when asked."""
    seen = open_and_close(program.command("--data", "window", window=True), program.folder, "window")
    program.judge("window", seen.status, seen.errors)
    print(f"  window painted and data open after {seen.seconds:.2f} s", flush=True)


def expect_file(file: Path) -> None:
    """Raises Failed unless ``file`` begins as its kind does."""
    beginning = _BEGINNINGS[file.suffix.removeprefix(".")]
    if not file.is_file() or not file.read_bytes().startswith(beginning):
        raise Failed(f"{file.name}: missing or of another kind")


def check_logs(program: Program) -> None:
    """Nothing crashed unseen."""
    for log in program.folder.rglob(LOG):
        raise Failed(f"{log}: {log.read_text(encoding='utf-8')}")


CHECKS: tuple[Callable[[Program], None], ...] = (
    check_bundle,
    check_manifest,
    check_plans,
    check_tracking,
    check_backup,
    check_old_data,
    check_window,
    check_logs,
)


def run_checks(program: Program) -> int:
    """Run all checks in turn; returns how many failed."""
    failures = 0
    for check in CHECKS:
        begun = time.monotonic()
        try:
            check(program)
            outcome = "good"
        except (Failed, OSError, ValueError, subprocess.TimeoutExpired) as error:
            failures += 1
            outcome = f"FAILED: {error}"
        print(f"{check.__name__:16} {time.monotonic() - begun:5.1f} s  {outcome}", flush=True)
    return failures


def main(arguments: list[str]) -> int:
    """Returns 0 when every check passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path)
    parser.add_argument("--through", default="", help="program that starts it, such as wine")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="so-cchc-", ignore_cleanup_errors=True) as scratch:
        program = Program(Path(os.path.realpath(asked.program)), Path(scratch), asked.through.split())
        return 1 if run_checks(program) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
