"""Sentences of a draft that the register has overtaken: it says the same by now with other numbers."""

import re
from collections.abc import Sequence

_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_BEFORE, _AFTER = 4, 2
"""Words shown around the numbers that differ."""


def overtaken(lines: Sequence[str], offers: Sequence[str]) -> list[tuple[int, str]]:
    """Which of ``lines`` (by position) an offer of the register says with other numbers, and that offer. Lines that
    stand as they are offered, and those written by a person, are none."""
    unused = [offer for offer in offers if offer not in lines]
    found: list[tuple[int, str]] = []
    for position, line in enumerate(lines):
        same = None if line in offers else next((one for one in unused if _shape(one) == _shape(line)), None)
        if same is not None:
            unused.remove(same)
            found.append((position, same))
    return found


def what_differs(then: str, now: str) -> tuple[str, str]:
    """The words of both around the numbers in which they differ: ("đã hoàn thành 11/49 nhiệm vụ", "đã ... 12/49 ...").
    Both must differ in numbers alone."""
    old, new = then.split(), now.split()
    places = [position for position, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
    start, end = max(places[0] - _BEFORE, 0), places[-1] + _AFTER + 1
    return _part(old, start, end), _part(new, start, end)


def _shape(words: str) -> str:
    return _NUMBER.sub("#", words)


def _part(words: Sequence[str], start: int, end: int) -> str:
    before, after = "… " if start else "", " …" if end < len(words) else ""
    return f"{before}{' '.join(words[start:end]).rstrip(',;.')}{after}"
