"""Numbers of a spreadsheet as a Vietnamese reader sees them: 1.234,5 - 98,5% - 05/3/2025."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from app.domain.dates import date_text
from app.domain.numbers import whole_text

GENERAL = "General"
BUILTIN_FORMATS = {
    **{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%"},
    **{14: "dd/mm/yyyy", 15: "dd/mmm/yy", 16: "dd/mmm", 17: "mmm/yy", 22: "dd/mm/yyyy h:mm"},
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "h:mm"),
    **dict.fromkeys((27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58), "dd/mm/yyyy"),
    **{37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00"},
}
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_DIGITS = re.compile(r"[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+")
_LAST_DAY = 2_958_466
_FAKE_LEAP_DAY = 60
_PRIVATE = 0xF0000
_TOO_LONG = 1e15


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """What of a number format matters to a reader. ``day``, ``month``, ``clock`` say which parts of a date it shows;
    ``digits`` is the pattern of the digits ("" where it has none), between ``before`` and ``after``."""

    day: bool = False
    month: bool = False
    clock: bool = False
    percent: bool = False
    digits: str = ""
    before: str = ""
    after: str = ""

    @property
    def is_date(self) -> bool:
        """Whether numbers in this format are days or times of day."""
        return self.day or self.month or self.clock


@lru_cache(maxsize=4096)
def parse_format(code: str) -> NumberFormat:
    """The format ``code`` of a spreadsheet, its part for positive numbers."""
    if code in ("", GENERAL, "@"):
        return NumberFormat()
    clock = bool(_ELAPSED.search(code))
    bare = _LITERAL.sub("\0", code).split(";")[0].lower().replace("general", "").replace("am/pm", "h")
    clock = clock or bool(re.search("[hs]", bare))
    month = "y" in bare or ("m" in bare and not clock)
    if "d" in bare or month or clock:
        return NumberFormat(day="d" in bare or "y" not in bare and month, month=month, clock=clock)
    return _digit_format(code)


def _digit_format(code: str) -> NumberFormat:
    literals: list[str] = []

    def remember(match: re.Match[str]) -> str:
        literals.append(match[1] or match[2] or "")
        return chr(_PRIVATE + len(literals) - 1)

    def restored(part: str) -> str:
        return "".join(literals[ord(c) - _PRIVATE] if ord(c) >= _PRIVATE else c for c in part).replace("%", "")

    section = _LITERAL.sub(remember, code[:200]).split(";")[0]
    found = _DIGITS.search(section)
    if not found or "/" in section:
        return NumberFormat(percent="%" in section)
    before, after = restored(section[: found.start()]), restored(section[found.end() :])
    return NumberFormat(percent="%" in section, digits=found[0], before=before, after=after)


def number_text(value: float, number_format: NumberFormat, epoch_1904: bool = False) -> str:
    """``value`` in ``number_format``, digits the Vietnamese way; whole numbers without ",0"."""
    if number_format.is_date:
        moment = _moment(value, epoch_1904)
        if moment is not None:
            return moment_text(moment, number_format, timeless=value < 1)
    if not abs(value) < _TOO_LONG:
        return format(value, ".15g")
    exact = Decimal(format(value, ".15g")) * (100 if number_format.percent else 1)
    number = _digits_text(exact, number_format.digits)
    percent = "%" if number_format.percent else ""
    return f"{number_format.before}{number}{percent}{number_format.after}"


def moment_text(moment: datetime, number_format: NumberFormat, timeless: bool = False) -> str:
    """A day as the office writes it: a leading zero for days below 10 and for months 1 and 2 only."""
    clock = f"{moment:%H:%M}"
    if timeless or not (number_format.day or number_format.month):
        return clock
    day = date_text(moment.date(), with_day=number_format.day)
    return f"{day} {clock}" if number_format.clock and moment.time() != time() else day


def _moment(serial: float, epoch_1904: bool) -> datetime | None:
    if not 0 <= serial < _LAST_DAY:
        return None
    start = datetime(1904, 1, 1) if epoch_1904 else datetime(1899, 12, 30)
    # Excel counts a 29 February 1900 that never was.
    late = not epoch_1904 and serial < _FAKE_LEAP_DAY
    try:
        return start + timedelta(days=int(serial) + late, seconds=round(serial % 1 * 86_400))
    except OverflowError:
        return None


def _digits_text(value: Decimal, digits: str) -> str:
    whole_pattern, _, fraction_pattern = digits.partition(".")
    if digits:
        value = value.quantize(Decimal(1).scaleb(-len(fraction_pattern)), ROUND_HALF_UP) if value else Decimal(0)
    whole, _, fraction = format(abs(value), "f").partition(".")
    fraction = fraction.rstrip("0").ljust(fraction_pattern.count("0"), "0")
    whole = whole.zfill(whole_pattern.count("0"))
    if "," in whole_pattern:
        whole = whole_text(int(whole))
    sign = "-" if value < 0 else ""
    return f"{sign}{whole},{fraction}" if fraction else f"{sign}{whole}"
