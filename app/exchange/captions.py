"""The label and title of an appendix, from the paragraphs above its table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from app.domain.text import fold
from app.exchange.source import SourceParagraph

_LABEL = re.compile(
    r"(?P<kind>phu luc|bieu mau|bieu|bang|mau)\b(?:\s+so)?"
    r"(?P<number>\s*:?\s*(?:\d+[a-z]?|[ivxlc]+)\b)?(?:\s*/\s*[\w-]+)?"
)
_SENTENCE = re.compile(
    r"\b(?:kem theo (?:ke hoach|quyet dinh|bao cao)?\s*nay|neu tai|duoc xac dinh|theo cac phu luc)\b"
)
_ATTACHED = re.compile(r"\(?\s*(?:ban hanh\s+)?(?:dinh\s+)?kem\s+theo\b")
_UNIT = re.compile(r"\(?\s*(?:don vi tinh|dvt)\b")
_CONTINUED = re.compile(r"\(?\s*tiep(?:\s+theo)?\s*\)?")
_FURNITURE = re.compile(r"(?:trang\s*)?[-–]?\s*\d{1,3}(?:\s*/\s*\d{1,3})?\s*[-–]?")
_LONGEST_FURNITURE = 30
_LONGEST_LABEL_LINE = 300
_SEARCHED = 12
_MOST_TITLE_LINES = 4
_STATE_HEADINGS = ("cong hoa xa hoi", "doc lap", "uy ban nhan dan", "ubnd", "so:", "noi nhan")


@dataclass(frozen=True, slots=True)
class Caption:
    """Label ("" where there is none) and title as written. ``continues`` says that it repeats the one before.

    ``lines`` is how many lines above the table it takes, page numbers not counted, and ``loose`` are those of them that
    belong to neither label nor title, such as a sentence below "(Kèm theo ...)".
    """

    label: str
    title: str
    continues: bool = False
    lines: int = field(default=0, compare=False)
    loose: tuple[str, ...] = field(default=(), compare=False)


def is_furniture(text: str) -> bool:
    """A page number left between paragraphs."""
    return len(text) <= _LONGEST_FURNITURE and bool(_FURNITURE.fullmatch(fold(text).strip()))


def is_attached_line(text: str) -> bool:
    """ "(Kèm theo Kế hoạch số … ngày …)"."""
    return bool(_ATTACHED.match(fold(text).strip()))


def is_label_line(text: str) -> bool:
    """Whether ``text`` begins with the label of an appendix, as "Phụ lục số 01: …" does."""
    return _label_of(text) is not None


def caption_of(above: Sequence[SourceParagraph]) -> Caption | None:
    """The caption that ends the paragraphs ``above`` a table, or None where they say nothing about it."""
    lines = [paragraph for paragraph in above if not is_furniture(paragraph.text)]
    start = max(0, len(lines) - _SEARCHED)
    for place in range(len(lines) - 1, start - 1, -1):
        label = _label_of(lines[place].text)
        if label is not None:
            caption = _labelled(label, lines[place].text, [line.text for line in lines[place + 1 :]])
            return replace(caption, lines=len(lines) - place)
    return _untitled(lines)


def _label_of(text: str) -> str | None:
    """The label that ``text`` begins with, or None for a sentence that merely begins with the word."""
    folded = fold(text)
    found = _LABEL.match(folded)
    if found is None or len(text) > _LONGEST_LABEL_LINE or _SENTENCE.search(folded):
        return None
    rest = text[found.end() :]
    if rest and rest[0] not in ":.-–( \n":
        return None
    if found["kind"] != "phu luc" and not found["number"]:
        return None
    return text[: found.end()].strip() if _may_follow(rest.strip(), text, bool(found["number"])) else None


def _may_follow(rest: str, text: str, numbered: bool) -> bool:
    """Whether ``rest`` can stand behind a label as its title rather than go on with a sentence."""
    if not rest or rest[0] in ":.-–(" or text.isupper() or is_attached_line(rest) or _CONTINUED.fullmatch(fold(rest)):
        return True
    return numbered and not rest[0].islower()


def _labelled(label: str, line: str, below: list[str]) -> Caption:
    rest = line[len(label) :].strip()
    continues = bool(_CONTINUED.fullmatch(fold(rest))) if rest else False
    title = "" if continues or is_attached_line(rest) else rest.lstrip(":.-– ").strip()
    lines = [title] if title else []
    attached = next((place for place, text in enumerate(below) if is_attached_line(text)), len(below))
    lines += [text for text in below[:attached] if not _UNIT.match(fold(text))]
    return Caption(label, " ".join(lines), continues, loose=tuple(_loose(below[attached:])))


def _loose(below: Sequence[str]) -> Iterator[str]:
    """The lines below "(Kèm theo ...", which may take several, that are no "Đơn vị tính"."""
    open_brackets = 0
    for place, text in enumerate(below):
        if place and not open_brackets and not _UNIT.match(fold(text)):
            yield text
        open_brackets = max(0, open_brackets + text.count("(") - text.count(")"))


def _untitled(lines: list[SourceParagraph]) -> Caption | None:
    """A title without a label: the centred or capital lines right above the table."""
    title: list[str] = []
    first = len(lines)
    for place, line in reversed(list(enumerate(lines))):
        if is_attached_line(line.text) or _UNIT.match(fold(line.text)):
            continue
        if not _is_title_line(line) or len(title) >= _MOST_TITLE_LINES:
            break
        title.insert(0, line.text)
        first = place
    return Caption("", " ".join(title), lines=len(lines) - first) if title else None


def _is_title_line(line: SourceParagraph) -> bool:
    if fold(line.text).startswith(_STATE_HEADINGS) or len(line.text) > _LONGEST_LABEL_LINE:
        return False
    return line.centered or line.text.isupper()
