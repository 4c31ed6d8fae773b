"""What a report is made from: all that the register knows for a period."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from app.documents.report_offers import Sources, register_figures
from app.domain.access import Right
from app.domain.errors import Refused
from app.domain.indicator_compute import values_in
from app.domain.indicator_values import IndicatorFigure
from app.domain.report_outline import Kit
from app.domain.report_span import span_of
from app.domain.reporting_period import ReportingPeriod
from app.domain.statistics_form import Figure, FormSet, codes_in
from app.ports import Work
from app.services.access import needs
from app.services.indicator_evidence import NO_EVIDENCE, evidence_of
from app.services.stored_figures import entered_figures, entered_values
from app.services.tracking import office_calendar, rows_of


@needs(Right.READ)
def sources_of(work: Work, plan_id: int, period: ReportingPeriod, kit: Kit) -> Sources:
    """All that the register knows for a report of ``period``. Raises Refused where the period lies in another year
    than the plan."""
    plan, rows = rows_of(work, plan_id, kit.calendar)
    if plan.info.year != period.year:
        raise Refused("report.other_year", period=period.name, year=plan.info.year)
    span = span_of(period, office_calendar(work, plan.info.year, kit.calendar))
    entered = entered_figures(work, period, kit.forms)
    return _with_indicators(work, plan_id, with_register(Sources(plan, rows, span, kit.forms, entered), kit))


def with_register(sources: Sources, kit: Kit) -> Sources:
    """``sources`` with what the register knows in place of what was entered in those rows, or in rows that follow
    from them alone."""
    known = register_figures(sources)
    own = {code: Figure(Decimal(known[name])) for code, name in kit.outline.register_figures.items()}
    entered = {code: one for code, one in sources.figures.items() if code not in _computed_from(kit.forms, own)}
    return replace(sources, figures={**entered, **own})


def _computed_from(forms: FormSet, known: Mapping[str, Figure]) -> set[str]:
    """The rows ("form/row") that follow from ``known`` figures alone: what was typed there does not count."""
    rows = [(form.key, row) for form in forms.forms for row in form.rows if row.calculation is not None]
    return {
        f"{key}/{row.code}" for key, row in rows if all(f"{key}/{code}" in known for code in codes_in(row.calculation))
    }


def _with_indicators(work: Work, plan_id: int, sources: Sources) -> Sources:
    """``sources`` with the indicators of the plan that have a value in the period."""
    entered = entered_values(work, plan_id, sources.span.period)
    known = register_figures(sources)
    accepted = {one.id or 0: one.indicator for one in work.indicators(plan_id) if one.accepted}
    values = values_in(accepted, entered, (known["tasks_done"], known["tasks"]))
    found = {id_: value.figure for id_, value in values.items() if value.figure.value is not None}
    evidence = evidence_of(work, plan_id)
    said = ((id_, figure, evidence.get((id_, sources.span.period.code), NO_EVIDENCE)) for id_, figure in found.items())
    indicators = (IndicatorFigure(accepted[id_], figure, one.note, one.proofs) for id_, figure, one in said)
    return replace(sources, indicators=tuple(indicators))
