"""Tells the program's own Vietnamese sentences from everything else on standard error."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

TEXTS = Path(__file__).resolve().parent.parent / "resources" / "texts"
_VALUE = re.compile(r"\{[^{}]*\}")
_LEAST_LETTERS = 12
"""A text with fewer letters of its own ("{file}: {sentence}") would let anything through."""


def sentences(folder: Path = TEXTS) -> list[str]:
    """One regular expression for each line of each sentence in ``folder`` that says enough to be known again."""
    texts = [tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.toml"))]
    lines = [line for area in texts for value in area.values() for line in str(value).splitlines()]
    return [_pattern(line) for line in lines if len(_VALUE.sub("", line)) >= _LEAST_LETTERS]


def _pattern(line: str) -> str:
    return ".+".join(re.escape(part) for part in _VALUE.split(line.strip()))


def foreign_lines(errors: str, known: Iterable[str]) -> list[str]:
    """The lines of ``errors`` that are no sentence of ``known``; empty lines count as nothing."""
    every = re.compile("|".join(known))
    return [line for line in errors.splitlines() if line.strip() and not every.fullmatch(line.strip())]
