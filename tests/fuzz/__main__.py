"""``./test fuzz``: thousands of spoilt inputs, each read in a process of its own in 500 MB and 10 s.

``./test fuzz --count 800 --seed 3 --keep DIR backup`` reads other numbers of other kinds and keeps what went wrong.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.fuzz.run import MEGABYTES, SECONDS, Bench, Tally, run
from tests.fuzz.seeds import KINDS

_COUNT = 5_000
_LINE = "{:<14}{:>8}{:>8}{:>9}{:>8}{:>12}{:>11}"


def main(arguments: Sequence[str]) -> int:
    """Returns 0 where every input was read or refused as it must be."""
    asked = _asked(arguments)
    began = time.monotonic()
    print(_LINE.format("", "inputs", "read", "refused", "wrong", "slowest s", "peak MB"))
    kinds = asked.kinds or list(KINDS)
    tallies = [_one(kind, -(-asked.count // len(kinds)), asked.seed, asked.keep) for kind in kinds]
    wrong = [line for tally in tallies for line in tally.wrong]
    print("\n".join(wrong[:100]))
    total = sum(tally.inputs for tally in tallies)
    took = time.monotonic() - began
    print(f"{total} inputs in {took:.0f} s, seed {asked.seed}; bounds {SECONDS} s, {MEGABYTES} MB; {len(wrong)} wrong")
    return 1 if wrong else 0


def _asked(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./test fuzz")
    parser.add_argument("kinds", nargs="*", choices=[*KINDS, []])
    parser.add_argument("--count", type=int, default=_COUNT)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--keep", type=Path)
    return parser.parse_args(arguments)


def _one(kind: str, count: int, seed: int, kept: Path | None) -> Tally:
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        tally = run(kind, count, seed, Bench(Path(folder), kept))
    figures = (tally.read, tally.refused, len(tally.wrong), f"{tally.slowest:.2f}", f"{tally.megabytes:.0f}")
    print(_LINE.format(kind, tally.inputs, *figures), flush=True)
    return tally


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
