"""A block of cells from the clipboard put into an appendix: every cell of it, and not one more."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.errors import Refused
from app.domain.merging import Block, Card, gather, spread
from app.domain.numbering import mark_numbered
from app.domain.plan import Appendix, Cell, Role, Row, RowKind
from app.domain.text import clean_cell, clean_line, fold

Cells = Sequence[Cell]


def paste_block(appendix: Appendix, top: int, left: int, block: Sequence[Cells]) -> Appendix:
    """``block`` put down with its corner at row ``top`` and column ``left``, over the visible columns from there.

    Rows that are missing before the next section or the end are added there. A section row is written on only by a
    line of the block that is that section. None in the block is a cell merged with the one above it there. A place
    inside a merged cell is taken out of it, the rows around keep their text; the first place of one, alone, means
    the whole. Raises Refused where filled cells would fall beyond the last column.
    """
    if not block:
        return appendix
    columns = _columns(appendix, left, block)
    cards = spread(appendix.rows)
    targets = _targets(appendix, cards, top, block)
    for place, column in enumerate(columns):
        _write(column, [(card, cells[place]) for card, cells in zip(targets, block, strict=True) if place < len(cells)])
    pasted = gather(appendix, cards)
    typed = _typed_ordinals(appendix, cards, targets) if appendix.column_of(Role.ORDINAL) in columns else set()
    return mark_numbered(pasted, typed)


def _columns(appendix: Appendix, left: int, block: Sequence[Cells]) -> list[int]:
    """The columns that the block's own columns fall on."""
    width = max((place + 1 for cells in block for place, cell in enumerate(cells) if cell), default=0)
    columns = [place for place in range(left, len(appendix.columns)) if not appendix.columns[place].hidden]
    if width > len(columns):
        raise Refused("edit.block_too_wide", given=width, room=len(columns))
    return columns[: max((len(cells) for cells in block), default=0)]


def _targets(appendix: Appendix, cards: list[Card], top: int, block: Sequence[Cells]) -> list[Card | None]:
    """The card for each line of the block, missing ones put into ``cards``; None for a line that is a section."""
    targets: list[Card | None] = []
    below_section = top < len(cards) and not cards[top].is_item and not _is_section(cards[top].row, block[0])
    at = top + 1 if below_section else top
    for cells in block:
        card = cards[at] if at < len(cards) and not below_section else None
        if card and not card.is_item and _is_section(card.row, cells):
            card.row = replace(card.row, text=clean_line(_section_text(cells)))
            targets.append(None)
        else:
            if card is None or not card.is_item:
                card = _new_card(appendix)
                cards.insert(at, card)
            targets.append(card)
        at += 1
    return targets


def _new_card(appendix: Appendix) -> Card:
    row = Row(RowKind.ITEM, ("",) * len(appendix.columns), numbered=True)
    return spread([row])[0]


def _is_section(row: Row, cells: Cells) -> bool:
    """Whether a line of the block is the section ``row``: its ordinal and one text, or its text alone."""
    filled = [clean_line(cell) for cell in cells if cell and clean_line(cell)]
    if len(filled) == 2:
        return bool(row.ordinal) and filled[0] == row.ordinal
    return len(filled) == 1 and bool(row.text) and fold(filled[0]) == fold(row.text)


def _section_text(cells: Cells) -> str:
    return next((cell for cell in reversed(cells) if cell), "")


def _write(column: int, cells: Sequence[tuple[Card | None, Cell]]) -> None:
    """One column of the block put into its cards."""
    touched: dict[int, int] = {}
    for card, _ in cells:
        if card is not None:
            touched[id(card.blocks[column])] = touched.get(id(card.blocks[column]), 0) + 1
    above: Block | None = None
    for card, cell in cells:
        if card is None:
            above = None
        elif cell is None and above is not None:
            card.blocks[column] = above
        else:
            above = _put(card, column, clean_cell(cell or ""), touched.get(id(card.blocks[column])) == 1)


def _put(card: Card, column: int, text: str, alone: bool) -> Block:
    block = card.blocks[column]
    if alone and card.row.cells[column] is not None:
        block.text = text
    else:
        block = card.blocks[column] = Block(text)
    return block


def _typed_ordinals(appendix: Appendix, cards: Sequence[Card], targets: Sequence[Card | None]) -> set[int]:
    """Positions of the rows whose ordinal came with the block; an added row without one numbers itself."""
    ordinal = appendix.column_of(Role.ORDINAL)
    known = {id(card) for card in targets if card and ordinal is not None and card.blocks[ordinal].text}
    return {place for place, card in enumerate(cards) if id(card) in known}
