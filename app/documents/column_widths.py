"""Shares the width of the paper among the columns of a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.text_width import text_width

_SHORTEST_LINE = 12.0
"""Millimetres that a line of its own counts for, however short, so that lists of short lines get no silly room."""
_ROWS_LOOKED_AT = 400
_ROUNDS = 24
_LARGEST_MINIMUM = 0.3
"""Share of the table that one unbreakable word (an address on the web) may claim."""


@dataclass(frozen=True, slots=True)
class ColumnText:
    """What stands in one column: its heading, its cells in row order ("" where nothing is to be fitted), the width
    in millimetres that somebody gave it (None: to be computed), and whether it holds ordinals only (kept narrow)."""

    heading: str
    cells: Sequence[str]
    width: float | None = None
    narrow: bool = False


def column_widths(columns: Sequence[ColumnText], total: float, size: float, padding: float) -> tuple[float, ...]:
    """Widths in millimetres that add up to ``total``.

    Columns with a width of their own keep their proportion; the others are shared out so that the rows come out as
    low as can be, none so narrow that a word of it breaks as long as the paper allows. ``size`` is the text's in
    points, ``padding`` millimetres on each side of a cell.
    """
    least = [_least_width(column, size, padding, total) for column in columns]
    widths = [column.width or low for column, low in zip(columns, least, strict=True)]
    free = [i for i, column in enumerate(columns) if column.width is None and not column.narrow]
    room = total - sum(width for i, width in enumerate(widths) if i not in free)
    for i, width in zip(free, _share(columns, free, least, room, size), strict=True):
        widths[i] = width
    scale = total / sum(widths)
    return tuple(width * scale for width in widths)


def _least_width(column: ColumnText, size: float, padding: float, total: float) -> float:
    words = {word for cell in column.cells for word in cell.split()}
    longest = max((text_width(word, size) for word in words), default=0.0)
    heading = max((text_width(word, size, bold=True) for word in column.heading.split()), default=0.0)
    return min(max(longest, heading) + 2 * padding + 0.5, total * _LARGEST_MINIMUM)


def _share(
    columns: Sequence[ColumnText], free: Sequence[int], least: Sequence[float], room: float, size: float
) -> list[float]:
    """``room`` millimetres among the ``free`` columns, none below its least width while the room allows."""
    lows = [least[i] for i in free]
    if room <= sum(lows):
        return lows
    wanted = _lowest_rows([_extents(columns[i], size) for i in free], room)
    return _raised_to_least(wanted, lows, room)


def _extents(column: ColumnText, size: float) -> list[float]:
    step = len(column.cells) // _ROWS_LOOKED_AT + 1
    heading = text_width(column.heading, size, bold=True)
    return [heading, *(_extent(cell, size) for cell in column.cells[::step])]


def _extent(cell: str, size: float) -> float:
    """Millimetres of the cell's text laid in one line."""
    return sum(max(text_width(line, size), _SHORTEST_LINE) for line in cell.split("\n")) if cell else 0.0


def _lowest_rows(extents: Sequence[Sequence[float]], room: float) -> list[float]:
    """Widths that make the sum of the row heights small.

    A row is as high as the highest of its cells, extent / width; with the fourth-power mean for "highest" the best
    widths obey w ~ (sum of extent^4 / height^3)^(1/5), solved by repeating.
    """
    widths = [room / len(extents)] * len(extents)
    for _ in range(_ROUNDS):
        weights = [1e-9] * len(extents)
        for row in zip(*extents, strict=True):
            height = sum((extent / width) ** 4 for extent, width in zip(row, widths, strict=True)) ** 0.25
            if height:
                for i, extent in enumerate(row):
                    weights[i] += extent**4 / height**3
        roots = [weight**0.2 for weight in weights]
        widths = [room * root / sum(roots) for root in roots]
    return widths


def _raised_to_least(wanted: Sequence[float], lows: Sequence[float], room: float) -> list[float]:
    """``wanted`` scaled to ``room`` with nothing below its least width; takes only from columns that have more."""
    fixed: set[int] = set()
    while True:
        open_room = room - sum(lows[i] for i in fixed)
        open_wanted = sum(width for i, width in enumerate(wanted) if i not in fixed)
        scaled = [lows[i] if i in fixed else width * open_room / open_wanted for i, width in enumerate(wanted)]
        short = {i for i, width in enumerate(scaled) if i not in fixed and width < lows[i]}
        if not short:
            return scaled
        fixed |= short
