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
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from build_spec.bundle_files import missing_files  # noqa: E402
from build_spec.manifest import changed_parts, contents_of  # noqa: E402
from build_spec.smoke_program import REFUSED, Failed, Program, expect_file  # noqa: E402
from build_spec.smoke_window import open_and_close  # noqa: E402

SAMPLE = ROOT / "resources" / "samples" / "an-phu-mau-2026.json"
OLD_DATA = ROOT / "tests" / "migrations" / "0001.sql"
DATABASE = "so-cchc.db"
LOG = "so-cchc.log"
PLANS = 3
"""How many plans the commands of the test leave."""
NAME, PASSWORD = "Văn phòng", "mật khẩu để thử"
SECRET = "$argon2id$v=19$m=65536,t=3,p=4$5xMG/lJ9In/rde2h/jFP1w$uiZ+E1LtrxPUmxN5mHWB/0ixOgCizFY3wnVD3gkUz9I"
"""An account for the test only, its password, and the hash that the program keeps of that."""


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
    if (plans := len(json.loads(program.run("plans", "--json")))) != PLANS:
        raise Failed(f"plans: {plans} instead of {PLANS}")


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


def check_locked_backup(program: Program) -> None:
    """A backup with a password cannot be read without it, is refused with another, and comes back with its own."""
    before = program.run("plans", "--json")
    program.run("backup", "có khóa.zip", "--password", typed=PASSWORD)
    with zipfile.ZipFile(program.folder / "có khóa.zip") as packed:
        if not all(member.flag_bits & 1 for member in packed.infolist()):
            raise Failed("backup --password: a part of the file is not locked")
    program.run("restore", "có khóa.zip", "--password", typed=PASSWORD[1:], expected=REFUSED)
    program.run("restore", "có khóa.zip", "--password", typed=PASSWORD)
    if program.run("plans", "--json") != before:
        raise Failed("restore --password: other plans than before")


def check_sign_in(program: Program) -> None:
    """Data with an account open for its name and password only."""
    folder = program.folder / "signed"
    shutil.copytree(program.folder / "data", folder / "data")
    with closing(sqlite3.connect(folder / "data" / DATABASE)) as connection, connection:
        values = (NAME, "admin", True, SECRET, 0)
        connection.execute("INSERT INTO account (name, role, is_on, secret, wrong) VALUES (?, ?, ?, ?, ?)", values)
    signed = Program(program.path, folder, program.through, program.known)
    signed.run("plans", expected=REFUSED)
    signed.run("plans", "--user", NAME, typed=PASSWORD[1:], expected=REFUSED)
    if len(json.loads(signed.run("plans", "--json", "--user", NAME, typed=PASSWORD))) != PLANS:
        raise Failed("plans --user: not the plans that are there")


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
    check_locked_backup,
    check_sign_in,
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
        print(f"{check.__name__:20} {time.monotonic() - begun:5.1f} s  {outcome}", flush=True)
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
