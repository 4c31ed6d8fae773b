"""What the screen of statistics forms shows: the forms of a period with what stands behind their figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.documents.report_offers import Sources
from app.domain.access import Right
from app.domain.milestone import Every
from app.domain.occurrence import Calendar
from app.domain.plan import Plan
from app.domain.report import FROZEN_STATES
from app.domain.report_outline import Kit
from app.domain.report_span import span_of
from app.domain.reporting_period import ReportingPeriod, parse_period, previous_period, same_period_last_year
from app.domain.statistics_checks import FigureWarning, check_figures, check_lines
from app.domain.statistics_compute import column_totals, filled
from app.domain.statistics_form import Figure, Figures, Form, FormLine, FormSet, Shape
from app.domain.tracking import TrackedRow
from app.ports import PlanSummary, Work
from app.ports.reporting import FigurePlace
from app.services.access import needs
from app.services.figure_lines import lines_in
from app.services.figure_origins import Origin, origins_of
from app.services.kits import kit_in_period
from app.services.report_sources import with_register
from app.services.stored_figures import kept_figure
from app.services.tracking import office_calendar, rows_of

_PAST = 4
"""How many periods before are shown beside."""


@dataclass(frozen=True, slots=True)
class Register:
    """What the plans of some years say, read once for many looks: by year the plan, its rows and the calendar."""

    plan_id: int | None
    plans: Mapping[int, tuple[Plan, Sequence[TrackedRow], Calendar]]


@dataclass(frozen=True, slots=True)
class LineFigures:
    """A line of a form of columns as it was entered, with what follows from it and where each figure comes from."""

    line: FormLine
    shown: Figures
    origins: Mapping[str, Origin]


@dataclass(frozen=True, slots=True)
class FormFigures:
    """One form of ``form_set`` in a period. ``entered`` was typed, ``known`` comes from the register, ``shown`` is all
    with what follows from it; ``last`` are the figures of the period compared with, ``past`` those of the periods
    before, the oldest first. ``origins`` tells by row code where each figure comes from. A form of columns has
    ``lines`` in place of all of them, ``last_lines`` those of the period compared with."""

    form_set: FormSet
    form: Form
    entered: Figures
    known: Figures
    shown: Figures
    last: Figures
    past: tuple[Figures, ...]
    origins: Mapping[str, Origin]
    warnings: tuple[FigureWarning, ...]
    lines: tuple[LineFigures, ...] = ()
    last_lines: tuple[FormLine, ...] = ()
    totals: Figures = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FiguresBoard:
    """All forms of ``period``; ``last`` is the period compared with, ``past`` are the periods before, the oldest
    first. ``plan`` is the one whose register counts, None where the year has none; ``signed`` is the number of its
    report of the period, once that is signed; ``ad_hoc`` are the periods of the year's other reports."""

    period: ReportingPeriod
    last: ReportingPeriod
    past: tuple[ReportingPeriod, ...]
    plan: PlanSummary | None
    signed: str
    years: tuple[int, ...]
    register: Register
    forms: tuple[FormFigures, ...]
    ad_hoc: tuple[ReportingPeriod, ...] = ()


def compared_period(period: ReportingPeriod) -> ReportingPeriod:
    """The period whose figures stand beside those of ``period``: for quý I, which begins a year anew, the same period
    of last year, else the report before."""
    is_first = period.every is Every.QUARTERLY and period.number == 1
    return same_period_last_year(period) if is_first else previous_period(period)


def past_periods(period: ReportingPeriod) -> tuple[ReportingPeriod, ...]:
    """The reports before that of ``period``, the oldest first."""
    found = [previous_period(period)]
    while len(found) < _PAST:
        found.insert(0, previous_period(found[0]))
    return tuple(found)


@needs(Right.READ)
def figures_board(
    work: Work,
    period: ReportingPeriod,
    plan_id: int | None,
    kit: Kit,
    register: Register | None = None,
) -> FiguresBoard:
    """All forms that count in ``period``, or that its report was begun with, with the register of the plan ``plan_id``
    where it is one of that year. ``register`` is that of a board read before, where no plan has changed since."""
    plans = work.list_plans()
    chosen = _plan_of(plans, period.year, plan_id)
    kit = kit_in_period(work, chosen.id if chosen else None, period, kit)
    last, past = compared_period(period), past_periods(period)
    known = register or _register(work, {one.year for one in (period, last, *past)}, plan_id, kit)
    readers = [_Reader(work, known, kit, form_set) for form_set in (kit.forms, *kit.extras)]
    forms = tuple(
        _form_figures(reader, form, period, last, past) for reader in readers for form in reader.form_set.forms
    )
    years = tuple(sorted({plan.year for plan in plans}))
    signed, ad_hoc = _signed(work, chosen, period), _ad_hoc(work, chosen)
    return FiguresBoard(period, last, past, chosen, signed, years, known, forms, ad_hoc)


