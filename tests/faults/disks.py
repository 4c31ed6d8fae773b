"""Full disks: every thing the program writes is tried with so little room that it ends at each of its writes in turn.

A small disk of its own (tmpfs) is filled up to a few pages; the room grows until the thing succeeds.
"""

import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path

from app.domain.errors import Refused
from app.domain.imported import ImportedPlan
from app.domain.proof import Proof
from app.exchange.proof_types import proof_types
from app.exchange.samples import sample_plan
from app.ports import Draft
from app.services.imports import add_imported
from app.services.proofs import add_proof
from app.texts import sentence_for
from db.auto_backup import back_up_automatically
from db.backup import back_up
from db.check import check
from db.database_copy import DATABASE
from db.proof_files import ProofFiles
from db.restore import restore
from db.storage import open_storage
from tests.db.data_folders import leave_free, unmount
from tests.faults.forked import bounded
from tests.faults.scenarios import make_oldest
from tests.fuzz.seeds import fill

_PAGE = 4096
_DISK = 6
_MOST_ROOM = 4 << 20
_SECONDS = 60
Act = Callable[[Path, Path], None]
State = tuple[object, ...]


@dataclass(slots=True)
class Tally:
    """How often one thing was tried on a full disk, how often it was refused, and what was wrong."""

    name: str
    tries: int = 0
    refused: int = 0
    wrong: list[str] = field(default_factory=list)


def edit(data: Path, _other: Path) -> None:
    """One cell."""
    with closing(open_storage(data)) as storage:
        part = storage.read(lambda work: work.get_plan(1)).appendices[0]
        place = (part.rows[1].id or 0, part.columns[2].id or 0)
        storage.write("sửa", lambda work: work.save_section(part.rows[0].id or 0, "I", "ĐỀ MỤC " * 2_000))
        storage.save_draft(Draft(*place, "đang gõ " * 2_000, datetime(2026, 1, 2)))


def take_in(data: Path, _other: Path) -> None:
    """A plan."""
    with closing(open_storage(data)) as storage:
        storage.write("nhập", lambda work: add_imported(work, [ImportedPlan("mẫu.json", sample_plan())]))


def prove(data: Path, _other: Path) -> None:
    """A file of a proof."""
    file = ProofFiles(data, proof_types()).keep_bytes(b"%PDF" + bytes(60_000), "mới.pdf")
    with closing(open_storage(data)) as storage:
        proof = Proof(None, "1/BC-UBND", None, "Báo cáo", file, date(2026, 3, 18))
        storage.write("đính kèm", lambda work: add_proof(work, proof, []))


def copy_automatically(data: Path, _other: Path) -> None:
    """An automatic backup."""
    back_up_automatically(data, datetime(2026, 6, 17))


def copy_whole(data: Path, _other: Path) -> None:
    """A backup of everything, over an older one."""
    back_up(data, data / "sao lưu.zip")


def copy_locked(data: Path, _other: Path) -> None:
    """A backup of everything with a password, over an older one."""
    back_up(data, data / "sao lưu.zip", "mật khẩu của xã")


def put_back(data: Path, other: Path) -> None:
    """A backup restored."""
    restore(data, other / "khác.zip")


def bring_up_to_date(data: Path, _other: Path) -> None:
    """Data of the first version opened."""
    open_storage(data).close()


def begin(data: Path, _other: Path) -> None:
    """A new data folder."""
    open_storage(data / "mới").close()


THINGS: dict[str, Act] = {
    "edit and draft": edit,
    "import": take_in,
    "proof": prove,
    "automatic backup": copy_automatically,
    "backup": copy_whole,
    "locked backup": copy_locked,
    "restore": put_back,
    "migration": bring_up_to_date,
    "new folder": begin,
}


