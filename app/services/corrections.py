"""Use cases of setting a row's milestones by hand, beside the words of its deadline cell."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.correction import Correction
from app.domain.errors import Refused
from app.domain.mark import Mark
from app.domain.milestone import Milestone
from app.domain.occurrence import Calendar, Period
from app.domain.tracking import TrackedRow
from app.ports import Work
from app.services.tracking import rows_of


@dataclass(frozen=True, slots=True)
class Edited:
    """A milestone as it is to be; ``was`` is the position (from 0) of the one it was before, None for a new one."""

    milestone: Milestone
    was: int | None = None


def correct_milestones(
    work: Work, plan_id: int, row_id: int, words: str, edited: Sequence[Edited], calendar: Calendar
) -> None:
    """Set the milestones of a row by hand; ``words`` is what its deadline cell says now. What was noted of a
    milestone goes with it, whatever its new place and words. Raises Refused where the plan has no such row."""
    before = _row(work, plan_id, row_id, calendar)
    work.save_correction(row_id, Correction(words, tuple(one.milestone for one in edited)))
    _carry_marks(work, before, _row(work, plan_id, row_id, calendar), {one.was: now for now, one in enumerate(edited)})


def read_again(work: Work, plan_id: int, row_id: int, calendar: Calendar) -> None:
    """Go back to the milestones that the words of the deadline cell say."""
    before = _row(work, plan_id, row_id, calendar)
    work.save_correction(row_id, None)
    after = _row(work, plan_id, row_id, calendar)
    places = {one: now for now, one in enumerate(after.task.milestones)}
    kept = ((was, places.get(one)) for was, one in enumerate(before.task.milestones))
    now_at: dict[int | None, int] = {was: now for was, now in kept if now is not None}
    _carry_marks(work, before, after, now_at)


def keep_correction(work: Work, plan_id: int, row_id: int, words: str) -> None:
    """Say that the milestones set by hand hold for the new ``words`` too."""
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


def _carry_marks(work: Work, before: TrackedRow, after: TrackedRow, now_at: dict[int | None, int]) -> None:
    new_keys = {thing: key for key, thing in _things(after).items()}
    old_things = _things(before)
    moved: list[tuple[str, Mark]] = []
    for key, mark in before.marks.items():
        was, period = old_things.get(key, (None, None))
        new_key = new_keys.get((now_at[was], period)) if was in now_at and was is not None else None
        if new_key is not None and new_key != key:
            moved.append((key, replace(mark, occurrence=new_key)))
    # all away first: two marks may change places
    for key, _ in moved:
        work.remove_mark(before.row_id or 0, key)
    for _, mark in moved:
        work.save_mark(mark)


def _things(row: TrackedRow) -> dict[str, _Thing]:
    dated = {
        key: (one.occurrence.milestone, one.occurrence.period)
        for key, one in zip(row.keys, row.task.tracked, strict=True)
    }
    events: dict[str, _Thing] = {key: (place, None) for place, key in enumerate(row.events) if key is not None}
    return {**events, **dated}
