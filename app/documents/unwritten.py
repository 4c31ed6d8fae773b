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


def with_points_of(paragraphs: Sequence[BodyPart], earlier: Sequence[BodyPart]) -> tuple[BodyPart, ...]:
    """``paragraphs`` where a point that says nothing has the words that stand below the same point in ``earlier``."""
    known = {words_of(heading): said for heading, said in _points(earlier) if heading is not None}
    made: list[BodyPart] = []
    for heading, said in _points(paragraphs):
        found = known.get(words_of(heading), ()) if heading is not None and is_unwritten(said) else ()
        made += [*([heading] if heading is not None else ()), *(said if is_unwritten(found) else found)]
    return tuple(made)


def _points(paragraphs: Sequence[BodyPart]) -> list[tuple[BodyPart | None, list[BodyPart]]]:
    """The headings of points with what stands below each; None heads what comes before the first."""
    found: list[tuple[BodyPart | None, list[BodyPart]]] = [(None, [])]
    for one in paragraphs:
        if isinstance(one, BodyParagraph) and one.level is Level.POINT:
            found.append((one, []))
        else:
            found[-1][1].append(one)
    return found
