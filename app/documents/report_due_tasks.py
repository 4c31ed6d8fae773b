"""Late and coming tasks as a report says them: each task once, with all that is due of it."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from app.documents.progress_words import period_words
from app.domain.dates import date_text
from app.domain.report_span import Span, coming, late_at, met_late_in
from app.domain.status import Tracked
from app.domain.tracking import TrackedRow
from app.texts import text

_MANY = 4
"""Periods in a row from which on only the first and the last are named."""
_Due = tuple[str, Tracked]
"""An occurrence of a task with its key."""


def task_name(row: TrackedRow) -> str:
    """A task's name on one line, without list mark and stops at its ends."""
    return " ".join(row.name.split()).lstrip("-–+• ").rstrip(" .;,:")


def late_sentences(rows: Sequence[TrackedRow], span: Span) -> list[str]:
    """What is late and open at the end of the span, and what was met within it but late, each with its reason."""
    return [sentence for row in rows for sentence in (*_open(row, span), *_met_late(row, span))]


def late_open_sentences(rows: Sequence[TrackedRow], span: Span) -> list[str]:
    """What is late by now is to be done at once; none where nothing is."""
    late = [(row, len(found)) for row in rows if (found := late_at(row, span.end))]
    if not late:
        return []
    tasks = "; ".join(task_name(row) for row, _ in late)
    return [text("report.late_open", count=sum(count for _, count in late), tasks=tasks)]


def coming_sentences(rows: Sequence[TrackedRow], span: Span) -> list[str]:
    """What falls due before the next report, by the day that comes first, with who leads it."""
    found = [(row, dues) for row in rows if (dues := coming(row, span))]
    found.sort(key=lambda one: (_first_day(one[1]), one[0].number))
    return [text("report.coming_task", task=_task_and_dues(row, dues), units=_leads(row)) for row, dues in found]


def _first_day(dues: Sequence[_Due]) -> date:
    return min(one.occurrence.due for _, one in dues)


def _leads(row: TrackedRow) -> str:
    return text("report.coming_units", units=", ".join(row.task.units)) if row.task.units else ""


def _open(row: TrackedRow, span: Span) -> list[str]:
    """One sentence for each reason why something of the task is late."""
    by_reason: dict[str, list[_Due]] = {}
    for key, one in late_at(row, span.end):
        by_reason.setdefault(_reason(row, key), []).append((key, one))
    return [
        text("report.late_task", task=_task_and_dues(row, dues), reason=reason) for reason, dues in by_reason.items()
    ]


def _met_late(row: TrackedRow, span: Span) -> list[str]:
    return [_late_done(row, key, one) for key, one in met_late_in(row, span)]


def _late_done(row: TrackedRow, key: str, one: Tracked) -> str:
    done = one.done or one.occurrence.due
    days = (done - one.occurrence.due).days
    task = _task_and_dues(row, [(key, one)])
    return text("report.late_done", task=task, done=date_text(done), days=days, reason=_reason(row, key))


def _reason(row: TrackedRow, key: str) -> str:
    mark = row.marks.get(key)
    return text("report.late_reason", reason=mark.reason) if mark and mark.reason else ""


def _task_and_dues(row: TrackedRow, dues: Sequence[_Due]) -> str:
    """The task, what of it is due where its cell or its products have words for that, and the days."""
    said = ", ".join(_same_thing(what, list(same)) for what, same in groupby(dues, lambda due: _what(row, due)))
    return f"{task_name(row)}{' ' if said.startswith('(') else ': '}{said}"


def _what(row: TrackedRow, due: _Due) -> str:
    """What is due: in the words of the cell, else the product that it yields where the task has several."""
    key, one = due
    if one.occurrence.what or one.occurrence.period or len(row.products) < 2:
        return one.occurrence.what or ""
    names = {product.key: product.name for product in row.products}
    return names.get(row.product_keys[row.keys.index(key)] or "", "")


def _same_thing(what: str, dues: Sequence[_Due]) -> str:
    """What is due, said once, with each of its periods and days: "Báo cáo tháng 1 (...), tháng 2 (...)"."""
    days = (_days(run) for run in _runs([one for _, one in dues]))
    return f"{what} {', '.join(days)}".strip()


def _runs(dues: Sequence[Tracked]) -> list[list[Tracked]]:
    """``dues`` with periods that follow each other together, where there are many of them; each alone otherwise."""
    runs: list[list[Tracked]] = []
    for one in dues:
        if runs and _follows(runs[-1][-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [part for run in runs for part in ([run] if len(run) >= _MANY else [[one] for one in run])]


def _follows(before: Tracked, after: Tracked) -> bool:
    old, new = before.occurrence.period, after.occurrence.period
    return old is not None and new is not None and (old.every, old.number + 1) == (new.every, new.number)


def _days(run: Sequence[Tracked]) -> str:
    """The period and due day of one, or from which to which of a run."""
    first, last = run[0], run[-1]
    day = date_text(first.occurrence.due)
    if first is last:
        return f"{_period(first)} {text('report.due', day=day)}".strip()
    names = text("report.from_to", first=_period(first), last=_period(last))
    return f"{names} {text('report.due_from_to', first=day, last=date_text(last.occurrence.due))}"


def _period(one: Tracked) -> str:
    name = period_words(one.occurrence.period)
    return name[:1].lower() + name[1:]
