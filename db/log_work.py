"""The part of one transaction that reads the log: ``app.ports.log.LogWork`` over an open connection."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from app.domain.log_chain import ChainPoint
from app.domain.log_filter import LogFilter
from app.domain.staff import LogLine
from db import changelog, changelog_search


class LogDatabaseWork:
    """Carries out each wish at once."""

    _connection: Connection

    def log_slice(self, wanted: LogFilter, before: int | None, limit: int) -> list[LogLine]:
        """The newest lines that are wanted, of those before the line ``before``."""
        return changelog_search.log_slice(self._connection, wanted, before, limit)

    def log_count(self, wanted: LogFilter) -> int:
        """How many lines are wanted."""
        return changelog_search.log_count(self._connection, wanted)

    def log_people(self) -> list[str]:
        """Everyone who ever wrote."""
        return changelog_search.log_people(self._connection)

    def log_plans(self) -> list[int]:
        """The ids of all plans that lines are about."""
        return changelog_search.log_plans(self._connection)

    def log_newest(self, what: str, steps: Sequence[str]) -> dict[str, datetime]:
        """When a thing of the kind ``what`` last had one of ``steps``, by the thing's name."""
        return changelog_search.log_newest(self._connection, what, steps)

    def look_through_log(self, point: ChainPoint, limit: int) -> ChainPoint:
        """How the next lines after ``point`` are sealed."""
        return changelog.look_on(self._connection, point, limit)
