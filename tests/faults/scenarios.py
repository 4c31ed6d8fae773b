"""What a process does until it is killed, telling each thing once it is done, and what must be there afterwards."""

import hashlib
import signal
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date, datetime
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, Protocol

from app.domain.imported import ImportedPlan
from app.domain.proof import Proof, ProofFile
from app.exchange.proof_types import proof_types
from app.exchange.samples import sample_plan
from app.ports import CellEdit, Draft
from app.services.imports import add_imported
from app.services.proofs import add_proof
from db.auto_backup import back_up_automatically
from db.backup import back_up
from db.check import check
from db.database_copy import DATABASE
from db.proof_files import ProofFiles
from db.restore import look_into, restore
from db.storage import DatabaseStorage, open_storage
from tests.faults.forked import Ack

OLDEST = Path(__file__).resolve().parents[1] / "migrations" / "0001.sql"
_MANY = 400
_PASSWORD = "mật khẩu của xã"
_PLANS = {"một": 1, "hai": 3}
"""How many plans the two backups hold that are restored in turn."""
Told = Sequence[tuple[Any, ...]]


class Edits:
    """Cells are edited, and a draft is kept while a text is typed."""

    name = "edits and drafts"

    def prepare(self, folder: Path) -> None:
        """A plan to edit."""
        _fill(folder)

    def work(self, folder: Path, start: int, chance: Random, ack: Ack) -> None:
        """Edit one cell after another, each to a larger number."""
        storage = open_storage(folder)
        places = _places(storage)
        ack(("open",))
        for number in count(start):
            row, column = chance.choice(places)
            storage.save_draft(Draft(row, column, str(number), datetime.now()))
            ack(("draft", number))
            storage.write("sửa ô", _Edit(row, column, str(number)))
            ack(("cell", (row, column), number))

    def verify(self, folder: Path, told: Told) -> list[str]:
        """Every number told is there, unless a later one that was under way is."""
        last = {line[1]: line[2] for line in told if line[0] == "cell"}
        typed = max((line[1] for line in told if line[0] == "draft"), default=0)
        with closing(open_storage(folder)) as storage:
            stored = storage.read(lambda work: work.get_cells(list(last)))
            drafts = max((int(one.text) for one in storage.drafts()), default=0)
        lost = [place for place, number in last.items() if int(stored[place] or 0) < number]
        return [f"lost edit {place}" for place in lost] + (["lost draft"] if drafts < typed else [])


class Imports:
    """Plans are imported, each in one step."""

    name = "imports"

    def prepare(self, folder: Path) -> None:
        """Nothing yet."""
        open_storage(folder).close()

    def work(self, folder: Path, start: int, chance: Random, ack: Ack) -> None:
        """Import the sample again and again, and take old ones away so that the data stay small."""
        storage = open_storage(folder)
        imported = ImportedPlan("mẫu.json", sample_plan())
        ack(("open",))
        while True:
            added = storage.write("nhập", lambda work: add_imported(work, [imported])).result
            ack(("added", *added))
            plans = storage.read(lambda work: work.list_plans())
            if len(plans) > 8:
                oldest = min(plan.id for plan in plans)
                ack(("removing", oldest))
                storage.write("xóa", lambda work: work.remove_plan(oldest))  # noqa: B023 - run at once

    def verify(self, folder: Path, told: Told) -> list[str]:
        """Every plan told is there, unless it was to be removed; every plan there is whole."""
        added = {line[1] for line in told if line[0] == "added"}
        removed = {line[1] for line in told if line[0] == "removing"}
        whole = _rows_of_sample()
        with closing(open_storage(folder)) as storage:
            plans = storage.read(lambda work: work.list_plans())
            rows = {plan.id: _cells(storage, plan.id) for plan in plans}
        lost = added - removed - rows.keys()
        return [f"lost plan {one}" for one in lost] + [f"half of plan {one}" for one in rows if rows[one] != whole]


