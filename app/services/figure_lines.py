"""Use cases of a form of columns: its lines, each with an ordinal, a name and figures."""

from collections.abc import Mapping, Sequence

from app.domain.access import Right
from app.domain.reporting_period import ReportingPeriod
from app.domain.statistics_form import Figure, Form, FormLine, FormSet, ValueKind
from app.ports import Work
from app.ports.reporting import FigurePlace
from app.services.access import needs
from app.services.stored_figures import kept_figure, kept_text

Cell = tuple[int, str]
"""A line, counted from 0, and the code of a column."""


def words_codes(form: Form) -> tuple[str, str]:
    """The codes of the columns for ordinal and name; "" where the form has no such column."""
    codes = [row.code for row in form.rows if row.kind is ValueKind.TEXT]
    ordinal, name = codes if len(codes) > 1 else ("", *(codes or [""]))
    return ordinal, name


def lines_in(stored: Mapping[FigurePlace, str], form: Form) -> tuple[FormLine, ...]:
    """The lines of ``form`` among what is ``stored`` for a period."""
    ordinal, name = words_codes(form)
    cells = {(one.line - 1, one.code): value for one, value in stored.items() if one.form == form.key and one.line}
    count = max((line for line, _ in cells), default=-1) + 1
    return tuple(
        FormLine(
            cells.get((line, ordinal), ""),
            cells.get((line, name), ""),
            {row.code: kept_figure(cells[line, row.code])
             for row in form.rows if row.kind.is_figure and (line, row.code) in cells},
        )
        for line in range(count)
    )  # fmt: skip


@needs(Right.ENTER)
def change_lines(
    work: Work,
    period: ReportingPeriod,
    form_set: FormSet,
    form: Form,
    figures: Mapping[Cell, Figure | None],
    words: Mapping[Cell, str],
) -> None:
    """Write some cells of a form of columns: ``figures`` (None takes one away) and ``words`` of ordinals and names. A
    line beyond the last one is a new one."""
    texts = {place: kept_text(one) if one is not None else "" for place, one in figures.items()} | dict(words)
    work.save_figures(
        {FigurePlace(period.code, form_set.key, form.key, code, line + 1): value
         for (line, code), value in texts.items()}
    )  # fmt: skip


@needs(Right.ENTER)
def write_lines(work: Work, period: ReportingPeriod, form_set: FormSet, form: Form, lines: Sequence[FormLine]) -> None:
    """Put ``lines`` in place of all that a form of columns has for ``period``."""
    stored = work.figures(period.code, form_set.key)
    new = {
        FigurePlace(period.code, form_set.key, form.key, code, number): value
        for number, line in enumerate(lines, 1)
        for code, value in _texts(form, line).items()
        if value
    }
    gone = {place: "" for place in stored if place.form == form.key and place.line and place not in new}
    work.save_figures({**gone, **{place: value for place, value in new.items() if stored.get(place) != value}})


@needs(Right.ENTER)
def remove_lines(work: Work, period: ReportingPeriod, form_set: FormSet, form: Form, numbers: Sequence[int]) -> None:
    """Take lines away, counted from 0; those below move up."""
    lines = lines_in(work.figures(period.code, form_set.key), form)
    kept = [line for number, line in enumerate(lines) if number not in numbers]
    write_lines(work, period, form_set, form, kept)


def _texts(form: Form, line: FormLine) -> dict[str, str]:
    ordinal, name = words_codes(form)
    texts = {code: kept_text(one) for code, one in line.figures.items()}
    return texts | ({ordinal: line.ordinal} if ordinal else {}) | {name: line.name}
