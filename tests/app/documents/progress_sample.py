"""The shipped sample plan as if it were stored."""

from dataclasses import replace
from itertools import count

from app.domain.plan import Plan
from app.exchange.samples import sample_plan


def stored_sample() -> Plan:
    """The sample with an id for each row."""
    plan, ids = sample_plan(), count(1)
    appendices = tuple(
        replace(part, rows=tuple(replace(row, id=next(ids)) for row in part.rows)) for part in plan.appendices
    )
    return replace(plan, appendices=appendices)
