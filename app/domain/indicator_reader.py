"""Indicators in the sentences of a plan: the words around each amount say what is measured."""

import re
from collections.abc import Iterator

from app.domain.indicator import PERCENT, Indicator
from app.domain.indicator_grammar import Amount, amounts
from app.domain.text import nfc, with_marks

_SENTENCE_END = re.compile(r"(?<=[.!?…])(?<!\bTP\.)(?<!\bTX\.)\s+")
_CLAUSE_START = re.compile(r";|:(?=\s)")
_AIMS = (
    r"phấn đấu|bảo đảm|đảm bảo|duy trì|nâng cao|đưa|là|phải|để|tiếp tục|tập trung|triển khai|cho|trong đó|trong số đó"
    r"|và|mục tiêu|chỉ tiêu|đến (?:hết )?năm \d{4}|năm \d{4}|hằng năm|hàng năm|cả"
    r"|trong (?:\d+ tháng (?:đầu|cuối) )?năm(?: \d{4})?|[:,–-]"
)
_LEADING_AIMS = re.compile(rf"^(?:(?:{_AIMS}|thực hiện)(?!\w)\s*)+")
_TRAILING_AIMS = re.compile(rf"(?:(?<!\w)(?:{_AIMS}|đạt|(?:đạt |với |có )?tỷ lệ)\s*)+$")
_MEASURE = re.compile(r"(?<!\w)(?<!trên )(?<!với )(?:tỷ lệ|tỉ lệ|mức độ(?! \d)|tổng số|số lượng)(?!\w)")
_POSTFIX = re.compile(
    r"\W*(?:(?:trên |so với )(?:tổng )?số(?! hóa)(?!\w)|trên tổng|so với|vào |tại |trong |theo |để |$)"
)
_NUMBER_OF = re.compile(r"(?:tổng )?số (?!hóa(?!\w))")
_ASIDE = re.compile(
    r",? (?:để (?:đảm bảo|bảo đảm|đạt|người|phục vụ)|nhằm|góp phần)(?!\w)"
    r"|, (?:bảo đảm|đảm bảo|khắc phục|đặc biệt|mà|trong đó|trong số đó)(?!\w)"
)
_WHOLE = re.compile(r"(?:trên|so với|/)\s*((?:tổng )?số(?! hóa)\s.+?)(?= đạt(?!\w)|[,;.]|$)")
_PREDICATE = re.compile(
    r"(?<!khi )(?<!\w)(?:được|có|không|thực hiện|hài lòng|đáp ứng|đạt|phải|sử dụng|kết nối|cung cấp|thu|phê duyệt"
    r"|triển khai)(?!\w)"
)
_ONWARD = re.compile(r"\s+t?r?ở lên$")
_CHANGE = re.compile(r"(?:giảm|tăng)(?: thêm)?$")
_PERIOD = re.compile(
    r"(?:\d+ tháng (?:đầu|cuối)(?: năm)?(?: \d{4})?|quý [ivx\d]+(?:[/ ](?:năm )?\d{4})?|năm \d{4}"
    r"|(?:hằng|hàng|mỗi|/) ?(?:năm|quý|tháng|tuần))(?!\w)"
)
_EACH = re.compile(r"(?:mỗi |hằng |hàng |một |trong )?(?:năm|quý|tháng|tuần)")
_PAST = re.compile(r"đã đạt|đạt được|hiện nay|hiện tại|năm trước|cùng kỳ|so với năm")
_DIGIT = re.compile(r"[0-9]")
_LONGEST = 5_000
"""Letters of the longest sentence that is read: none of a plan comes near, and time stays bounded."""
_SHORT_VERB = 4
_FEWEST_WORDS = 2

Pieces = list[slice | str]
"""Parts of a sentence, and words between them."""


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
    if len(sentence) > _LONGEST or not _DIGIT.search(sentence):
        return ()
    sentence = nfc(sentence).strip()
    lowered = with_marks(sentence)
    period = _PERIOD.search(lowered)
    said = period and sentence[period.start() : period.end()].strip(" /")
    found = (
        _indicator(sentence, lowered, amount, start, end, said)
        for start, end, amount in _spans(lowered)
        if not _PAST.search(lowered, start, amount.start)
    )
    return tuple(one for one in found if one is not None)


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


