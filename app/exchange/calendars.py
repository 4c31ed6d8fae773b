"""The reporting calendar that offices start from, as data in ``resources/calendar``."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from app.domain.milestone import Every
from app.domain.occurrence import Calendar, PeriodDays
from app.paths import RESOURCES

_YEARS = range(2020, 2101)


@cache
def default_calendar() -> Calendar:
    """The cut-off and due days of each kind of period (Nghị định 09/2019/NĐ-CP, Điều 12) and the public holidays
    (Bộ luật Lao động 2019, Điều 112), those by the lunar calendar as far as the file names them."""
    content = _content()
    rules = {Every(name): PeriodDays(**days) for name, days in content["periods"].items()}
    return Calendar(rules, {}, _holidays(content))


def calendar_sources() -> tuple[str, str]:
    """Where the days of the periods and the holidays of ``default_calendar`` come from, in a sentence each."""
    content = _content()
    return str(content["source"]), str(content["holidays_source"])


@cache
def _content() -> Mapping[str, Any]:
    found: dict[str, Any] = json.loads(Path(RESOURCES / "calendar" / "default.json").read_text(encoding="utf-8"))
    return found


def _holidays(content: Mapping[str, Any]) -> dict[date, str]:
    yearly = {
        date.fromisoformat(f"{year}-{day}"): name
        for year in _YEARS
        for day, name in content["holidays_every_year"].items()
    }
    return yearly | {date.fromisoformat(day): name for day, name in content["holidays"].items()}
