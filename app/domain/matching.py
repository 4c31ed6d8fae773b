"""Which row of a plan read again is which row of the stored one, so that what hangs on a row stays on it."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from difflib import SequenceMatcher
from typing import TypeVar

from app.domain.merging import shown
from app.domain.plan import Appendix, Column, Plan, Role, RowKind
from app.domain.text import fold

T = TypeVar("T")

LIKE_ENOUGH = 0.6
"""Share of two texts that must agree for them to be one row rewritten; below it they are two."""

NEIGHBOURS = 15
"""How far apart, among the rows without an equal, two may stand to be compared: keeps long plans quick."""

_TELLING = (Role.TASK, Role.ACTIVITY, Role.OBJECTIVE, Role.PRODUCT)


@dataclass(frozen=True, slots=True)
class RowPair:
    """A row before and after, by position; None where it appears or goes."""

    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class AppendixPair:
    """An appendix before and after, by position in the plan, with its rows in the order to show them."""

    before: int | None
    after: int | None
    rows: tuple[RowPair, ...]


def match(existing: Plan, incoming: Plan) -> tuple[AppendixPair, ...]:
    """Pairs over the appendices of both plans: those of ``incoming`` in their order, then what it lacks."""
    found = _pair(existing.appendices, incoming.appendices, [_appendix_key], _appendix_likeness)
    return tuple(AppendixPair(old, new, _row_pairs(existing, incoming, old, new)) for old, new in found)


def _row_pairs(existing: Plan, incoming: Plan, old: int | None, new: int | None) -> tuple[RowPair, ...]:
    before = existing.appendices[old] if old is not None else None
    after = incoming.appendices[new] if new is not None else None
    if before is None:
        return tuple(RowPair(None, place) for place in range(len(after.rows if after else ())))
    if after is None:
        return tuple(RowPair(place, None) for place in range(len(before.rows)))
    return match_rows(before, after)


def match_rows(before: Appendix, after: Appendix) -> tuple[RowPair, ...]:
    """Pairs over the rows of both: equal ones first, then those with the same text and another ordinal,
    then those alike in text, best first."""
    old = [_row_words(before, place) for place in range(len(before.rows))]
    new = [_row_words(after, place) for place in range(len(after.rows))]
    pairs = _pair(old, new, [lambda words: words, lambda words: (words[0], words[2])], _row_likeness)
    return tuple(RowPair(*pair) for pair in pairs)


RowWords = tuple[str, str, str]
"""Kind, ordinal and telling text of a row, folded."""


def _row_words(appendix: Appendix, place: int) -> RowWords:
    row = appendix.rows[place]
    if row.kind is RowKind.SECTION:
        return row.kind, fold(row.ordinal), fold(row.text)
    ordinal = appendix.column_of(Role.ORDINAL)
    columns = [column for role in _TELLING if (column := appendix.column_of(role)) is not None]
    if not columns:
        columns = [column for column in range(len(appendix.columns)) if column != ordinal][:2]
    text = "\n".join(shown(appendix, place, column) for column in columns)
    return row.kind, fold("" if ordinal is None else row.cells[ordinal] or ""), fold(text)


def _row_likeness(old: RowWords, new: RowWords) -> float:
    if old[0] != new[0]:
        return 0.0
    same_ordinal = 0.1 if old[1] and old[1] == new[1] else 0.0
    return _likeness(old[2], new[2]) + same_ordinal


def _likeness(old: str, new: str) -> float:
    if old == new:
        return 1.0
    matcher = SequenceMatcher(None, old.split(), new.split(), autojunk=False)
    if matcher.real_quick_ratio() < LIKE_ENOUGH or matcher.quick_ratio() < LIKE_ENOUGH:
        return 0.0
    return matcher.ratio()


def _appendix_key(appendix: Appendix) -> tuple[str, str]:
    return fold(appendix.label), fold(appendix.title)


def _appendix_likeness(old: Appendix, new: Appendix) -> float:
    same_label = LIKE_ENOUGH if fold(old.label) == fold(new.label) and old.label else 0.0
    return _likeness(fold(old.title), fold(new.title)) + same_label


def _pair(
    old: Sequence[T], new: Sequence[T], keys: Sequence[Callable[[T], Hashable]], likeness: Callable[[T, T], float]
) -> list[tuple[int | None, int | None]]:
    """Positions of ``old`` and ``new`` that belong together, in the order of ``new``; an old one that is gone stands
    behind the one it followed."""
    partners: dict[int, int] = {}
    left_old, left_new = list(range(len(old))), list(range(len(new)))
    for key in keys:
        partners |= _equal(old, new, left_old, left_new, key)
        left_old, left_new = _left(left_old, partners.values()), _left(left_new, partners)
    partners |= _alike(old, new, left_old, left_new, likeness)
    gone = set(range(len(old))) - set(partners.values())
    pairs: list[tuple[int | None, int | None]] = [(place, None) for place in _run(gone, 0)]
    for place in range(len(new)):
        partner = partners.get(place)
        pairs.append((partner, place))
        pairs += [(lost, None) for lost in _run(gone, partner + 1)] if partner is not None else []
    return pairs


def _run(gone: set[int], start: int) -> list[int]:
    run: list[int] = []
    while start in gone:
        run.append(start)
        start += 1
    return run


def _left(places: list[int], taken: Iterable[int]) -> list[int]:
    gone = set(taken)
    return [place for place in places if place not in gone]


def _equal(
    old: Sequence[T], new: Sequence[T], left_old: list[int], left_new: list[int], key: Callable[[T], Hashable]
) -> dict[int, int]:
    """New positions with the old ones of the same key, first with first."""
    waiting: dict[Hashable, list[int]] = {}
    for place in reversed(left_old):
        waiting.setdefault(key(old[place]), []).append(place)
    return {place: waiting[key(new[place])].pop() for place in left_new if waiting.get(key(new[place]))}


def _alike(
    old: Sequence[T], new: Sequence[T], left_old: list[int], left_new: list[int], likeness: Callable[[T, T], float]
) -> dict[int, int]:
    """New positions with the most alike old ones, among neighbours in what is left of both."""
    scored = [
        (likeness(old[old_place], new[new_place]), -abs(index - other), new_place, old_place)
        for index, new_place in enumerate(left_new)
        for other, old_place in _near(left_old, index)
    ]
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for score, _, new_place, old_place in sorted(scored, reverse=True):
        if score >= LIKE_ENOUGH and new_place not in partners and old_place not in taken:
            partners[new_place] = old_place
            taken.add(old_place)
    return partners


def _near(places: list[int], index: int) -> list[tuple[int, int]]:
    start = max(0, index - NEIGHBOURS)
    return list(enumerate(places[start : index + NEIGHBOURS + 1], start))


def merged(existing: Plan, incoming: Plan) -> Plan:
    """``incoming`` with the ids of the appendices, columns and rows of ``existing`` that it continues, and with what
    its file does not say about heading and signature kept."""
    said = {f.name: value for f in fields(incoming.info) if (value := getattr(incoming.info, f.name)) not in (None, ())}
    parts = {
        pair.after: _continued(existing.appendices[pair.before], incoming.appendices[pair.after], pair.rows)
        for pair in match(existing, incoming)
        if pair.before is not None and pair.after is not None
    }
    appendices = (parts.get(place, part) for place, part in enumerate(incoming.appendices))
    return Plan(replace(existing.info, **said), tuple(appendices), existing.id)


def _continued(before: Appendix, after: Appendix, pairs: Sequence[RowPair]) -> Appendix:
    ids = {pair.after: before.rows[pair.before].id for pair in pairs if pair.before is not None}
    rows = (replace(row, id=ids.get(place)) for place, row in enumerate(after.rows))
    return replace(after, id=before.id, columns=_continued_columns(before, after), rows=tuple(rows))


def _continued_columns(before: Appendix, after: Appendix) -> tuple[Column, ...]:
    """The columns of ``after`` with the ids, widths and hiding of those with the same heading, else the same role."""
    left = list(before.columns)
    partners: dict[int, Column] = {}
    for same in (_same_heading, _same_role):
        for place, column in enumerate(after.columns):
            partner = next((one for one in left if same(one, column)), None) if place not in partners else None
            if partner:
                partners[place] = partner
                left.remove(partner)
    return tuple(
        replace(column, id=was.id, width=was.width, hidden=was.hidden) if (was := partners.get(place)) else column
        for place, column in enumerate(after.columns)
    )


def _same_heading(old: Column, new: Column) -> bool:
    return fold(old.heading) == fold(new.heading)


def _same_role(old: Column, new: Column) -> bool:
    return old.role is new.role and old.role is not Role.OTHER
