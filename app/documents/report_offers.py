"""What the register offers for the parts of a periodic report: sentences, each from what is stored and nothing else."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.documents.progress_words import document_words, result_words
from app.documents.proof_documents import documents_words
from app.documents.report_due_tasks import coming_sentences, late_open_sentences, late_sentences, task_name
from app.domain.dates import date_text
from app.domain.figures import percent_text
from app.domain.figures_entry import figure_text
from app.domain.indicator import Comparator
from app.domain.indicator_values import IndicatorFigure, target_number, value_text, with_unit
from app.domain.keys import asked_key
from app.domain.occurrence import Period
from app.domain.plan import Plan
from app.domain.report_outline import OutlinePart
from app.domain.report_span import Span, in_fields, met_in, named
from app.domain.statistics_form import Figure, FormRow, FormSet
from app.domain.status import TaskState, milestone_figures, task_figures
from app.domain.text import fold
from app.domain.tracking import TrackedRow
from app.texts import text

_NO_UNIT = "so luong"
"""What forms write, without marks, as the unit of a mere number."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What a report is filled from: the plan and its tracked rows, the days it is about, the statistics forms and the
    figures entered in them by "form/row"; ``indicators`` are those that have a value in the period."""

    plan: Plan
    rows: Sequence[TrackedRow]
    span: Span
    forms: FormSet
    figures: Mapping[str, Figure]
    indicators: Sequence[IndicatorFigure] = ()


def offers_for(part: OutlinePart, sources: Sources) -> tuple[str, ...]:
    """The sentences that the register has for ``part``; none where it knows nothing."""
    return tuple(sentence for name in part.offers for sentence in _OFFERS[name](part, sources))


def _plan_progress(_part: OutlinePart, sources: Sources) -> list[str]:
    numbers = register_figures(sources)
    total, done = numbers["tasks"], numbers["tasks_done"]
    day, year = date_text(sources.span.end), sources.plan.info.year
    percent = percent_text(done, total)
    return [text("report.plan_progress", year=year, day=day, total=total, done=done, percent=percent)] if total else []


def register_figures(sources: Sources) -> dict[str, int]:
    """The numbers of tasks that statistics forms ask for, as of the last day of the span."""
    tasks = task_figures((row.task for row in sources.rows), sources.plan.info.year, sources.span.end)
    return {"tasks": len(sources.rows), "tasks_done": tasks[TaskState.DONE]}


def _milestone_progress(_part: OutlinePart, sources: Sources) -> list[str]:
    figures = milestone_figures((one for row in sources.rows for one in row.task.tracked), sources.span.end)
    if not figures.due + figures.in_time:
        return []
    day = date_text(sources.span.end)
    if not figures.due:
        return [text("report.nothing_due", day=day, in_time=figures.in_time)]
    return [
        text(
            "report.milestone_progress",
            day=day,
            due=figures.due,
            done_on_time=figures.done_on_time,
            on_time=percent_text(figures.done_on_time, figures.due),
            done_late=figures.done_late,
            late=percent_text(figures.done_late, figures.due),
            overdue=figures.overdue,
            open_late=percent_text(figures.overdue, figures.due),
            in_time=figures.in_time,
        )
    ]


def _continuous(_part: OutlinePart, sources: Sources) -> list[str]:
    key = asked_key(Period(sources.span.period.every, sources.span.period.number))
    asked = [(row, one) for row in sources.rows for one in row.asked if one.key == key]
    done = [task_name(row) for row, one in asked if one.answer and one.answer.done]
    sentences = [text("report.carried_out", tasks="; ".join(done))] if done else []
    for row, one in asked:
        if one.answer and one.answer.cancelled:
            reason = one.answer.reason or text("progress.no_reason")
            sentences.append(text("report.not_carried_out", task=task_name(row), reason=reason))
    unanswered = sum(one.answer is None for _, one in asked)
    return [*sentences, text("report.not_answered", count=unanswered)] if unanswered else sentences


def _done_tasks(part: OutlinePart, sources: Sources) -> list[str]:
    return _results(named(sources.rows, part.words), sources)


def _all_tasks(_part: OutlinePart, sources: Sources) -> list[str]:
    return _results(sources.rows, sources)


def _field_tasks(part: OutlinePart, sources: Sources) -> list[str]:
    titles = [f"{appendix.label} {appendix.title}" for appendix in sources.plan.appendices]
    return _results(in_fields(sources.rows, titles, part.fields), sources)


def _results(rows: Sequence[TrackedRow], sources: Sources) -> list[str]:
    said = ((row, _results_of(row, sources.span)) for row in rows)
    return [text("report.task_results", task=task_name(row), results="; ".join(found)) for row, found in said if found]


def _results_of(row: TrackedRow, span: Span) -> list[str]:
    met = [result_words(one, row.marks.get(key), _place(row, key), span.end) for key, one in met_in(row, span)]
    products = []
    for product in row.products:
        mark = row.marks.get(product.key)
        if mark and mark.done and span.start <= mark.done <= span.end:
            products.append(" ".join(part for part in (product.name, document_words(mark)) if part))
    return [*met, *products]


def _place(row: TrackedRow, key: str) -> int:
    return row.keys.index(key)


def _late_tasks(_part: OutlinePart, sources: Sources) -> list[str]:
    return late_sentences(sources.rows, sources.span)


def _late_open(_part: OutlinePart, sources: Sources) -> list[str]:
    return late_open_sentences(sources.rows, sources.span)


def _coming_tasks(_part: OutlinePart, sources: Sources) -> list[str]:
    return coming_sentences(sources.rows, sources.span)


def _achievements(_part: OutlinePart, sources: Sources) -> list[str]:
    figures = milestone_figures((one for row in sources.rows for one in row.task.tracked), sources.span.end)
    if not figures.done_on_time:
        return []
    percent = percent_text(figures.done_on_time, figures.due)
    return [text("report.achievement", done_on_time=figures.done_on_time, due=figures.due, percent=percent)]


def _figures(part: OutlinePart, sources: Sources) -> list[str]:
    rows = {f"{form.key}/{row.code}": row for form in sources.forms.forms for row in form.rows}
    keyed = ((rows[code], sources.figures.get(code)) for code in part.figures if code in rows)
    return [_figure(row, figure) for row, figure in keyed if figure is not None and figure.value is not None]


def _form_figures(part: OutlinePart, sources: Sources) -> list[str]:
    rows = [row for form in sources.forms.forms if form.key == part.form for row in form.rows]
    keyed = [(row, sources.figures.get(f"{part.form}/{row.code}")) for row in rows]
    named = Counter(fold(row.label) for row in rows)
    return [
        _figure(row, figure, is_one_of_several=named[fold(row.label)] > 1)
        for row, figure in keyed
        if figure is not None and figure.value is not None
    ]


def _figure(row: FormRow, figure: Figure, is_one_of_several: bool = False) -> str:
    """A figure with its name, and its code where another row has the same name; of an answer what it means."""
    label = " ".join(row.label.split()).rstrip(" .:")
    label = text("report.figure_code", label=label, code=row.code) if is_one_of_several else label
    meaning = next((answer.meaning for answer in row.answers if answer.number == figure.value), "")
    value, unit = (meaning, "") if meaning else (figure_text(figure, row.kind), _unit(row.unit))
    return text("report.figure", label=label, value=value, unit=unit)


def _unit(unit: str) -> str:
    """``unit`` behind a number: small, unless it is an abbreviation; that something is a number needs no saying."""
    if unit == "%" or not unit or fold(unit) == _NO_UNIT:
        return unit if unit == "%" else ""
    is_abbreviation = unit[1:2].isupper()
    return f" {unit if is_abbreviation else unit[:1].lower() + unit[1:]}"


def _indicators(_part: OutlinePart, sources: Sources) -> list[str]:
    return [_indicator(one) for one in sources.indicators]


def _indicator(one: IndicatorFigure) -> str:
    indicator = one.indicator
    value = with_unit(value_text(one.figure, indicator.unit), indicator.unit)
    measure, number = indicator.measure.rstrip(" .;:,"), target_number(indicator)
    by = text("indicators.by", documents=documents) if (documents := documents_words(one.proofs)) else ""
    if not number:
        return text("indicators.result", measure=measure, value=value, by=by)
    target = text(f"indicators.{(indicator.comparator or Comparator.AT_LEAST).name.lower()}", target=number)
    return text("indicators.result_with_target", measure=measure, value=value, target=target, by=by)


_Offer = Callable[[OutlinePart, Sources], list[str]]
_OFFERS: dict[str, _Offer] = {
    "plan_progress": _plan_progress,
    "milestone_progress": _milestone_progress,
    "continuous": _continuous,
    "done_tasks": _done_tasks,
    "all_tasks": _all_tasks,
    "field_tasks": _field_tasks,
    "late_tasks": _late_tasks,
    "late_open": _late_open,
    "coming_tasks": _coming_tasks,
    "achievements": _achievements,
    "figures": _figures,
    "form_figures": _form_figures,
    "indicators": _indicators,
}
OFFERS = frozenset(_OFFERS)
"""What an outline can ask for."""
