"""What a column's heading means, by its words; the words are data in ``resources/import/headings.json``."""

import json
import re
from functools import cache
from pathlib import Path

from app.domain.plan import Role
from app.domain.text import fold
from app.paths import RESOURCES

_LEADING_NUMBER = re.compile(r"^\(?\d+\)?\s*[-.:)]?\s*")
_NOT_WORDS = re.compile(r"[^a-z0-9]+")
_PARTS = re.compile(r"[/,;()\n]|\bva\b")
_LONGEST = 120
_BESIDE_LEAD = (Role.LEAD, Role.COORDINATION)


@cache
def _synonyms() -> tuple[tuple[str, Role], ...]:
    """Every known wording and its role, longer wordings first."""
    content = json.loads(Path(RESOURCES / "import" / "headings.json").read_text(encoding="utf-8"))
    pairs = [(words, Role(role)) for role, wordings in content.items() if role != "about" for words in wordings]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@cache
def role_of(heading: str) -> Role:
    """The role of the column headed ``heading``: an exact wording, else the longest known wording in it that stands
    as words of its own; ``Role.OTHER`` where none does."""
    if len(heading) > _LONGEST:
        return Role.OTHER
    folded = _LEADING_NUMBER.sub("", fold(heading).strip())
    whole = _words(folded)
    exact = dict(_synonyms())
    if whole in exact:
        return exact[whole]
    first = next((_words(part) for part in _PARTS.split(folded) if _words(part)), "")
    if first in exact and exact[first] not in _BESIDE_LEAD:
        return exact[first]
    held = ((words, role) for words, role in _synonyms() if role is not Role.ORDINAL and f" {words} " in f" {whole} ")
    return next((role for _, role in held), Role.OTHER)


def _words(text: str) -> str:
    return _NOT_WORDS.sub(" ", text).strip()
