"""Values of indicators: typed and shown the Vietnamese way, held against the target and against the period before."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from app.domain.errors import Refused
from app.domain.figures import NO_FIGURE
from app.domain.figures_entry import Doubt, number_text, read_figure
from app.domain.indicator import PERCENT, Comparator, Indicator
from app.domain.numbers import whole_text
from app.domain.proof import Proof
from app.domain.statistics_form import Figure, FormRow, ValueKind
from app.domain.text import clean_line, fold

INDICATOR_SET = "indicator"
"""Stands in place of a set of statistics forms where values of indicators are kept."""
_CENT = Decimal("0.01")
_HUNDRED = Decimal(100)
_PLAN_PROGRESS = re.compile(
    r"t[yi] le (?:nhiem vu )?(?:hoan thanh|thuc hien)(?: (?:cac |so )?nhiem vu(?: de ra)?)?(?: (?:trong|theo|cua))?"
    r" ke hoach(?: (?:cai cach hanh chinh|cchc))?(?: nam(?: \d{4})?)?"
)
_SIGNS = {Comparator.AT_LEAST: "≥", Comparator.MORE: ">", Comparator.LESS: "<", Comparator.AT_MOST: "≤"}


class TargetState(StrEnum):
    """How a value stands to its target; UNKNOWN where one of the two is missing."""

    MET = "met"
    MISSED = "missed"
    UNKNOWN = "unknown"


class Trend(StrEnum):
    """Where a value went since the period before."""

    UP = "up"
    SAME = "same"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class IndicatorFigure:
    """An indicator with its value in one period, the note on it and what proves it."""

    indicator: Indicator
    figure: Figure
    note: str = ""
    proofs: tuple[Proof, ...] = ()


def target_state(indicator: Indicator, figure: Figure | None) -> TargetState:
    """Whether ``figure`` reaches the target of ``indicator``; without a comparator the target is the least. A plan that
    says just "65%" is fulfilled with 70, one that says "0%" with nothing else."""
    if figure is None or figure.value is None or indicator.target is None:
        return TargetState.UNKNOWN
    value, target = figure.value, indicator.target
    met = {
        Comparator.AT_LEAST: value >= target,
        Comparator.MORE: value > target,
        Comparator.EQUAL: value >= target > 0 or value == target,
        Comparator.LESS: value < target,
        Comparator.AT_MOST: value <= target,
    }
    return TargetState.MET if met[indicator.comparator or Comparator.AT_LEAST] else TargetState.MISSED


def trend_of(before: Figure | None, now: Figure | None) -> Trend | None:
    """Where a value went; None where one of the two is missing."""
    if before is None or before.value is None or now is None or now.value is None:
        return None
    if now.value == before.value:
        return Trend.SAME
    return Trend.UP if now.value > before.value else Trend.DOWN


def read_value(typed: str, unit: str) -> Figure | None:
    """The value typed for an indicator in ``unit``: 25.898, 99,10, "-" for not available, None where nothing was
    typed. Raises Refused for anything else."""
    kind = ValueKind.PERCENT if unit == PERCENT else ValueKind.AMOUNT
    reading = read_figure(typed, FormRow("", "", unit, kind))
    if reading.is_unread:
        raise Refused("indicators.not_a_number", typed=typed.strip())
    return reading.figure


def value_doubts(typed: str, unit: str) -> tuple[Doubt, ...]:
    """What about a typed value should be looked at again: how it was read, and a share of more than all."""
    kind = ValueKind.PERCENT if unit == PERCENT else ValueKind.AMOUNT
    reading = read_figure(typed, FormRow("", "", unit, kind))
    figure = reading.figure
    too_much = kind is ValueKind.PERCENT and figure is not None and (figure.value or 0) > _HUNDRED
    over = (Doubt("indicators.over_hundred", (("value", value_text(figure, unit)),)),) if too_much else ()
    return (*reading.doubts, *over)


def read_target(typed: str, unit: str) -> Decimal | None:
    """The number typed as a target. Raises Refused where it is none."""
    figure = read_value(typed, unit)
    return figure.value if figure else None


def value_text(figure: Figure | None, unit: str) -> str:
    """A value as it is printed, percentages to two decimals with their sign: "99,10%"; "" for none, "-" for not
    available. Other units are left to the words around it."""
    if figure is None:
        return ""
    if figure.value is None:
        return NO_FIGURE
    if unit != PERCENT:
        return number_text(figure.value)
    whole, _, cents = format(abs(figure.value).quantize(_CENT, ROUND_HALF_UP), "f").partition(".")
    return f"{'-' if figure.value < 0 else ''}{whole_text(int(whole))},{cents}{PERCENT}"


def with_unit(words: str, unit: str) -> str:
    """A number with its unit behind it, where that has not been said yet."""
    return words if not unit or words in ("", NO_FIGURE) or words.endswith(unit) else f"{words} {unit}"


def target_number(indicator: Indicator) -> str:
    """The target with its unit, without comparator; "" where there is none."""
    if indicator.target is None:
        return ""
    number = number_text(indicator.target)
    return f"{number}{PERCENT}" if indicator.unit == PERCENT else with_unit(number, indicator.unit)


def target_short(indicator: Indicator) -> str:
    """The target with a sign for its comparator: "≥ 90%"."""
    sign = _SIGNS.get(indicator.comparator, "") if indicator.comparator else ""
    return f"{sign} {target_number(indicator)}".strip()


def is_plan_progress(indicator: Indicator) -> bool:
    """Whether the indicator asks for the share of the plan's own tasks that are done."""
    words = fold(clean_line(indicator.measure)).strip(" .;:,")
    return indicator.unit == PERCENT and _PLAN_PROGRESS.fullmatch(words) is not None


def share(part: Decimal | int, whole: Decimal | int) -> Figure | None:
    """``part`` of ``whole`` in percent to two decimals; None of nothing."""
    return Figure((Decimal(part) * 100 / whole).quantize(_CENT, ROUND_HALF_UP)) if whole else None
