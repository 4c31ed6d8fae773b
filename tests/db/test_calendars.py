"""Reporting calendars in the database, one for each year."""

from datetime import date

from app.domain.milestone import Every
from app.domain.occurrence import Calendar, Period, PeriodDates
from db.storage import DatabaseStorage

OWN = Calendar(
    {},
    {
        Period(Every.QUARTERLY, 1): PeriodDates(date(2026, 3, 10), date(2026, 3, 12), "Sở Nội vụ"),
        Period(Every.YEARLY, 1): PeriodDates(date(2026, 12, 31), date(2027, 1, 5)),
    },
    {date(2026, 4, 30): "Ngày Chiến thắng"},
)


def read(storage: DatabaseStorage, year: int) -> Calendar | None:
    return storage.read(lambda work: work.calendar(year))


def test_each_year_has_its_own_and_each_step_is_undone(storage: DatabaseStorage) -> None:
    assert read(storage, 2026) is None
    told = storage.write("lịch", lambda work: work.save_calendar(2026, OWN)).changes
    assert told.directories and told.cells_only
    assert read(storage, 2026) == OWN and read(storage, 2027) is None
    other = Calendar({}, {}, {})
    storage.write("lịch", lambda work: work.save_calendar(2026, other))
    assert read(storage, 2026) == other
    storage.write("mặc định", lambda work: work.save_calendar(2026, None))
    assert read(storage, 2026) is None
    for expected in (other, OWN, None):
        storage.undo()
        assert read(storage, 2026) == expected
    storage.redo()
    assert read(storage, 2026) == OWN


def test_the_same_calendar_again_is_no_step(storage: DatabaseStorage) -> None:
    storage.write("lịch", lambda work: work.save_calendar(2026, OWN))
    storage.write("lại", lambda work: work.save_calendar(2026, OWN))
    storage.write("xóa", lambda work: work.save_calendar(2030, None))
    assert storage.history().undo == ("lịch",)
