"""What day it is, also when the program is left open overnight, and how much time has gone by."""

import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment by the clock on the wall and by the one that nobody can set, both in seconds."""

    wall: float
    running: float


class Clock:
    """Counts days on from the day that the program was given at its start."""

    def __init__(self, start: date | None = None) -> None:
        """``start``: the day to begin with, else the machine's."""
        self._ahead = (start - date.today()) if start else timedelta()

    @property
    def today(self) -> date:
        """The day it is now."""
        return date.today() + self._ahead

    @property
    def now(self) -> datetime:
        """Day and time by the machine's clock."""
        return datetime.now()

    def moment(self) -> Moment:
        """This moment."""
        return Moment(time.time(), time.monotonic())

    def seconds_since(self, before: Moment) -> float:
        """Seconds gone by since ``before``: the longer of what both clocks say, since one stands still while the
        machine sleeps and the other may be set back."""
        now = self.moment()
        return max(now.wall - before.wall, now.running - before.running, 0.0)
