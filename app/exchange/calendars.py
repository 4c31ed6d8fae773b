"""The reporting calendar that offices start from, as data in ``resources/calendar``."""

import json
from functools import cache
from pathlib import Path

from app.domain.milestone import Every
from app.domain.occurrence import Calendar, PeriodDays
from app.paths import RESOURCES


@cache
def default_calendar() -> Calendar:
    """The cut-off and due days of each kind of period (Nghị định 09/2019/NĐ-CP, Điều 12; the file names its source)."""
    content = json.loads(Path(RESOURCES / "calendar" / "default.json").read_text(encoding="utf-8"))
    return {Every(name): PeriodDays(**days) for name, days in content["periods"].items()}
