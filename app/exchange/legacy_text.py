"""Text typed in fonts from before Unicode (TCVN3, VNI) made Unicode, by the font and never by guessing."""

import re
from functools import cache
from pathlib import Path

from app.paths import RESOURCES

_TABLE = Path(RESOURCES / "import" / "legacy-charmap.tsv")
_SOFT_HYPHEN = "\u00ad"
_UNICODE_ONLY = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]")
# "ươ" before "ng", "c", "u" is frequent and "ơ" alone there is no Vietnamese syllable; nor is a word without a vowel.
_WITHOUT_U = re.compile(r"[ơờớởỡợ](?:ng|c|u)|\b(?:nh|th)\b(?!\.)|\b(?:[nct]h|tr|[đdbhlstvx])ng\b", re.I)
_TCVN3_MARKS = re.compile("[A-Za-z][µ¸¶·¹¨»¾¼½Æ©®«¬]|[®¬\u00ad][µ¸¶·¹¨©«¬A-Za-zÊËÌÐÒÕÓÖßãâäåèæçéêíëìîïóñôõøöùúýûüþ]")


def convert(text: str, font: str) -> tuple[str, bool]:
    """``text`` as Unicode when ``font`` is a TCVN3 (".Vn...") or VNI ("VNI-...") font, else unchanged.

    The second value is True when a TCVN3 text seems to have lost its "ư", whose code other programs drop. Text that
    holds letters only Unicode has is left alone, so that nothing is ever converted twice.
    """
    name = font.strip().casefold()
    if not is_legacy_font(font) or _UNICODE_ONLY.search(text):
        return text, False
    if name.startswith("vni-"):
        return _vni(text), False
    return _tcvn3(text, capitals=name.endswith("h"))


def is_legacy_font(font: str) -> bool:
    """Whether text in ``font`` is coded in TCVN3 or VNI."""
    return font.strip().casefold().startswith((".vn", "vni-"))


def looks_legacy(text: str) -> bool:
    """Whether ``text``, whose font is unknown, reads like unconverted TCVN3: only good for a warning."""
    return not _UNICODE_ONLY.search(text) and len(_TCVN3_MARKS.findall(text)) >= 2


def _tcvn3(text: str, capitals: bool) -> tuple[str, bool]:
    converted = text.translate(_tcvn3_table())
    lost = _SOFT_HYPHEN not in text and bool(_WITHOUT_U.search(converted))
    return (converted.upper() if capitals else converted), lost


def _vni(text: str) -> str:
    table, pattern = _vni_table()
    return pattern.sub(lambda match: table[match.group()], text)


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple((letter, tcvn3, vni) for letter, tcvn3, vni in rows)


@cache
def _tcvn3_table() -> dict[int, str]:
    return {ord(code): letter for letter, code, _ in _rows() if code}


@cache
def _vni_table() -> tuple[dict[str, str], re.Pattern[str]]:
    table = {code: letter for letter, _, code in _rows()}
    # A capital is often followed by the mark in its lower-case form.
    table |= {code[0] + code[1].lower(): letter for letter, _, code in _rows() if len(code) == 2 and letter.isupper()}
    codes = sorted(table, key=len, reverse=True)
    return table, re.compile("|".join(map(re.escape, codes)))