class Proofs:
    """Files of proofs are taken in and entered."""

    name = "proofs"

    def prepare(self, folder: Path) -> None:
        """Nothing yet."""
        open_storage(folder).close()

    def work(self, folder: Path, start: int, chance: Random, ack: Ack) -> None:
        """Keep one file after another."""
        storage, files = open_storage(folder), ProofFiles(folder, proof_types())
        ack(("open",))
        for number in count(start):
            size = chance.choice((100, 5_000, 300_000))
            file = files.keep_bytes(hashlib.sha256(str(number).encode()).digest() * (size // 32), f"{number}.pdf")
            proof = Proof(None, f"{number}/BC-UBND", None, "Báo cáo", file, date(2026, 3, 18))
            storage.write("đính kèm", _Prove(proof))
            ack(("kept", file))

    def verify(self, folder: Path, told: Told) -> list[str]:
        """Every file told is there and entered; ``check`` reads them through."""
        kept: list[ProofFile] = [line[1] for line in told if line[0] == "kept"]
        with closing(open_storage(folder)) as storage:
            entered = {proof.file for proof in storage.read(lambda work: work.proofs())}
        faults = [fault for fault in ProofFiles(folder, proof_types()).check(kept) if fault.name in _names(kept)]
        return [f"lost file {fault}" for fault in faults] + [f"lost proof {one}" for one in set(kept) - entered]


class Backups:
    """Backups are made, automatic ones and whole ones, between edits."""

    name = "backups"

    def prepare(self, folder: Path) -> None:
        """A plan to edit."""
        _fill(folder)

    def work(self, folder: Path, start: int, chance: Random, ack: Ack) -> None:
        """Edit, back up, edit, back up."""
        storage = open_storage(folder)
        places = _places(storage)
        ack(("open",))
        for number in count(start):
            row, column = chance.choice(places)
            storage.write("sửa ô", _Edit(row, column, str(number)))
            ack(("cell", (row, column), number))
            if number % 3 == 1:
                ack(("copy", back_up_automatically(folder, datetime.now())))
            else:
                name, password = ("usb.zip", "") if number % 3 else ("khóa.zip", _PASSWORD)
                back_up(folder, folder.parent / name, password)
                ack(("copy", folder.parent / name))

    def verify(self, folder: Path, told: Told) -> list[str]:
        """No edit is lost, and every backup there is a whole one; old ones may have been thinned out."""
        files = [folder.parent / "usb.zip", folder.parent / "khóa.zip", *(folder / "sao-luu").glob("*.zip")]
        bad = [file.name for file in files if file.exists() and not _is_good(folder, file)]
        newest = [line[1] for line in told if line[0] == "copy"][-1:]
        gone = [file.name for file in newest if not file.exists()]
        wrong = [f"bad backup {name}" for name in bad] + [f"lost backup {name}" for name in gone]
        return Edits().verify(folder, told) + wrong


class Restores:
    """One backup is put in place of another and back."""

    name = "restores"

    def prepare(self, folder: Path) -> None:
        """Two backups of data that share nothing."""
        for name, times in _PLANS.items():
            _fill(folder.parent / name, times)
            ProofFiles(folder.parent / name, proof_types()).keep_bytes(name.encode() * 500, f"{name}.pdf")
            back_up(folder.parent / name, folder.parent / f"{name}.zip")
        folder.mkdir()
        restore(folder, folder.parent / "một.zip")

    def work(self, folder: Path, start: int, chance: Random, ack: Ack) -> None:
        """Restore one, then the other."""
        ack(("open",))
        for number in count(start):
            name = "hai" if number % 2 else "một"
            ack(("restoring", name))
            _, kept = restore(folder, folder.parent / f"{name}.zip")
            ack(("restored", name))
            if kept:
                kept.unlink()

    def verify(self, folder: Path, told: Told) -> list[str]:
        """The data are those of the backup told last, or of one that was under way since."""
        done = max((place for place, line in enumerate(told) if line[0] == "restored"), default=None)
        since = [line for line in told[done:] if line[0] != "open"]
        possible = {line[1] for line in since} if done is not None else set(_PLANS)
        with closing(open_storage(folder)) as storage:
            plans = len(storage.read(lambda work: work.list_plans()))
        return [] if plans in [_PLANS[one] for one in possible] else ["data of neither backup"]


class Migrations:
    """Data of the first version are brought up to date."""

    name = "migrations"

    def prepare(self, folder: Path) -> None:
        """Data of the first version with many rows."""
        folder.mkdir(exist_ok=True)
        make_oldest(folder, _MANY)

    def work(self, folder: Path, start: int, chance: Random, ack: Ack) -> None:
        """Open them."""
        ack(("open",))
        open_storage(folder).close()
        ack(("migrated",))
        signal.pause()

    def verify(self, folder: Path, told: Told) -> list[str]:
        """Nothing of them is lost, whether or not it came to the end; then the next round begins anew."""
        with closing(open_storage(folder)) as storage:
            plan = storage.read(lambda work: work.get_plan(1))
        rows = len(plan.appendices[0].rows)
        return [] if rows == 3 + _MANY and plan.appendices[0].rows[1].cells[1] == "Rà soát văn bản" else ["rows lost"]


def make_oldest(folder: Path, more: int = 0) -> Path:
    """A database of the first released version in ``folder``, with ``more`` rows than the sample of it."""
    file = folder / DATABASE
    with closing(sqlite3.connect(file)) as opened, opened:
        opened.executescript(OLDEST.read_text(encoding="utf-8"))
        opened.executemany(
            "INSERT INTO row VALUES (?, 1, ?, 'item', '', '', 0)",
            [(number, number << 32) for number in range(100, 100 + more)],
        )
        opened.executemany(
            "INSERT INTO cell VALUES (?, 2, ?)", [(number, "Nhiệm vụ " * 40) for number in range(100, 100 + more)]
        )
    return file


def sound(folder: Path) -> list[str]:
    """What ``check`` finds wrong."""
    check(folder)
    return []


class _Edit:
    """One cell written."""

    def __init__(self, row: int, column: int, text: str) -> None:
        self._edit = CellEdit(row, column, text)

    def __call__(self, work: Any) -> None:
        work.save_cells([self._edit])


class _Prove:
    """One proof entered."""

    def __init__(self, proof: Proof) -> None:
        self._proof = proof

    def __call__(self, work: Any) -> int:
        return add_proof(work, self._proof, [])


def _fill(folder: Path, times: int = 1) -> None:
    imported = ImportedPlan("mẫu.json", sample_plan())
    with closing(open_storage(folder)) as storage:
        storage.write("nhập", lambda work: add_imported(work, [imported] * times))


def _places(storage: DatabaseStorage) -> list[tuple[int, int]]:
    """The cells of the third column of every item row of the first plan."""
    plan = storage.read(lambda work: work.get_plan(work.list_plans()[0].id))
    return [(row.id or 0, part.columns[2].id or 0) for part in plan.appendices for row in part.rows if row.cells]


def _cells(storage: DatabaseStorage, plan_id: int) -> list[object]:
    plan = storage.read(lambda work: work.get_plan(plan_id))
    return [row.cells for part in plan.appendices for row in part.rows]


def _rows_of_sample() -> list[object]:
    return [row.cells for part in sample_plan().appendices for row in part.rows]


def _names(kept: Sequence[ProofFile]) -> set[str]:
    return {file.name for file in kept}


def _is_good(folder: Path, file: Path) -> bool:
    try:
        return look_into(folder, file, _PASSWORD).rows > 0
    except Exception:
        return False


class Scenario(Protocol):
    """What is done in the killed process, and looked at after it."""

    name: str

    def prepare(self, folder: Path) -> None:
        """Make the data folder ``folder``."""

    def work(self, folder: Path, start: int, chance: Random, ack: Ack) -> None:
        """Do something again and again, numbered from ``start``."""

    def verify(self, folder: Path, told: Told) -> list[str]:
        """What is wrong with the data, given what ``work`` has told."""


SCENARIOS: tuple[Callable[[], Scenario], ...] = (Edits, Imports, Proofs, Backups, Restores, Migrations)
