"""Use cases of setting a row's milestones by hand, beside the words of its deadline cell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

from app.domain.access import Right
from app.domain.correction import Correction
from app.domain.errors import Refused
from app.domain.milestone import Milestone
from app.domain.occurrence import Calendar, Period
from app.domain.tracking import TrackedRow
from app.ports import Work
from app.services.access import needs, own_rows
from app.services.tracking import rows_of


@dataclass(frozen=True, slots=True)
class Edited:
    """A milestone as it is to be; ``was`` is the position (from 0) of the one it was before, None for a new one."""

    milestone: Milestone
    was: int | None = None


@needs(Right.ENTER)
def correct_milestones(
    work: Work, plan_id: int, row_id: int, words: str, edited: Sequence[Edited], calendar: Calendar
) -> None:
    """Set the milestones of a row by hand; ``words`` is what its deadline cell says now. What was noted of a
    milestone and what proves it goes with it, whatever its new place and words. Raises Refused where the plan has
    no such row."""
    own_rows(work, [row_id])
    before = _row(work, plan_id, row_id, calendar)
    work.save_correction(row_id, Correction(words, tuple(one.milestone for one in edited)))
    now_at = {one.was: now for now, one in enumerate(edited)}
    _carry_marks(work, plan_id, before, _row(work, plan_id, row_id, calendar), now_at)


@needs(Right.ENTER)
def read_again(work: Work, plan_id: int, row_id: int, calendar: Calendar) -> None:
    """Go back to the milestones that the words of the deadline cell say."""
    own_rows(work, [row_id])
    before = _row(work, plan_id, row_id, calendar)
    work.save_correction(row_id, None)
    after = _row(work, plan_id, row_id, calendar)
    places = {one: now for now, one in enumerate(after.task.milestones)}
    kept = ((was, places.get(one)) for was, one in enumerate(before.task.milestones))
    now_at: dict[int | None, int] = {was: now for was, now in kept if now is not None}
    _carry_marks(work, plan_id, before, after, now_at)


@needs(Right.ENTER)
def keep_correction(work: Work, plan_id: int, row_id: int, words: str) -> None:
    """Say that the milestones set by hand hold for the new ``words`` too."""
    own_rows(work, [row_id])
    correction = work.corrections(plan_id).get(row_id)
    if correction is not None:
        work.save_correction(row_id, replace(correction, words=words))


def _row(work: Work, plan_id: int, row_id: int, calendar: Calendar) -> TrackedRow:
    found = next((row for row in rows_of(work, plan_id, calendar)[1] if row.row_id == row_id), None)
    if found is None:
        raise Refused("storage.no_row", row=row_id)
    return found


_Thing = tuple[int, Period | None]
"""A milestone by its position, and the period of one of its occurrences."""


def _carry_marks(
    work: Work, plan_id: int, before: TrackedRow, after: TrackedRow, now_at: dict[int | None, int]
) -> None:
    row_id = before.row_id or 0
    uses = [use for use in work.proof_uses(plan_id) if use.row_id == row_id]
    renamed = _renamed(before, after, now_at, {*before.marks, *(use.occurrence for use in uses)})
    moved = [(mark, renamed[key]) for key, mark in before.marks.items() if key in renamed]
    shown = [(use, renamed[use.occurrence]) for use in uses if use.occurrence in renamed]
    # all away first: two may change places
    for mark, _ in moved:
        work.remove_mark(row_id, mark.occurrence)
    for use, _ in shown:
        work.drop_proof(use)
    for mark, key in moved:
        work.save_mark(replace(mark, occurrence=key))
    for use, key in shown:
        work.use_proof(replace(use, occurrence=key))


def _renamed(before: TrackedRow, after: TrackedRow, now_at: dict[int | None, int], used: set[str]) -> dict[str, str]:
    """The new key of each of the ``used`` keys that gets one. A thing goes with its milestone; what belongs to nothing
    any more makes room where another milestone that was there before needs its key."""
    old_things, new_things = _things(before), _things(after)
    new_keys = {thing: key for key, thing in new_things.items()}
    kept_places = {now for was, now in now_at.items() if was is not None}
    needed = {key for key, (place, _) in new_things.items() if place in kept_places}
    taken = used | new_things.keys()
    renamed: dict[str, str] = {}
    for key in sorted(used):
        was, period = old_things.get(key, (None, None))
        new_key = new_keys.get((now_at[was], period)) if was is not None and was in now_at else None
        if new_key is None and key in needed:
            new_key = next(free for number in count(2) if (free := f"{key}|{number}") not in taken)
            taken = taken | {new_key}
        if new_key is not None and new_key != key:
            renamed[key] = new_key
    return renamed


def _things(row: TrackedRow) -> dict[str, _Thing]:
    dated = {
        key: (one.occurrence.milestone, one.occurrence.period)
        for key, one in zip(row.keys, row.task.tracked, strict=True)
    }
    events: dict[str, _Thing] = {key: (place, None) for place, key in enumerate(row.events) if key is not None}
    return {**events, **dated}
