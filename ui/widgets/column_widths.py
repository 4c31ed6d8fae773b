"""From a column's width on paper, in millimetres, to its width on the screen, and back."""

from collections.abc import Sequence

from app.domain.plan import Column, Role
from ui.theme import px

PAPER_MM = 257.0
"""Text width of landscape A4 inside the margins of Nghị định 30/2020 (30 mm and 10–20 mm)."""
_LEAST_SCALE = 2.6
"""Pixels for one millimetre below which the text is no longer comfortable to read."""
_LEAST_PX = 36
_LEAST_TEXT_PX = 84
"""A column of text is never narrower than this on the screen, however many columns there are."""
_SHARES = {
    Role.ORDINAL: 10.0,
    Role.OBJECTIVE: 50.0,
    Role.TASK: 78.0,
    Role.ACTIVITY: 70.0,
    Role.PRODUCT: 45.0,
    Role.LEAD: 38.0,
    Role.COORDINATION: 40.0,
    Role.DEADLINE: 38.0,
    Role.BUDGET: 30.0,
    Role.NOTE: 30.0,
    Role.OTHER: 34.0,
}


def widths_mm(columns: Sequence[Column]) -> list[float]:
    """Widths in millimetres; where nobody has set one, by what the column means, so that the paper is filled."""
    free = [_SHARES[column.role] for column in columns if column.width is None and not column.hidden]
    taken = sum(column.width for column in columns if column.width is not None and not column.hidden)
    room = max(PAPER_MM - taken, sum(free) * 0.5)
    factor = room / sum(free) if free else 1.0
    return [_SHARES[column.role] * factor if column.width is None else column.width for column in columns]


def scale_for(viewport_px: int) -> float:
    """Pixels for one millimetre such that a page's width fills the view, unless that were too small to read."""
    return max(viewport_px / PAPER_MM, _LEAST_SCALE)


def widths_px(columns: Sequence[Column], viewport_px: int) -> list[int]:
    """Widths in pixels for a view ``viewport_px`` wide; small differences go to the widest column."""
    scale = scale_for(viewport_px)
    widths = [
        max(px(_LEAST_PX) if column.role is Role.ORDINAL or column.width else px(_LEAST_TEXT_PX), round(width * scale))
        for column, width in zip(columns, widths_mm(columns), strict=True)
    ]
    shown = [i for i, column in enumerate(columns) if not column.hidden]
    spare = viewport_px - sum(widths[i] for i in shown)
    if shown and (spare > 0 or -spare < len(shown) * 8):
        widest = max(shown, key=lambda i: widths[i])
        widths[widest] += spare
    return widths
