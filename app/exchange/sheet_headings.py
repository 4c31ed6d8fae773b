"""Heading rows of tables in a sheet, where nothing but their words tells them from other rows."""

import re
from collections.abc import Sequence

from app.domain.text import fold

_ORDINAL = re.compile(r"(?:so )?(?:tt|stt|thu tu)$")
_WORDS = re.compile(
    r"\b(?:noi dung|nhiem vu|cong viec|hoat dong|muc tieu|chi tieu|san pham|ket qua|chu tri|phoi hop|phu trach"
    r"|(?:co quan|don vi|bo phan|cong chuc) (?:thuc hien|tham muu)|thoi gian|thoi han|tien do|han hoan thanh"
    r"|ghi chu|kinh phi|nguon luc)\b"
)
_LONGEST = 80


def is_heading_row(texts: Sequence[str]) -> bool:
    """Whether ``texts``, the filled cells of a row from left to right, are the headings of a plan's table."""
    if len(texts) < 2 or any(len(text) > _LONGEST for text in texts):
        return False
    folded = [" ".join(fold(text).split()) for text in texts]
    known = sum(1 for text in folded if _WORDS.search(text))
    if any(_ORDINAL.match(text) for text in folded[:2]):
        return known >= 1
    return known >= 3 and known * 4 >= len(texts) * 3 and not any(char.isdigit() for char in folded[0][:1])
