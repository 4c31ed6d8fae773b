"""Words looked for in a text, and others put in their place."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.domain.body import BodyPart, BodyTable, Run, words_of
from app.domain.body_text import with_runs
from app.domain.text import fold, nfc, with_marks

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for, whatever its capitals. Typed without marks it is found with any marks, unless ``marks`` asks
    for those that were typed."""

    words: str
    marks: bool = False


def spans(text: str, sought: Sought) -> list[Span]:
    """Where ``sought`` stands in ``text`` (NFC), from left to right, without overlaps."""
    bare = fold(sought.words)
    exact = sought.marks or with_marks(sought.words) != bare
    words = with_marks(sought.words) if exact else bare
    return list(_found(with_marks(text) if exact else fold(text), words)) if words.strip() else []


def _found(text: str, words: str) -> Iterator[Span]:
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + len(words))


def count_in(parts: Iterable[BodyPart], sought: Sought) -> int:
    """How often ``sought`` stands in ``parts``."""
    return sum(len(spans(text, sought)) for part in parts for text in texts_of(part))


def texts_of(part: BodyPart) -> Iterator[str]:
    """The texts of ``part`` that are searched one by one: a paragraph, or each cell of a table."""
    if isinstance(part, BodyTable):
        yield from (cell for row in part.rows for cell in row)
    else:
        yield words_of(part)


def replaced(parts: Iterable[BodyPart], sought: Sought, by: str) -> tuple[BodyPart, ...]:
    """``parts`` with ``by`` wherever ``sought`` stands, in the look of the first letter it replaces."""
    return tuple(_replaced(part, sought, nfc(by)) for part in parts)


def _replaced(part: BodyPart, sought: Sought, by: str) -> BodyPart:
    if isinstance(part, BodyTable):
        return replace(part, rows=tuple(tuple(replaced_text(cell, sought, by) for cell in row) for row in part.rows))
    runs = part.runs
    for span in reversed(spans(words_of(part), sought)):
        runs = tuple(_with_span(runs, span, by))
    return part if runs is part.runs else with_runs(part, runs)


def replaced_text(text: str, sought: Sought, by: str) -> str:
    """``text`` with ``by`` wherever ``sought`` stands."""
    for start, end in reversed(spans(text, sought)):
        text = text[:start] + by + text[end:]
    return text


def _with_span(runs: Iterable[Run], span: Span, by: str) -> Iterator[Run]:
    start, end = span
    at = 0
    for run in runs:
        first, last = max(start - at, 0), min(max(end - at, 0), len(run.text))
        put = by if at <= start < at + len(run.text) else ""
        text = run.text[:first] + put + run.text[last:] if first < last else run.text
        if text:
            yield replace(run, text=text)
        at += len(run.text)
