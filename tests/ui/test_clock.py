"""The clock of the program."""

from datetime import date, datetime, timedelta

from ui.clock import Clock, Moment


def test_the_day_counts_on_from_the_day_given() -> None:
    assert Clock(date(2026, 6, 17)).today == date(2026, 6, 17)
    assert Clock().today == date.today()
    assert abs(Clock(date(2000, 1, 1)).now - datetime.now()) < timedelta(seconds=5)


def test_the_longer_of_both_clocks_counts() -> None:
    class Set(Clock):
        def moment(self) -> Moment:
            return Moment(1_000.0, 50.0)

    assert Set().seconds_since(Moment(990.0, 45.0)) == 10.0
    assert Set().seconds_since(Moment(5_000.0, 20.0)) == 30.0, "the clock on the wall was set back"
    assert Set().seconds_since(Moment(5_000.0, 60.0)) == 0.0
    assert Clock().seconds_since(Clock().moment()) < 5
