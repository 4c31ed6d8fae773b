"""What a person does to the rows and cells of a table, as use cases."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from app.domain import editing
from app.domain.access import Right
from app.domain.pasting import paste_block
from app.domain.plan import Appendix, Role
from app.ports import CellEdit
from app.services.rows import change_appendix, edit_cells, edit_section
from app.texts import text
from ui.operations import Operations
from ui.widgets.appendix_table import AppendixTable

Change = Callable[[Appendix], Appendix]


class TableCommands(QObject):
    """Carries out commands on the shown appendix; positions are taken when the command is given."""

    appendix_changed = Signal()
    """The table shows another state of its appendix."""

    def __init__(self, table: AppendixTable, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._model = table.appendix_model
        self._operations = operations
        self._own = False
        self._model.edited.connect(self._store_cell)
        table.row_dragged.connect(self._drop_rows)

    @property
    def may_change_whole(self) -> bool:
        """Whether whoever works may change more than rows: columns, and rows of others."""
        return self._operations.rights.allows(Right.WHOLE)

    def take_own(self) -> bool:
        """Whether the change just told came from here and is shown already; asked once per change."""
        own, self._own = self._own, False
        return own

    def change(self, label: str, change: Change, select: Sequence[int] = ()) -> None:
        """Store ``change`` of the appendix under the name ``plan_page.<label>`` and select rows of the new state."""
        appendix_id = self._model.appendix.id
        if appendix_id is not None:
            use_case = partial(change_appendix, appendix_id=appendix_id, change=change)
            asked = self._operations.write_count + 1
            self._operations.write(text(f"plan_page.{label}"), use_case, partial(self._show, tuple(select), asked))

    @Slot()
    def add_row(self) -> None:
        """A new row below the one in use, ready for typing."""
        at = self._after_selection()
        self.change("undo_add_row", lambda old: editing.insert_rows(old, at, [editing.new_item(old)]), [at])

    @Slot()
    def add_section(self) -> None:
        """A new section row below the row in use."""
        at = self._after_selection()
        self.change("undo_add_section", lambda old: editing.insert_rows(old, at, [editing.new_section()]), [at])

    @Slot()
    def duplicate_rows(self) -> None:
        """Copies of the selected rows below them."""
        rows = self._table.selected_rows()
        if rows:
            copies = range(rows[-1] + 1, rows[-1] + 1 + len(rows))
            self.change("undo_duplicate", lambda old: editing.duplicate_rows(old, rows), copies)

    @Slot()
    def delete_rows(self) -> None:
        """Take the selected rows out."""
        rows = self._table.selected_rows()
        if rows:
            self.change("undo_delete_rows", lambda old: editing.delete_rows(old, rows), [rows[0]])

    @Slot()
    def move_up(self) -> None:
        """Move the selected rows up by one."""
        rows = self._table.selected_rows()
        if rows and rows[0] > 0:
            self._move(rows, rows[0] - 1)

    @Slot()
    def move_down(self) -> None:
        """Move the selected rows down by one."""
        rows = self._table.selected_rows()
        if rows and rows[-1] + 1 < self._model.rowCount():
            self._move(rows, rows[-1] + 2)

    @Slot()
    def copy_above(self) -> None:
        """Fill the selected cells with the text above them."""
        cells = self._selected_cells()
        if cells:
            self.change("undo_copy_above", lambda old: editing.copy_from_above(old, cells))

    @Slot()
    def clear(self) -> None:
        """Empty the selected cells; ordinals that number themselves stay."""
        appendix = self._model.appendix
        ordinal = appendix.column_of(Role.ORDINAL)
        wanted = {
            (row, column): ""
            for row, column in self._selected_cells()
            if not self._model.is_section(row) and not (column == ordinal and appendix.rows[row].numbered)
        }
        if any(self._model.text_at(*self._model.anchor(*place)) for place in wanted):
            self.change("undo_clear", lambda old: editing.set_cells(old, wanted))

    @Slot()
    def merge_down(self) -> None:
        """Make the selected cells of the column in use one cell."""
        block = self._table.selected_block()
        if block and block[2] > block[0]:
            top, left, bottom, right = block
            columns = range(left, right + 1)
            self.change("undo_merge", lambda old: _merge(old, columns, top, bottom))

    @Slot()
    def split_down(self) -> None:
        """Take the merged cell in use apart."""
        place = self._table.place
        if place and editing.can_split(self._model.appendix, place[1], place[0]):
            self.change("undo_split", lambda old: editing.split(old, place[1], place[0]))

    def paste(self, block: Sequence[Sequence[str | None]]) -> None:
        """Put a block down with its corner at the first selected cell."""
        chosen = self._table.selected_block()
        if chosen is None and self._model.rowCount() == 0:
            chosen = (0, 0, 0, 0)
        if chosen is None or not block:
            return
        top, left = self._model.anchor(chosen[0], chosen[1]) if self._model.rowCount() else (0, 0)
        cells = [tuple(line) for line in block]
        self.change("undo_paste", lambda old: paste_block(old, top, left, cells))

    def _move(self, rows: Sequence[int], to: int) -> None:
        first = to if to < rows[0] else to - len(rows)
        self.change("undo_move", lambda old: editing.move_rows(old, rows, to), range(first, first + len(rows)))

    @Slot(int, int)
    def _drop_rows(self, row: int, to: int) -> None:
        """A dragged row takes the other selected rows along when it is one of them."""
        selected = self._table.selected_rows()
        rows = selected if row in selected else [row]
        if not rows[0] <= to <= rows[-1] + 1:
            before = sum(other < to for other in rows)
            first = to - before
            self.change("undo_move", lambda old: editing.move_rows(old, rows, to), range(first, first + len(rows)))

    @Slot(int, int, str)
    def _store_cell(self, row: int, column: int, words: str) -> None:
        """A cell is one quick write; an ordinal typed by hand and a section go the longer ways."""
        found = self._model.row(row)
        if found.id is None:
            return
        if self._model.is_section(row):
            use_case = partial(edit_section, row_id=found.id, ordinal=found.ordinal, text=found.text)
            self._operations.write(text("plan_page.undo_edit_section"), use_case, on_refused=self._take_back)
        elif column == self._model.appendix.column_of(Role.ORDINAL):
            self.change("undo_edit_cell", lambda old: editing.set_cells(old, {(row, column): words}))
        else:
            column_id = self._model.appendix.columns[column].id
            if column_id is not None:
                edits = [CellEdit(found.id, column_id, words)]
                label = text("plan_page.undo_edit_cell")
                self._operations.write(label, partial(edit_cells, edits=edits), self._stored, self._take_back)

    def _stored(self, _result: object) -> None:
        self._own = True

    def _take_back(self, sentence: str) -> None:
        """What was typed stands in the table but was not stored: show again what is."""
        self._operations.refused.emit(sentence)
        self._read_again()

    def _read_again(self) -> None:
        appendix_id = self._model.appendix.id
        if appendix_id is not None:
            asked = self._operations.write_count
            self._operations.read(lambda work: work.get_appendix(appendix_id), partial(self._show_stored, asked))

    def _show_stored(self, asked: int, appendix: Appendix) -> None:
        if asked != self._operations.write_count:
            self._read_again()
        elif appendix.id == self._model.appendix.id:
            self._table.show_appendix(appendix)
            self.appendix_changed.emit()

    def _show(self, select: Sequence[int], asked: int, appendix: Appendix) -> None:
        """The new state, unless the page has gone to another appendix meanwhile.

        Where more was typed since, the page reads again what is then stored.
        """
        if appendix.id != self._model.appendix.id:
            return
        self._own = asked == self._operations.write_count
        self._table.show_appendix(appendix)
        self._select([row for row in select if row < len(appendix.rows)] or list(select[:1]))
        self.appendix_changed.emit()

    def _select(self, rows: Sequence[int]) -> None:
        """One row keeps a single cell in use, ready for typing; several are selected whole."""
        if len(rows) > 1:
            self._table.select_rows(rows)
        elif rows:
            column = self._table.place[1] if self._table.place else 0
            if column == self._model.appendix.column_of(Role.ORDINAL):
                column += 1
            self._table.go_to(rows[0], column)

    def _after_selection(self) -> int:
        rows = self._table.selected_rows()
        return rows[-1] + 1 if rows else self._model.rowCount()

    def _selected_cells(self) -> list[tuple[int, int]]:
        block = self._table.selected_block()
        if block is None:
            return []
        top, left, bottom, right = block
        columns = [column for column in range(left, right + 1) if not self._model.appendix.columns[column].hidden]
        return [(row, column) for row in range(top, bottom + 1) for column in columns]


def _merge(appendix: Appendix, columns: Sequence[int], first: int, last: int) -> Appendix:
    for column in columns:
        appendix = editing.merge_down(appendix, column, first, last)
    return appendix
