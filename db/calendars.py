"""The reporting calendars that an office has set, one for each year, kept as JSON."""

import json
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from app.domain.milestone import Every
from app.domain.occurrence import Calendar, Period, PeriodDates
from db.tables import calendar


def get_calendar(connection: Connection, year: int) -> Calendar | None:
    """What was set for ``year``, without rules; None where nothing was."""
    found = connection.execute(select(calendar).where(calendar.c.year == year)).one_or_none()
    if found is None:
        return None
    holidays = {date.fromisoformat(day): name for day, name in json.loads(found.holidays).items()}
    return Calendar({}, dict(map(_period, json.loads(found.periods))), holidays)


def _period(stored: dict[str, Any]) -> tuple[Period, PeriodDates]:
    dates = PeriodDates(date.fromisoformat(stored["cut_off"]), date.fromisoformat(stored["due"]), stored["receiver"])
    return Period(Every(stored["every"]), stored["number"]), dates


def save_calendar(connection: Connection, year: int, new: Calendar | None) -> None:
    """Set the periods and holidays of ``year``; None forgets them."""
    if new is None:
        connection.execute(delete(calendar).where(calendar.c.year == year))
        return
    values = {"periods": _json([_stored(*one) for one in new.periods.items()]), "holidays": _holidays(new)}
    # an update first: "on conflict" would not tell the undo log which row it replaced
    if connection.execute(update(calendar).where(calendar.c.year == year).values(values)).rowcount == 0:
        connection.execute(insert(calendar).values(values | {"year": year}))


def _stored(period: Period, dates: PeriodDates) -> dict[str, Any]:
    days = {"cut_off": dates.cut_off.isoformat(), "due": dates.due.isoformat(), "receiver": dates.receiver}
    return {"every": str(period.every), "number": period.number, **days}


def _holidays(new: Calendar) -> str:
    return _json({day.isoformat(): name for day, name in sorted(new.holidays.items())})


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False)
