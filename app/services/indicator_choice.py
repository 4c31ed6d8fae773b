"""Use cases of the indicators that a plan proposes: take them in, accept, reject, change, add."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.access import Right
from app.domain.errors import Refused
from app.domain.indicator import Comparator, Indicator
from app.domain.plan_indicators import proposed_indicators
from app.domain.text import clean_line, with_marks
from app.ports import Work
from app.ports.reporting import StoredIndicator
from app.services.access import needs


@needs(Right.WHOLE)
def propose(work: Work, plan_id: int, found: Sequence[Indicator], keep: bool = False) -> None:
    """Put the indicators ``found`` in a plan in place of those proposed before; with ``keep`` beside them. What was
    accepted stays and is not proposed again."""
    stored = work.indicators(plan_id)
    kept = [one for one in stored if one.accepted or keep]
    there = {_same(one.indicator) for one in kept}
    wanted = [one for one in found if _same(one) not in there]
    old = [one for one in stored if one not in kept]
    if [one.indicator for one in old] == wanted:
        return
    for one in old:
        work.remove_indicator(one.id or 0)
    for indicator in wanted:
        work.save_indicator(StoredIndicator(None, plan_id, 0, False, indicator))


def _same(one: Indicator) -> tuple[object, ...]:
    return with_marks(one.measure), one.comparator, one.target, one.unit


@needs(Right.WHOLE)
def read_plan(work: Work, plan_id: int) -> int:
    """Propose anew what the stored plan holds; answers how many proposals there are now."""
    propose(work, plan_id, proposed_indicators(work.body(plan_id), work.get_plan(plan_id).appendices))
    return sum(not one.accepted for one in work.indicators(plan_id))


@needs(Right.WHOLE)
def accept(work: Work, ids: Iterable[int]) -> None:
    """Make proposals indicators of their plan."""
    for indicator_id in ids:
        work.save_indicator(replace(work.get_indicator(indicator_id), accepted=True))


@needs(Right.WHOLE)
def accept_all(work: Work, plan_id: int) -> None:
    """Accept every proposal of a plan."""
    accept(work, [one.id or 0 for one in work.indicators(plan_id) if not one.accepted])


@needs(Right.WHOLE)
def reject(work: Work, ids: Iterable[int]) -> None:
    """Take proposals away."""
    for indicator_id in ids:
        work.remove_indicator(indicator_id)


@needs(Right.WHOLE)
def add(work: Work, plan_id: int, indicator: Indicator) -> int:
    """Store an indicator that a person has worded; answers its id. Raises Refused without a measure, or where there
    is a comparator and nothing to compare with."""
    return work.save_indicator(StoredIndicator(None, plan_id, 0, True, _checked(indicator)))


@needs(Right.WHOLE)
def change(work: Work, indicator_id: int, indicator: Indicator) -> None:
    """Word an indicator otherwise; a proposal is accepted so. Raises Refused like ``add``."""
    stored = work.get_indicator(indicator_id)
    work.save_indicator(replace(stored, indicator=_checked(indicator), accepted=True))


@needs(Right.WHOLE)
def remove(work: Work, indicator_id: int) -> None:
    """Remove an indicator with its values."""
    work.remove_indicator(indicator_id)


def _checked(indicator: Indicator) -> Indicator:
    measure = clean_line(indicator.measure)
    if not measure:
        raise Refused("indicators.no_measure")
    if indicator.comparator is not None and indicator.target is None:
        raise Refused("indicators.no_target")
    comparator = indicator.comparator or (Comparator.AT_LEAST if indicator.target is not None else None)
    return replace(indicator, measure=measure, unit=clean_line(indicator.unit), comparator=comparator)
