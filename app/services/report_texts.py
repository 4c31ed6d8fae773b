"""Use cases of a report's text as a whole: words replaced in all its parts at once."""

from dataclasses import replace

from app.domain.access import Right
from app.domain.text_search import Sought, count_in, replaced
from app.ports import Work
from app.services.access import needs
from app.services.reports import change_report


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
