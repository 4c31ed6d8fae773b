"""A storage that opens when it is first used, so that a window can be painted before the database is loaded."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from app.domain.access import Actor
    from app.ports import Draft, History, Storage, Work, Written

T = TypeVar("T")


class LateStorage:
    """Behaves as the storage that ``opens`` gives; that is called once, on whichever thread comes first.

    Every method raises what ``opens`` raises as long as it fails.
    """

    def __init__(self, opens: Callable[[], Storage]) -> None:
        self._opens = opens
        self._lock = Lock()
        self._storage: Storage | None = None

    @property
    def _opened(self) -> Storage:
        with self._lock:
            if self._storage is None:
                self._storage = self._opens()
            return self._storage

    def read(self, use_case: Callable[[Work], T]) -> T:
        """As ``Storage.read``."""
        return self._opened.read(use_case)

    def write(self, label: str, use_case: Callable[[Work], T]) -> Written[T]:
        """As ``Storage.write``."""
        return self._opened.write(label, use_case)

    def undo(self) -> Written[str]:
        """As ``Storage.undo``."""
        return self._opened.undo()

    def redo(self) -> Written[str]:
        """As ``Storage.redo``."""
        return self._opened.redo()

    def history(self) -> History:
        """As ``Storage.history``."""
        return self._opened.history()

    def work_as(self, who: str) -> None:
        """As ``Storage.work_as``."""
        self._opened.work_as(who)

    def act_as(self, actor: Actor) -> None:
        """As ``Storage.act_as``."""
        self._opened.act_as(actor)

    def save_draft(self, draft: Draft) -> None:
        """As ``Storage.save_draft``."""
        self._opened.save_draft(draft)

    def drop_draft(self, row_id: int, column_id: int | None) -> None:
        """As ``Storage.drop_draft``."""
        self._opened.drop_draft(row_id, column_id)

    def drafts(self) -> list[Draft]:
        """As ``Storage.drafts``."""
        return self._opened.drafts()

    def close(self) -> None:
        """Close the storage if it was ever opened."""
        with self._lock:
            if self._storage is not None:
                self._storage.close()
