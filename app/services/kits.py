"""Use cases of outlines and statistics forms: which of them count, which the office has loaded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.domain.access import Right
from app.domain.errors import Refused
from app.domain.milestone import Every
from app.domain.report import Report
from app.domain.report_kits import KitFile, KitKind, kit_in
from app.domain.report_outline import Kit, Outline
from app.domain.reporting_period import ReportingPeriod
from app.domain.statistics_form import FormSet
from app.ports import Work
from app.services.access import needs

FIRST_YEAR, LAST_YEAR = 2000, 2100
"""Years that a set can count from."""


@needs(Right.READ)
def kit_of(work: Work, report: Report, shipped: Kit) -> Kit:
    """What ``report`` was begun with and keeps. ``shipped`` is what comes with the program."""
    return kit_in(report.period.year, shipped, work.kit_files(), report.outline, report.forms)


@needs(Right.READ)
def kit_to_begin(work: Work, period: ReportingPeriod, shipped: Kit, outline: str = "") -> Kit:
    """What a report of ``period`` begun now is made by; an ad hoc one by the outline for such reports where no other
    (by its key) is asked for."""
    if period.every is Every.AD_HOC and not outline:
        outline = next((one.key for one in shipped.outlines if one.ad_hoc), "")
    return kit_in(period.year, shipped, work.kit_files(), outline)


@needs(Right.READ)
def kit_in_period(work: Work, plan_id: int | None, period: ReportingPeriod, shipped: Kit) -> Kit:
    """What the newest report of a plan in ``period`` was begun with; where there is none, what counts then."""
    reports = work.list_reports([plan_id]) if plan_id is not None else []
    there = next((one for one in reports if one.period == period.code), None)
    if there is not None:
        return kit_of(work, work.get_report(there.id), shipped)
    return kit_to_begin(work, period, shipped)


@needs(Right.READ)
def outlines_to_choose(work: Work, year: int, shipped: Kit) -> list[Outline]:
    """The outlines for an ad hoc report in ``year``: those for such reports, the one loaded last first, and that of
    the periodic reports."""
    files = work.kit_files()
    counting = kit_in(year, shipped, files)
    dropped = {one.content.key for one in files if one.from_year is None or one.from_year > year}
    own = [one for one in counting.outlines if one.ad_hoc and one.key not in dropped]
    return [*reversed(own), counting.outline]


@dataclass(frozen=True, slots=True)
class KitLine:
    """An outline or a set of forms in the list; ``file`` is None for one that comes with the program. It counts from
    the beginning of ``first_year`` to the end of ``last_year`` (None: open), not at all where ``counts`` is False."""

    kind: KitKind
    content: Outline | FormSet
    file: KitFile | None
    counts: bool
    first_year: int | None
    last_year: int | None


@needs(Right.READ)
def kit_lines(work: Work, shipped: Kit) -> list[KitLine]:
    """All that is there: first outlines, then the forms of reports, then the others; what is shipped comes before what
    was loaded."""
    files = work.kit_files()
    lines: list[KitLine] = []
    for kind, known in _shipped(shipped):
        loaded = [one for one in files if one.kind is kind]
        lines += [_line(kind, content, None, loaded) for content in known]
        lines += [_line(kind, one.content, one, loaded) for one in loaded]
    return lines


def _shipped(kit: Kit) -> tuple[tuple[KitKind, Sequence[Outline | FormSet]], ...]:
    forms = [one for one in kit.form_sets if one not in kit.extras]
    return (KitKind.OUTLINE, kit.outlines), (KitKind.FORMS, forms), (KitKind.EXTRA, kit.extras)


def _line(kind: KitKind, content: Outline | FormSet, file: KitFile | None, loaded: Iterable[KitFile]) -> KitLine:
    years = {one.from_year for one in loaded if one is not file and one.from_year and _takes_over(kind, one, content)}
    if isinstance(content, Outline) and content.ad_hoc:
        return KitLine(kind, content, file, file is None or file.from_year is not None, None, None)
    if file is None:
        return KitLine(kind, content, None, True, None, min(years) - 1 if years else None)
    first = file.from_year
    later = [year for year in years if first is not None and year > first]
    return KitLine(kind, content, file, first is not None, first, min(later) - 1 if later else None)


def _takes_over(kind: KitKind, other: KitFile, content: Outline | FormSet) -> bool:
    """Whether ``other`` is counted in place of ``content`` from its year on."""
    if isinstance(other.content, Outline):
        return not other.content.ad_hoc
    if kind is not KitKind.EXTRA or not isinstance(content, FormSet):
        return True
    return bool({form.key for form in other.content.forms} & {form.key for form in content.forms})


@needs(Right.MANAGE)
def take_kit(work: Work, content: Outline | FormSet, kind: KitKind, from_year: int, shipped: Kit) -> int:
    """Keep a loaded outline or set of forms, counting from ``from_year`` on; answers its id. One whose key is taken
    gets another, so that figures and reports of the other stay with it. Raises Refused for a year that cannot be, or
    where the same is there already."""
    files = work.kit_files()
    _check_year(from_year)
    known = [*shipped.outlines, *shipped.form_sets, *(one.content for one in files)]
    if content in known:
        raise Refused("kits.there_already", title=content.title)
    keyed = replace(content, key=_free_key(content.key or "bo", {one.key for one in known}))
    return work.save_kit_file(KitFile(None, kind, from_year, keyed))


def _free_key(wanted: str, taken: set[str]) -> str:
    key, number = wanted, 1
    while key in taken:
        number += 1
        key = f"{wanted}-{number}"
    return key


@needs(Right.MANAGE)
def set_first_year(work: Work, kit_file: KitFile, from_year: int) -> None:
    """Let a loaded file count from ``from_year`` on. Raises Refused for a year that cannot be."""
    _check_year(from_year)
    work.save_kit_file(replace(kit_file, from_year=from_year))


def _check_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused("kits.year_wrong", first=FIRST_YEAR, last=LAST_YEAR)


@needs(Right.MANAGE)
def drop_kit(work: Work, kit_file: KitFile) -> bool:
    """Take a loaded file away. Where a report was begun with it, it only counts no longer and the report keeps it;
    answers whether it is gone."""
    used = any(kit_file.content.key in _keys(work, one.id) for one in work.list_reports())
    if used:
        work.save_kit_file(replace(kit_file, from_year=None))
    else:
        work.remove_kit_file(kit_file.id or 0)
    return not used


def _keys(work: Work, report_id: int) -> tuple[str, str]:
    report = work.get_report(report_id)
    return report.outline, report.forms
