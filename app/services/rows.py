"""What a clerk does inside an appendix."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.domain import editing
from app.domain.access import Right
from app.domain.numbering import numbering_of, renumber
from app.domain.plan import Appendix, Role
from app.domain.text import clean_cell
from app.ports import CellEdit, Work
from app.services.access import needs, own_change, own_rows

Change = Callable[[Appendix], Appendix]


@needs(Right.ENTER)
def change_appendix(work: Work, appendix_id: int, change: Change) -> Appendix:
    """Apply a pure ``change`` (``app.domain.editing``) to an appendix, let its rows number themselves again, save the
    difference, and answer the appendix as it is now stored."""
    before = work.get_appendix(appendix_id)
    after = change(before)
    own_change(work, before, after)
    if after.rows != before.rows:
        after = renumber(after, numbering_of(before))
    if after == before:
        return before
    work.save_appendix(before, after)
    return work.get_appendix(appendix_id)


@needs(Right.ENTER)
def edit_cells(work: Work, edits: Sequence[CellEdit]) -> None:
    """Write new texts into cells; a place inside a merged cell means that cell. None merges a cell with the one above.

    Plain texts go straight to their cells; an ordinal or a merged cell takes the road over the whole appendix, where
    the other rows have a say. Raises Refused for unknown rows or columns.
    """
    own_rows(work, {edit.row_id for edit in edits})
    cleaned = [replace(edit, text=None if edit.text is None else clean_cell(edit.text)) for edit in edits]
    stored = work.get_cells([(edit.row_id, edit.column_id) for edit in cleaned])
    roles = {edit.column_id: work.column_place(edit.column_id) for edit in cleaned}
    whole: dict[int, list[CellEdit]] = {}
    plain: list[CellEdit] = []
    for edit in cleaned:
        appendix_id, role = roles[edit.column_id]
        was = stored.get((edit.row_id, edit.column_id), "")
        if role is Role.ORDINAL or edit.text is None or was is None:
            whole.setdefault(appendix_id, []).append(edit)
        else:
            plain.append(edit)
    work.save_cells(plain)
    for appendix_id, some in whole.items():
        change_appendix(work, appendix_id, _with_edits(some))


def _with_edits(edits: Sequence[CellEdit]) -> Change:
    def change(appendix: Appendix) -> Appendix:
        rows = {row.id: place for place, row in enumerate(appendix.rows)}
        columns = {column.id: place for place, column in enumerate(appendix.columns)}
        places = {(rows[edit.row_id], columns[edit.column_id]): edit.text for edit in edits}
        appendix = editing.set_cells(appendix, {place: text for place, text in places.items() if text is not None})
        for (row, column), text in sorted(places.items()):
            if text is None and editing.can_merge_up(appendix, row):
                appendix = editing.merge_down(appendix, column, row - 1, row)
        return appendix

    return change


@needs(Right.ENTER)
def edit_section(work: Work, row_id: int, ordinal: str, text: str) -> None:
    """Write a section row's ordinal and text; a changed ordinal no longer numbers itself. Raises Refused for an
    unknown row."""

    def change(appendix: Appendix) -> Appendix:
        place = next(place for place, row in enumerate(appendix.rows) if row.id == row_id)
        return editing.set_section(appendix, place, ordinal, text)

    change_appendix(work, work.row_place(row_id), change)


@needs(Right.WHOLE)
def add_appendix(work: Work, plan_id: int, appendix: Appendix, position: int | None = None) -> int:
    """Put an appendix into a plan before ``position`` (None: last); answers its id."""
    return work.add_appendix(plan_id, appendix, position)


@needs(Right.WHOLE)
def rename_appendix(work: Work, appendix_id: int, label: str, title: str) -> None:
    """Give an appendix another label ("Phụ lục số 01") and title."""
    change_appendix(work, appendix_id, lambda one: replace(one, label=clean_cell(label), title=clean_cell(title)))


@needs(Right.WHOLE)
def move_appendix(work: Work, appendix_id: int, position: int) -> None:
    """Put an appendix where, once it is taken out, position ``position`` of its plan is."""
    work.move_appendix(appendix_id, position)


@needs(Right.WHOLE)
def delete_appendix(work: Work, appendix_id: int) -> None:
    """Remove an appendix and all in it."""
    work.remove_appendix(appendix_id)
