"""The grammar of amounts in a sentence: "từ 98% trở lên", "ít nhất 02 cuộc", and how each is compared.

Patterns look at the sentence in lower case with its tones in one place (``with_marks``), so that places stay the same.
To teach it a new unit or a new way to compare, add the words to the lists below.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.domain.indicator import PERCENT, Comparator

_COMPARED = {
    Comparator.AT_MOST: "tối đa|nhiều nhất|không vượt quá|không quá|không vượt|không cao hơn|không lớn hơn|≤|<=",
    Comparator.LESS: "dưới|thấp hơn|nhỏ hơn|ít hơn|<",
    Comparator.MORE: "trên|cao hơn|lớn hơn|nhiều hơn|hơn|vượt|>",
    Comparator.AT_LEAST: "tối thiểu|ít nhất|không dưới|không thấp hơn|không ít hơn|lớn hơn hoặc bằng|từ|≥|>=",
}
"""Words before an amount, the stronger ones first: "đạt từ trên 98%" is more than 98."""
_EQUAL = "đúng|bằng|=|đủ|khoảng"
_UNITS = (
    "cuộc|lần|lượt|đợt|buổi|lớp|hội nghị|hồ sơ|văn bản|thủ tục hành chính|thủ tục|tthc|tin bài|tin|bài|chuyên mục"
    "|chuyên đề|chuyên trang|mô hình|sáng kiến|giải pháp|biên chế|người|cán bộ|công chức|viên chức|đơn vị|cơ quan"
    "|phòng|dịch vụ công|dịch vụ|điểm|bậc|phút|thôn|tổ dân phố|hộ|doanh nghiệp|học viên|triệu đồng|tỷ đồng|kỳ|video"
    "|phóng sự"
)
_NUMBER = r"(?:\d{1,3}(?:\.\d{3})+(?!\d)|\d+)(?:,\d+)?"
_WORDS = "|".join((*(word for words in _COMPARED.values() for word in words.split("|")), *_EQUAL.split("|")))
_WORD = "|".join(re.escape(word) for word in sorted(_WORDS.split("|"), key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?P<words>(?:(?<!\w)(?:{_WORD})\s*)*)(?<![\w/.,-])(?<![\w/] -)"
    rf"(?P<first>{_NUMBER})(?:\s*%?\s*(?:-|–|đến)\s*(?P<last>{_NUMBER}))?\s*(?P<unit>%|(?:{_UNITS})(?!\w))"
    r"(?:(?P<between>(?:[ ][^\W\d_]+){0,6}?)[ ](?P<onward>t?r?ở lên|trở xuống))?"
)
_ASKED = re.compile(
    r"(?<!\w)(?:giảm|tăng|tăng thêm|giảm thêm|đạt|phấn đấu|tổ chức|mở|đăng|đăng tải|phát sóng|tinh giản|cắt giảm)\s*$"
)
_NEAR = 20
_ONE_WORD = re.compile(_WORD)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount from place ``start`` to ``end`` of a sentence; ``between`` is what stands in "từ 80% hồ sơ trở lên"."""

    target: Decimal
    unit: str
    comparator: Comparator
    start: int
    end: int
    between: str = ""


def amounts(lowered: str) -> Iterator[Amount]:
    """The amounts in ``lowered`` (see ``with_marks``) that a plan may aim at. Percentages always are; other numbers
    where a word compares them or a verb asks for them, so that dates, document numbers and levels are not."""
    for found in _AMOUNT.finditer(lowered):
        is_percent = found["unit"] == PERCENT
        is_asked = bool(found["words"] or found["onward"]) or _ASKED.search(
            lowered[max(0, found.start() - _NEAR) : found.start()]
        )
        if is_percent or is_asked:
            between = (found["between"] or "").strip()
            target = number_of(found["first"])
            yield Amount(target, found["unit"], _comparator(found), found.start(), found.end(), between)


def number_of(text: str) -> Decimal:
    """The value of a number by Vietnamese convention: "25.898" is 25898, "99,10" is 99.10."""
    return Decimal(text.replace(".", "").replace(",", "."))


def _comparator(found: re.Match[str]) -> Comparator:
    if found["onward"]:
        return Comparator.AT_MOST if found["onward"].endswith("xuống") else Comparator.AT_LEAST
    said = [word[0] for word in _ONE_WORD.finditer(found["words"])]
    for comparator, words in _COMPARED.items():
        if any(word in words.split("|") for word in said):
            return comparator
    return Comparator.AT_LEAST if found["last"] else Comparator.EQUAL
