"""``./test bench``: medians, 95th percentiles and ratios, measured side by side in one run.

Our task and its floor take turns, each in a process of its own. ``./test bench pdf start`` runs only what is named.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from tests.bench.content import long_plan, shared_plans

_STARTS = 7
_ROUNDS = 2
_OPENINGS = 5
_PATIENCE = 120
_COMPILED = Path(tempfile.gettempdir(), "so-cchc-bench-compiled")


class NotMeasured(Exception):
    """A measuring process failed; carries its last words."""


@dataclass(frozen=True)
class Figure:
    """Seconds of many calls, and the peak memory in megabytes."""

    seconds: Sequence[float]
    megabytes: float | None

    @property
    def median(self) -> float:
        """The middle one."""
        return median(self.seconds)

    @property
    def p95(self) -> float:
        """What 95 of 100 calls stay below."""
        return quantiles(self.seconds, n=20, method="inclusive")[-1] if len(self.seconds) > 1 else self.seconds[0]


def child(*arguments: str) -> Any:
    """The JSON that a measuring process prints."""
    command = [sys.executable, "-m", *arguments]
    try:
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", check=False, timeout=_PATIENCE, env=_as_installed()
        )
    except subprocess.TimeoutExpired as error:
        raise NotMeasured(f"no answer in {_PATIENCE} s") from error
    if done.returncode:
        raise NotMeasured(done.stderr.strip().splitlines()[-1:])
    return json.loads(done.stdout.splitlines()[-1])


def _as_installed() -> dict[str, str]:
    """The environment of a program that has been started before: its modules are compiled already, as an installed
    one's are. A machine that forbids writing them beside the source gets them in a folder of their own."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(_COMPILED)}


def most(values: Sequence[float | None]) -> float | None:
    """The largest of ``values``; None where none is known."""
    return max((value for value in values if value is not None), default=None)


def in_turns(module: str, tasks: Sequence[str], times: int, rounds: int = _ROUNDS) -> list[Figure]:
    """Figures of ``tasks``, which take turns so that a busy machine is unfair to all of them alike."""
    found: dict[str, list[Any]] = {task: [] for task in tasks}
    for _ in range(rounds):
        for task in tasks:
            found[task].append(child("tests.bench.probe", module, task, str(times)))
    return [together(found[task]) for task in tasks]


def together(found: Sequence[Any]) -> Figure:
    """One figure of what several processes measured."""
    seconds = [second for one in found for second in one["seconds"]]
    return Figure(seconds, most([one["megabytes"] for one in found]))


def show(name: str, figure: Figure, limit: str = "", good: bool | None = None, note: str = "") -> None:
    """One line of the table."""
    memory = f"{figure.megabytes:5.0f} MB" if figure.megabytes else "       -"
    verdict = "" if good is None else ("ok" if good else "OVER")
    times = f"{figure.median * 1000:9.1f} {figure.p95 * 1000:9.1f}"
    print(f"{name:<44}{times}  {memory}  {note:<12}{limit:<18}{verdict}", flush=True)


def show_ratio(name: str, figure: Figure, floor: Figure, most_times: float) -> None:
    """A line with the ratio of the medians against what it may be at most."""
    ratio = figure.median / floor.median
    show(name, figure, f"at most {most_times:g}x", ratio <= most_times, f"{ratio:.2f}x")


def start() -> None:
    """Start of the window against a bare one."""
    from db.storage import open_storage

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        storage = open_storage(Path(folder))
        storage.write("", lambda work: work.add_plan(long_plan(40)))
        storage.close()
        found: dict[str, list[Any]] = {"bare": [], "window": [], "table": []}
        for turn in range(_STARTS + 1):
            for what, figures in found.items():
                figure = child("tests.bench.start", what, str(time.monotonic()), folder)
                figures.extend([figure] if turn else [])
    bare, window, table = (
        Figure([one["seconds"] for one in figures], most([one["megabytes"] for one in figures]))
        for figures in found.values()
    )
    show("bare window with an empty table, painted", bare)
    show_ratio("our window, painted", window, bare, 1.6)
    show_ratio("the last plan's table, readable", table, bare, 3.5)


def imports() -> None:
    """One real plan read from Word and stored."""
    if not shared_plans():
        print("../shared is absent: the import of a real plan was not measured")
        return
    [taken] = in_turns("register", ["import_plans"], 15, 1)
    show("import of one real plan (Word)", taken, "at most 300 ms", taken.median <= 0.3)


def register() -> None:
    """One cell and one search, without the window."""
    [edit] = in_turns("register", ["edit_cell"], 300, 1)
    show("one cell stored, 2,000 rows", edit, "p95 at most 10 ms", edit.p95 <= 0.010)
    [looked] = in_turns("register", ["search"], 200, 1)
    show("one search, 10,000 rows", looked, "p95 at most 16 ms", looked.p95 <= 0.016)


