"""The figures behind the statistics forms of a document, for the formats that compute with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.indicator_values import IndicatorFigure
from app.domain.reporting_period import ReportingPeriod
from app.domain.statistics_form import Figures, FormLine, FormSet


@dataclass(frozen=True, slots=True)
class FormReport:
    """What goes upward: the forms of ``form_set`` with the ``figures`` by form key (``lines`` for forms of columns),
    and the ``indicators`` of the plan. ``version`` counts what the office has sent for the period: "1", then "2" after
    a correction."""

    office: str
    period: ReportingPeriod
    form_set: FormSet
    figures: Mapping[str, Figures]
    lines: Mapping[str, tuple[FormLine, ...]] = field(default_factory=dict)
    version: str = "1"
    indicators: tuple[IndicatorFigure, ...] = ()