def _indicator(
    sentence: str, lowered: str, amount: Amount, start: int, end: int, period: str | None
) -> Indicator | None:
    lead, tail = _lead(lowered, start, amount.start), _tail(lowered, amount.end, end)
    is_share = amount.unit == PERCENT
    pieces = (_of_share if is_share else _of_count)(lowered, amount, lead, tail)
    measure = _joined(sentence, pieces)
    if not any(letter.isalpha() for letter in measure):
        return None
    whole = _whole(lowered, amount, pieces, tail) if is_share else None
    return Indicator(
        measure=measure[0].upper() + measure[1:],
        comparator=amount.comparator,
        target=amount.target,
        unit=amount.unit,
        source=sentence,
        numerator=measure if whole else None,
        denominator=sentence[whole].strip() if whole else None,
        period=period,
    )


def _joined(sentence: str, pieces: Pieces) -> str:
    """The words of ``pieces``; what opened the sentence is written small where other words now come first."""
    words: list[str] = []
    for piece in pieces:
        text = sentence[piece] if isinstance(piece, slice) else piece
        words.append(text[:1].lower() + text[1:] if words and text[1:2].islower() and piece != pieces[0] else text)
    return " ".join(" ".join(words).split())


def _lead(lowered: str, start: int, end: int) -> slice:
    """The words before an amount, without those that only say that it is an aim."""
    words = lowered[start:end]
    trimmed = _TRAILING_AIMS.sub("", words).rstrip()
    opening = _LEADING_AIMS.match(trimmed.lstrip())
    skipped = len(trimmed) - len(trimmed.lstrip()) + (opening.end() if opening else 0)
    return slice(min(start + skipped, start + len(trimmed)), start + len(trimmed))


def _tail(lowered: str, start: int, end: int) -> slice:
    """The words behind an amount, up to an aside that says what for."""
    aside = _ASIDE.search(lowered, start, end)
    words = lowered[start : aside.start() if aside else end]
    bare = _ONWARD.sub("", words.strip(" .,;:/–-…"))
    place = start + words.find(bare)
    return slice(place, place + len(bare))


def _of_share(lowered: str, amount: Amount, lead: slice, tail: slice) -> Pieces:
    """The measure of a share: "tỷ lệ A đạt 90%" or "90% A được B", with a verb before it perhaps ("số hóa 90% A")."""
    named = [found.start() for found in _MEASURE.finditer(lowered, lead.start, lead.stop)]
    verb = _lead(lowered, lowered.rfind(",", lead.start, amount.start) + 1 or lead.start, amount.start)
    words = lowered[verb].split()
    if lowered[lead] and _is_no_object(lowered[tail], named or len(words) > _SHORT_VERB):
        return [slice(named[-1], lead.stop)] if named else [lead]
    counted = _NUMBER_OF.match(lowered, tail.start, tail.stop)
    counted_from = slice(counted.end() if counted else tail.start, tail.stop)
    if not words or lowered[: amount.start].rstrip().endswith(" và"):
        return [counted_from]
    return [verb, counted_from] if len(words) <= _SHORT_VERB else [verb, "-", counted_from]


def _of_count(lowered: str, amount: Amount, lead: slice, tail: slice) -> Pieces:
    """The measure of a count: "ít nhất 02 cuộc A", "giảm 02 A", or "làm A ít nhất 02 lần"."""
    counted = f"Số {amount.unit}"
    if not lowered[tail] or _POSTFIX.match(lowered, tail.start) or _EACH.fullmatch(lowered, tail.start, tail.stop):
        return [counted, lead]
    change = _CHANGE.search(lowered[lead])
    return [counted, tail, change[0]] if change else [counted, tail]


def _is_no_object(tail: str, measured: object) -> bool:
    """Whether what follows an amount is no thing that has a share, so that the words before it say the measure. "số A"
    may be both: behind a measure it says what the share is of."""
    if len(tail.split()) < _FEWEST_WORDS or _POSTFIX.match(tail):
        return True
    return bool(measured) and _NUMBER_OF.match(tail) is not None


def _whole(lowered: str, amount: Amount, pieces: Pieces, tail: slice) -> slice | None:
    """What a share is a share of, where the words say it."""
    first = pieces[0]
    named = _WHOLE.search(lowered, first.start if isinstance(first, slice) else 0, max(tail.stop, amount.start))
    if named:
        return slice(*named.span(1))
    if amount.between:
        place = lowered.index(amount.between, amount.start)
        return slice(place, place + len(amount.between))
    if len(pieces) > 1:
        return tail
    if isinstance(first, slice) and first.stop <= amount.start:
        return tail if _NUMBER_OF.match(lowered, tail.start, tail.stop) else None
    done = _PREDICATE.search(lowered, tail.start + 1, tail.stop)
    return slice(tail.start, done.start()) if done else None
