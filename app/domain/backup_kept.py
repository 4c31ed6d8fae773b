"""Which automatic backups are kept: thinned with their age, never the only good one of a day."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

NEWEST = 30
DAYS = 21
MONTHS = 12
"""How many are kept whatever their age; for how many days one a day; for how many months one a month."""
STALE = timedelta(days=1)
"""Age of the newest backup from which another is due at start."""
IDLE_SECONDS = 30
"""Seconds without a change after which the changes so far are backed up."""
ALARM_DAYS = 7
"""Days without a backup from which the clerk is warned."""
_FAR_SMALLER = 2


@dataclass(frozen=True, slots=True)
class Copy:
    """An automatic backup by its file name: when it was made, how many item rows it holds, whether it is good."""

    name: str
    made: datetime
    rows: int = 0
    good: bool = True


def is_due(copies: Sequence[Copy], now: datetime) -> bool:
    """Whether a backup is to be made at start. A newest one that lies in the future (the clock was set back) counts as
    none."""
    newest = max((copy.made for copy in copies if copy.good), default=None)
    return newest is None or newest > now or now - newest >= STALE


def to_remove(copies: Iterable[Copy], now: datetime) -> list[Copy]:
    """The copies that are not kept any more, oldest first: neither among the newest 30, nor the newest good one of one
    of the last 21 days, nor that of one of the last 12 months.

    While the newest holds far less than one before it, none is removed: what was lost may be in any of them.
    """
    ordered = sorted(copies, key=lambda copy: copy.made, reverse=True)
    good = [copy for copy in ordered if copy.good]
    if _has_shrunk(good):
        return []
    kept = {copy.name for copy in ordered[:NEWEST]}
    kept |= _newest_of_each(good, now - timedelta(days=DAYS), "%Y-%m-%d")
    kept |= _newest_of_each(good, now - timedelta(days=31 * MONTHS), "%Y-%m")
    return [copy for copy in reversed(ordered) if copy.name not in kept]


def _has_shrunk(good: Sequence[Copy]) -> bool:
    return bool(good) and good[0].rows * _FAR_SMALLER < max(copy.rows for copy in good)


def _newest_of_each(good: Sequence[Copy], since: datetime, part: str) -> set[str]:
    newest: dict[Hashable, str] = {}
    for copy in good:
        if copy.made >= since:
            newest.setdefault(copy.made.strftime(part), copy.name)
    return set(newest.values())
