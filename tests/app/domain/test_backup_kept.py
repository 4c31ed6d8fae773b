"""What is kept of automatic backups."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.backup_kept import (
    DAYS,
    MONTHS,
    NEWEST,
    NEWEST_BEFORE,
    YOUNG_BEFORE,
    Copy,
    is_due,
    is_far_smaller,
    past_restores,
    to_remove,
)

NOW = datetime(2026, 6, 17, 9, 0)
_MOST_OF_EACH = 3
"""The newest of a day or month, the newest that is not far smaller than its largest, and the largest."""


def copies(hours: list[int], rows: int = 100) -> list[Copy]:
    """Good copies made so many hours ago."""
    return [Copy(f"{age}", NOW - timedelta(hours=age), rows) for age in sorted(set(hours))]


ages = st.lists(st.integers(0, 24 * 500), max_size=120)


@given(ages)
def test_the_newest_and_one_a_day_and_one_a_month_stay(hours: list[int]) -> None:
    made = copies(hours)
    gone = {copy.name for copy in to_remove(made, NOW)}
    left = [copy for copy in made if copy.name not in gone]
    assert {copy.name for copy in made[:NEWEST]} <= {copy.name for copy in left}
    recent = {copy.made.date() for copy in made if NOW - copy.made <= timedelta(days=DAYS)}
    assert recent <= {copy.made.date() for copy in left}
    months = {copy.made.strftime("%Y-%m") for copy in made if NOW - copy.made <= timedelta(days=365)}
    assert months <= {copy.made.strftime("%Y-%m") for copy in left}
    assert len(left) <= NEWEST + _MOST_OF_EACH * (DAYS + 1 + MONTHS + 2)


@given(ages)
def test_thinning_twice_removes_nothing_more(hours: list[int]) -> None:
    made = copies(hours)
    gone = to_remove(made, NOW)
    assert to_remove([copy for copy in made if copy not in gone], NOW) == []


steps = st.tuples(
    st.sampled_from((1, 40, 600, 3 * 60, 26 * 60, 9 * 24 * 60, 40 * 24 * 60)),  # minutes since the one before
    st.sampled_from((0, 3, 40, 100, 101, 260)),  # rows
    st.sampled_from((True, True, True, True, False)),  # good
)


@given(st.lists(steps, max_size=90))
def test_over_a_whole_history_nothing_is_lost_that_counts(history: list[tuple[int, int, bool]]) -> None:
    made: list[Copy] = []
    left: list[Copy] = []
    now = NOW
    for number, (minutes, rows, good) in enumerate(history):
        now += timedelta(minutes=minutes)
        made.append(Copy(f"{number:04}", now, rows, good))
        gone = to_remove([*left, made[-1]], now)
        left = [copy for copy in [*left, made[-1]] if copy not in gone]
    assert left[-NEWEST:] == made[-NEWEST:]
    assert len(left) <= NEWEST + _MOST_OF_EACH * (DAYS + 1 + MONTHS + 2)
    for days, part in ((DAYS, "%Y-%m-%d"), (365, "%Y-%m")):
        since = now - timedelta(days=days)
        _must_stand_for(left, [copy for copy in made if copy.made >= since and copy.good], part)


def _must_stand_for(left: list[Copy], good: list[Copy], part: str) -> None:
    """Of each day (or month) the newest good one ever made is left, and one that is not far smaller than its
    largest ever; of those the last before the data shrank."""
    for name in {copy.made.strftime(part) for copy in good}:
        of_it = [copy for copy in good if copy.made.strftime(part) == name]
        largest = max(copy.rows for copy in of_it)
        full = [copy for copy in of_it if not is_far_smaller(copy.rows, largest)]
        assert of_it[-1] in left
        assert full[-1] in left


def test_a_state_far_smaller_or_empty_pushes_no_good_one_out() -> None:
    made = copies(list(range(60)))
    now = NOW
    for minute in range(1, 200):
        now = NOW + timedelta(minutes=minute)
        made.append(Copy(f"empty{minute}", now, 0))
        gone = to_remove(made, now)
        made = [copy for copy in made if copy not in gone]
    assert "0" in {copy.name for copy in made}, "the last one before everything was lost"
    assert len(made) < 80, "and yet they do not grow without end"


def test_a_bad_copy_does_not_stand_for_its_day() -> None:
    made = copies(list(range(0, 24 * 30, 2)))
    bad = [Copy(f"bad{day}", NOW - timedelta(days=day), good=False) for day in range(1, 20)]
    gone = {copy.name for copy in to_remove([*made, *bad], NOW)}
    days = {copy.made.date() for copy in made if copy.name not in gone}
    assert len(days) >= DAYS


def test_copies_of_days_to_come_take_no_places_from_those_of_today() -> None:
    ahead = [Copy(f"ahead{day}", NOW + timedelta(days=400, hours=day)) for day in range(60)]
    made = [Copy(f"{age}", NOW - timedelta(minutes=age)) for age in range(60)]
    gone = {copy.name for copy in to_remove([*ahead, *made], NOW)}
    assert {copy.name for copy in made[:NEWEST]}.isdisjoint(gone)
    assert {copy.name for copy in ahead[-NEWEST:]}.isdisjoint(gone)


@pytest.mark.parametrize(
    ("made", "now", "due"),
    [
        (datetime(2025, 12, 31, 23, 0), datetime(2026, 1, 1, 7, 30), True),
        (datetime(2026, 1, 1, 7, 30), datetime(2026, 1, 1, 16, 0), False),
        (datetime(2025, 12, 31, 8, 0), datetime(2025, 12, 31, 16, 0), False),
    ],
)
def test_the_first_start_of_a_year_makes_one(made: datetime, now: datetime, due: bool) -> None:
    assert is_due([Copy("x", made)], now) is due


def test_when_a_backup_is_due() -> None:
    assert is_due([], NOW)
    assert not is_due(copies([23]), NOW) and is_due(copies([24]), NOW)
    assert is_due([Copy("later", NOW + timedelta(days=3))], NOW)
    assert is_due([Copy("bad", NOW, good=False)], NOW)


before_restores = st.lists(
    st.builds(
        lambda number, days, good: Copy(f"{number:05}", NOW - timedelta(days=days), 1, good),
        st.integers(0, 99_999), st.integers(-20, 200), st.booleans(),
    ),
    max_size=40, unique_by=lambda copy: copy.name,
)  # fmt: skip


@given(before_restores)
def test_of_those_made_before_a_restore_the_newest_the_young_and_the_newest_good_one_stay(made: list[Copy]) -> None:
    gone = past_restores(made, NOW)
    left = [copy for copy in made if copy not in gone]
    past = sorted((copy for copy in made if copy.made <= NOW), key=lambda copy: (copy.made, copy.name), reverse=True)
    assert set(past[:NEWEST_BEFORE]) <= set(left)
    assert all(NOW - copy.made >= YOUNG_BEFORE for copy in gone)
    assert not any(copy.good for copy in past) or next(copy for copy in past if copy.good) in left
    assert {copy for copy in made if copy.made > NOW} <= set(left)
    old = [copy for copy in left if NOW - copy.made >= YOUNG_BEFORE]
    assert len(old) <= NEWEST_BEFORE + 1
    assert past_restores(left, NOW) == []


def test_the_newest_good_one_before_a_restore_outlives_newer_bad_ones() -> None:
    bad = [Copy(f"bad{age}", NOW - timedelta(days=40 + age), good=False) for age in range(8)]
    good = [Copy(f"good{age}", NOW - timedelta(days=100 + age)) for age in range(3)]
    gone = [copy.name for copy in past_restores([*good, *bad], NOW)]
    assert gone == ["good2", "good1", "bad7", "bad6", "bad5"]
