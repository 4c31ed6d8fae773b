"""Use cases of a report's text: written part by part, offered anew from the register, words replaced in all of it, and
what stands around it."""

from collections.abc import Mapping
from dataclasses import replace

from app.documents.report_document import drafted_parts, paragraph
from app.documents.report_offers import offers_for
from app.domain.access import Right
from app.domain.body import BodyPart, words_of
from app.domain.official import OfficialDocument
from app.domain.overtaken import overtaken
from app.domain.report import Report, must_be_open
from app.domain.report_outline import Kit
from app.domain.text_search import Sought, count_in, replaced
from app.ports import Work
from app.services.access import needs
from app.services.kits import kit_of
from app.services.report_drafts import head_now
from app.services.report_sources import sources_of


@needs(Right.WHOLE)
def change_report(work: Work, report: Report) -> None:
    """Store other words of a report. Raises Refused once it is signed."""
    must_be_open(work.get_report(report.id or 0))
    work.save_report(report)


@needs(Right.WHOLE)
def change_part(work: Work, report_id: int, key: str, paragraphs: tuple[BodyPart, ...]) -> None:
    """Write the text of one part; it counts as read. Raises Refused once the report is signed."""
    report = must_be_open(work.get_report(report_id))
    parts = tuple(
        replace(part, paragraphs=paragraphs, to_read=False) if part.key == key else part for part in report.parts
    )
    work.save_report(replace(report, parts=parts))


@needs(Right.WHOLE)
def mark_part_read(work: Work, report_id: int, key: str) -> None:
    """Note that somebody has read what one part took over from another period. Raises Refused once the report is
    signed."""
    report = must_be_open(work.get_report(report_id))
    change_part(work, report_id, key, next(part.paragraphs for part in report.parts if part.key == key))


@needs(Right.WHOLE)
def change_around(work: Work, report_id: int, around: OfficialDocument) -> None:
    """Write what stands around the text, as ``around`` has it: bodies, place, title, addressees, recipients and signer.
    Raises Refused once the report is signed."""
    report = must_be_open(work.get_report(report_id))
    head = replace(
        report.head,
        issuing_body=around.issuing_body,
        superior_body=around.superior_body,
        place=around.place,
        title=around.title,
        addressees=around.addressees,
        recipients=around.recipients,
        signer=around.signer,
    )
    work.save_report(replace(report, head=head))


@needs(Right.READ)
def around_report(work: Work, report_id: int, kit: Kit) -> tuple[OfficialDocument, OfficialDocument]:
    """What stands around a report's text as it was begun or changed since, and as the office's own details would have
    it now."""
    report = work.get_report(report_id)
    fresh = head_now(work, report.plan_id, report.period, kit_of(work, report, kit))
    return report.head, replace(fresh, title=report.head.title)


@needs(Right.WHOLE)
def offer_again(work: Work, report_id: int, key: str, kit: Kit) -> None:
    """Put what the register offers for one part in place of its text."""
    report = must_be_open(work.get_report(report_id))
    kit = kit_of(work, report, kit)
    sources = sources_of(work, report.plan_id, report.period, kit)
    fresh = next(part for part in drafted_parts(kit.outline, sources) if part.key == key)
    change_part(work, report_id, key, fresh.paragraphs)


@needs(Right.WHOLE)
def update_overtaken(work: Work, report_id: int, kit: Kit) -> int:
    """Put the register's numbers of now into the sentences that still have its earlier ones, all else as it was
    written; answers how many. Raises Refused once the report is signed."""
    report = must_be_open(work.get_report(report_id))
    kit = kit_of(work, report, kit)
    sources = sources_of(work, report.plan_id, report.period, kit)
    offers = {part.key: offers_for(part, sources) for part in kit.outline.parts}
    found = {part.key: overtaken([*map(words_of, part.paragraphs)], offers.get(part.key, ())) for part in report.parts}
    parts = tuple(replace(part, paragraphs=_renewed(part.paragraphs, dict(found[part.key]))) for part in report.parts)
    work.save_report(replace(report, parts=parts))
    return sum(map(len, found.values()))


def _renewed(paragraphs: tuple[BodyPart, ...], said: Mapping[int, str]) -> tuple[BodyPart, ...]:
    """``paragraphs`` with other sentences, by their position."""
    return tuple(paragraph(said[place]) if place in said else one for place, one in enumerate(paragraphs))


@needs(Right.WHOLE)
def replace_in_report(work: Work, report_id: int, sought: Sought, by: str) -> int:
    """Put ``by`` wherever ``sought`` stands in the parts of a report; answers how often it did. Raises Refused once the
    report is signed."""
    report = work.get_report(report_id)
    total = sum(count_in(part.paragraphs, sought) for part in report.parts)
    if total:
        parts = tuple(replace(part, paragraphs=replaced(part.paragraphs, sought, by)) for part in report.parts)
        change_report(work, replace(report, parts=parts))
    return total
