"""What a deadline cell says, once read: the milestones of a row."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class MilestoneKind(StrEnum):
    """The six readings of a deadline; values are those of the command-line contract."""

    BY = "by"
    PERIODIC = "periodic"
    CONTINUOUS = "continuous"
    CONDITIONAL = "conditional"
    DONE = "done"
    UNKNOWN = "unknown"


class Every(StrEnum):
    """How often a periodic milestone comes back."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SIX_MONTHLY = "six_monthly"
    NINE_MONTHLY = "nine_monthly"
    YEARLY = "yearly"
    AD_HOC = "ad_hoc"


@dataclass(frozen=True, slots=True)
class After:
    """So many ``unit`` (day, working_day, week, month) after the event a condition names."""

    amount: int
    unit: str


@dataclass(frozen=True, slots=True)
class DueRule:
    """The due day an office wrote beside a period: ``day`` of the month ``month_offset`` months after the period's
    last month."""

    day: int
    month_offset: int = 0


@dataclass(frozen=True, slots=True)
class Milestone:
    """One thing to be met. Only the fields of its ``kind`` are set.

    ``what`` is verbatim from the cell. ``text`` holds the words of a conditional or unknown milestone.
    """

    kind: MilestoneKind
    what: str | None = None
    due: date | None = None
    start: date | None = None
    every: tuple[Every, ...] = ()
    rule: DueRule | None = None
    text: str | None = None
    after: After | None = None


def milestone_to_json(milestone: Milestone) -> dict[str, object]:
    """``milestone`` as the command line prints it: ``what``, ``kind`` and the fields that are set."""
    optional: dict[str, object] = {
        "due": milestone.due and milestone.due.isoformat(),
        "start": milestone.start and milestone.start.isoformat(),
        "every": [str(every) for every in milestone.every],
        "rule": milestone.rule and {"day": milestone.rule.day, "month_offset": milestone.rule.month_offset},
        "text": milestone.text,
        "after": milestone.after and {"amount": milestone.after.amount, "unit": milestone.after.unit},
    }
    fields = {name: value for name, value in optional.items() if value}
    return {"what": milestone.what, "kind": str(milestone.kind), **fields}


def milestone_from_json(content: Mapping[str, Any]) -> Milestone:
    """The milestone that ``milestone_to_json`` printed as ``content``. Raises KeyError, ValueError or TypeError where
    it is none."""
    rule, after = content.get("rule"), content.get("after")
    return Milestone(
        kind=MilestoneKind(content["kind"]),
        what=content.get("what"),
        due=_day(content.get("due")),
        start=_day(content.get("start")),
        every=tuple(Every(name) for name in content.get("every", ())),
        rule=DueRule(**rule) if rule else None,
        text=content.get("text"),
        after=After(**after) if after else None,
    )


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
