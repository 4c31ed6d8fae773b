"""Data folders and backups that tests of backups start from."""

import json
import os
import sqlite3
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from app.domain.errors import Refused
from app.domain.proof import ProofFile, ProofTypes
from app.texts import sentence_for
from db.database_copy import DATABASE
from db.proof_files import ProofFiles
from db.schema import create

ROOT = Path(__file__).resolve().parents[2]
TYPES = ProofTypes(frozenset({"pdf", "docx", "png"}), frozenset(), 50 << 20)

_PLAN = "INSERT INTO plan (title, year, recipients, legal_bases) VALUES (?, 2026, '[]', '[]')"
_APPENDIX = "INSERT INTO appendix (plan_id, position, label, title) VALUES (?, 0, '', '')"
_ROW = "INSERT INTO row (appendix_id, position, kind, ordinal, text, numbered) VALUES (?, 0, ?, '', '', 0)"
_PROOF = """INSERT INTO proof (number, title, file_name, sha256, size, added_on)
    VALUES ('', 'Báo cáo', ?, ?, ?, '2026-03-18')"""

ABOUT = json.dumps({"format": "so-cchc-backup/1", "made_on": "2026-03-01"}).encode()


def make_data(folder: Path, *titles: str) -> Path:
    """A data folder with one plan of two item rows for each title."""
    folder.mkdir(exist_ok=True)
    engine = create_engine(f"sqlite:///{folder / DATABASE}")
    with engine.begin() as connection:
        create(connection)
    engine.dispose()
    with closing(sqlite3.connect(folder / DATABASE)) as raw, raw:
        raw.execute("PRAGMA journal_mode = WAL")
        for number, title in enumerate(titles, 1):
            raw.execute(_PLAN, (title,))
            raw.execute(_APPENDIX, (number,))
            raw.executemany(_ROW, [(number, kind) for kind in ("section", "item", "item")])
    return folder


def titles_in(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        return [line[0] for line in connection.execute("SELECT title FROM plan ORDER BY id")]


def refusal(call: Callable[[], object]) -> str:
    """The sentence with which ``call`` is refused."""
    with pytest.raises(Refused) as refused:
        call()
    return sentence_for(refused.value)


def write_zip(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)


def store_in(folder: Path) -> ProofFiles:
    """The files of proofs in a data folder."""
    return ProofFiles(folder, TYPES)


def add_proof(folder: Path, content: bytes, name: str) -> ProofFile:
    """Keep a file in the data folder and enter a proof that uses it."""
    file = store_in(folder).keep_bytes(content, name)
    enter_proof(folder, file)
    return file


def enter_proof(folder: Path, file: ProofFile) -> None:
    """Enter a proof that uses ``file``, there or not."""
    with closing(sqlite3.connect(folder / DATABASE)) as raw, raw:
        raw.execute(_PROOF, (file.name, file.sha256, file.size))


def members_of(file: Path) -> dict[str, bytes]:
    """Everything in a zip."""
    with zipfile.ZipFile(file) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file in ``folder`` with its content, the database's own and the lock left out."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and DATABASE not in path.name)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def small_disk(folder: Path, megabytes: int) -> None:
    """Mount a disk of its own on ``folder``; the test is skipped where that is impossible."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    try:
        done = subprocess.run(command, capture_output=True).returncode == 0
    except FileNotFoundError:
        done = False
    if not done:
        pytest.skip("no small disk can be mounted here")


def unmount(folder: Path) -> None:
    """Take the small disk away."""
    subprocess.run(["umount", str(folder)], check=True)


def leave_free(folder: Path, room: int) -> None:
    """Fill the disk of ``folder`` until ``room`` bytes are left."""
    filler = folder / "đầy"
    filler.write_bytes(b"")
    used = os.statvfs(folder)
    filler.write_bytes(b"x" * max(0, used.f_bavail * used.f_frsize - room))


def killed_at(code: str, arguments: list[str], seconds: float) -> list[str]:
    """Run the Python ``code`` until it has said a line and ``seconds`` have passed, then kill it; answers the lines."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-P", "-c", code, *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(seconds)  # the moment of the kill is what varies
        process.kill()
        return [line for line in [first, *process.stdout] if line.endswith("\n")]
