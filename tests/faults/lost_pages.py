"""Every page of a database lost in turn: it is refused with a good backup named, or opens with all that was in it."""

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from app.domain.errors import MachineTrouble
from app.domain.imported import ImportedPlan
from app.exchange.samples import sample_plan
from app.services.imports import add_imported
from db.auto_backup import back_up_automatically
from db.database_copy import DATABASE
from db.restore import restore
from db.salvage import salvage
from db.storage import open_storage
from tests.faults.forked import bounded

_PAGE = 4096
_PLANS = 4
_SECONDS = 60
_FILLERS: dict[str, Callable[[], bytes]] = {
    "zeros": lambda: bytes(_PAGE),
    "ones": lambda: b"\xff" * _PAGE,
    "noise": lambda: os.urandom(_PAGE),
}


@dataclass(slots=True)
class Tally:
    """How many states of damage were tried, refused, or harmless; how many cells were saved of those there were."""

    states: int = 0
    refused: int = 0
    harmless: int = 0
    saved: int = 0
    cells: int = 0
    wrong: list[str] = field(default_factory=list)

    def count(self, name: str, answer: tuple[str, int, int] | None, trouble: str) -> None:
        """Count one state."""
        self.states += 1
        if answer is None or answer[0].startswith("wrong"):
            self.wrong.append(f"{name}: {answer[0] if answer else trouble.strip().splitlines()[-1]}")
            return
        said, saved, cells = answer
        self.refused += said == "refused"
        self.harmless += said == "opened"
        self.saved, self.cells = self.saved + saved, self.cells + cells


def lose_pages(folder: Path, step: int) -> Tally:
    """Lose every ``step``-th page, and cut the file at every ``step``-th page."""
    first = folder / "gốc"
    copy, cells = bounded(partial(_make, first), _SECONDS).answer
    content, tally = (first / DATABASE).read_bytes(), Tally()
    for place in range(0, len(content), step * _PAGE):
        states = {name: content[:place] + filler() + content[place + _PAGE :] for name, filler in _FILLERS.items()}
        for name, state in {**states, "cut": content[:place]}.items():
            data = folder / "dữ liệu"
            shutil.copytree(first, data)
            (data / DATABASE).write_bytes(state)
            seen = bounded(partial(_look, data, data / "sao-luu" / copy, state, cells), _SECONDS)
            tally.count(f"page {place // _PAGE} {name}", seen.answer, seen.trouble)
            shutil.rmtree(data)
    return tally


def _make(folder: Path) -> tuple[str, int]:
    imported = ImportedPlan("mẫu.json", sample_plan())
    with closing(open_storage(folder)) as storage:
        storage.write("nhập", lambda work: add_imported(work, [imported] * _PLANS))
    return back_up_automatically(folder, datetime(2026, 6, 17)).name, _cells(folder)


def _cells(folder: Path) -> int:
    with closing(open_storage(folder)) as storage:
        plans = storage.read(lambda work: [work.get_plan(plan.id) for plan in work.list_plans()])
    return sum(len(row.cells) for plan in plans for part in plan.appendices for row in part.rows)


def _look(data: Path, copy: Path, state: bytes, cells: int) -> tuple[str, int, int]:
    """What came of one state, how many cells could be read, and of how many."""
    try:
        open_storage(data).close()
    except MachineTrouble as trouble:
        return _refused(data, copy, state, trouble, cells)
    return ("opened" if _cells(data) == cells else "wrong: opened with less"), cells, cells


def _refused(data: Path, copy: Path, state: bytes, trouble: MachineTrouble, cells: int) -> tuple[str, int, int]:
    if trouble.values.get("copy") != copy:
        return f"wrong: {trouble.key}", 0, cells
    if (data / DATABASE).read_bytes() != state:
        return "wrong: the file was changed", 0, cells
    saved = _saved(data)
    restore(data, copy)
    return ("refused" if _cells(data) == cells else "wrong: not restored"), saved, cells


def _saved(data: Path) -> int:
    spare = data / "thử.db"
    shutil.copyfile(data / DATABASE, spare)
    return len(salvage(spare)["cell"])
