"""States, periods and results as documents and screens say them."""

import re
from datetime import date

from app.domain.dates import date_text
from app.domain.mark import Mark
from app.domain.numerals import roman
from app.domain.occurrence import Occurrence, Period
from app.domain.status import MilestoneState, TaskState, Tracked, state_of
from app.texts import text

_LIST_MARK = re.compile(r"^[-–—+•*](?:\s+|(?=[^\W\d_]))")


def task_name(name: str) -> str:
    """A task's name without the list mark it was typed with ("- Ban hành …"); one of several lines stays a list."""
    return name if "\n" in name else _LIST_MARK.sub("", name)


def period_words(period: Period | None) -> str:
    """A period as offices call it: "Quý I", "6 tháng", "Tháng 3"; "" without one."""
    if period is None:
        return ""
    return text(f"tracking_page.period_{period.every}", number=period.number, roman=roman(max(period.number, 1)))


def occurrence_words(one: Occurrence) -> str:
    """What is to be met and for which period, in a few words ("Báo cáo quý I"); "" where the cell has none for it."""
    return what_and_period(one.what or "", one.period)


def what_and_period(what: str, period: Period | None) -> str:
    """Something and the period that it is for, as a sentence says them."""
    name = period_words(period)
    return f"{what} {name[:1].lower()}{name[1:]}".rstrip() if what else name


def task_words(state: TaskState) -> str:
    """The state of a task."""
    return text(f"progress.task_{state}")


def document_words(mark: Mark) -> str:
    """The document that shows something, with its day: "12/BC-UBND ngày 18/3/2026"; "" without one."""
    if not mark.document:
        return ""
    if mark.document_day is None:
        return mark.document
    return text("progress.document_of_day", document=mark.document, day=date_text(mark.document_day))


def result_words(one: Tracked, mark: Mark | None, position: int, as_of: date) -> str:
    """What came of an occurrence by the end of ``as_of``; "" while it is open."""
    state = state_of(one, as_of)
    what = occurrence_words(one.occurrence) or text("progress.milestone", number=position + 1)
    if state is MilestoneState.CANCELLED and one.cancelled:
        reason = (mark.reason if mark else None) or text("progress.no_reason")
        return text("progress.cancelled", what=what, day=date_text(one.cancelled), reason=reason)
    if state not in (MilestoneState.DONE_ON_TIME, MilestoneState.DONE_LATE) or one.done is None:
        return ""
    document = document_words(mark) if mark else ""
    key = "progress.done_by" if document else "progress.done"
    sentence = text(key, what=what, document=document, day=date_text(one.done))
    if state is MilestoneState.DONE_LATE:
        sentence = text("progress.done_late", sentence=sentence)
    content = (mark.content if mark else None) or ""
    return text("progress.with_content", sentence=sentence, content=content) if content else sentence
