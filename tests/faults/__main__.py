"""``./test faults``: kill -9, full disks and lost pages, with figures.

``./test faults --seed 7 --kills 30 --pages 8 kills pages`` runs some of it with other numbers: how many kills, and only
every eighth page lost or left free.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.faults.disks import fill_disks
from tests.faults.kills import kill_all
from tests.faults.lost_pages import lose_pages
from tests.faults.scenarios import SCENARIOS

_KILLS = 300
_MEMORY = Path("/dev/shm")
"""A kill takes nothing from a disk that it leaves in memory, and in memory more is done before it."""
_LINE = "{:<24}{:>10}{:>14}{:>8}"


def main(arguments: Sequence[str]) -> int:
    """Returns 0 where nothing was lost."""
    asked = _asked(arguments)
    wrong = [line for name in asked.parts or list(PARTS) for line in _timed(name, asked)]
    print("\n".join(wrong[:100]))
    print(f"seed {asked.seed}: {len(wrong)} wrong")
    return 1 if wrong else 0


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./test faults")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []])
    parser.add_argument("--kills", type=int, default=_KILLS)
    parser.add_argument("--pages", type=int, default=1)
    parser.add_argument("--seed", type=int, default=2026)
    return parser.parse_args(arguments)


def _timed(name: str, asked: argparse.Namespace) -> list[str]:
    """What went wrong in one part."""
    began = time.monotonic()
    with _memory() as folder:
        wrong = list(PARTS[name](folder, asked))
    print(f"    {time.monotonic() - began:.0f} s", flush=True)
    return wrong


@contextmanager
def _memory() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        yield Path(folder)


def _kills(folder: Path, asked: argparse.Namespace) -> Iterator[str]:
    print(_LINE.format("kill -9", "kills", "acknowledged", "wrong"))
    for tally in kill_all(-(-asked.kills // len(SCENARIOS)), asked.seed, folder):
        print(_LINE.format(tally.name, tally.kills, tally.acknowledged, len(tally.wrong)), flush=True)
        yield from (f"{tally.name}: {line}" for line in tally.wrong)


def _disks(folder: Path, asked: argparse.Namespace) -> Iterator[str]:
    if not hasattr(os, "geteuid") or os.geteuid() or not shutil.which("mount"):
        print("full disks: not tried, for no small disk can be mounted here")
        return
    print(_LINE.format("full disk", "tries", "refused", "wrong"))
    for tally in fill_disks(folder, asked.pages):
        print(_LINE.format(tally.name, tally.tries, tally.refused, len(tally.wrong)), flush=True)
        yield from tally.wrong


def _pages(folder: Path, asked: argparse.Namespace) -> Iterator[str]:
    tally = lose_pages(folder, asked.pages)
    print(_LINE.format("lost pages", "states", "refused", "wrong"))
    print(_LINE.format("", tally.states, tally.refused, len(tally.wrong)))
    print(f"opened with nothing lost: {tally.harmless}; cells saved: {tally.saved / max(tally.cells, 1):.0%}")
    yield from tally.wrong


PARTS: dict[str, Callable[[Path, argparse.Namespace], Iterator[str]]] = {
    "kills": _kills,
    "disks": _disks,
    "pages": _pages,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
