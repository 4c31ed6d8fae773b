"""What a support package asks of the storage. Implemented once, in ``db``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.domain.support import DataFacts


class SupportStore(Protocol):
    """Facts about one data folder."""

    def facts(self) -> DataFacts:
        """Counts and the result of the check, also where the data are damaged. May take seconds; raises nothing."""
        ...
