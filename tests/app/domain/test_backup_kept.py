"""What is kept of automatic backups."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.backup_kept import DAYS, NEWEST, Copy, is_due, to_remove

NOW = datetime(2026, 6, 17, 9, 0)


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
    assert len(left) <= NEWEST + DAYS + 1 + 14


@given(ages)
def test_thinning_twice_removes_nothing_more(hours: list[int]) -> None:
    made = copies(hours)
    gone = to_remove(made, NOW)
    assert to_remove([copy for copy in made if copy not in gone], NOW) == []


def test_a_far_smaller_state_pushes_no_good_one_out() -> None:
    made = [Copy("small", NOW, 10), *copies(list(range(1, 200)))]
    assert to_remove(made, NOW) == []
    assert to_remove([Copy("as big", NOW, 60), *copies(list(range(1, 200)))], NOW)


def test_a_bad_copy_does_not_stand_for_its_day() -> None:
    made = copies(list(range(0, 24 * 30, 2)))
    bad = [Copy(f"bad{day}", NOW - timedelta(days=day), good=False) for day in range(1, 20)]
    gone = {copy.name for copy in to_remove([*made, *bad], NOW)}
    days = {copy.made.date() for copy in made if copy.name not in gone}
    assert len(days) >= DAYS


def test_when_a_backup_is_due() -> None:
    assert is_due([], NOW)
    assert not is_due(copies([23]), NOW) and is_due(copies([24]), NOW)
    assert is_due([Copy("later", NOW + timedelta(days=3))], NOW)
    assert is_due([Copy("bad", NOW, good=False)], NOW)
