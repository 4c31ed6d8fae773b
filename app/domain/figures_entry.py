"""Figures as a clerk types them and as a Vietnamese reader sees them: 25.898 - 99,10 - "-" for not available."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from app.domain.figures import NO_FIGURE
from app.domain.numbers import whole_text
from app.domain.statistics_form import NOT_AVAILABLE, Figure, FormRow, ValueKind
from app.domain.text import clean_line, fold

_DASHES = re.compile(r"[-–—−‐‑]+")
_SIGN = re.compile(r"[-–−](?=[0-9])")
_PLAIN = re.compile(r"[0-9]+(?:,[0-9]+)?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_FOREIGN = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_POINT = re.compile(r"[0-9]+\.[0-9]+")
_SPACED_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?:,[0-9]+)?")
_SPACED_MARK = re.compile(r"(?<=[0-9]) ?([.,]) ?(?=[0-9])")
_THREE = re.compile(r"[0-9]+,[0-9]{3}")
_LONGEST = 24
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about a typed value that the clerk should look at: the key and values of a sentence."""

    key: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FigureReading:
    """What a typed value was read as: None where nothing was typed, or where it could not be read (``is_unread``)."""

    figure: Figure | None
    doubts: tuple[Doubt, ...] = ()
    is_unread: bool = False


def read_figure(typed: str, row: FormRow) -> FigureReading:
    """What ``typed`` means in ``row``. Never refuses: what looks wrong is a doubt to show beside the value."""
    words = clean_line(typed)
    if not words:
        return FigureReading(None)
    if _DASHES.fullmatch(words.replace(" ", "")):
        return FigureReading(NOT_AVAILABLE)
    return _read_answer(words, row) if row.kind is ValueKind.CODED else _read_number(words, row)


def figure_text(figure: Figure | None, kind: ValueKind) -> str:
    """``figure`` as it is printed: "" for none, "-" for not available, percentages that are not whole with at least
    two decimals. ``read_figure`` of it gives the same figure back."""
    if figure is None:
        return ""
    if figure.value is None:
        return NO_FIGURE
    return number_text(figure.value, 2 if kind is ValueKind.PERCENT else 0)


def number_text(value: Decimal, decimals: int = 0) -> str:
    """``value`` the Vietnamese way; where it is not whole, with at least ``decimals`` decimals."""
    whole, _, fraction = format(abs(value), "f").partition(".")
    fraction = fraction.rstrip("0")
    shown = f"{whole_text(int(whole))},{fraction.ljust(decimals, '0')}" if fraction else whole_text(int(whole))
    return f"-{shown}" if value < 0 else shown


def _unread(words: str, key: str, **values: str) -> FigureReading:
    return FigureReading(None, (Doubt(key, (("typed", words), *values.items())),), is_unread=True)


def _read_answer(words: str, row: FormRow) -> FigureReading:
    """One of the row's answers, by its number or its words ("Có", "1", "Có = 1")."""
    asked = fold(words)
    for answer in row.answers:
        meaning = fold(answer.meaning)
        if asked in (str(answer.number), meaning, f"{meaning} = {answer.number}", f"{meaning}={answer.number}"):
            return FigureReading(Figure(Decimal(answer.number)))
    answers = "; ".join(f"{answer.number} = {answer.meaning}" for answer in row.answers)
    return _unread(words, "statistics.doubt_no_answer", answers=answers)


def _read_number(words: str, row: FormRow) -> FigureReading:
    bare, percent = _without_unit(words, row)
    sign = _SIGN.match(bare)
    found = _number_in(bare[1:] if sign else bare, row.kind)
    if found is None:
        return _unread(words, "statistics.doubt_not_a_number")
    value, keys = found
    if sign:
        value, keys = -value, [*keys, "statistics.doubt_negative"]
    if percent and row.kind is not ValueKind.PERCENT:
        keys.append("statistics.doubt_percent_sign")
    read = figure_text(Figure(value), row.kind)
    return FigureReading(Figure(value), tuple(Doubt(key, (("typed", words), ("read", read))) for key in keys))


def _without_unit(words: str, row: FormRow) -> tuple[str, bool]:
    """``words`` without the unit or the percent sign behind the number, and whether there was a percent sign."""
    percent = words.endswith("%")
    bare = words.removesuffix("%").rstrip()
    unit = fold(clean_line(row.unit))
    if unit and fold(bare).endswith(unit) and not percent:
        bare = bare[: len(bare) - len(unit)].rstrip()
    return bare, percent


def _number_in(bare: str, kind: ValueKind) -> tuple[Decimal, list[str]] | None:
    """The number and the keys of the doubts about it."""
    if len(bare) > _LONGEST:
        return None
    keys: list[str] = []
    tight = _SPACED_MARK.sub(r"\1", bare)
    if _SPACED_GROUPS.fullmatch(tight):
        tight = tight.replace(" ", "")
    if tight != bare:
        keys.append("statistics.doubt_blanks")
    read = _readings().get(kind, _read_amount)(tight)
    return None if read is None else (read[0], keys + read[1])


Read = tuple[Decimal, list[str]] | None


def _readings() -> dict[ValueKind, Callable[[str], Read]]:
    return {ValueKind.PERCENT: _read_percent, ValueKind.COUNT: _read_count}


def _read_percent(words: str) -> Read:
    """In percentages a point can only be a decimal point: no office reports 19.310 per cent."""
    if _PLAIN.fullmatch(words):
        return _decimal(words), []
    return (Decimal(words), ["statistics.doubt_point"]) if _POINT.fullmatch(words) else None


def _read_count(words: str) -> Read:
    """Counts are whole: three digits behind a comma are thousands written the English way."""
    if _FOREIGN.fullmatch(words):
        return Decimal(words.replace(",", "")), ["statistics.doubt_foreign"]
    read = _read_amount(words)
    if read and read[0] % 1:
        return read[0], [key for key in read[1] if key == "statistics.doubt_point"] + ["statistics.doubt_fraction"]
    return read


def _read_amount(words: str) -> Read:
    if _GROUPED.fullmatch(words):
        return _decimal(words), []
    if _PLAIN.fullmatch(words):
        return _decimal(words), ["statistics.doubt_three_digits"] if _THREE.fullmatch(words) else []
    if _FOREIGN.fullmatch(words):
        return Decimal(words.replace(",", "")), ["statistics.doubt_foreign"]
    return (Decimal(words), ["statistics.doubt_point"]) if _POINT.fullmatch(words) else None


def _decimal(words: str) -> Decimal:
    return Decimal(words.replace(".", "").replace(",", "."))
