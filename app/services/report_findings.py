"""What is missing or wrong in a report before it is printed, each with the place that it leads to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.documents.report_document import place_in_parts, report_body
from app.documents.report_offers import Sources
from app.documents.unwritten import first_gap, is_unwritten
from app.domain.body import words_of
from app.domain.format_check import Finding, Part, Place
from app.domain.format_checks import check_format
from app.domain.overtaken import overtaken, what_differs
from app.domain.report import Report, ReportPart
from app.domain.report_outline import Kit


@dataclass(frozen=True, slots=True)
class ReportPlace:
    """Where a finding leads: the ``key`` of a part of the report and the position (from 0) of a paragraph in it. None
    for what lies outside the parts, as ``part`` says."""

    key: str | None
    index: int | None = None
    part: Part = Part.BODY


PlacedFinding = tuple[Finding, ReportPlace]


def findings_of(
    report: Report, sources: Sources, kit: Kit, offers: Mapping[str, tuple[str, ...]]
) -> tuple[PlacedFinding, ...]:
    """Parts without text or not read again, numbers that the register has overtaken (``offers`` by part), and all that
    the check of the form finds. A signed report keeps its numbers."""
    found = check_format(report_body(report, kit.outline, sources), report.period)
    placed = ((one, _place(one, report, sources, kit)) for one in found)
    moved = () if report.is_frozen else _overtaken(report, offers)
    return (*_unfinished(report), *moved, *placed)


def _unfinished(report: Report) -> Iterator[PlacedFinding]:
    """Parts that say nothing yet or not everywhere, and those whose words of another period nobody has read again."""
    for part in report.parts:
        gap = first_gap(part.paragraphs)
        if part.to_read or gap is not None:
            key = "report.part_to_read" if part.to_read else _gap_key(part)
            values = {"part": part.key, "title": part.title}
            yield Finding(key, Place(Part.BODY), values), ReportPlace(part.key, None if part.to_read else gap)


def _gap_key(part: ReportPart) -> str:
    return "report.part_empty" if is_unwritten(part.paragraphs) else "report.part_has_gaps"


def _overtaken(report: Report, offers: Mapping[str, tuple[str, ...]]) -> Iterator[PlacedFinding]:
    for part in report.parts:
        lines = [words_of(paragraph) for paragraph in part.paragraphs]
        for position, offer in overtaken(lines, offers.get(part.key, ())):
            then, now = what_differs(lines[position], offer)
            values = {"part": part.key, "then": then, "now": now}
            yield Finding("report.overtaken", Place(Part.BODY), values), ReportPlace(part.key, position)


def _place(finding: Finding, report: Report, sources: Sources, kit: Kit) -> ReportPlace:
    place = finding.place
    if place.part is not Part.BODY or place.index is None:
        return ReportPlace(None, part=place.part)
    key, index = place_in_parts(report, kit.outline, sources, place.index)
    return ReportPlace(key, index)
