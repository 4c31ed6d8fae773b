"""Indicators in the sentences of a plan: the words around each amount say what is measured."""

import re
from collections.abc import Iterator

from app.domain.indicator import PERCENT, Indicator
from app.domain.indicator_grammar import Amount, amounts
from app.domain.indicator_words import Wording
from app.domain.text import nfc, with_marks

_SENTENCE_END = re.compile(r"(?<=[.!?…])(?<!\bTP\.)(?<!\bTX\.)\s+")
_CLAUSE_START = re.compile(r";|:(?=\s+[^\W\d])")
_PERIOD = re.compile(
    r"(?:\d+ tháng (?:đầu|cuối)(?: năm)?(?: \d{4})?|quý [ivx\d]+(?:[/ ](?:năm )?\d{4})?|năm \d{4}"
    r"|(?:hằng|hàng|mỗi|/) ?(?:năm|quý|tháng|tuần))(?!\w)"
)
_PAST = re.compile(r"đã đạt|đạt được|hiện nay|hiện tại|năm trước|cùng kỳ|so với năm")
_COUNTS = re.compile(r"[0-9]\s*%|(?<![/0-9.,])[0-9]{1,3}(?:\.[0-9]{3})*(?:,[0-9]+)?\s+[^\W\d]")
"""A number with something behind that it may count: most numbers of a plan are dates and numbers of documents."""
_LONGEST = 5_000
"""Letters of the longest sentence that is read: none of a plan comes near, and time stays bounded."""


def sentences(text: str) -> list[str]:
    """The sentences of ``text``, each stripped."""
    found: list[str] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        following = text[end.end() : end.end() + 1]
        if following.isupper() or following.isdigit():
            found.append(text[start : end.start()])
            start = end.end()
    return [one for one in map(str.strip, (*found, text[start:])) if one]


def read_indicators(sentence: str) -> tuple[Indicator, ...]:
    """The indicators that ``sentence`` sets targets for, in order; none where it holds no amount to be reached.

    Every text is taken: what cannot be told from the words is left open, for the clerk to decide.
    """
    if len(sentence) > _LONGEST or not _COUNTS.search(sentence):
        return ()
    sentence = nfc(sentence).strip()
    lowered = with_marks(sentence)
    period = _PERIOD.search(lowered)
    said = period and sentence[period.start() : period.end()].strip(" /")
    found: list[Indicator] = []
    before: Wording | None = None
    for start, end, amount in _spans(lowered):
        verb = before.verb if before and before.end == start else None
        wording = Wording(sentence, lowered, amount, start, end, verb)
        before = wording if amount.unit == PERCENT else None
        if wording.measure and not _PAST.search(lowered, start, amount.start):
            found.append(_indicator(wording, said))
    return tuple(found)


def _spans(lowered: str) -> Iterator[tuple[int, int, Amount]]:
    """Each amount with the bounds of the words that belong to it: its clause, and of several in one clause each from
    the comma before it on."""
    found = list(amounts(lowered))
    for place, amount in enumerate(found):
        start, end = _clause(lowered, amount)
        if place and found[place - 1].end > start:
            start = _parting(lowered, found[place - 1], amount)
        if place + 1 < len(found) and found[place + 1].start < end:
            end = _parting(lowered, amount, found[place + 1])
        yield start, max(end, amount.end), amount


def _clause(lowered: str, amount: Amount) -> tuple[int, int]:
    starts = [end.end() for end in _CLAUSE_START.finditer(lowered, 0, amount.start)]
    after = lowered.find(";", amount.end)
    return starts[-1] if starts else 0, len(lowered) if after < 0 else after


def _parting(lowered: str, first: Amount, second: Amount) -> int:
    comma = lowered.find(",", first.end, second.start)
    return first.end if comma < 0 else comma + 1


def _indicator(wording: Wording, period: str | None) -> Indicator:
    measure, whole, amount = wording.measure, wording.whole, wording.amount
    return Indicator(
        measure=measure,
        comparator=amount.comparator,
        target=amount.target,
        unit=amount.unit,
        source=wording.sentence,
        numerator=measure if whole else None,
        denominator=whole,
        period=period,
    )
