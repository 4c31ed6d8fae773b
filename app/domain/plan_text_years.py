"""The text of a plan carried over to another year: its years replaced, what nobody has read since marked."""

import re
from dataclasses import replace

from app.domain.body import Body, BodyParagraph, BodyPart, words_of
from app.domain.milestone import Every
from app.domain.period_words import reword
from app.domain.plan_text import Section, map_part
from app.domain.reporting_period import ReportingPeriod

_ANY_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_OF_A_YEAR = ("năm", "cả năm", "tháng")
"""Words that a citation may hold too: where they were left, somebody has to decide."""
_NUMBER = re.compile(r"(số\s*:?\s*)\d+\w?(?=\s*/)", re.IGNORECASE)
_DAY = re.compile(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+20\d\d", re.IGNORECASE)


def body_for_year(body: Body, old: int, new: int) -> Body:
    """``body``, written for the year ``old``, for ``new``. Numbers, dates and titles of cited documents stay. What was
    changed, or names a year that somebody has to look at, is marked to be read; so are the bases."""
    if old == new:
        return body

    def carried(text: str) -> str:
        return words_for_year(text, old, new)

    return replace(
        body,
        parts=tuple(_part(part, old, new) for part in body.parts),
        decision=tuple(_part(part, old, new) for part in body.decision),
        after=tuple(_part(part, old, new) for part in body.after),
        heading=tuple(_unsigned(carried(line), new) for line in body.heading),
        plan_heading=tuple(_unsigned(carried(line), new) for line in body.plan_heading),
        bases=tuple(map(carried, body.bases)),
        to_read=(*body.to_read, Section.BASES.value) if body.bases else body.to_read,
    )


def words_for_year(text: str, old: int, new: int) -> str:
    """``text`` with the years of a plan for ``old`` carried over to ``new``: those of the plan itself, of the year
    before and the one after; deadlines of the plan's year go with it."""
    found = reword(text, _whole(old), _whole(new))
    words = found.text
    for place in reversed(found.places):
        if not place.is_replaced and not place.was.lower().startswith(_OF_A_YEAR):
            words = words[: place.start] + place.was.replace(str(old), str(new)) + words[place.end :]
    return words


def _whole(year: int) -> ReportingPeriod:
    return ReportingPeriod(year, Every.YEARLY)


def _part(part: BodyPart, old: int, new: int) -> BodyPart:
    after = map_part(part, lambda text: words_for_year(text, old, new))
    names_year = _ANY_YEAR.search(words_of(part)) is not None
    return replace(after, to_read=True) if names_year and isinstance(after, BodyParagraph) else after


def _unsigned(line: str, year: int) -> str:
    """A line of a heading without the number and the day of the document that it was, to be signed in ``year``."""
    return _DAY.sub(f"ngày     tháng     năm {year}", _NUMBER.sub(r"\1    ", line))
