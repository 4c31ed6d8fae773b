"""The text of a plan taken apart for editing: căn cứ, decision, the plan's own text, recipients, signer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from app.domain.body import Body, BodyParagraph, BodyPart, BodyTable, Level, Run, words_of
from app.domain.body_text import is_to_read, level_of, without_marks
from app.domain.text import clean_line, nfc


class Section(StrEnum):
    """One stretch of a plan's text, as ``Body`` keeps it."""

    BASES = "bases"
    DECISION = "decision"
    PARTS = "parts"
    AFTER = "after"
    FOOTNOTES = "footnotes"
    RECIPIENTS = "recipients"
    SIGNER_TITLES = "signer_titles"
    SIGNER_NAME = "signer_name"


_RICH = (Section.DECISION, Section.PARTS, Section.AFTER)
_ALWAYS = (Section.BASES, Section.PARTS, Section.RECIPIENTS, Section.SIGNER_TITLES, Section.SIGNER_NAME)
"""What every plan has, also while it is empty."""
_LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True)
class TextSection:
    """A section with its words; lines of a list are paragraphs too."""

    section: Section
    parts: tuple[BodyPart, ...]

    @property
    def is_rich(self) -> bool:
        """Whether it holds numbered paragraphs and tables, and not a list of lines."""
        return self.section in _RICH

    @property
    def to_read(self) -> int:
        """How many of its paragraphs nobody has read again."""
        return sum(map(is_to_read, self.parts))


def sections_of(body: Body) -> tuple[TextSection, ...]:
    """The sections of ``body`` in the order of the paper; those that only some plans have, where they have them."""
    found = (TextSection(section, _parts_of(body, section)) for section in Section)
    return tuple(one for one in found if one.parts or one.section in _ALWAYS)


def _parts_of(body: Body, section: Section) -> tuple[BodyPart, ...]:
    value = getattr(body, section) or ()
    if section in _RICH:
        return tuple(value)
    lines = (value,) if isinstance(value, str) else value
    marked = section in body.to_read
    return tuple(BodyParagraph((Run(line),), level_of(line), marked) for line in lines)


def with_section(body: Body, section: Section, parts: Sequence[BodyPart]) -> Body:
    """``body`` with other words in one section."""
    if section in _RICH:
        return _with(body, {section.value: tuple(parts)})
    lines = tuple(clean_line(words_of(part)) for part in parts if words_of(part).strip())
    value: object = (" ".join(lines) or None) if section is Section.SIGNER_NAME else lines
    marks = tuple(one for one in body.to_read if one != section or any(map(is_to_read, parts)))
    return _with(body, {section.value: value, "to_read": marks})


def _with(body: Body, changed: dict[str, Any]) -> Body:
    return replace(body, **changed)


def mark_read(body: Body, section: Section | None = None) -> Body:
    """``body`` with one section, or all of it, counted as read."""
    wanted = [section] if section is not None else list(Section)
    for one in wanted:
        body = with_section(body, one, without_marks(_parts_of(body, one)))
    return body


def is_empty(body: Body | None) -> bool:
    """Whether a plan has no text of its own yet."""
    return body is None or not (body.parts or body.decision or body.bases or body.after)


@dataclass(frozen=True, slots=True)
class Heading:
    """A title within a section: its words, the position of its paragraph, and how deep it stands (0: a part)."""

    words: str
    index: int
    depth: int


def headings_of(section: TextSection) -> tuple[Heading, ...]:
    """The titles of a section in their order; none of a list of lines."""
    if not section.is_rich:
        return ()
    return tuple(
        Heading(clean_line(words_of(part)), index, 0 if part.level in (Level.PART, Level.HEADING) else 1)
        for index, part in enumerate(section.parts)
        if isinstance(part, BodyParagraph) and _is_heading(part)
    )


def _is_heading(part: BodyParagraph) -> bool:
    words = words_of(part).strip()
    if len(words) > _LONGEST_HEADING:
        return False
    is_title = part.level in (Level.ITEM, Level.ARTICLE) and not words.endswith((".", ";", ":", ","))
    return part.level in (Level.PART, Level.HEADING) or is_title


def map_texts(body: Body, change: Callable[[str], str]) -> Body:
    """``body`` with every text of it (runs, cells, lines) changed by ``change``."""
    rich = {one.value: tuple(map_part(part, change) for part in getattr(body, one)) for one in _RICH}
    lines = ("heading", "plan_heading", "bases", "recipients", "signer_titles", "footnotes")
    listed = {name: tuple(nfc(change(line)) for line in getattr(body, name)) for name in lines}
    return _with(body, {**rich, **listed})


def map_part(part: BodyPart, change: Callable[[str], str]) -> BodyPart:
    """``part`` with its texts changed by ``change``."""
    if isinstance(part, BodyTable):
        return replace(part, rows=tuple(tuple(change(cell) for cell in row) for row in part.rows))
    return replace(part, runs=tuple(replace(run, text=change(run.text)) for run in part.runs))
