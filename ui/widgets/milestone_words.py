"""A milestone in plain words: "Đến 30/9/2025", "Hằng quý", "Chờ văn bản: …"."""

from collections.abc import Mapping
from datetime import date

from app.domain.dates import date_text
from app.domain.milestone import After, Milestone, MilestoneKind
from app.domain.off_days import is_weekend
from app.texts import text


def milestone_words(milestone: Milestone) -> str:
    """What ``milestone`` says, what it is about first."""
    words = reading_words(milestone)
    if not milestone.what:
        return words
    return text("row_panel.about", what=milestone.what, words=words[:1].lower() + words[1:])


def reading_words(milestone: Milestone) -> str:
    """When ``milestone`` is to be met, without what it is about."""
    match milestone.kind:
        case MilestoneKind.BY:
            return _by(milestone)
        case MilestoneKind.PERIODIC:
            return _periodic(milestone)
        case MilestoneKind.CONTINUOUS if milestone.start:
            return text("row_panel.continuous_since", day=date_text(milestone.start))
        case MilestoneKind.CONTINUOUS:
            return text("row_panel.continuous")
        case MilestoneKind.CONDITIONAL:
            return _conditional(milestone)
        case MilestoneKind.DONE:
            return text("row_panel.done_already")
    return text("row_panel.unknown", words=milestone.text or "")


def _by(milestone: Milestone) -> str:
    due = date_text(milestone.due) if milestone.due else ""
    if milestone.start:
        return text("row_panel.from_to", start=date_text(milestone.start), due=due)
    return text("row_panel.by", due=due)


def _periodic(milestone: Milestone) -> str:
    parts = [text(f"row_panel.every_{every}") for every in milestone.every]
    words = ", ".join(parts)
    words = words[:1].upper() + words[1:]
    rule = milestone.rule
    if rule is None:
        return words
    if rule.month_offset == 0:
        return text("row_panel.rule_same", words=words, day=rule.day)
    return text("row_panel.rule_after", words=words, day=rule.day, months=rule.month_offset)


def _conditional(milestone: Milestone) -> str:
    words = text("row_panel.conditional", words=milestone.text or "")
    after = milestone.after
    if after is None or str(after.amount) in words:  # the cell's own words say it
        return words
    return text("row_panel.with_after", words=words, after=after_words(after))


def after_words(after: After) -> str:
    """How long after the event: "30 ngày sau khi có"."""
    return text(f"row_panel.after_{after.unit}", amount=after.amount)


def off_day_words(day: date, holidays: Mapping[date, str]) -> str:
    """A hint where offices are closed on a due day, "" where they are not."""
    if day in holidays:
        return text("row_panel.due_holiday", name=holidays[day])
    if is_weekend(day):
        return text("row_panel.due_saturday" if day.weekday() == _SATURDAY else "row_panel.due_sunday")
    return ""


_SATURDAY = 5
