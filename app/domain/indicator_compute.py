"""Values of indicators in one period: those typed, and those that follow from the plan's progress or from others."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.domain.indicator import PERCENT, Indicator
from app.domain.indicator_values import is_plan_progress, share
from app.domain.statistics_form import Figure
from app.domain.text import clean_line, fold


class Origin(StrEnum):
    """What a computed value follows from: the share of the plan's tasks that are done, or two counted indicators."""

    PROGRESS = "progress"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Known:
    """A value; a computed one with the numbers it is the ratio of."""

    figure: Figure
    part: Decimal | None = None
    whole: Decimal | None = None


def origin_of(indicator: Indicator, accepted: Mapping[int, Indicator]) -> Origin | None:
    """What the values of ``indicator`` follow from among the ``accepted`` ones of its plan; None where they are
    typed."""
    if is_plan_progress(indicator):
        return Origin.PROGRESS
    return Origin.RATIO if _parts(indicator, accepted) else None


def _parts(indicator: Indicator, accepted: Mapping[int, Indicator]) -> tuple[int, int] | None:
    """The counted indicators that numerator and denominator name in the same words."""
    if indicator.unit != PERCENT or not indicator.numerator or not indicator.denominator:
        return None
    ids = {_name(one.measure): id_ for id_, one in accepted.items() if one.unit != PERCENT}
    part, whole = ids.get(_name(indicator.numerator)), ids.get(_name(indicator.denominator))
    return None if part is None or whole is None else (part, whole)


def _name(words: str) -> str:
    return fold(clean_line(words)).strip(" .;:,")


def values_in(
    accepted: Mapping[int, Indicator], entered: Mapping[int, Figure], progress: tuple[int, int] | None
) -> dict[int, Known]:
    """The values of a period by the ids of indicators. ``progress`` are the tasks done and all tasks of the plan, None
    where the period has not begun. What was typed where a value is computed does not count."""
    values = {id_: _value(one, accepted, entered, progress, entered.get(id_)) for id_, one in accepted.items()}
    return {id_: value for id_, value in values.items() if value is not None}


def _value(
    indicator: Indicator,
    accepted: Mapping[int, Indicator],
    entered: Mapping[int, Figure],
    progress: tuple[int, int] | None,
    typed: Figure | None,
) -> Known | None:
    if is_plan_progress(indicator):
        return _ratio(Decimal(progress[0]), Decimal(progress[1])) if progress else None
    parts = _parts(indicator, accepted)
    if parts is None:
        return Known(typed) if typed is not None else None
    part, whole = (entered[id_].value if id_ in entered else None for id_ in parts)
    return _ratio(part, whole) if part is not None and whole is not None else None


def _ratio(part: Decimal, whole: Decimal) -> Known | None:
    figure = share(part, whole)
    return Known(figure, part, whole) if figure is not None else None
