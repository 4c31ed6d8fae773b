"""Vietnamese text: one spelling on every way in, a form to search by and an order to sort by. NFC throughout."""

import re
import unicodedata

SortKey = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]

_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_ORDER = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ORDER)}
_AFTER_LETTERS = 0x110000
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_TOKENS = re.compile(r"\d+|\D")
_MOST_DIGITS = 4_000
"""Python turns no more digits than 4,300 into a number."""


def nfc(text: str) -> str:
    """``text`` with every letter and its marks in one character, as all stored text is."""
    return unicodedata.normalize("NFC", text)


class _Dropped(dict[int, int | None]):
    """A translation that leaves out control and formatting characters, remembering each answer."""

    def __missing__(self, code: int) -> int | None:
        keep = unicodedata.category(chr(code)) not in ("Cc", "Cf", "Cs") or code == 10
        self[code] = code if keep else None
        return self[code]


class _Folded(dict[int, str]):
    """A translation of one NFC character to its letter without marks, in lower case; "" for a loose mark."""

    def __missing__(self, code: int) -> str:
        letters = unicodedata.normalize("NFD", chr(code).lower())
        bare = "".join(c for c in letters if not unicodedata.combining(c)).replace("đ", "d")
        self[code] = " " if bare.isspace() else bare
        return self[code]


_DROPPED = _Dropped({9: 32})
_FOLDED = _Folded()


def clean_cell(text: str) -> str:
    """``text`` as a cell holds it: NFC, lines parted by "\\n" and stripped, each run of blanks one space, no control
    characters, no empty lines at either end. No-break spaces count as blanks."""
    lines = _BLANKS.sub(" ", nfc(_LINE_ENDS.sub("\n", text).translate(_DROPPED))).split("\n")
    return "\n".join(line.strip() for line in lines).strip("\n")


def clean_line(text: str) -> str:
    """``text`` cleaned like a cell and brought onto one line: for titles, labels, headings, section texts."""
    return " ".join(clean_cell(text).split())


def fold(text: str) -> str:
    """``text`` as search compares it: no marks, đ as d, lower case, line ends as spaces ("Đổi mới" -> "doi moi").

    Character by character, so that positions stay those of the NFC text.
    """
    return nfc(text).translate(_FOLDED)


_OLD_TONES = "oà oả oã oá oạ oè oẻ oẽ oé oẹ uỳ uỷ uỹ uý uỵ"
_NEW_TONES = "òa ỏa õa óa ọa òe ỏe õe óe ọe ùy ủy ũy úy ụy"
_TONE_PLACES = dict(zip(_OLD_TONES.split(), _NEW_TONES.split(), strict=True))
_OLD_TONE = re.compile("|".join(_TONE_PLACES))


def with_marks(text: str) -> str:
    """``text`` as an exact match compares it: lower case with marks, old and new tone placement (hoá, hóa) alike.
    Positions stay those of the NFC text."""
    lowered = "".join(low if len(low := c.lower()) == 1 else c for c in nfc(text)).replace("\n", " ")
    return _OLD_TONE.sub(lambda match: _TONE_PLACES[match[0]], lowered)


def _letter(char: str) -> tuple[int, int]:
    """Rank and tone of one lower-case NFC character."""
    parts = unicodedata.normalize("NFD", char)
    tone = next((_TONES[part] for part in parts if part in _TONES), 0)
    base = nfc("".join(part for part in parts if part not in _TONES))
    if base in _RANK:
        return _AFTER_LETTERS + _RANK[base], tone
    return ord(base[0]) if base else 0, tone


def sort_key(text: str) -> SortKey:
    """Order of ``text`` among others: a ă â b c d đ ..., then tone (ngang huyền hỏi ngã sắc nặng), then case; digits
    by value, so that 1.2 comes before 1.10."""
    primary: list[tuple[int, int]] = []
    tones: list[int] = []
    for token in _TOKENS.findall(nfc(text).lower()):
        rank, tone = (int(token[:_MOST_DIGITS]), 0) if token.isdecimal() else _letter(token)
        primary.append((0 if token.isdecimal() else 1, rank))
        tones.append(tone)
    return tuple(primary), tuple(tones), text.swapcase()
