"""A line of a deadline cell as words, blind to the faults of typing: case, tone placement, blanks."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")

_VARIANTS = (("hàng", "hằng"), ("kì", "kỳ"), ("quí", "quý"), ("q", "quý"))
_DASHES = {"–": "-", "—": "-", "−": "-", "•": "-", "·": "-"}

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Token:
    """A number, a word or one punctuation mark; ``key`` is what the grammar compares, ``start`` and ``end`` its place
    in the line."""

    key: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def word_key(word: str) -> str:
    """``word`` in lower case with its tone moved to the end, so that "Qúy" is "quý" and "hoà" is "hòa"."""
    key = _tone_last(word)
    return _SPELLINGS.get(key, key)


def _tone_last(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.casefold())
    tones = "".join(letter for letter in letters if letter in _TONES)
    rest = "".join(letter for letter in letters if letter not in _TONES)
    return unicodedata.normalize("NFC", rest) + tones


def phrase(words: str) -> Keys:
    """The keys of the words of ``words``, for comparison with tokens."""
    return tuple(word_key(word) for word in words.split())


def tokens_of(line: str) -> tuple[Token, ...]:
    """The tokens of ``line`` in order; blanks of every kind separate and vanish."""
    return tuple(Token(word_key(m.group()), m.start(), m.end()) for m in _TOKEN.finditer(line))


_SPELLINGS = _DASHES | {_tone_last(variant): _tone_last(usual) for variant, usual in _VARIANTS}
