"""What use cases that read the log of changes ask of the storage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.domain.log_chain import ChainPoint
    from app.domain.log_filter import LogFilter
    from app.domain.staff import LogLine


class LogWork(Protocol):
    """The part of one transaction that reads the log of the whole register. A log may have a hundred thousand lines:
    it is read in slices."""

    def log_slice(self, wanted: LogFilter, before: int | None, limit: int) -> list[LogLine]:
        """The newest lines that ``wanted`` lets through, of those before the line with the id ``before``."""
        ...

    def log_count(self, wanted: LogFilter) -> int:
        """How many lines ``wanted`` lets through."""
        ...

    def log_people(self) -> list[str]:
        """Everyone who ever wrote, "" for nobody."""
        ...

    def log_plans(self) -> list[int]:
        """The ids of all plans that lines are about, removed ones included."""
        ...

    def log_newest(self, what: str, steps: Sequence[str]) -> dict[str, datetime]:
        """When a thing of the kind ``what`` last had one of ``steps``, by the thing's name."""
        ...

    def look_through_log(self, point: ChainPoint, limit: int) -> ChainPoint:
        """How the next lines after ``point`` are sealed."""
        ...
