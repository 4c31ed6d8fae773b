"""The log of changes as a document: one table, the newest line first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.documents.layout import layout
from app.documents.log_words import change_words, step_words, thing_words, when_words, who_words
from app.documents.model import Block, Document, Paragraph, Section, Style, Table, TableCell
from app.domain.dates import date_text
from app.domain.log_filter import LogFilter
from app.domain.numbers import whole_text
from app.domain.staff import LogLine
from app.texts import text

_COLUMNS = ("number", "when", "who", "step", "thing", "plan", "old", "new")
_SHARES = (5, 10, 11, 13, 13, 12, 18, 18)
"""Of the width of the paper, in per cent."""
_CENTERED = 2
"""So many columns at the left are centered."""


@dataclass(frozen=True, slots=True)
class LogContent:
    """What is to be listed: ``lines`` of ``count`` that ``wanted`` lets through, the titles of plans by id, when it
    was read, and the paper."""

    lines: Sequence[LogLine]
    count: int
    wanted: LogFilter
    titles: Mapping[int, str]
    at: datetime
    paper: str = "A4"


def log_document(content: LogContent) -> Document:
    """The list. That it holds no lines, or not all there are, is said above the table."""
    title = text("log.title")
    blocks: list[Block] = [
        Paragraph(title.upper(), Style.APPENDIX_TITLE),
        *(Paragraph(words, Style.ATTACHED_TO) for words in _above(content)),
        _table(content),
    ]
    return Document(title, (Section(title, tuple(blocks), paper=content.paper),))


def plan_words(plan_id: int | None, titles: Mapping[int, str]) -> str:
    """A plan's title; that it is gone where it has none."""
    if plan_id is None:
        return ""
    return titles.get(plan_id) or text("log.plan_gone", number=plan_id)


def filter_words(wanted: LogFilter, titles: Mapping[int, str]) -> str:
    """What the log is narrowed to, "" where every line is wanted."""
    said = []
    if wanted.since is not None:
        said.append(text("log.said_since", day=date_text(wanted.since)))
    if wanted.until is not None:
        said.append(text("log.said_until", day=date_text(wanted.until)))
    if wanted.who is not None:
        said.append(text("log.said_who", who=who_words(wanted.who)))
    if wanted.plan_id is not None:
        said.append(text("log.said_plan", plan=plan_words(wanted.plan_id, titles)))
    if wanted.topic is not None:
        said.append(text(f"log.topic_{wanted.topic}"))
    if wanted.folded:
        said.append(text("log.said_words", words=" ".join(wanted.words.split())))
    return "; ".join(said)


def _above(content: LogContent) -> list[str]:
    shown, count = whole_text(len(content.lines)), whole_text(content.count)
    when = f"{date_text(content.at.date())} {content.at:%H:%M}"
    key = "log.printed_all" if len(content.lines) >= content.count else "log.printed_some"
    narrowed = filter_words(content.wanted, content.titles)
    return [*([narrowed] if narrowed else []), text(key, shown=shown, count=count, when=when)]


def _table(content: LogContent) -> Table:
    width = layout().page(content.paper, landscape=True).printable_width
    heading = tuple(TableCell(text(f"log.column_{name}"), Style.TABLE_HEADING, centered=True) for name in _COLUMNS)
    rows = tuple(_row(number, line, content.titles) for number, line in enumerate(content.lines, 1))
    return Table(tuple(width * share / 100 for share in _SHARES), heading, rows)


def _row(number: int, line: LogLine, titles: Mapping[int, str]) -> tuple[TableCell, ...]:
    words = (
        str(number),
        when_words(line),
        who_words(line.who),
        step_words(line),
        thing_words(line),
        plan_words(line.plan_id, titles),
        *change_words(line),
    )
    return tuple(TableCell(said, centered=place < _CENTERED) for place, said in enumerate(words))
