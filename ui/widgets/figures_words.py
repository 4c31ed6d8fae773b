"""Words for statistics forms: periods, figures, where a figure comes from, what is odd about it."""

from collections.abc import Sequence

from app.domain.figures_entry import Doubt, figure_text
from app.domain.milestone import Every
from app.domain.numerals import roman
from app.domain.reporting_period import ReportingPeriod
from app.domain.statistics_checks import FigureWarning
from app.domain.statistics_form import Figure, Form, FormRow, Ratio
from app.services.figure_origins import Origin
from app.texts import text

_LENGTHS = {Every.SIX_MONTHLY: "six", Every.NINE_MONTHLY: "nine", Every.YEARLY: "year"}


def period_words(period: ReportingPeriod) -> str:
    """A period within its year: Quý I, 6 tháng, 9 tháng, Năm; of an ad hoc one its days: 1/5–15/6."""
    if period.every is Every.QUARTERLY:
        return text("figures_page.quarter", number=roman(period.number))
    if period.every is Every.AD_HOC:
        start, end = (f"{day.day}/{day.month}" for day in (period.first_day, period.last_day))
        return text("figures_page.days", start=start, end=end)
    return text(f"figures_page.{_LENGTHS[period.every]}")


def period_short(period: ReportingPeriod) -> str:
    """A period with its year, as short as a heading needs it: Quý I/2026."""
    if period.every is Every.YEARLY:
        return text("figures_page.whole_year", year=period.year)
    return f"{period_words(period)}/{period.year}"


def last_heading(period: ReportingPeriod, last: ReportingPeriod) -> str:
    """The heading over the figures of the period ``last`` that those of ``period`` are compared with."""
    same = (last.every, last.number) == (period.every, period.number)
    return text("figures_page.column_last_year" if same else "figures_page.column_last", period=period_short(last))


def figure_words(figure: Figure | None, row: FormRow) -> str:
    """A figure as it is shown; a coded answer with its meaning."""
    shown = figure_text(figure, row.kind)
    answer = next((one for one in answers_of(row) if one.endswith(f"= {shown}")), "")
    return answer or shown


def answers_of(row: FormRow) -> list[str]:
    """The answers of a coded row: "Có = 1"."""
    return [f"{one.meaning} = {one.number}" for one in row.answers]


def unit_words(row: FormRow) -> str:
    """The unit of ``row``; of a coded one the answers, one below the other."""
    return "\n".join(answers_of(row)) or " ".join(row.unit.split())


def source_words(row: FormRow, origin: Origin | None) -> str:
    """Where the figure of ``row`` comes from; "" where it is typed."""
    if origin is Origin.REGISTER:
        return text("figures_page.from_register")
    if origin is Origin.COMPUTED:
        return text("figures_page.computed", calculation=calculation_words(row))
    return ""


def calculation_words(row: FormRow) -> str:
    """How ``row`` follows from others: "2.2 / 2.1 × 100"; "" where it does not."""
    if isinstance(row.calculation, Ratio):
        return f"{_side(row.calculation.part)} / {_side(row.calculation.whole)} × 100"
    return " + ".join(row.calculation.parts) if row.calculation else ""


def warning_words(warning: FigureWarning) -> str:
    """The sentence of a warning."""
    return text(warning.key, **dict(warning.values))


def doubt_words(doubts: Sequence[Doubt]) -> tuple[str, ...]:
    """The sentences of doubts about a typed value."""
    return tuple(text(one.key, **dict(one.values)) for one in doubts)


def form_tab(form: Form) -> str:
    """A form's name on its tab."""
    return text("figures_page.tab", form=form.key)


def _side(codes: Sequence[str]) -> str:
    return f"({' + '.join(codes)})" if len(codes) > 1 else codes[0]
