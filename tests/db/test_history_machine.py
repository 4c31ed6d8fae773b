"""Whatever is edited, pasted, moved, deleted, imported, undone and redone: the database equals the history."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.domain import editing
from app.domain.errors import Refused
from app.domain.imported import ImportedPlan
from app.domain.merging import check
from app.domain.plan import Appendix, Cell, Column, Plan, Role
from app.ports import CellEdit, Work
from app.services import imports, rows
from db.storage import open_storage
from tests.app.domain.samples import blocks, item, plan, section, table, tables, texts

Snapshot = tuple[Plan, ...]
place = st.integers(0, 11)


class HistoryMachine(RuleBasedStateMachine):
    """Random work on a real storage beside a list of what it looked like after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.storage = open_storage(self.folder)
        start = plan(table(section("I"), item("1", "A", "a"), item(None, None, "b"), item("2", "B", "")))
        self.snapshots: list[Snapshot] = [()]
        self.now = 0
        self._write(lambda work: imports.add_imported(work, [ImportedPlan("", start)]))

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.storage.close()
        shutil.rmtree(self.folder)

    def _stored(self) -> Snapshot:
        return self.storage.read(lambda work: tuple(work.get_plan(one.id) for one in work.list_plans()))

    def _write(self, use_case: Callable[[Work], object]) -> None:
        before = len(self.storage.history().undo)
        self.storage.write("bước", use_case)
        stored = self._stored()
        if stored != self.snapshots[self.now]:
            self.snapshots[self.now + 1 :] = [stored]
            self.now += 1
        else:
            assert len(self.storage.history().undo) == before

    def _part(self, number: int) -> Appendix | None:
        parts = [part for one in self.snapshots[self.now] for part in one.appendices]
        return parts[number % len(parts)] if parts else None

    def _change(self, number: int, change: Callable[[Appendix], Appendix]) -> None:
        part = self._part(number)
        if part is not None:
            self._write(lambda work: rows.change_appendix(work, part.id or 0, change))

    @rule(number=place, at=place, text=texts)
    def insert(self, number: int, at: int, text: str) -> None:
        """Rows put in."""
        new = [item("", text, None), section("II"), item("", "", text, numbered=True)]
        self._change(number, lambda part: editing.insert_rows(part, min(at, len(part.rows)), new))

    @rule(number=place, chosen=st.sets(place, max_size=3), to=place)
    def move(self, number: int, chosen: set[int], to: int) -> None:
        """Rows moved."""
        self._change(number, lambda part: editing.move_rows(part, _within(part, chosen), min(to, len(part.rows))))

    @rule(number=place, chosen=st.sets(place, max_size=2))
    def delete(self, number: int, chosen: set[int]) -> None:
        """Rows deleted."""
        self._change(number, lambda part: editing.delete_rows(part, _within(part, chosen)))

    @rule(number=place, chosen=st.sets(place, max_size=2))
    def duplicate(self, number: int, chosen: set[int]) -> None:
        """Rows copied."""
        self._change(number, lambda part: editing.duplicate_rows(part, _within(part, chosen)))

    @rule(number=place, top=place, block=blocks)
    def paste(self, number: int, top: int, block: list[list[Cell]]) -> None:
        """A block put down."""

        def change(part: Appendix) -> Appendix:
            try:
                return editing.paste_block(part, min(top, len(part.rows)), 0, block)
            except Refused:
                return part

        self._change(number, change)

    @rule(number=place, column=place, to=place, add=st.booleans())
    def arrange_columns(self, number: int, column: int, to: int, add: bool) -> None:
        """Columns moved, added or removed."""

        def change(part: Appendix) -> Appendix:
            count = len(part.columns)
            if add:
                return editing.add_column(part, to % count, Column("Mới", Role.OTHER, 12.5))
            if count > 3:
                return editing.remove_column(part, column % count)
            return editing.move_column(part, column % count, to % count)

        self._change(number, change)

    @rule(number=place, row=place, column=place, text=texts)
    def edit(self, number: int, row: int, column: int, text: str) -> None:
        """One cell typed."""
        part = self._part(number)
        items = [one for one in part.rows if one.cells] if part else []
        if part and items:
            ids = items[row % len(items)].id or 0, part.columns[column % len(part.columns)].id or 0
            self._write(lambda work: rows.edit_cells(work, [CellEdit(*ids, text)]))

    @rule(read=tables(), replaced=st.booleans())
    def take_in(self, read: Appendix, replaced: bool) -> None:
        """A plan imported, also over an existing one."""
        imported = ImportedPlan("", plan(read, year=2024))
        plans = self.snapshots[self.now]
        if plans and (replaced or len(plans) > 2):
            self._write(lambda work: imports.replace_with_imported(work, plans[0].id or 0, imported))
        else:
            self._write(lambda work: imports.add_imported(work, [imported]))

    @rule(number=place)
    def remove(self, number: int) -> None:
        """A plan deleted."""
        plans = self.snapshots[self.now]
        if plans:
            self._write(lambda work: work.remove_plan(plans[number % len(plans)].id or 0))

    @precondition(lambda self: self.now > 0)
    @rule(steps=st.integers(1, 3))
    def undo(self, steps: int) -> None:
        """Steps back."""
        for _ in range(min(steps, self.now)):
            self.storage.undo()
            self.now -= 1

    @precondition(lambda self: self.now + 1 < len(self.snapshots))
    @rule()
    def redo(self) -> None:
        """A step forward."""
        self.storage.redo()
        self.now += 1

    @rule()
    def restart(self) -> None:
        """The program closed and opened again."""
        self.storage.close()
        self.storage = open_storage(self.folder)

    @invariant()
    def equals_the_history(self) -> None:
        """What is stored is what the history says, and sound."""
        stored = self._stored()
        assert stored == self.snapshots[self.now]
        assert len(self.storage.history().undo) == self.now
        for part in (part for one in stored for part in one.appendices):
            check(part)


def _within(part: Appendix, chosen: set[int]) -> set[int]:
    return {one % len(part.rows) for one in chosen} if part.rows else set()


TestHistory = HistoryMachine.TestCase
TestHistory.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
