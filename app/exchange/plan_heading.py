"""The lines above the text of a document: bodies, motto, number, place and date, kind and title."""

import re
from collections.abc import Sequence

from app.domain.body import Level
from app.domain.body_levels import ordinal_of
from app.domain.text import fold
from app.exchange.plan_info import KINDS, PLACE_DATE, is_body_name, is_state_line, office_names, title_lines

_SYMBOL = re.compile(r"Số\s*:?\s*\d*\s*/|V/v\b")
_UNPLACED_DATE = re.compile(r"ngày\b.{0,24}\btháng\b.{0,12}\bnăm\b[\s.…]*\d{0,4}", re.I)
_ABOUT = re.compile(r"(?:(?:V/v|về việc)\s+)?ban hành\b|V/v\b|về việc\b", re.I)
_DECISION = re.compile(r"QUYẾT ĐỊNH\s*:$")

_MOST_LINES = 60
_MOST_BRACKET_LINES = 3


def heading_end(texts: Sequence[str], start: int, end: int) -> int:
    """The place after the heading whose lines begin at ``start``; ``start`` itself where none stands there."""
    titled = False
    place = start
    end = min(end, start + _MOST_LINES)
    while place < end:
        text = texts[place]
        if not titled and (text in KINDS or place == start and _ABOUT.match(text)):
            titled = True
            below = place + (text in KINDS)
            place = max(place + 1, below + len(title_lines(texts[below:end])))
        elif _is_heading_line(text) or _in_brackets(texts[max(start, place - _MOST_BRACKET_LINES) : place], text):
            place += 1
        else:
            break
    return place


def heading_start(texts: Sequence[str], named: int, first: int) -> int:
    """The place where the heading begins that names the kind of document at ``named``: bodies and the motto above
    belong to it, down to ``first`` at most."""
    while named > first and (is_state_line(texts[named - 1]) or _names_body(texts[named - 1])):
        named -= 1
    return named


def superior_body(heading: Sequence[str]) -> str | None:
    """The body above the issuing one: of two names at the top of the heading, the first."""
    names = office_names(heading)
    return names[0] if len(names) > 1 else None


def _names_body(text: str) -> bool:
    return text.isupper() and is_body_name(text)


def _in_brackets(above: Sequence[str], text: str) -> bool:
    """Whether ``text`` goes on with a "(Ban hành kèm theo ..." that the lines ``above`` leave open."""
    words = " ".join(above)
    return words.rfind("(") > words.rfind(")") and ordinal_of(text)[0] is Level.PLAIN


def _is_heading_line(text: str) -> bool:
    if not text or _DECISION.match(text) or ordinal_of(text)[0] is not Level.PLAIN:
        return False
    dated = PLACE_DATE.fullmatch(text) or _UNPLACED_DATE.fullmatch(text)
    if text.isupper() or is_state_line(text) or _SYMBOL.match(text) or dated:
        return not fold(text).startswith(("noi nhan", "phu luc"))
    return text.startswith("(") and "kem theo" in fold(text)
