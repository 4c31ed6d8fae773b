"""Use cases of figures as they are stored: what was typed in forms of rows and for indicators."""

from collections.abc import Mapping
from decimal import Decimal

from app.domain.access import Right
from app.domain.figures import NO_FIGURE
from app.domain.indicator_values import INDICATOR_SET
from app.domain.reporting_period import ReportingPeriod
from app.domain.statistics_form import NOT_AVAILABLE, Figure, FormSet
from app.ports import Work
from app.ports.reporting import FigurePlace
from app.services.access import needs


@needs(Right.READ)
def entered_figures(work: Work, period: ReportingPeriod, forms: FormSet) -> dict[str, Figure]:
    """The figures entered in the forms of rows for ``period``, by "form/row"."""
    stored = work.figures(period.code, forms.key)
    return {f"{place.form}/{place.code}": kept_figure(value) for place, value in stored.items() if not place.line}


@needs(Right.READ)
def entered_values(work: Work, plan_id: int, period: ReportingPeriod) -> dict[int, Figure]:
    """The values typed for the indicators of a plan in ``period``, by their ids."""
    stored = work.figures(period.code, INDICATOR_SET)
    return {int(place.code): kept_figure(value) for place, value in stored.items() if place.form == str(plan_id)}


@needs(Right.ENTER)
def enter_figures(work: Work, period: ReportingPeriod, forms: FormSet, figures: Mapping[str, Figure | None]) -> None:
    """Write figures by "form/row"; None takes one away."""
    places = {
        _place(period, forms, code): kept_text(figure) if figure is not None else "" for code, figure in figures.items()
    }
    work.save_figures(places)


def _place(period: ReportingPeriod, forms: FormSet, code: str) -> FigurePlace:
    form, row = code.split("/", 1)
    return FigurePlace(period.code, forms.key, form, row)


def kept_figure(value: str) -> Figure:
    """A figure as it is stored: "-" is not available."""
    return NOT_AVAILABLE if value == NO_FIGURE else Figure(Decimal(value))


def kept_text(figure: Figure) -> str:
    """How ``figure`` is stored."""
    return NO_FIGURE if figure.value is None else str(figure.value)
