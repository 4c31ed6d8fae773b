"""The questions of the reporting periods: whether a continuous task was carried out in each of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from app.domain.milestone_lines import Line, LineState
from app.domain.status import TaskState
from app.domain.tracking import Asked, TrackedRow

ASKED_DAYS = 7
"""Days ahead of a period's cut-off from which its question is asked."""


def question_lines(lines: Sequence[Line], rows: Sequence[TrackedRow], today: date) -> list[Line]:
    """A line for each question that is open ``today`` or answered. ``lines`` are those of ``rows``; the question of a
    later period is not asked yet, nor is one about a task that is done."""
    first = {line.number: line for line in reversed(lines)}
    return [line for row in rows if row.asked for line in _of_row(first[row.number], row, today)]


def _of_row(task: Line, row: TrackedRow, today: date) -> Iterator[Line]:
    for asked in row.asked:
        state = _state(asked, task.task, today)
        if state is None:
            continue
        answer = asked.answer
        yield replace(
            task,
            key=asked.key,
            what="",
            what_rank=0,
            due=None,
            cut_off=asked.dates.cut_off,
            period=asked.period,
            state=state,
            done=answer.done if answer else None,
            document=(answer and answer.document) or "",
            note=(answer and answer.note) or "",
            mark=answer,
            product="",
        )


def _state(asked: Asked, task: TaskState, today: date) -> LineState | None:
    """None where there is nothing to ask yet."""
    if asked.answer is not None and asked.answer.done is not None:
        return LineState.CARRIED_OUT
    if asked.answer is not None and asked.answer.cancelled is not None:
        return LineState.NOT_CARRIED_OUT
    near = asked.dates.cut_off <= today + timedelta(days=ASKED_DAYS)
    return LineState.TO_ASK if near and task is not TaskState.DONE else None
