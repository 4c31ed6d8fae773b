"""The words of the directory's tables."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.domain.dates import date_text
from app.domain.occurrence import PeriodDates
from app.domain.off_days import is_weekend
from app.domain.staff import Person
from app.domain.unit import Unit
from app.texts import text


def unit_row(unit: Unit, units: Sequence[Unit]) -> tuple[str, str, str]:
    """A unit's name, its other spellings, and what became of it."""
    return unit.name, "; ".join(unit.aliases), "; ".join([*_earlier(unit), *_merged(unit, units)])


def _earlier(unit: Unit) -> list[str]:
    pairs = zip(unit.names, unit.names[1:], strict=False)
    return [
        text("directory_page.named_before", name=one.name, day=date_text(after.since))
        for one, after in pairs
        if after.since
    ]


def _merged(unit: Unit, units: Sequence[Unit]) -> list[str]:
    into = next((one.name for one in units if one.id == unit.merged_into), None)
    if into is None:
        return []
    if unit.merged_from is None:
        return [text("directory_page.merged", unit=into)]
    return [text("directory_page.merged_since", unit=into, day=date_text(unit.merged_from))]


def spelling_row(spelling: str, count: int, proposal: Unit | None) -> tuple[str, str, str]:
    """A spelling, how often it is there, and the unit it may mean."""
    asked = text("directory_page.proposal", unit=proposal.name) if proposal else ""
    return spelling, str(count), asked


def person_row(person: Person) -> tuple[str, str, str, str, str]:
    """A person's name, post, unit, first and last day."""
    return person.name, person.post, person.unit, _day(person.active_from), _day(person.active_to)


def _day(day: date | None) -> str:
    return date_text(day) if day else ""


def off_day_hint(dates: PeriodDates, holidays: Mapping[date, str]) -> str:
    """Which of a period's days offices are closed on, and why; "" where they are open on both."""
    hints = [
        text("directory_page.off_cut_off", why=why) if name == "cut_off" else text("directory_page.off_due", why=why)
        for name, day in (("cut_off", dates.cut_off), ("due", dates.due))
        if (why := _why_off(day, holidays))
    ]
    return "; ".join(hints)


def _why_off(day: date, holidays: Mapping[date, str]) -> str:
    if day in holidays:
        return holidays[day]
    return weekday(day) if is_weekend(day) else ""


def weekday(day: date) -> str:
    """The name of the day of the week."""
    return text(f"home.weekday_{day.weekday()}")
