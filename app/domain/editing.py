"""Changes to an appendix's rows and cells as a clerk makes them: pure functions from one appendix to the next.

Positions count from 0 over ``appendix.rows`` (sections included). No function leaves a merged cell without a cell
to be merged with; none renumbers (``numbering.renumber`` does, once, after the change).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from app.domain.columns import add_column as add_column
from app.domain.columns import hide_column as hide_column
from app.domain.columns import move_column as move_column
from app.domain.columns import remove_column as remove_column
from app.domain.columns import rename_column as rename_column
from app.domain.columns import resize_column as resize_column
from app.domain.columns import set_role as set_role
from app.domain.errors import Refused
from app.domain.merging import Block, Card, covered, end_of, fit_cells, gather, head_of, shown, spread
from app.domain.merging import check as check
from app.domain.pasting import paste_block as paste_block
from app.domain.plan import Appendix, Cell, Role, Row, RowKind
from app.domain.text import clean_cell, clean_line

Position = tuple[int, int]


def new_item(appendix: Appendix) -> Row:
    """An empty item row that numbers itself."""
    return Row(RowKind.ITEM, ("",) * len(appendix.columns), numbered=True)


def new_section(text: str = "", ordinal: str = "") -> Row:
    """A section row; it numbers itself unless an ordinal is given."""
    return Row(RowKind.SECTION, ordinal=clean_line(ordinal), text=clean_line(text), numbered=not ordinal)


def insert_rows(appendix: Appendix, at: int, rows: Sequence[Row]) -> Appendix:
    """``rows`` put in before position ``at``. An empty cell put between two rows of a merged cell joins it; a filled
    one parts it, and the rows below keep its text."""
    cards = spread(appendix.rows)
    known = {row.id for row in appendix.rows}
    fresh = spread([_fitted(appendix, row, known) for row in rows])
    _join(cards[at - 1] if at > 0 else None, fresh, cards[at] if at < len(cards) else None)
    return gather(appendix, [*cards[:at], *fresh, *cards[at:]])


def _fitted(appendix: Appendix, row: Row, known: Collection[int | None]) -> Row:
    cells = fit_cells(row.cells, appendix.columns) if row.kind is RowKind.ITEM else ()
    return replace(row, cells=cells, id=None if row.id in known else row.id)


def _join(above: Card | None, fresh: Sequence[Card], below: Card | None) -> None:
    """Let the empty cells of ``fresh`` belong to the merged cells that run from ``above`` to ``below``."""
    if above is None or below is None or not all(card.is_item for card in (above, *fresh, below)):
        return
    for place, (upper, lower) in enumerate(zip(above.blocks, below.blocks, strict=True)):
        if upper is lower and all(not card.blocks[place].text for card in fresh):
            for card in fresh:
                card.blocks[place] = upper


def delete_rows(appendix: Appendix, positions: Collection[int]) -> Appendix:
    """``appendix`` without the rows at ``positions``; a merged cell that loses its first row hands its text down."""
    chosen = set(positions)
    return gather(appendix, [card for place, card in enumerate(spread(appendix.rows)) if place not in chosen])


def move_rows(appendix: Appendix, positions: Collection[int], to: int) -> Appendix:
    """The rows at ``positions``, in their order, put before what is now position ``to`` (0 to the number of rows).

    A row leaving a merged cell takes the cell's text along, and the rows that stay keep it too.
    """
    chosen = set(positions)
    cards = spread(appendix.rows)
    before = [card for place, card in enumerate(cards[:to]) if place not in chosen]
    after = [card for place, card in enumerate(cards[to:], to) if place not in chosen]
    return gather(appendix, [*before, *(cards[place] for place in sorted(chosen)), *after])


def duplicate_rows(appendix: Appendix, positions: Collection[int]) -> Appendix:
    """Copies of the rows at ``positions``, in their order, below the last of them; they number themselves."""
    chosen = sorted(set(positions))
    if not chosen:
        return appendix
    cards = spread(appendix.rows)
    at = chosen[-1] + 1
    originals = [cards[place] for place in chosen]
    begun = {id(block) for card in originals for block in _begun(card)}
    # a merged cell copied from its first row on is a new one; a row from its middle is one more row of it
    twins = {id(block): block for block in cards[at - 1].blocks if id(block) not in begun}
    copies = [Card(replace(card.row, id=None, numbered=True), _copied(card, twins)) for card in originals]
    return gather(appendix, [*cards[:at], *copies, *cards[at:]])


def _begun(card: Card) -> list[Block]:
    return [block for block, cell in zip(card.blocks, card.row.cells, strict=True) if cell is not None]


def _copied(card: Card, twins: dict[int, Block]) -> list[Block]:
    return [twins.setdefault(id(block), Block(block.text, True)) for block in card.blocks]


def section_end(appendix: Appendix, position: int) -> int:
    """Position after the last row that belongs to the section row at ``position``."""
    position += 1
    while position < len(appendix.rows) and appendix.rows[position].kind is RowKind.ITEM:
        position += 1
    return position


def set_cells(appendix: Appendix, texts: Mapping[Position, str]) -> Appendix:
    """Item cells with new texts. A place inside a merged cell means that cell; its own first place wins where both
    are given. Section rows are passed over. An ordinal that a person changes no longer numbers itself."""
    rows = [list(row.cells) for row in appendix.rows]
    # later places first, so that the first row of a merged cell has the last word
    for row, column in sorted(texts, reverse=True):
        if appendix.rows[row].kind is RowKind.ITEM:
            rows[head_of(appendix, row, column)][column] = clean_cell(texts[row, column])
    ordinal = appendix.column_of(Role.ORDINAL)
    return appendix.with_rows(
        tuple(_retyped(row, tuple(cells), ordinal) for row, cells in zip(appendix.rows, rows, strict=True))
    )


def _retyped(row: Row, cells: tuple[Cell, ...], ordinal: int | None) -> Row:
    if cells == row.cells:
        return row
    typed = ordinal is not None and cells[ordinal] != row.cells[ordinal]
    return replace(row, cells=cells, numbered=row.numbered and not typed)


def set_section(appendix: Appendix, position: int, ordinal: str, text: str) -> Appendix:
    """The section row at ``position`` with a new ordinal and text; a changed ordinal no longer numbers itself."""
    row = appendix.rows[position]
    ordinal = clean_line(ordinal)
    numbered = row.numbered and ordinal == row.ordinal
    changed = replace(row, ordinal=ordinal, text=clean_line(text), numbered=numbered)
    return appendix.with_rows((*appendix.rows[:position], changed, *appendix.rows[position + 1 :]))


def number_rows(appendix: Appendix, positions: Collection[int]) -> Appendix:
    """The rows at ``positions`` numbering themselves again."""
    return appendix.with_rows(
        tuple(replace(row, numbered=True) if place in positions else row for place, row in enumerate(appendix.rows))
    )


def copy_from_above(appendix: Appendix, cells: Iterable[Position]) -> Appendix:
    """Each column's chosen ``cells`` filled with the text over them: with the first chosen cell where several are
    chosen, else with the next item cell above. Ordinals that number themselves stay."""
    by_column: dict[int, list[int]] = {}
    for row, column in cells:
        if appendix.rows[row].kind is RowKind.ITEM and not _keeps_ordinal(appendix, row, column):
            by_column.setdefault(column, []).append(head_of(appendix, row, column))
    texts: dict[Position, str] = {}
    for column, chosen in by_column.items():
        rows = sorted(set(chosen))
        source = rows.pop(0) if len(rows) > 1 else _item_above(appendix, rows[0])
        if source is not None:
            texts |= {(row, column): shown(appendix, source, column) for row in rows}
    return set_cells(appendix, texts)


def _keeps_ordinal(appendix: Appendix, row: int, column: int) -> bool:
    return appendix.rows[row].numbered and column == appendix.column_of(Role.ORDINAL)


def _item_above(appendix: Appendix, row: int) -> int | None:
    return next((place for place in range(row - 1, -1, -1) if appendix.rows[place].kind is RowKind.ITEM), None)


def merge_down(appendix: Appendix, column: int, first: int, last: int) -> Appendix:
    """The cells of ``column`` from row ``first`` to ``last`` made one, and whole merged cells with them. Their
    different texts stand in it line by line; of ordinals the first is kept.

    Raises Refused where a section row lies between.
    """
    if any(row.kind is RowKind.SECTION for row in appendix.rows[first : last + 1]):
        raise Refused("edit.merge_over_section")
    first, end = head_of(appendix, first, column), end_of(appendix, last, column)
    found = dict.fromkeys(cell for row in appendix.rows[first:end] if (cell := row.cells[column]))
    is_ordinal = column == appendix.column_of(Role.ORDINAL)
    text = next(iter(found), "") if is_ordinal else "\n".join(found)
    return _with_column(appendix, column, {first: text} | dict.fromkeys(range(first + 1, end)))


def split(appendix: Appendix, column: int, row: int) -> Appendix:
    """The merged cell over ``row`` taken apart: its first row keeps the text, the others become empty."""
    if appendix.rows[row].kind is RowKind.SECTION:
        return appendix
    first, end = head_of(appendix, row, column), end_of(appendix, row, column)
    return _with_column(appendix, column, dict.fromkeys(range(first + 1, end), ""))


def _with_column(appendix: Appendix, column: int, cells: Mapping[int, Cell]) -> Appendix:
    return appendix.with_rows(
        tuple(
            replace(row, cells=(*row.cells[:column], cells[place], *row.cells[column + 1 :])) if place in cells else row
            for place, row in enumerate(appendix.rows)
        )
    )


def can_split(appendix: Appendix, column: int, row: int) -> bool:
    """Whether the cell over ``row`` covers more than one row."""
    if appendix.rows[row].kind is RowKind.SECTION:
        return False
    return covered(appendix.rows[row], column) or end_of(appendix, row, column) > row + 1


def can_merge_up(appendix: Appendix, row: int) -> bool:
    """Whether the cells of ``row`` have an item row right above to be merged with."""
    rows = appendix.rows
    return row > 0 and rows[row].kind is RowKind.ITEM and rows[row - 1].kind is RowKind.ITEM
