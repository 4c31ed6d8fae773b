"""Indicators in the note column: "Yêu cầu: thống kê ...; tính tỷ lệ % giữa ... so với ..."."""

import re
from collections.abc import Iterator

from app.domain.indicator import PERCENT, Indicator
from app.domain.indicator_reader import read_indicators, sentences
from app.domain.text import nfc, with_marks

_ASKS = re.compile(r"yêu cầu|thống kê|tính tỷ lệ|tỷ lệ|nêu rõ|báo cáo số|bao nhiêu")
_PARTS = re.compile(r"[\n;]+|(?<=:)\s+|\s+và\s+(?=số )")
_OPENING = re.compile(
    r"^(?:[-+–•*]\s*)?(?:trong đó,?\s*)?(?:yêu cầu\s*:?\s*)?(?:đơn vị\s+)?"
    r"(?:(?:thống kê|báo cáo|phải|nêu rõ|tính|đầy đủ)\s+)*"
)
_SHARE = re.compile(
    r"(?:tỷ lệ|tỉ lệ)\s*%?\s*(?:giữa\s+)?(?P<part>.+?)(?:\s+so với\s+|\s*/\s*|\s+trên\s+(?=tổng))(?P<whole>.+)"
)
_RATIO = re.compile(r"(?P<part>(?:tổng )?số(?! hóa)\s[^/(]{3,}?)\s*/\s*(?P<whole>(?:tổng )?số(?! hóa)\s.+)")
_RATE = re.compile(r"(?:tỷ lệ|tỉ lệ)\s+\S")
_COUNT = re.compile(r"(?:tổng số|số(?! hóa| lượng,)|tất cả|các vấn đề)\s+\S")
_HOW_MANY = re.compile(r"bao nhiêu\s+(?P<unit>[^\W\d_]+)")
_ASIDE = re.compile(r"\s*\([^()]*\)?$|,? (?:nêu rõ|yêu cầu) .*$")


def read_note(note: str) -> tuple[Indicator, ...]:
    """The indicators that a cell of notes asks for: shares and counts to be reported, and amounts to be reached."""
    note = nfc(note)
    if not _ASKS.search(with_marks(note)):
        return ()
    parts = (one for part in _PARTS.split(note) for one in sentences(part))
    return tuple(one for part in parts for one in _of_part(part, with_marks(part)))


def _of_part(part: str, lowered: str) -> Iterator[Indicator]:
    reached = read_indicators(part)
    if reached:
        yield from reached
        return
    opening = _OPENING.match(lowered)
    start = opening.end() if opening else 0
    asked = lowered[start:]
    ratio = _SHARE.match(asked) or _RATIO.match(asked)
    if ratio:
        yield _share(part, start, ratio)
    elif _RATE.match(asked):
        yield Indicator(_named(part[start:]), None, None, PERCENT, part)
    elif _COUNT.match(asked):
        yield Indicator(_named(part[start:]), None, None, "", part)
    elif counted := _HOW_MANY.search(asked):
        yield Indicator(_named(part[start:]), None, None, counted["unit"], part)


def _share(part: str, start: int, ratio: re.Match[str]) -> Indicator:
    above, below = (part[start + ratio.start(name) : start + ratio.end(name)] for name in ("part", "whole"))
    return Indicator(_named(part[start:]), None, None, PERCENT, part, numerator=_bare(above), denominator=_bare(below))


def _named(words: str) -> str:
    bare = _bare(words)
    return bare[:1].upper() + bare[1:]


def _bare(words: str) -> str:
    """``words`` without an aside in brackets at their end and closing signs."""
    return _ASIDE.sub("", words.rstrip(" .,;:")).rstrip(" .,;:")