def _ad_hoc(work: Work, plan: PlanSummary | None) -> tuple[ReportingPeriod, ...]:
    """The periods of ad hoc reports, once each, the earliest end first."""
    reports = work.list_reports([plan.id]) if plan else []
    found = {one for report in reports if (one := parse_period(report.period)).every is Every.AD_HOC}
    return tuple(sorted(found, key=lambda one: (one.last_day, one.first_day)))


def _signed(work: Work, plan: PlanSummary | None, period: ReportingPeriod) -> str:
    """The number of the newest signed report of ``period``; "" where there is none."""
    reports = work.list_reports([plan.id]) if plan else []
    return next((one.number for one in reports if one.period == period.code and one.state in FROZEN_STATES), "")


def _plan_of(plans: Sequence[PlanSummary], year: int, wanted: int | None) -> PlanSummary | None:
    """The plan ``wanted`` where it is of ``year``, else the newest of that year."""
    fitting = [plan for plan in plans if plan.year == year]
    return next((plan for plan in fitting if plan.id == wanted), fitting[-1] if fitting else None)


def _register(work: Work, years: set[int], wanted: int | None, kit: Kit) -> Register:
    summaries = work.list_plans()
    found = {year: plan for year in years if (plan := _plan_of(summaries, year, wanted)) is not None}
    read = {year: (*rows_of(work, plan.id, kit.calendar), office_calendar(work, year, kit.calendar))
            for year, plan in found.items()}  # fmt: skip
    return Register(wanted, read)


class _Reader:
    """Reads what stands in one set of forms, each period once."""

    def __init__(self, work: Work, register: Register, kit: Kit, form_set: FormSet) -> None:
        self._work, self._register, self._kit = work, register, kit
        self.form_set = form_set
        self._stored: dict[str, dict[FigurePlace, str]] = {}
        self._settled: dict[str, tuple[Mapping[str, Figure], Mapping[str, Figure]]] = {}

    def lines(self, form: Form, period: ReportingPeriod) -> tuple[FormLine, ...]:
        """The lines of a form of columns in ``period``."""
        return lines_in(self._places(period), form)

    def figures(self, form: Form, period: ReportingPeriod) -> tuple[Figures, Figures]:
        """What was typed in ``form`` for ``period`` and still counts, and what the register says, by row code."""
        if period.code not in self._settled:
            self._settled[period.code] = self._settle(period)
        entered, known = self._settled[period.code]
        return _of_form(form, entered), _of_form(form, known)

    def shown(self, form: Form, period: ReportingPeriod) -> Figures:
        """All figures of ``form`` in ``period``, those that follow from others included."""
        entered, known = self.figures(form, period)
        return filled(form, {**entered, **known})

    def _settle(self, period: ReportingPeriod) -> tuple[Mapping[str, Figure], Mapping[str, Figure]]:
        places = self._places(period)
        typed = {f"{one.form}/{one.code}": kept_figure(value) for one, value in places.items() if not one.line}
        if self.form_set.key != self._kit.forms.key or period.year not in self._register.plans:
            return typed, {}
        plan, rows, calendar = self._register.plans[period.year]
        sources = Sources(plan, rows, span_of(period, calendar), self._kit.forms, typed)
        every, own = with_register(sources, self._kit).figures, self._kit.outline.register_figures
        known = {code: one for code, one in every.items() if code in own}
        return {code: one for code, one in every.items() if code not in own}, known

    def _places(self, period: ReportingPeriod) -> dict[FigurePlace, str]:
        if period.code not in self._stored:
            self._stored[period.code] = self._work.figures(period.code, self.form_set.key)
        return self._stored[period.code]


def _of_form(form: Form, figures: Mapping[str, Figure]) -> Figures:
    prefix = f"{form.key}/"
    return {code.removeprefix(prefix): one for code, one in figures.items() if code.startswith(prefix)}


def _form_figures(
    reader: _Reader,
    form: Form,
    period: ReportingPeriod,
    last: ReportingPeriod,
    past: Sequence[ReportingPeriod],
) -> FormFigures:
    if form.shape is Shape.COLUMNS:
        lines, before = reader.lines(form, period), reader.lines(form, last)
        warnings = tuple(check_lines(form, lines, before))
        shown = tuple(LineFigures(one, filled(form, one.figures), origins_of(form, one.figures)) for one in lines)
        return FormFigures(
            reader.form_set, form, {}, {}, {}, {}, (), {}, warnings, shown, before, column_totals(form, lines)
        )
    entered, known = reader.figures(form, period)
    earlier = reader.shown(form, last)
    every = {**entered, **known}
    return FormFigures(
        reader.form_set,
        form,
        entered,
        known,
        filled(form, every),
        earlier,
        tuple(reader.shown(form, one) for one in past),
        origins_of(form, entered, known),
        tuple(check_figures(form, every, earlier)),
    )
