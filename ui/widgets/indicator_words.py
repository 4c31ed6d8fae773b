"""Words for indicators: their targets, values, state, and what stands behind them."""

from textwrap import shorten

from app.domain.figures_entry import number_text
from app.domain.indicator import Indicator
from app.domain.indicator_compute import Origin
from app.domain.indicator_values import TargetState, target_short, value_text, with_unit
from app.domain.occurrence import Period
from app.domain.reporting_period import ReportingPeriod
from app.domain.text import fold
from app.ports.reporting import StoredIndicator
from app.services.indicators import IndicatorLine, PeriodValue
from app.texts import text
from ui.widgets.mark_words import proof_words
from ui.widgets.tracking_words import period_words

_LONGEST = 300
"""Letters of a sentence that are shown below the table."""
_LONGEST_CELL = 160
"""Letters of it in a cell of the proposals."""
_TELLING = 12
"""Letters by which the part of a sentence is known that an indicator was read from."""


def period_name(period: ReportingPeriod) -> str:
    """A period within its year: Quý I, 6 tháng, 9 tháng, Năm."""
    return period_words(Period(period.every, period.number))


def proposal_row(one: StoredIndicator) -> tuple[str, ...]:
    """The cells of a proposal: sentence, measure, comparator, target, unit."""
    indicator = one.indicator
    comparator = text(f"indicators_page.comparator_{indicator.comparator.name.lower()}") if indicator.comparator else ""
    number = number_text(indicator.target) if indicator.target is not None else ""
    return _said(indicator, number), indicator.measure, comparator[:1], number, indicator.unit


def _said(one: Indicator, number: str) -> str:
    """What the plan says of the indicator: of a long sentence only the part that has its target."""
    if len(one.source) <= _LONGEST_CELL or not number:
        return shorten(one.source, _LONGEST_CELL, placeholder=" …")
    parts = [part.strip() for part in one.source.split(";")]
    first = fold(one.measure)[:_TELLING]
    near = sorted((part for part in parts if number in part), key=lambda part: first not in fold(part))
    said = near[0] if near else parts[0]
    return f"{'' if said == parts[0] else '… '}{shorten(said, _LONGEST_CELL, placeholder=' …')}"


def line_row(line: IndicatorLine) -> tuple[str, ...]:
    """The cells of an indicator: measure, target, the values, room for the trend, state."""
    indicator = line.stored.indicator
    values = (value_text(one.figure, indicator.unit) for one in line.values)
    return indicator.measure, target_short(indicator) or indicator.unit, *values, "", state_words(line)


def state_of(line: IndicatorLine) -> TargetState:
    """How the newest value stands to the target."""
    return line.latest.state if line.latest else TargetState.UNKNOWN


def state_words(line: IndicatorLine) -> str:
    """Whether the target is met by the newest value, and of which period that is."""
    if line.latest is None:
        return text("indicators_page.state_unknown")
    if line.latest.state is TargetState.UNKNOWN:
        return text("indicators_page.state_no_target")
    return text(f"indicators_page.state_{line.latest.state}", period=period_name(line.latest.period))


def value_hint(line: IndicatorLine, value: PeriodValue) -> str:
    """What a value comes from, or how it is typed."""
    if line.origin is None:
        return text("indicators_page.value_tip")
    if value.part is None or value.whole is None:
        return _expected(line)
    so_far = "indicators_page.computed_so_far" if value.so_far else "indicators_page.computed"
    key = "indicators_page.ratio" if line.origin is Origin.RATIO else so_far
    return text(key, part=number_text(value.part), whole=number_text(value.whole))


def evidence_lines(value: PeriodValue) -> tuple[str, ...]:
    """The note on a value and its proofs, a line each."""
    note = (text("indicators_page.tip_note", note=value.evidence.note),) if value.evidence.note else ()
    return (*note, *(text("indicators_page.tip_proof", proof=proof_words(one)) for one in value.evidence.proofs))


def _expected(line: IndicatorLine) -> str:
    one = line.stored.indicator
    if line.origin is Origin.PROGRESS:
        return text("indicators_page.computed_later")
    return text("indicators_page.ratio_later", numerator=one.numerator or "", denominator=one.denominator or "")


def trend_words(line: IndicatorLine) -> str:
    """Where the newest value went since the period before; "" where that is not known."""
    latest, unit = line.latest, line.stored.indicator.unit
    if latest is None or latest.trend is None:
        return ""
    before = line.values[line.values.index(latest) - 1]
    value, earlier = (with_unit(value_text(one.figure, unit), unit) for one in (latest, before))
    return text(f"indicators_page.trend_{latest.trend}", period=period_name(latest.period), value=value, before=earlier)


def about(line: IndicatorLine) -> str:
    """All that is known of an indicator besides its cells, in one paragraph."""
    value = line.latest or line.values[0]
    computed = value_hint(line, value) if line.origin else ""
    return " ".join(part for part in (trend_words(line), computed, *_origin(line.stored.indicator)) if part)


def _origin(one: Indicator) -> tuple[str, ...]:
    where = text("indicators_page.about_where", where=one.where) if one.where else ""
    source = shorten(one.source, _LONGEST, placeholder="…")
    return (
        _ratio(one),
        text("indicators_page.about_field", field=text(f"indicators_page.field_{one.field}")) if one.field else "",
        text("indicators_page.about_reporter", reporter=one.reporter) if one.reporter else "",
        text("indicators_page.about_period", period=one.period) if one.period else "",
        text("indicators_page.about_source", where=where, source=source) if source else "",
    )


def _ratio(one: Indicator) -> str:
    if not one.denominator:
        return ""
    if not one.numerator or one.numerator == one.measure:
        return text("indicators_page.about_of", denominator=one.denominator)
    return text("indicators_page.about_ratio", numerator=one.numerator, denominator=one.denominator)
