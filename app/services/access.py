"""Asks, before a use case does anything, whether whoever works may have it done."""

from collections.abc import Callable, Container, Iterable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from app.domain.access import Right, must_have, owns_all
from app.domain.errors import Refused
from app.domain.ownership import Ownership
from app.domain.plan import Appendix, Row, RowKind
from app.domain.plan import Role as ColumnRole
from app.ports import Work

P = ParamSpec("P")
T = TypeVar("T")
UseCase = Callable[Concatenate[Work, P], T]

_NEEDED: dict[object, Right] = {}
_KNOWN: WeakKeyDictionary[Work, set[int]] = WeakKeyDictionary()
"""Rows that were found to be the actor's within a transaction: they stay so until its end, also once they have been
handed on to another unit."""


def needs(right: Right) -> Callable[[UseCase[P, T]], UseCase[P, T]]:
    """Put on a use case: it raises Refused, before anything is read or written, where whoever works has not
    ``right``."""

    def guarded(use_case: UseCase[P, T]) -> UseCase[P, T]:
        @wraps(use_case)
        def asks_first(work: Work, /, *args: P.args, **kwargs: P.kwargs) -> T:
            must_have(work.actor, right)
            return use_case(work, *args, **kwargs)

        _NEEDED[asks_first] = right
        return asks_first

    return guarded


def right_of(use_case: object) -> Right | None:
    """The right that a use case asks for; None for one that asks for none."""
    return _NEEDED.get(use_case)


def own_rows(work: Work, row_ids: Iterable[int]) -> None:
    """Raises Refused, naming the row, where one of the rows is not of the units of whoever works; costs nothing for
    those who may enter everywhere."""
    if owns_all(work.actor):
        return
    known = _KNOWN.setdefault(work, set())
    new = set(row_ids) - known
    if new:
        owner = Ownership(work.actor, work.units())
        for appendix_id in {work.row_place(row_id) for row_id in new}:
            _refuse_foreign(owner, work.get_appendix(appendix_id), new)
    known |= new


def _refuse_foreign(owner: Ownership, appendix: Appendix, row_ids: Container[int | None]) -> None:
    for place, row in enumerate(appendix.rows):
        if row.id in row_ids and not owner.owns(appendix, place):
            raise Refused("access.not_own_row", row=_named(appendix, row))


def _named(appendix: Appendix, row: Row) -> str:
    """What a person calls the row: its ordinal, else the beginning of its words."""
    if row.kind is RowKind.SECTION:
        return f"{row.ordinal} {row.text}".strip()
    column = appendix.column_of(ColumnRole.ORDINAL)
    ordinal = row.cells[column] if column is not None else ""
    return ordinal or next((" ".join(cell.split()) for cell in row.cells if cell), "")[:60]


def own_change(work: Work, before: Appendix, after: Appendix) -> None:
    """Raises Refused where a change of an appendix goes beyond the rows of whoever works: other rows changed, moved or
    gone, rows of other units added, columns or headings changed; sections are nobody's. To be called with ``after``
    not numbered anew."""
    if owns_all(work.actor):
        return
    if (before.label, before.title, before.columns) != (after.label, after.title, after.columns):
        raise Refused("access.own_rows_only")
    owner = Ownership(work.actor, work.units())
    old, new = ({row.id: row for row in one.rows if row.id is not None} for one in (before, after))
    touched = {id_ for id_, row in old.items() if new.get(id_) != row} - _KNOWN.get(work, set())
    _refuse_foreign(owner, before, touched)
    if [id_ for id_ in old if id_ in new] != list(new):
        raise Refused("access.own_rows_only")
    _refuse_foreign(owner, after, {None})
