"""Parts of a report that say nothing yet: the sentence that says so, alone or below the headings of points."""

from collections.abc import Sequence

from app.domain.body import BodyParagraph, BodyPart, Level, words_of
from app.texts import text


def first_gap(paragraphs: Sequence[BodyPart]) -> int | None:
    """The position (from 0) of the first sentence that says that nothing is known; None where there is none."""
    nothing = text("report.no_data")
    return next((place for place, one in enumerate(paragraphs) if words_of(one) == nothing), None)


def is_unwritten(paragraphs: Sequence[BodyPart]) -> bool:
    """Whether ``paragraphs`` hold no words of their own: none at all, or that nothing is known, each time it is said
    with or without the heading of a point above it."""
    nothing = text("report.no_data")
    for one, following in zip(paragraphs, (*paragraphs[1:], None), strict=False):
        is_heading = isinstance(one, BodyParagraph) and one.level is Level.POINT
        leads_nowhere = is_heading and following is not None and words_of(following) == nothing
        if words_of(one).strip() and words_of(one) != nothing and not leads_nowhere:
            return False
    return True
