"""``./test faults``: kill -9, full disks and broken files, with figures; ``--kills 30 --seed 7`` for other numbers."""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.faults.kills import kill_all
from tests.faults.scenarios import SCENARIOS

_KILLS = 300
_MEMORY = Path("/dev/shm")
"""A kill takes nothing from a disk that it leaves in memory, and in memory more is done before it."""
_LINE = "{:<24}{:>8}{:>14}{:>8}"


def main(arguments: Sequence[str]) -> int:
    """Returns 0 where nothing was lost."""
    parser = argparse.ArgumentParser(prog="./test faults")
    parser.add_argument("--kills", type=int, default=_KILLS)
    parser.add_argument("--seed", type=int, default=2026)
    asked = parser.parse_args(arguments)
    return 1 if _kill(asked.kills, asked.seed) else 0


def _kill(kills: int, seed: int) -> int:
    """How many things went wrong."""
    began = time.monotonic()
    print(_LINE.format("kill -9", "kills", "acknowledged", "wrong"))
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        tallies = list(_printed(-(-kills // len(SCENARIOS)), seed, Path(folder)))
    wrong = [line for tally in tallies for line in tally]
    print("\n".join(wrong[:100]))
    print(f"seed {seed}, {time.monotonic() - began:.0f} s: {len(wrong)} wrong")
    return len(wrong)


def _printed(each: int, seed: int, folder: Path) -> Sequence[Sequence[str]]:
    found = []
    for tally in kill_all(each, seed, folder):
        print(_LINE.format(tally.name, tally.kills, tally.acknowledged, len(tally.wrong)), flush=True)
        found.append([f"{tally.name}: {line}" for line in tally.wrong])
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
