"""kill -9 at random moments: nothing that was acknowledged may be lost, and what is left must be sound."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from tests.faults.forked import Ack, Running, bounded
from tests.faults.scenarios import SCENARIOS, Migrations, Scenario, sound

_LONGEST = 0.8
_PATIENCE = 60


@dataclass(slots=True)
class Tally:
    """Kills of one scenario, what was acknowledged before them, and what was found wrong after them."""

    name: str
    kills: int = 0
    acknowledged: int = 0
    wrong: list[str] = field(default_factory=list)


def kill_all(each: int, seed: int, folder: Path) -> Iterable[Tally]:
    """Kill every scenario ``each`` times, in folders below ``folder``."""
    for number, scenario in enumerate(make() for make in SCENARIOS):
        place = folder / str(number)
        place.mkdir()
        yield _kill(scenario, each, Random(f"{seed} {scenario.name}"), place)
        shutil.rmtree(place)


def _kill(scenario: Scenario, times: int, chance: Random, place: Path) -> Tally:
    tally, data = Tally(scenario.name), place / "dữ liệu"
    told: list[tuple[Any, ...]] = []
    for round_ in range(times):
        if round_ == 0 or isinstance(scenario, Migrations):
            shutil.rmtree(data, ignore_errors=True)
            _must(bounded(partial(scenario.prepare, data), _PATIENCE).trouble)
            told = []
        running = Running(partial(_work, scenario, data, (round_ + 1) * 100_000, chance.random()))
        fresh = running.kill_after(chance.random() * _LONGEST)
        tally.kills += 1
        tally.acknowledged += sum(line[0] != "open" for line in fresh if isinstance(line, tuple))
        tally.wrong += [line.strip().splitlines()[-1] for line in fresh if isinstance(line, str)]
        told += [line for line in fresh if isinstance(line, tuple)]
        tally.wrong += _found(scenario, data, told)
    return tally


def _work(scenario: Scenario, data: Path, start: int, seed: float, ack: Ack) -> None:
    scenario.work(data, start, Random(seed), ack)


def _found(scenario: Scenario, data: Path, told: list[tuple[Any, ...]]) -> list[str]:
    """What is wrong after a kill, looked at in a process of its own."""
    seen = bounded(lambda: [*scenario.verify(data, told), *sound(data)], _PATIENCE)
    return [seen.trouble.strip().splitlines()[-1]] if seen.trouble else list(seen.answer)


def _must(trouble: str) -> None:
    if trouble:
        raise RuntimeError(trouble)