def fill_disks(folder: Path, step: int, names: tuple[str, ...] = tuple(THINGS)) -> Iterator[Tally]:
    """Try everything named with room for 0, ``step``, 2 * ``step`` pages ... until it succeeds."""
    first, old, other = folder / "gốc", folder / "cũ", folder / "khác"
    fill(first)
    back_up(first, first / "sao lưu.zip")
    old.mkdir()
    make_oldest(old, 20)
    _make_other(other)
    with _small_disk(folder / "đĩa") as disk:
        for name in names:
            yield _try(name, old if name == "migration" else first, other, disk, step)


def _make_other(folder: Path) -> None:
    fill(folder / "dữ liệu")
    with closing(open_storage(folder / "dữ liệu")) as storage:
        storage.write("nhập", lambda work: add_imported(work, [ImportedPlan("hai", sample_plan())]))
    ProofFiles(folder / "dữ liệu", proof_types()).keep_bytes(b"%PDF khac" * 5_000, "khác.pdf")
    back_up(folder / "dữ liệu", folder / "khác.zip")


@contextmanager
def _small_disk(place: Path) -> Iterator[Path]:
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_DISK}m", "tmpfs", str(place)], check=True)
    try:
        yield place
    finally:
        unmount(place)


def _try(name: str, first: Path, other: Path, disk: Path, step: int) -> Tally:
    tally, data = Tally(name), disk / "dữ liệu"
    for room in range(0, _MOST_ROOM, step * _PAGE):
        shutil.copytree(first, data)
        before = bounded(partial(state_of, data), _SECONDS).answer
        leave_free(disk, room)
        refused = bounded(partial(_sentence, THINGS[name], data, other), _SECONDS)
        (disk / "đầy").unlink()
        tally.tries += 1
        tally.refused += bool(refused.answer)
        tally.wrong += [f"{name} with {room} bytes: {line}" for line in _found(name, data, other, before, refused)]
        shutil.rmtree(data)
        if not refused.answer and not refused.trouble:
            return tally
    tally.wrong.append(f"{name}: no room was enough")
    return tally


def _sentence(act: Act, data: Path, other: Path) -> str:
    """The sentence with which it was refused; "" where it was done."""
    try:
        act(data, other)
    except Refused as refused:
        return sentence_for(refused)
    return ""


def _found(name: str, data: Path, other: Path, before: State, refused: object) -> list[str]:
    """What is wrong after a try, there being room again."""
    trouble, answer = getattr(refused, "trouble", ""), getattr(refused, "answer", "")
    if trouble:
        return [trouble.strip().splitlines()[-1]]
    found = []
    left = [one.name for one in data.rglob(".*") if one.name not in (".", "..")]
    if left:
        found.append(f"left behind: {left[:3]}")
    after = bounded(partial(state_of, data), _SECONDS)
    # the first of two steps may be done, and what they take in is whole
    if answer and after.answer != before and name != "edit and draft":
        found.append(f"something was written: {after.trouble.strip().splitlines()[-1:]}")
    again = bounded(partial(_again, THINGS[name], data, other), _SECONDS)
    return found + ([f"not again: {again.trouble.strip().splitlines()[-1]}"] if again.trouble else [])


def _again(act: Act, data: Path, other: Path) -> None:
    act(data, other)
    check(data)


def state_of(data: Path) -> State:
    """The lines of the database, and the files beside it that a person would see; a whole file of a proof, or a whole
    copy of data to be migrated, may be one too many."""
    if not (data / DATABASE).exists():
        return ()
    with closing(sqlite3.connect(data / DATABASE)) as opened:
        lines = list(opened.iterdump())
    files = sorted(one.relative_to(data).as_posix() for one in data.rglob("*") if one.is_file())
    for kept in data.glob("*.bak"):
        _must_be_sound(kept)
    return lines, [one for one in files if DATABASE not in one and not one.startswith("proofs/") and ".bak" not in one]


def _must_be_sound(database: Path) -> None:
    with closing(sqlite3.connect(database)) as opened:
        if opened.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            raise AssertionError(f"half of {database.name}")
