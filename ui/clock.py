"""What day it is, also when the program is left open overnight."""

from datetime import date, timedelta


class Clock:
    """Counts days on from the day that the program was given at its start."""

    def __init__(self, start: date | None = None) -> None:
        """``start``: the day to begin with, else the machine's."""
        self._ahead = (start - date.today()) if start else timedelta()

    @property
    def today(self) -> date:
        """The day it is now."""
        return date.today() + self._ahead