def window() -> None:
    """Keys and pictures in the real window."""
    commit, edit = in_turns("window", ["commit_cell", "edit_cell"], 200, 1)
    show("one cell from Enter to commit, 2,000 rows", commit, "p95 at most 10 ms", commit.p95 <= 0.010)
    show("    typed letter and opening included", edit)
    [opened] = in_turns("window", ["open_appendix"], 15, 1)
    show("opening an appendix of 2,000 long rows", opened, "at most 200 ms", opened.median <= 0.2)
    [looked] = in_turns("window", ["search"], 100, 1)
    show("one search keystroke to answer, 10,000 rows", looked, "p95 at most 16 ms", looked.p95 <= 0.016)


def tracking() -> None:
    """The tracking page with ten thousand milestones."""
    first, blocked = (
        Figure([child("tests.bench.probe", "tracking", what, "0")["first"] for _ in range(_OPENINGS)], None)
        for what in ("open_first", "blocked_first")
    )
    show("10,000 milestones: list opened first", first, "at most 50 ms", first.median <= 0.05)
    show("    window held up, longest", blocked, "at most 50 ms", blocked.median <= 0.05)
    limits = {
        "open_again": "    opened again",
        "open_after_change": "    opened after a change, kept list shown",
        "blocked_after_change": "    window held up by the new list, longest",
        "filters": "    one filter, painted",
        "calendar": "    calendar brought to the front",
        "timeline": "    timeline brought to the front",
    }
    for what, name in limits.items():
        [figure] = in_turns("tracking", [what], 12, 1)
        show(name, figure, "p95 at most 50 ms", figure.p95 <= 0.05)


def pdf() -> None:
    """PDF of 2,000 rows."""
    ours, hand, platypus, exported = in_turns("writers", ["pdf", "pdf_by_hand", "pdf_platypus", "exported"], 2)
    show("PDF of 2,000 rows: canvas by hand", hand)
    show("PDF of 2,000 rows: Platypus table", platypus)
    show_ratio("PDF of 2,000 rows: ours", ours, hand, 1.5)
    show_ratio("    against Platypus", ours, platypus, 1)
    show("PDF of 2,000 rows: ours, read back", exported)


def word() -> None:
    """Word of 2,000 rows."""
    ours, hand = in_turns("writers", ["docx", "docx_by_hand"], 4)
    show("Word of 2,000 rows: lxml by hand", hand)
    show_ratio("Word of 2,000 rows: ours", ours, hand, 2)


def excel() -> None:
    """Excel of 2,000 rows."""
    ours, plain = in_turns("writers", ["xlsx", "xlsx_plain"], 4)
    show("Excel of 2,000 rows: plain openpyxl", plain)
    show_ratio("Excel of 2,000 rows: ours, styled", ours, plain, 1.3)


def report() -> None:
    """A report of 40 pages."""
    paper, word = in_turns("writers", ["report_pdf", "report_docx"], 5, 1)
    show("PDF of a report of 40 pages", paper, "at most 1500 ms", paper.median <= 1.5)
    show("Word of a report of 40 pages", word, "at most 1000 ms", word.median <= 1.0)
    [opened] = in_turns("reports", ["open_long"], 10, 1)
    show("a report of 40 pages opened", opened, "at most 300 ms", opened.median <= 0.3)
    [typed] = in_turns("reports", ["type_letter"], 200, 1)
    show("    one letter typed into it", typed, "p95 at most 16 ms", typed.p95 <= 0.016)


def log() -> None:
    """The log of changes with 100,000 lines, without the window."""
    [page] = in_turns("log", ["first_page"], 50, 1)
    show("first page of the log, 100,000 lines", page, "p95 at most 100 ms", page.p95 <= 0.1)
    narrowed, counted = in_turns("log", ["narrow", "count"], 60, 1)
    show("    narrowed in twelve ways", narrowed, "p95 at most 100 ms", narrowed.p95 <= 0.1)
    show("    how many lines that are", counted, "p95 at most 100 ms", counted.p95 <= 0.1)
    [looked] = in_turns("log", ["look_through"], 2, 1)
    show("    its whole chain looked through", looked)


GROUPS: dict[str, Callable[[], None]] = {
    "start": start,
    "import": imports,
    "register": register,
    "window": window,
    "tracking": tracking,
    "pdf": pdf,
    "word": word,
    "excel": excel,
    "report": report,
    "log": log,
}


def main(names: Sequence[str]) -> int:
    """Measure the groups named, or all; a group that cannot be measured does not keep the others from it."""
    failed = 0
    print(f"{'':<44}{'median ms':>9} {'p95 ms':>9}  {'memory':>8}  {'ratio':<12}{'limit':<18}")
    for name in names or GROUPS:
        try:
            GROUPS[name]()
        except NotMeasured as error:
            print(f"{name}: not measured ({error})")
            failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
