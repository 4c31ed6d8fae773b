"""Spoilt inputs read one by one, each in a process of its own with bounds of time and memory."""

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from db.database_copy import DATABASE
from tests.db.data_folders import tree
from tests.faults.forked import Ended, bounded
from tests.fuzz.mutations import checksum, mutated
from tests.fuzz.readings import READERS, read_input
from tests.fuzz.seeds import KINDS, fill, seeds

SECONDS = 10
MEGABYTES = 500


@dataclass(slots=True)
class Tally:
    """What became of the inputs of one kind; ``wrong`` names those that broke a rule."""

    read: int = 0
    refused: int = 0
    slowest: float = 0
    megabytes: float = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def inputs(self) -> int:
        """How many there were."""
        return self.read + self.refused + len(self.wrong)

    def count(self, kind: str, name: str, ended: Ended, changed: Sequence[str]) -> None:
        """Count one input; it was read where one of its readers took it."""
        self.slowest, self.megabytes = max(self.slowest, ended.seconds), max(self.megabytes, ended.megabytes)
        if ended.trouble or changed or ended.megabytes > MEGABYTES:
            said = ended.trouble.strip().splitlines()[-1:] or [*changed, f"{ended.megabytes:.0f} MB"]
            self.wrong.append(f"{name}: {said[0][:200]}")
        elif len(ended.answer) == len(READERS[kind]):
            self.refused += 1
        else:
            self.read += 1


class Bench:
    """A place where inputs are read: a data folder to try them on, a folder for temporary files, one for the input."""

    def __init__(self, folder: Path, kept: Path | None = None) -> None:
        self.seeds, self._data, self._spare = folder / "mầm", folder / "dữ liệu", folder / "tạm"
        self._input, self._first, self._kept = folder / "vào", folder / "gốc", kept
        for one in (self.seeds, self._spare, self._input):
            one.mkdir()
        fill(self._first)
        self._before = state_of(self._first)

    def read(self, kind: str, content: bytes, name: str = "", ending: str = "") -> tuple[Ended, list[str]]:
        """Read ``content`` as an input of ``kind``; how that ended, and what it changed that it should not have."""
        file = self._input / f"kế hoạch {name}{ending or KINDS[kind]}"
        file.write_bytes(content)
        shutil.copytree(self._first, self._data)
        ended = bounded(partial(self._work, kind, file), SECONDS, MEGABYTES)
        changed = self._changed(file, content, kind, ended)
        if self._kept and (changed or ended.trouble):
            (self._kept / file.name).write_bytes(content)
            (self._kept / f"{file.name}.txt").write_text(f"{ended.trouble}\n{changed}")
        shutil.rmtree(self._data)
        file.unlink()
        return ended, changed

    def _work(self, kind: str, file: Path) -> list[str]:
        tempfile.tempdir = str(self._spare)
        os.chdir(self._spare)
        return read_input(kind, file, self._data)

    def _changed(self, file: Path, content: bytes, kind: str, ended: Ended) -> list[str]:
        changed = ["the input was changed"] if file.read_bytes() != content else []
        left = [one.name for one in self._spare.iterdir()]
        if left and ended.trouble != "hang":
            changed.append(f"left behind: {left[:3]}")
        for one in self._spare.iterdir():
            shutil.rmtree(one) if one.is_dir() else one.unlink()
        refused = ended.answer is not None and len(ended.answer) == len(READERS[kind])
        if kind.endswith("backup") and refused and state_of(self._data) != self._before:
            changed.append("refused, and the data were changed")
        return [*changed, *(["wrote outside"] if self._strays() else [])]

    def _strays(self) -> bool:
        return sorted(one.name for one in self._input.parent.iterdir()) != ["dữ liệu", "gốc", "mầm", "tạm", "vào"]


def state_of(folder: Path) -> tuple[object, ...]:
    """Every file of a data folder and every line of its database."""
    with closing(sqlite3.connect(folder / DATABASE)) as opened:
        lines = hashlib.sha256("\n".join(opened.iterdump()).encode()).hexdigest()
    return tree(folder), lines


def inputs(kind: str, count: int, seed: int, folder: Path) -> Iterator[tuple[str, bytes]]:
    """``count`` spoilt inputs of ``kind``, each with a name; the same for the same ``seed``."""
    known = seeds(kind, folder)
    others = [one for name in KINDS if name != kind for one in seeds(name, folder)]
    for number in range(count):
        chance = Random(f"{seed} {kind} {number}")
        content = mutated(kind, chance.choice(known), chance.choice(others), chance)
        yield f"{kind} {seed}-{number} {checksum(content):08x}", content


def run(kind: str, count: int, seed: int, bench: Bench) -> Tally:
    """Read ``count`` inputs of ``kind``."""
    tally = Tally()
    for name, content in inputs(kind, count, seed, bench.seeds):
        ended, changed = bench.read(kind, content, name)
        tally.count(kind, name, ended, changed)
    return tally
