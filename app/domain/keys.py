"""Names of the things of a row that can be marked. They stay the same as long as the words do: another due day in
the calendar, or another date in the cell, moves an occurrence without losing what was noted of it."""

from collections.abc import Sequence

from app.domain.milestone import Every, Milestone, MilestoneKind
from app.domain.occurrence import Occurrence, Period
from app.domain.text import fold

TASK = "task"
"""The task as a whole, whose state is set by hand."""
_EVENT, _ASKED, _PRODUCT = "event", "asked", "product"


def keys_of(occurrences: Sequence[Occurrence]) -> tuple[str, ...]:
    """A key for each of a row's occurrences, by what it is and its period."""
    return _counted([_base(one) for one in occurrences])


def event_keys(milestones: Sequence[Milestone]) -> tuple[str | None, ...]:
    """For each milestone the key of the event it waits for; None where it waits for none."""
    waiting = [one for one in milestones if one.kind is MilestoneKind.CONDITIONAL]
    keys = iter(_counted([f"{_EVENT}|{_folded(one.what)}|{_folded(one.text)}" for one in waiting]))
    return tuple(next(keys) if one.kind is MilestoneKind.CONDITIONAL else None for one in milestones)


def asked_key(period: Period) -> str:
    """The key of the question whether a continuous task was carried out in ``period``."""
    return f"{_ASKED}|{_period(period)}"


def product_keys(names: Sequence[str]) -> tuple[str, ...]:
    """A key for each of a row's products."""
    return _counted([f"{_PRODUCT}|{_folded(name)}" for name in names])


def period_in(key: str) -> Period | None:
    """The period that is part of a key, None where it has none."""
    for part in key.split("|"):
        every, _, number = part.partition(":")
        if number.isdigit() and every in frozenset(Every):
            return Period(Every(every), int(number))
    return None


def _base(one: Occurrence) -> str:
    if one.kind is MilestoneKind.CONDITIONAL:
        return f"{_folded(one.what)}|after"
    return f"{_folded(one.what)}|{_period(one.period) if one.period else 'by'}"


def _period(period: Period) -> str:
    return f"{period.every}:{period.number}"


def _folded(words: str | None) -> str:
    return " ".join(fold(words or "").split())


def _counted(bases: Sequence[str]) -> tuple[str, ...]:
    seen: dict[str, int] = {}
    keys: list[str] = []
    for base in bases:
        seen[base] = seen.get(base, 0) + 1
        keys.append(f"{base}|{seen[base]}")
    return tuple(keys)
