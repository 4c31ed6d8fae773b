"""What the side-by-side view of old and new shows, line by line. No widgets here."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.domain.matching import AppendixPair, RowPair, match
from app.domain.merging import shown
from app.domain.plan import Appendix, Column, Plan, Role, RowKind
from app.domain.text import fold
from app.ports import Work
from app.texts import text

_NAMING = (Role.TASK, Role.ACTIVITY, Role.OBJECTIVE, Role.PRODUCT)
_LONGEST_NAME = 110


class Change(StrEnum):
    """What becomes of a row."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class CompareLine:
    """A heading line that names a row (``is_heading``), or one of its cells before and after."""

    change: Change
    name: str
    old: str = ""
    new: str = ""
    is_heading: bool = False


Cells = list[tuple[str, str, str]]
"""Heading, old text, new text."""


def compare_with(work: Work, plan_id: int, incoming: Plan) -> list[CompareLine]:
    """The lines for updating the stored plan ``plan_id`` to ``incoming``. Raises Refused where it is gone."""
    return compare(work.get_plan(plan_id), incoming)


def compare(existing: Plan, incoming: Plan) -> list[CompareLine]:
    """One heading per row of either plan, followed by its cells that differ (all filled ones of a row that appears
    or goes)."""
    return [line for pair in match(existing, incoming) for line in _appendix_lines(existing, incoming, pair)]


def _appendix_lines(existing: Plan, incoming: Plan, pair: AppendixPair) -> Iterator[CompareLine]:
    old = existing.appendices[pair.before] if pair.before is not None else None
    new = incoming.appendices[pair.after] if pair.after is not None else None
    for row in pair.rows:
        yield from _row_lines(old, new, row)


def _row_lines(old: Appendix | None, new: Appendix | None, pair: RowPair) -> Iterator[CompareLine]:
    cells = [cell for cell in _cells(old, new, pair) if cell[1] != cell[2]]
    change = _change(pair, bool(cells))
    side, place = (new, pair.after) if new is not None and pair.after is not None else (old, pair.before)
    assert side is not None and place is not None
    words = text(f"import_page.change_{change.value}")
    name = text("import_page.row_name", change=words, label=side.label or side.title, name=_row_name(side, place))
    yield CompareLine(change, name, is_heading=True)
    for heading, before, after in cells:
        yield CompareLine(change, heading, before, after)


def _change(pair: RowPair, differs: bool) -> Change:
    if pair.before is None:
        return Change.ADDED
    if pair.after is None:
        return Change.GONE
    return Change.CHANGED if differs else Change.SAME


def _cells(old: Appendix | None, new: Appendix | None, pair: RowPair) -> Cells:
    before = _shown_cells(old, pair.before)
    after = _shown_cells(new, pair.after)
    headings = dict.fromkeys([*after, *before])
    return [(_heading(key), before.get(key, ""), after.get(key, "")) for key in headings]


def _heading(key: str) -> str:
    return key.split("\t", 1)[1]


def _shown_cells(appendix: Appendix | None, place: int | None) -> dict[str, str]:
    """Texts seen in the row by column; a section's by what it is."""
    if appendix is None or place is None:
        return {}
    row = appendix.rows[place]
    if row.kind is RowKind.SECTION:
        return {f"\t{text('import_page.whole_row')}": f"{row.ordinal} {row.text}".strip()}
    return {key: shown(appendix, place, i) for i, key in enumerate(_column_keys(appendix.columns))}


def _column_keys(columns: tuple[Column, ...]) -> list[str]:
    """A key per column that another state of the same table has too: folded heading and its repetition, then a tab
    and the heading as it stands."""
    keys: list[str] = []
    seen: dict[str, int] = {}
    for column in columns:
        folded = fold(column.heading)
        seen[folded] = seen.get(folded, 0) + 1
        keys.append(f"{folded} {seen[folded]}\t{column.heading}")
    return keys


def _row_name(appendix: Appendix, place: int) -> str:
    row = appendix.rows[place]
    if row.kind is RowKind.SECTION:
        return f"{row.ordinal} {row.text}".strip()
    ordinal = appendix.column_of(Role.ORDINAL)
    columns = (column for role in _NAMING if (column := appendix.column_of(role)) is not None)
    named = next((words for column in columns if (words := shown(appendix, place, column))), "")
    number = "" if ordinal is None else shown(appendix, place, ordinal)
    words = " ".join(f"{number} {named}".split())
    return words if len(words) <= _LONGEST_NAME else words[: _LONGEST_NAME - 1].rstrip() + "…"
