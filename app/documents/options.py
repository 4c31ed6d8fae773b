"""What the clerk chooses before printing or exporting a plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.body import Body


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """``appendices``: positions (from 0) to take, in this order; None for all. ``hidden``: for an appendix position,
    the column positions to leave out beside those hidden in the plan. ``heading_block``: whether the first page
    starts with issuing body, country and motto. ``attached_to``: whether the line "(Kèm theo …)" is printed.
    ``states``: the state of each task by row id, for a last column; None for no such column. ``body``: the text of the
    plan, printed before the appendices; None to leave it out."""

    appendices: tuple[int, ...] | None = None
    hidden: Mapping[int, frozenset[int]] = field(default_factory=dict)
    paper: str = "A4"
    heading_block: bool = True
    attached_to: bool = True
    states: Mapping[int, str] | None = None
    body: Body | None = None
