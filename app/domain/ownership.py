"""Which rows belong to the units of whoever works."""

from collections.abc import Iterable, Sequence

from app.domain.access import Actor
from app.domain.merging import shown
from app.domain.plan import Appendix, Role, RowKind
from app.domain.unit import Directory, Unit, units_in


class Ownership:
    """Which rows belong to ``actor``, by the directory of units; a unit merged into one of theirs counts as theirs."""

    def __init__(self, actor: Actor, units: Iterable[Unit]) -> None:
        self._directory = Directory(units)
        self._mine = _with_merged(actor.units or frozenset(), self._directory.units)

    def owns(self, appendix: Appendix, place: int) -> bool:
        """Whether the row at ``place`` is an item that names one of the units as lead or coordinating, or names no
        unit yet in an appendix that has room for one. A merged cell names what the cell above it does."""
        row = appendix.rows[place]
        columns = unit_columns(appendix)
        if row.kind is not RowKind.ITEM or not columns:
            return False
        named = [name for column in columns for name in units_in(shown(appendix, place, column))]
        return not named or any(self._is_mine(name) for name in named)

    def _is_mine(self, spelling: str) -> bool:
        unit = self._directory.unit_of(spelling)
        return unit is not None and unit.id in self._mine


def unit_columns(appendix: Appendix) -> Sequence[int]:
    """Positions of the columns for the units that lead and that coordinate."""
    wanted = (Role.LEAD, Role.COORDINATION)
    return [place for place, column in enumerate(appendix.columns) if column.role in wanted]


def _with_merged(units: frozenset[int], known: Sequence[Unit]) -> frozenset[int]:
    mine = units
    while more := {one.id for one in known if one.id is not None and one.merged_into in mine} - mine:
        mine |= more
    return mine
