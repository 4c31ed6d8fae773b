"""Which backups that nobody asked for are kept: automatic ones thinned with their age, never the only good one of a
day; those made before a restore."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

NEWEST = 30
DAYS = 21
MONTHS = 12
"""How many are kept whatever their age; for how many days one a day; for how many months one a month."""
NEWEST_BEFORE = 5
YOUNG_BEFORE = timedelta(days=30)
"""How many of those made before a restore are kept whatever their age, and the age until which all of them are."""
STALE = timedelta(days=1)
"""Age of the newest backup from which another is due at start."""
IDLE_SECONDS = 30
"""Seconds without a change after which the changes so far are backed up."""
ALARM_DAYS = 7
"""Days without a backup from which the clerk is warned, of the automatic ones as of those at a second place."""
_FAR_SMALLER = 2


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup that nobody asked for, by its file name: when it was made, how many item rows it holds, whether it is
    good."""

    name: str
    made: datetime
    rows: int = 0
    good: bool = True


def is_due(copies: Sequence[Copy], now: datetime) -> bool:
    """Whether a backup is to be made at start: the newest is a day old or of the year before. One that lies in the
    future (the clock was set back) counts as none."""
    newest = max((copy.made for copy in copies if copy.good), default=None)
    return newest is None or newest > now or now - newest >= STALE or newest.year < now.year


def is_far_smaller(rows: int, before: int) -> bool:
    """Whether a state with ``rows`` is no heir of one with ``before``: less than half is left of it."""
    return rows * _FAR_SMALLER < before


def to_remove(copies: Iterable[Copy], now: datetime) -> list[Copy]:
    """The copies that are not kept any more, oldest first.

    Kept are the newest 30, and of each of the last 21 days and each of the last 12 months the newest good one. Where
    that one holds far less than one before it, the newest that does not is kept beside it, so that data lost or
    emptied push out no good backup of the same day or month. Copies of days to come (the clock was ahead) have 30
    places of their own.
    """
    ordered = sorted(copies, key=lambda copy: (copy.made, copy.name), reverse=True)
    good = [copy for copy in ordered if copy.good]
    kept = {copy.name for is_ahead in (False, True) for copy in _newest(ordered, now, is_ahead)}
    kept |= _of_each(good, now - timedelta(days=DAYS), "%Y-%m-%d")
    kept |= _of_each(good, now - timedelta(days=31 * MONTHS), "%Y-%m")
    return [copy for copy in reversed(ordered) if copy.name not in kept]


def past_restores(copies: Iterable[Copy], now: datetime) -> list[Copy]:
    """Those of the copies made before a restore that are not kept any more, oldest first.

    Kept are the newest 5, all that are younger than 30 days, and the newest good one. Copies of days to come (the clock
    was ahead) are kept and take no place from the others.
    """
    ordered = sorted(copies, key=lambda copy: (copy.made, copy.name), reverse=True)
    past = [copy for copy in ordered if copy.made <= now]
    kept = {copy.name for copy in past[:NEWEST_BEFORE]}
    kept |= {copy.name for copy in past if now - copy.made < YOUNG_BEFORE}
    kept |= {copy.name for copy in [one for one in past if one.good][:1]}
    return [copy for copy in reversed(past) if copy.name not in kept]


def _newest(ordered: Sequence[Copy], now: datetime, is_ahead: bool) -> Sequence[Copy]:
    return [copy for copy in ordered if (copy.made > now) == is_ahead][:NEWEST]


def _of_each(good: Sequence[Copy], since: datetime, part: str) -> set[str]:
    """Names of what is kept for each day, or month, from ``since`` on; ``good`` has the newest first."""
    parts: dict[str, list[Copy]] = {}
    for copy in good:
        if copy.made >= since:
            parts.setdefault(copy.made.strftime(part), []).append(copy)
    return {copy.name for made in parts.values() for copy in _standing_for(made)}


def _standing_for(made: Sequence[Copy]) -> Iterator[Copy]:
    """The newest, the newest that is not far smaller than the largest, and the largest, by which the next thinning
    measures again."""
    largest = max(made, key=lambda copy: copy.rows)
    yield made[0]
    yield next(copy for copy in made if not is_far_smaller(copy.rows, largest.rows))
    yield largest
