"""Text being typed is kept on disk between two cells, and offered again after a power cut."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Slot

from app.ports import Draft, Work
from ui.operations import Operations
from ui.widgets.appendix_model import AppendixModel


@dataclass(frozen=True, slots=True)
class LostText:
    """A draft and where it belongs; ``column`` counts from 0 and is None for a section's text."""

    draft: Draft
    appendix_id: int
    appendix_label: str
    row: int
    column: int | None


class Drafts(QObject):
    """Keeps drafts of one table: at most one per cell, gone as soon as the cell is stored or given up."""

    def __init__(self, model: AppendixModel, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._operations = operations
        self._kept: set[tuple[int, int | None]] = set()

    @Slot(int, int, str)
    def keep(self, row: int, column: int, words: str) -> None:
        """Keep what has been typed so far."""
        key = self._key(row, column)
        if key is not None:
            self._kept.add(key)
            self._operations.save_draft(Draft(key[0], key[1], words, datetime.now()))

    @Slot(int, int)
    def drop(self, row: int, column: int) -> None:
        """The cell is done with."""
        key = self._key(row, column)
        if key in self._kept:
            self._kept.discard(key)
            self._operations.drop_draft(*key)

    def take(self, lost: LostText) -> None:
        """Treat a draft found at start as one of ours, so that it goes when its cell is stored or given up."""
        self._kept.add((lost.draft.row_id, lost.draft.column_id))

    def forget(self, lost: LostText) -> None:
        """Nobody wants this draft back."""
        self._operations.drop_draft(lost.draft.row_id, lost.draft.column_id)

    def _key(self, row: int, column: int) -> tuple[int, int | None] | None:
        found = self._model.row(row)
        if found.id is None:
            return None
        section = self._model.is_section(row)
        return found.id, None if section else self._model.appendix.columns[column].id


def find_lost(work: Work, drafts: list[Draft], plan_id: int) -> list[LostText]:
    """The drafts that belong to rows of a plan, and their places."""
    found: list[LostText] = []
    for summary in work.list_appendices(plan_id):
        appendix = work.get_appendix(summary.id)
        rows = {row.id: place for place, row in enumerate(appendix.rows)}
        columns = {column.id: place for place, column in enumerate(appendix.columns)}
        for draft in drafts:
            if draft.row_id in rows:
                column = columns.get(draft.column_id)
                found.append(LostText(draft, summary.id, summary.label, rows[draft.row_id], column))
    return found
