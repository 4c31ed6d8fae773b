"""Text pasted from Word: the blanks that stand in for tabs and the signs of its lists become plain words."""

import re
from collections.abc import Iterable
from dataclasses import replace

from app.domain.body import BodyParagraph, BodyPart, BodyTable, Run, words_of
from app.domain.body_text import level_of

_BLANKS = re.compile(r"[^\S\n]+")
_AROUND_BREAK = re.compile(r" *\n *")
_BULLET = re.compile(r"^\s*(?:[·•§▪■●○◦‣⁃➢✓✔]\s*|[oüØqv](?=\s{2})\s+|[-–—*+]\s+)(?=\S)")
"""A sign of a list in front of its words: bullets, and the letters that stand for them in fonts of signs, which Word
sets off with several blanks."""


def tidied(parts: Iterable[BodyPart]) -> tuple[BodyPart, ...]:
    """``parts`` with single blanks, none at the ends, and every sign of a list as "- "; what says nothing is left
    out."""
    made = (_table(part) if isinstance(part, BodyTable) else _paragraph(part) for part in parts)
    return tuple(part for part in made if words_of(part).strip())


def _table(table: BodyTable) -> BodyTable:
    return replace(table, rows=tuple(tuple(_plain(cell).strip() for cell in row) for row in table.rows))


def _paragraph(paragraph: BodyParagraph) -> BodyParagraph:
    runs = _with_dash(paragraph.runs)
    runs = tuple(replace(run, text=_plain(run.text)) for run in runs)
    runs = _stripped(runs)
    return replace(paragraph, runs=runs, level=level_of("".join(run.text for run in runs)))


def _with_dash(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    if not runs:
        return runs
    words = "".join(run.text for run in runs)
    found = _BULLET.match(words)
    if found is None:
        return runs
    return (replace(runs[0], text="- "), *_without_first(runs, found.end()))


def _without_first(runs: tuple[Run, ...], count: int) -> tuple[Run, ...]:
    """``runs`` without their first ``count`` letters."""
    kept: list[Run] = []
    for run in runs:
        kept.append(replace(run, text=run.text[count:]))
        count = max(count - len(run.text), 0)
    return tuple(run for run in kept if run.text)


def _plain(words: str) -> str:
    return _AROUND_BREAK.sub("\n", _BLANKS.sub(" ", words))


def _stripped(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """``runs`` without blanks and line breaks at either end, and without two blanks where they meet."""
    kept: list[Run] = []
    for run in runs:
        words = run.text.lstrip() if not kept or kept[-1].text.endswith((" ", "\n")) else run.text
        if words and kept and (kept[-1].bold, kept[-1].italic) == (run.bold, run.italic):
            kept[-1] = replace(run, text=kept[-1].text + words)
        elif words:
            kept.append(replace(run, text=words))
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kept:
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
    return tuple(kept)
