"""Shares the width of the paper among the columns of a table."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.text_width import text_width

_SLACK = 0.5
"""Millimetres that a type of slightly other widths may need."""
_SHORTEST_LINE = 12.0
"""Millimetres that a line of its own counts for, however short, so that lists of short lines get no silly room."""
_ROWS_LOOKED_AT = 200
_ROUNDS = 24
_LARGEST_MINIMUM = 0.3
"""Share of the table that one unbreakable word (an address on the web) may claim."""
_COMFORTABLE = 22.0
"""Millimetres below which a column is a nuisance to read, though no word of it breaks."""
_HEADING_LINES = 3
"""Lines that a heading may take; being repeated on each page, a high one costs the most paper."""


@dataclass(frozen=True, slots=True)
class ColumnText:
    """What stands in one column: its heading, its cells in row order ("" where nothing is to be fitted), the width
    in millimetres that somebody gave it (None: to be computed), whether it holds ordinals only (kept narrow), and
    words in bold that stand among the cells (the ordinals of sections)."""

    heading: str
    cells: Sequence[str]
    width: float | None = None
    narrow: bool = False
    bold_words: Sequence[str] = ()


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
    shares = _share([columns[i] for i in free], [least[i] for i in free], room, size, padding)
    for i, width in zip(free, shares, strict=True):
        widths[i] = width
    scale = total / sum(widths)
    return tuple(width * scale for width in widths)


def _least_width(column: ColumnText, size: float, padding: float, total: float) -> float:
    """The width at which no word breaks, within reason."""
    words = {word for cell in column.cells for word in cell.split()}
    bold = [*column.heading.split(), *column.bold_words]
    longest = max([0.0, *(text_width(word, size) for word in words), *(text_width(word, size, True) for word in bold)])
    return min(longest + 2 * padding + _SLACK, total * _LARGEST_MINIMUM)


def _share(
    columns: Sequence[ColumnText], least: Sequence[float], room: float, size: float, padding: float
) -> Sequence[float]:
    """``room`` millimetres among the columns, none below its least width while the room allows."""
    if not columns or room <= sum(least):
        return least
    comfortable = [max(low, _comfortable_width(c, size, padding)) for c, low in zip(columns, least, strict=True)]
    lows = comfortable if sum(comfortable) <= room else least
    wanted = _lowest_rows([_extents(column, size) for column in columns], room)
    return _raised_to_least(wanted, lows, room)


def _comfortable_width(column: ColumnText, size: float, padding: float) -> float:
    """The width at which the heading takes few lines and the cells are easy to read."""
    words = [text_width(word, size, bold=True) for word in column.heading.split()]
    space = text_width(" ", size, bold=True)
    width = max([_COMFORTABLE - 2 * padding, *words])
    while _line_count(words, space, width) > _HEADING_LINES:
        width += 1
    return width + 2 * padding + _SLACK


def _line_count(words: Sequence[float], space: float, width: float) -> int:
    """Lines that words of these widths take when broken at ``width``."""
    lines, used = 0, width
    for word in words:
        if used + space + word > width:
            lines, used = lines + 1, word
        else:
            used += space + word
    return lines


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
