"""The words around one amount: which of them name what is measured, and what a share is a share of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.indicator import PERCENT
from app.domain.indicator_grammar import Amount

_AIMS = (
    r"phấn đấu|bảo đảm|đảm bảo|duy trì|nâng cao|đưa|là|phải|để|tiếp tục|tập trung|triển khai|cho|trong đó|trong số đó"
    r"|và|có|mục tiêu|chỉ tiêu|đến (?:hết )?năm \d{4}|năm \d{4}|hằng năm|hàng năm|mỗi năm|cả"
    r"|trong (?:\d+ tháng (?:đầu|cuối) )?năm(?: \d{4})?"
)
_LEADING_AIMS = re.compile(rf"^(?:(?:{_AIMS}|thực hiện)(?!\w)\s*|[:,–-]\s*)+")
_TRAILING_AIMS = re.compile(rf"(?:(?<!\w)(?:{_AIMS}|đạt|(?:đạt |với |có )?tỷ lệ)\s*|[:,(–-]\s*)+$")
_MEASURE = re.compile(r"(?<!\w)(?<!trên )(?<!với )(?:tỷ lệ|tỉ lệ|mức độ(?! \d)|tổng số|số lượng)(?!\w)")
_POSTFIX = re.compile(
    r"\W*(?:(?:trên |so với )(?:tổng )?số(?! hóa)(?!\w)|trên tổng|so với|vào |tại |trong |theo |để |$)"
)
_EACH = re.compile(r"(?:mỗi |hằng |hàng |một |trong )?(?:năm|quý|tháng|tuần)")
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
_COMPARED_WITH = re.compile(r"(?<!\w)so với(?!\w)")
_ONWARD = re.compile(r"\s+t?r?ở lên$")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_CHANGE = re.compile(r"(?:giảm|tăng)(?: thêm)?$")
_REACHED = re.compile(r"(?:(?<!\w)(?:đạt|là)|:)\s*$")
_SCALES = ("điểm", "bậc", "phút", "triệu đồng", "tỷ đồng")
"""Units that nothing is counted in: "chỉ số A đạt 90 điểm"."""
_SHORT_VERB = 4
_FEWEST_WORDS = 2

Pieces = Sequence[slice | str]
"""Parts of a sentence, and words between them."""


@dataclass(frozen=True, slots=True)
class Wording:
    """``amount`` in ``sentence`` and the bounds of the words that belong to it; ``lowered`` is the sentence for the
    patterns (see ``with_marks``). ``said_verb`` is the verb of the amount before, where this one has none of its own:
    "cắt giảm 30% A, 20% B"."""

    sentence: str
    lowered: str
    amount: Amount
    start: int
    end: int
    said_verb: slice | None = None

    @property
    def measure(self) -> str:
        """What is measured, with a capital; "" where no words say it."""
        words: list[str] = []
        for piece in self._pieces:
            text = self.sentence[piece] if isinstance(piece, slice) else piece
            words.append(text[:1].lower() + text[1:] if words and text[1:2].islower() else text)
        joined = " ".join(" ".join(words).split()).replace(" ,", ",")
        return joined[:1].upper() + joined[1:] if any(letter.isalpha() for letter in joined) else ""

    @property
    def whole(self) -> str | None:
        """What a share is a share of; None where it is none or the words do not say."""
        found = self._whole() if self.amount.unit == PERCENT else None
        return self.sentence[found].strip() if found else None

    @property
    def verb(self) -> slice | None:
        """The short verb before a share: "số hóa 90% A"; None where the words before it name a measure, or nothing."""
        own = self._nearest
        words = self.lowered[own].split()
        if not words:
            return self.said_verb
        return None if self._follows_and or len(words) > _SHORT_VERB or self._is_measured_before else own

    @property
    def _nearest(self) -> slice:
        """The words between the last comma and the amount."""
        comma = self.lowered.rfind(",", self.start, self.amount.start)
        return _lead(self.lowered, comma + 1 or self.start, self.amount.start)

    @property
    def _follows_and(self) -> bool:
        """ "A và 90% B": both go on with the same words."""
        return self.lowered[self.start : self.amount.start].rstrip().endswith(" và")

    @property
    def _named(self) -> int | None:
        """Where a "tỷ lệ" begins before the amount."""
        lead = self._lead
        named = [found.start() for found in _MEASURE.finditer(self.lowered, lead.start, lead.stop)]
        return named[-1] if named else None

    @property
    def _lead(self) -> slice:
        return _lead(self.lowered, self.start, self.amount.start)

    @property
    def _tail(self) -> slice:
        return _tail(self.lowered, self.amount.end, self.end)

    @property
    def _pieces(self) -> Pieces:
        return self._of_share() if self.amount.unit == PERCENT else self._of_count()

    def _of_share(self) -> Pieces:
        """ "tỷ lệ A đạt 90%" or "90% A được B", with a verb before it perhaps ("số hóa 90% A")."""
        lead, tail, nearest = self._lead, self._tail, self._nearest
        if self._is_measured_before:
            return [lead if self._named is None else slice(self._named, lead.stop)]
        counted = _NUMBER_OF.match(self.lowered, tail.start, tail.stop)
        things = slice(counted.end() if counted else tail.start, tail.stop)
        if self.verb is not None:
            return [self.verb, things]
        return [nearest, "-", things] if self.lowered[nearest] and not self._follows_and else [things]

    def _of_count(self) -> Pieces:
        """ "ít nhất 02 cuộc A", "giảm 02 A", or "làm A ít nhất 02 lần"."""
        lead, tail = self._lead, self._tail
        if self.amount.unit in _SCALES and self.lowered[lead]:
            return [lead]
        counted = f"Số {self.amount.unit}"
        change = _CHANGE.search(self.lowered[lead])
        than = _COMPARED_WITH.search(self.lowered, tail.start, tail.stop)
        split = than.start() if than else tail.stop
        if change and ((than and split == tail.start) or not self._is_behind(slice(tail.start, split))):
            return [counted, slice(tail.start, split), change[0], slice(split, tail.stop)]
        if self._is_behind(tail):
            return [counted, lead]
        more = "," if self.lowered[self.amount.end : self.amount.end + 1] == "," else ""
        return [counted + more, tail]

    def _is_behind(self, tail: slice) -> bool:
        """Whether ``tail`` says when or where, or nothing, rather than what is counted."""
        is_period = _EACH.fullmatch(self.lowered, tail.start, tail.stop)
        return bool(is_period or _POSTFIX.match(self.lowered, tail.start, tail.stop))

    @property
    def _is_measured_before(self) -> bool:
        """Whether the words before the amount say the measure: what follows is then no thing that has a share. "số A"
        may be both: behind a measure it says what the share is of."""
        tail = self.lowered[self._tail]
        if not self.lowered[self._lead]:
            return False
        if len(tail.split()) < _FEWEST_WORDS or _POSTFIX.match(tail):
            return True
        if self._named is not None and _REACHED.search(self.lowered[: self.amount.start]):
            return True
        is_measure = self._named is not None or len(self.lowered[self._nearest].split()) > _SHORT_VERB
        return is_measure and _NUMBER_OF.match(tail) is not None

    def _whole(self) -> slice | None:
        first, tail = self._pieces[0], self._tail
        start = first.start if isinstance(first, slice) else self.start
        named = _WHOLE.search(self.lowered, start, max(tail.stop, self.amount.start))
        if named:
            return slice(*named.span(1))
        if self.amount.between:
            place = self.lowered.index(self.amount.between, self.amount.start)
            return slice(place, place + len(self.amount.between))
        if len(self._pieces) > 1:
            than = _COMPARED_WITH.search(self.lowered, tail.start, tail.stop)
            return slice(tail.start, than.start()) if than else tail
        if isinstance(first, slice) and first.stop <= self.amount.start:
            return tail if _NUMBER_OF.match(self.lowered, tail.start, tail.stop) else None
        done = _PREDICATE.search(self.lowered, tail.start + 1, tail.stop)
        return slice(tail.start, done.start()) if done else None


def _lead(lowered: str, start: int, end: int) -> slice:
    """The words before an amount, without those that only say that it is an aim."""
    trimmed = _TRAILING_AIMS.sub("", lowered[start:end]).rstrip()
    blanks = len(trimmed) - len(trimmed.lstrip())
    opening = _LEADING_AIMS.match(trimmed[blanks:])
    skipped = blanks + (opening.end() if opening else 0)
    return slice(start + min(skipped, len(trimmed)), start + len(trimmed))


def _tail(lowered: str, start: int, end: int) -> slice:
    """The words behind an amount, up to an aside that says what for."""
    aside = _ASIDE.search(lowered, start, end)
    until = aside.start() if aside else end
    brackets = _BRACKETS.match(lowered, start, until)
    words = lowered[brackets.end() if brackets else start : until]
    bare = _ONWARD.sub("", words.strip(" .,;:/–-…"))
    if bare.count(")") > bare.count("("):
        bare = bare[: bare.rindex(")")].rstrip()
    place = until - len(words) + words.find(bare)
    return slice(place, place + len(bare))
