"""Cells merged downwards, taken apart and put together: what makes moving rows about safe.

``spread`` turns None into places that know their merged cell; rows can then be cut, moved and copied like cards,
and ``gather`` merges again what still stands together. A merged cell never begins at the top or below a section.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.plan import Appendix, Cell, Column, Role, Row, RowKind


@dataclass(eq=False, slots=True)
class Block:
    """One visible cell, however many rows it covers. ``numbered`` is its first row's mark. Compared by identity."""

    text: str
    numbered: bool = False


@dataclass(slots=True)
class Card:
    """A row with one block per column; a section row has none."""

    row: Row
    blocks: list[Block]

    @property
    def is_item(self) -> bool:
        """Whether this is an item row."""
        return self.row.kind is RowKind.ITEM


def spread(rows: Sequence[Row]) -> list[Card]:
    """The rows as cards. None at the top or below a section, which no rule allows, becomes an empty cell."""
    cards: list[Card] = []
    above: list[Block] = []
    for row in rows:
        above = _blocks(row, above)
        cards.append(Card(row, above))
    return cards


def _blocks(row: Row, above: list[Block]) -> list[Block]:
    return [
        above[place] if cell is None and place < len(above) else Block(cell or "", row.numbered)
        for place, cell in enumerate(row.cells)
    ]


def gather(appendix: Appendix, cards: Sequence[Card]) -> Appendix:
    """``appendix`` with ``cards`` as its rows; a block that stands in neighbouring rows is one merged cell again."""
    ordinal = appendix.column_of(Role.ORDINAL)
    above: list[Block] = []
    rows: list[Row] = []
    for card in cards:
        rows.append(_row(card, above, ordinal))
        above = card.blocks
    return appendix.with_rows(tuple(rows))


def _row(card: Card, above: list[Block], ordinal: int | None) -> Row:
    if not card.is_item:
        return card.row
    cells = tuple(
        None if place < len(above) and above[place] is block else block.text for place, block in enumerate(card.blocks)
    )
    numbered = card.row.numbered
    if ordinal is not None and card.row.cells[ordinal] is None and cells[ordinal] is not None:
        # a row that left its merged ordinal takes that ordinal's mark along
        numbered = card.blocks[ordinal].numbered
    return replace(card.row, cells=cells, numbered=numbered)


def head_of(appendix: Appendix, row: int, column: int) -> int:
    """Position of the row in which the cell shown at ``row``, ``column`` begins."""
    while row > 0 and appendix.rows[row].cells[column] is None:
        row -= 1
    return row


def end_of(appendix: Appendix, row: int, column: int) -> int:
    """Position after the last row that the cell shown at ``row``, ``column`` covers."""
    row += 1
    while row < len(appendix.rows) and covered(appendix.rows[row], column):
        row += 1
    return row


def covered(row: Row, column: int) -> bool:
    """Whether the cell is merged with the one above."""
    return row.kind is RowKind.ITEM and row.cells[column] is None


def shown(appendix: Appendix, row: int, column: int) -> str:
    """Text seen at an item row's cell: its own or that of the merged cell over it."""
    return appendix.rows[head_of(appendix, row, column)].cells[column] or ""


def check(appendix: Appendix) -> None:
    """Raise ValueError where the rules of the model are broken: one cell per column in an item and none in a
    section, no merged cell at the top or below a section."""
    above_is_item = False
    for position, row in enumerate(appendix.rows):
        expected = len(appendix.columns) if row.kind is RowKind.ITEM else 0
        if len(row.cells) != expected:
            raise ValueError(f"row {position} has {len(row.cells)} cells, expected {expected}")
        if not above_is_item and None in row.cells:
            raise ValueError(f"row {position} is merged with nothing")
        above_is_item = row.kind is RowKind.ITEM


def fit_cells(cells: Sequence[Cell], columns: Sequence[Column]) -> tuple[Cell, ...]:
    """``cells`` cut or filled up with empty ones to one per column."""
    return tuple(cells[: len(columns)]) + ("",) * (len(columns) - len(cells))
