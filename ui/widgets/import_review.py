"""What the clerk decides about a plan read from a file, before anything is written. No widgets here."""

from dataclasses import replace

from app.domain.imported import ImportedPlan, ImportNote
from app.domain.plan import Appendix, Cell, Column, Plan, Role, Row, RowKind
from app.texts import text


class ImportReview:
    """A plan as understood, with the clerk's changes: roles of columns, rows left out, title and year.

    Positions are those of ``imported``: appendix, row and column count from 0, sections included.
    """

    def __init__(self, imported: ImportedPlan) -> None:
        self.imported = imported
        self.title = imported.plan.info.title
        self.year = imported.plan.info.year
        self._roles = [[column.role for column in appendix.columns] for appendix in imported.plan.appendices]
        self._left_out: list[set[int]] = [set() for _ in imported.plan.appendices]

    @property
    def appendices(self) -> tuple[Appendix, ...]:
        """The appendices as they stand in the file."""
        return self.imported.plan.appendices

    def role(self, appendix: int, column: int) -> Role:
        """The role that the column has by now."""
        return self._roles[appendix][column]

    def set_role(self, appendix: int, column: int, role: Role) -> None:
        """Give the column another role."""
        self._roles[appendix][column] = role

    def is_taken(self, appendix: int, row: int) -> bool:
        """Whether the row will be imported."""
        return row not in self._left_out[appendix]

    def take(self, appendix: int, row: int, taken: bool) -> None:
        """Take the row or leave it out."""
        (self._left_out[appendix].discard if taken else self._left_out[appendix].add)(row)

    def take_all(self, appendix: int, taken: bool) -> None:
        """Take or leave out the whole table."""
        self._left_out[appendix] = set() if taken else set(range(len(self.appendices[appendix].rows)))

    def items(self, appendix: int | None = None) -> int:
        """Number of item rows that will be imported, of one table or of all."""
        if appendix is None:
            return sum(self.items(position) for position in range(len(self.appendices)))
        rows = enumerate(self.appendices[appendix].rows)
        return sum(row.kind is RowKind.ITEM and self.is_taken(appendix, position) for position, row in rows)

    def notes(self, appendix: int | None = None) -> list[ImportNote]:
        """The notes about one table, or all of them in reading order."""
        return [note for note in self.imported.notes if appendix is None or note.appendix == appendix]

    def note_at(self, appendix: int, row: int, column: int) -> str | None:
        """The sentences about a cell (or its whole row), or None."""
        found = [n for n in self.notes(appendix) if n.row == row and n.column in (None, column)]
        return "\n".join(sentence(note) for note in found) or None

    def plan(self) -> Plan:
        """The plan to write: with the chosen roles, without what was left out; a table left out whole is gone."""
        kept = (self._kept(position) for position in range(len(self.appendices)))
        info = replace(self.imported.plan.info, title=self.title.strip(), year=self.year)
        return replace(self.imported.plan, info=info, appendices=tuple(a for a in kept if a is not None))

    def result(self) -> ImportedPlan:
        """``plan`` with the source it came from."""
        return replace(self.imported, plan=self.plan())

    def _kept(self, position: int) -> Appendix | None:
        appendix = self.appendices[position]
        if appendix.rows and len(self._left_out[position]) == len(appendix.rows):
            return None
        columns = tuple(map(_with_role, appendix.columns, self._roles[position]))
        return replace(appendix, columns=columns, rows=_without(appendix.rows, self._left_out[position]))


def sentence(note: ImportNote) -> str:
    """The note as the clerk reads it, without its place."""
    return text(note.key, **dict(note.values))


def _with_role(column: Column, role: Role) -> Column:
    return replace(column, role=role)


def _without(rows: tuple[Row, ...], left_out: set[int]) -> tuple[Row, ...]:
    """The rows that stay; where the first row of a merged cell goes, the next one takes over its text."""
    kept: list[Row] = []
    carried: dict[int, Cell] = {}
    for position, row in enumerate(rows):
        if row.kind is RowKind.SECTION:
            carried = {}
        elif position in left_out:
            carried |= {column: cell for column, cell in enumerate(row.cells) if cell is not None}
        else:
            row = replace(row, cells=_taken_over(row.cells, carried))
            carried = {}
        if position not in left_out:
            kept.append(row)
    return tuple(kept)


def _taken_over(cells: tuple[Cell, ...], carried: dict[int, Cell]) -> tuple[Cell, ...]:
    return tuple(carried.get(column) if cell is None else cell for column, cell in enumerate(cells))
