"""Finding words in the pages of the help, with or without marks."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from app.domain.help_page import HelpPage, lines_of
from app.domain.text import fold, with_marks

_LONGEST = 160


class Hit(NamedTuple):
    """A page that holds the words: ``sentence`` is the line around them; ``places`` where the words stand in it, as
    start and end."""

    topic: str
    title: str
    sentence: str
    places: tuple[tuple[int, int], ...]


def find_in_help(pages: Iterable[HelpPage], words: str) -> list[Hit]:
    """The pages that hold every one of ``words`` in title or text, best first: words in the title, then words side by
    side, then those spelled with the same marks, then the order of the pages. The last word may be typed in part.
    Nothing for fewer than two letters."""
    wanted = _patterns(words)
    if len("".join(words.split())) < 2:
        return []
    found = [(_rank(page, words), _hit(page, wanted)) for page in pages if _holds(page, wanted)]
    found.sort(key=lambda pair: pair[0])
    return [hit for _, hit in found]


def _patterns(words: str) -> list[re.Pattern[str]]:
    """One for each word; the last one also finds longer words, unless a blank ends it."""
    *whole, last = fold(words).split() or [""]
    ends = r"(?!\w)" if words[-1:].isspace() else ""
    found = [re.compile(rf"(?<!\w){re.escape(word)}(?!\w)") for word in whole]
    return [*found, re.compile(rf"(?<!\w){re.escape(last)}{ends}")]


def _holds(page: HelpPage, wanted: list[re.Pattern[str]]) -> bool:
    everything = " ".join((fold(page.title), *map(fold, _lines(page))))
    return all(word.search(everything) for word in wanted)


def _rank(page: HelpPage, words: str) -> tuple[bool, bool, bool]:
    """Smaller is better: not in the title, not side by side, not with the marks."""
    folded, marked = " ".join(fold(words).split()), " ".join(with_marks(words).split())
    lines = [page.title, *_lines(page)]
    return (
        folded not in fold(page.title),
        not any(folded in fold(line) for line in lines),
        not any(marked in with_marks(line) for line in lines),
    )


def _hit(page: HelpPage, wanted: list[re.Pattern[str]]) -> Hit:
    """The line with the most of the words, the words near each other counting for more."""
    lines = list(_lines(page)) or [page.title]
    best = max(lines, key=lambda line: _score(fold(line), wanted))
    first = min((found.start() for word in wanted if (found := word.search(fold(best)))), default=0)
    sentence = _shortened(best, first)
    return Hit(page.topic, page.title, sentence, tuple(_places(fold(sentence), wanted)))


def _score(line: str, wanted: list[re.Pattern[str]]) -> int:
    phrase = re.search(r"\W+".join(word.pattern for word in wanted), line)
    return sum(word.search(line) is not None for word in wanted) + (len(wanted) if phrase else 0)


def _shortened(line: str, place: int) -> str:
    """``line`` cut between words to about 160 letters around ``place``."""
    if len(line) <= _LONGEST:
        return line
    start = 0 if place < _LONGEST * 2 // 3 else line.rfind(" ", 0, place - _LONGEST // 2) + 1
    end = len(line) if len(line) - start <= _LONGEST else line.rfind(" ", 0, start + _LONGEST)
    return f"{'… ' if start else ''}{line[start:end]}{' …' if end < len(line) else ''}"


def _places(line: str, wanted: list[re.Pattern[str]]) -> Iterator[tuple[int, int]]:
    """Where the words stand, from left to right, none over another."""
    end = 0
    for start, stop in sorted(found.span() for word in wanted for found in word.finditer(line)):
        if start >= end:
            yield start, stop
            end = stop


def _lines(page: HelpPage) -> Iterator[str]:
    return (line for block in page.blocks for line in lines_of(block))
