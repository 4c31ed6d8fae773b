"""What is wrong in the words of a document: wrong zeros in dates, blanks not filled in, absent appendices."""

import re
from collections.abc import Iterator

from app.domain.body import BodyTable, words_of
from app.domain.format_check import Finding, Part, Place
from app.domain.numerals import roman
from app.domain.official import OfficialDocument, written_day, written_month
from app.domain.text import fold

_DATE = re.compile(r"\bngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})(?!\d)", re.IGNORECASE)
_BEFORE = 30
"""At most so many letters before a blank are said with it."""
_MONTH_ALONE = re.compile(r"(?<!\d )\btháng\s+0(?P<month>[3-9])\s+năm\b", re.IGNORECASE)
_BLANK = re.compile(r"\.{5,}|…\s*/\s*…|…{2,}|_{3,}|\[[^\]\n]{0,60}\]")
_NAMED = re.compile(
    r"\b(?P<kind>phụ\s+lục\s|phụ\s+biểu\s|(?<!phụ )biểu\s+số\s)\s*(?:số\s+)?(?P<number>[IVX]{1,6}|\d{1,2})(?![\w/])",
    re.IGNORECASE,
)
_UNNUMBERED = re.compile(r"\b(?:phụ\s+lục|phụ\s+biểu|biểu\s+số\s+liệu)\s+(?:gửi\s+)?(?:đính\s+)?kèm", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"^[^.;]{0,60}?\b(?:Nghị\s+định|Thông\s+tư|Luật|Công\s+văn|Hướng\s+dẫn|(?:Quyết\s+định|Kế\s+hoạch|Nghị\s+quyết)\s+số)"
)
_ROMANS = {roman(number): number for number in range(1, 40)}
_LABEL_NUMBER = re.compile(r"(?<![\w])(?P<number>[IVX]{1,6}|\d{1,2})(?![\w])")


def texts(document: OfficialDocument) -> Iterator[tuple[Place, str]]:
    """Everything that is read as running text, with its place: title, bases, paragraphs of the body."""
    yield Place(Part.TITLE), document.title
    yield from ((Place(Part.BASES, position), line) for position, line in enumerate(document.bases))
    for position, block in enumerate(document.body):
        if not isinstance(block, BodyTable):
            yield Place(Part.BODY, position), words_of(block)


def within(place: Place, match: re.Match[str]) -> Place:
    """The words of ``match`` in the text at ``place``."""
    return Place(place.part, place.index, match.start(), match.end())


def dates(document: OfficialDocument) -> Iterator[Finding]:
    """Days below 10 and months 1 and 2 have a leading zero, other months none (Phụ lục I, mục 4)."""
    for place, words in texts(document):
        for match in _DATE.finditer(words):
            day, month = int(match["day"]), int(match["month"])
            if (match["day"], match["month"]) != (written_day(day), written_month(month)):
                wanted = f"ngày {written_day(day)} tháng {written_month(month)}"
                yield Finding("format_check.date_zero", within(place, match), {"written": match[0], "wanted": wanted})
        for match in _MONTH_ALONE.finditer(words):
            values = {"written": match[0], "wanted": match[0].replace("0", "", 1)}
            yield Finding("format_check.date_zero", within(place, match), values)


def blanks(document: OfficialDocument) -> Iterator[Finding]:
    """Dots and brackets of a form that nobody has filled in."""
    for place, words in texts(document):
        for match in _BLANK.finditer(words):
            yield Finding("format_check.blank", within(place, match), {"words": _up_to(words, match)})


def _up_to(words: str, match: re.Match[str]) -> str:
    """What was found with the whole words before it."""
    start = max(match.start() - _BEFORE, 0)
    if start and not words[start - 1].isspace():
        start = words.find(" ", start, match.start()) + 1 or match.start()
    return words[start : match.end()].strip()


def appendices(document: OfficialDocument) -> Iterator[Finding]:
    """Appendices named in the text but not there, and some there that the text does not name."""
    held = {(_is_form(label), _number_in(label)) for label in document.appendices}
    for place, words in texts(document):
        for match in _NAMED.finditer(words):
            if (_is_form(match["kind"]), _number(match["number"])) not in held and not _OF_ANOTHER.match(
                words[match.end() :]
            ):
                yield Finding("format_check.appendix_absent", within(place, match), {"appendix": match[0]})
        match_any = _UNNUMBERED.search(words)
        if match_any and not document.appendices and not _OF_ANOTHER.match(words[match_any.end() :]):
            yield Finding("format_check.appendix_absent", within(place, match_any), {"appendix": match_any[0]})
    yield from _unnamed(document)


def _unnamed(document: OfficialDocument) -> Iterator[Finding]:
    everything = "\n".join(words for _, words in texts(document))
    if not document.appendices or _UNNUMBERED.search(everything):
        return
    named = {_number(match["number"]) for match in _NAMED.finditer(everything)}
    for position, label in enumerate(document.appendices):
        if _number_in(label) not in named and label.casefold() not in everything.casefold():
            yield Finding("format_check.appendix_unnamed", Place(Part.APPENDICES, position), {"appendix": label})


def _is_form(label: str) -> bool:
    """Whether ``label`` names a form ("Biểu số 1"), which is numbered apart from appendices ("Phụ lục I")."""
    return fold(label).startswith("bieu")


def _number_in(label: str) -> int | None:
    """The number of a label: 1 of "Phụ lục số 01" and of "Phụ lục I"; None where it has none."""
    found = _LABEL_NUMBER.search(label)
    return _number(found["number"]) if found else None


def _number(numeral: str) -> int | None:
    return int(numeral) if numeral.isdigit() else _ROMANS.get(numeral.upper())
