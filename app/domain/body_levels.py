"""What a paragraph is, by the ordinal it begins with."""

import re

from app.domain.body import Level

_LEVELS = (
    (Level.ARTICLE, re.compile(r"Điều\s+\d+[a-z]?\s*[.:]")),
    (Level.PART, re.compile(r"[IVX]{1,6}\s*(?:[.)]\s*|/\s+)(?=\S)")),
    (Level.ITEM, re.compile(r"\d{1,2}(?:\.\d{1,2})+\.?(?=\s|$)|\d{1,2}\s*[.)/](?!\d)")),
    (Level.POINT, re.compile(r"[a-zđ]{1,2}\d?(?:\.\d{1,2})*\s*[).](?=\s|[A-ZĐ])")),
    (Level.DASH, re.compile(r"[-–−+•*](?!\s*\d{4}\b)\s*(?=\S)")),
)


def ordinal_of(text: str) -> tuple[Level, str]:
    """The level that ``text`` begins with and its ordinal as written; PLAIN and "" where it has none."""
    for level, pattern in _LEVELS:
        found = pattern.match(text)
        if found:
            return level, found[0].strip()
    return Level.PLAIN, ""
