"""A page of the help: headings, paragraphs, steps, notes, tables and pictures, read from a small part of Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.text import nfc

_SPAN = re.compile(r"\*\*(?P<name>[^*]+)\*\*|`(?P<key>[^`]+)`|\[(?P<words>[^]]+)\]\((?P<topic>[a-z0-9-]+)\)")
_PICTURE = re.compile(r"!\[(?P<caption>[^]]*)\]\((?P<name>[a-z0-9-]+)\)")
_ITEM = re.compile(r"(?P<mark>-|\d+\.) (?P<words>.+)")
_RULE = re.compile(r"[|\s:-]+")


class Span(NamedTuple):
    """A stretch of words: plain, the name of something on the screen, a key, or a link to the page ``topic``."""

    words: str
    is_name: bool = False
    is_key: bool = False
    topic: str = ""


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a page."""

    words: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a list: ``mark`` is "-" or the number of a step, "1."."""

    mark: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Note:
    """Something to keep in mind, set apart from the text."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the screen by its name, without the end of the file's name."""

    name: str
    caption: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of a table, all of the same number of cells; the first may be a heading."""

    rows: tuple[tuple[Spans, ...], ...]
    is_headed: bool = False


Block = Heading | Words | Item | Note | Picture | Grid


@dataclass(frozen=True, slots=True)
class HelpPage:
    """What the help says of one topic."""

    topic: str
    title: str
    blocks: tuple[Block, ...]


def parse_page(topic: str, source: str) -> HelpPage:
    """The page that ``source`` spells: "# Title" first, then "## " headings, paragraphs, "- " and "1. " lists, "> "
    notes, "| a | b |" tables (a line "|---|---|" below a heading), "![caption](name)" pictures, parted by empty
    lines; inside, **names on the screen**, `keys` and [links](topic). Raises ValueError where the title is missing."""
    first, *rest = nfc(source).strip().split("\n")
    if not first.startswith("# "):
        raise ValueError(f"{topic}: no title")
    return HelpPage(topic, first.removeprefix("# ").strip(), tuple(_blocks(rest)))


def spans_of(words: str) -> Spans:
    """``words`` taken apart into names, keys, links and what stands between them."""
    found: list[Span] = []
    end = 0
    for match in _SPAN.finditer(words):
        if match.start() > end:
            found.append(Span(words[end : match.start()]))
        found.append(_span(match))
        end = match.end()
    if end < len(words):
        found.append(Span(words[end:]))
    return tuple(found)


def plain_words(spans: Spans) -> str:
    """The words of ``spans`` alone."""
    return "".join(span.words for span in spans)


def spans_in(block: Block) -> Spans:
    """All stretches of words of a block that has any; none of a heading or a picture."""
    match block:
        case Words(spans) | Note(spans) | Item(_, spans):
            return spans
        case Grid(rows, _):
            return tuple(span for row in rows for cell in row for span in cell)
        case _:
            return ()


def lines_of(block: Block) -> Iterator[str]:
    """The words of a block as lines to be searched."""
    match block:
        case Heading(words):
            yield words
        case Picture(_, caption):
            yield caption
        case Grid(rows, _):
            yield from (": ".join(plain_words(cell) for cell in row if cell) for row in rows)
        case _:
            yield plain_words(spans_in(block))


def _span(match: re.Match[str]) -> Span:
    if match["name"]:
        return Span(match["name"], is_name=True)
    if match["key"]:
        return Span(match["key"], is_key=True)
    return Span(match["words"], topic=match["topic"])


def _blocks(lines: list[str]) -> Iterator[Block]:
    """Each run of lines without an empty one between them."""
    for paragraph in "\n".join(lines).split("\n\n"):
        given = [line.strip() for line in paragraph.strip().split("\n") if line.strip()]
        if given:
            yield from _paragraph(given)


def _paragraph(lines: list[str]) -> Iterator[Block]:
    first = lines[0]
    if first.startswith("## "):
        yield Heading(first.removeprefix("## "))
        if lines[1:]:
            yield from _paragraph(lines[1:])
    elif first.startswith("|"):
        is_headed = len(lines) > 1 and _RULE.fullmatch(lines[1]) is not None
        yield Grid(tuple(_row(line) for line in lines if not _RULE.fullmatch(line)), is_headed)
    elif picture := _PICTURE.fullmatch(" ".join(lines)):
        yield Picture(picture["name"], picture["caption"])
    elif _ITEM.fullmatch(first):
        yield from _items(lines)
    elif first.startswith("> "):
        yield Note(spans_of(" ".join(line.removeprefix("> ") for line in lines)))
    else:
        yield Words(spans_of(" ".join(lines)))


def _items(lines: list[str]) -> Iterator[Item]:
    """One for each mark; a line without a mark goes on with the item above it."""
    joined: list[str] = []
    for line in lines:
        if _ITEM.fullmatch(line):
            joined.append(line)
        else:
            joined[-1] = f"{joined[-1]} {line}"
    for line in joined:
        mark, words = line.split(" ", 1)
        yield Item(mark, spans_of(words))


def _row(line: str) -> tuple[Spans, ...]:
    return tuple(spans_of(cell.strip()) for cell in line.strip("|").split("|"))
