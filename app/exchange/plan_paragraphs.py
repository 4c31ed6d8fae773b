"""Drawn lines as the paragraphs of a body: which lines belong together, and what each paragraph is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from statistics import median

from app.domain.body import BodyParagraph, BodyPart, BodyTable, Level, Run, words_of
from app.domain.body_levels import ordinal_of
from app.exchange.source import SourceParagraph

Line = SourceParagraph | BodyTable

_STARTS = re.compile(
    r"QUYẾT ĐỊNH\s*:?$|Nơi nhận\b|Kính gửi\b|(?:Phần|Chương|Mục)\s+[IVXLC\d]+\b"
    r"|[1-9]\d? [A-ZĐ]\w+ \w"
)
BASIS = re.compile(r"Căn cứ\b|Theo đề nghị\b|Xét đề nghị\b|Xét Tờ trình\b")
"""How a legal basis begins."""
_PAUSES = (".", ";", ":", "!", "?")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_FEWEST_WRAPS = 3
_FEW_LONGER = 0.2
_NEARLY_FULL = 0.9
_LONGEST_DRAWN = 160


def full_line(lines: Iterable[Line]) -> int | None:
    """How long a line is when it fills the page, in letters; None where lines are not broken by hand, as Word breaks
    them itself. A text taken from PDF has a paragraph for each line."""
    wraps: list[int] = []
    longer = 0
    above = ""
    for line in lines:
        text = line.text if isinstance(line, SourceParagraph) else ""
        if text[:1].islower() and above and not above.endswith(_PAUSES) and ordinal_of(text)[0] is Level.PLAIN:
            wraps.append(len(above))
        longer += len(text) > _LONGEST_DRAWN
        above = text
    if len(wraps) < _FEWEST_WRAPS or longer > _FEW_LONGER * len(wraps):
        return None
    return int(median(wraps) * _NEARLY_FULL)


def paragraphs(lines: Sequence[Line], full: int | None) -> Iterator[BodyPart]:
    """``lines`` as paragraphs and tables; ``full`` is what ``full_line`` says of the whole document."""
    open_lines: list[SourceParagraph] = []
    for line in lines:
        if isinstance(line, SourceParagraph) and open_lines and _goes_on(open_lines, line, full):
            open_lines.append(line)
            continue
        if open_lines:
            yield _paragraph(open_lines)
        open_lines = [line] if isinstance(line, SourceParagraph) else []
        if isinstance(line, BodyTable):
            yield line
    if open_lines:
        yield _paragraph(open_lines)


def _goes_on(paragraph: Sequence[SourceParagraph], line: SourceParagraph, full: int | None) -> bool:
    """Whether ``line`` is more of ``paragraph``, as far as that is read."""
    above = paragraph[-1]
    if line.boxed or above.boxed or line.centered or above.centered or _starts_anew(line.text):
        return False
    if BASIS.match(paragraph[0].text):
        return not above.text.endswith((";", "."))
    if line.text[:1].islower():
        return not above.text.endswith(_PAUSES) or above.text.endswith(("..", ";"))
    if above.shown.isupper():
        return _YEAR.fullmatch(line.text) is not None or line.shown.isupper() and _fills(above, line, full)
    closed = (":", "./.") if line.text[:1].isdigit() else (";", ":", "./.")
    return not above.text.endswith(closed) and _fills(above, line, full)


def _fills(above: SourceParagraph, line: SourceParagraph, full: int | None) -> bool:
    """Whether the first word of ``line`` had no room behind ``above``."""
    if full is None or len(above.text) > _LONGEST_DRAWN:
        return False
    return len(above.text) + len(line.text.split(" ", 1)[0]) + 1 > full


def _starts_anew(text: str) -> bool:
    return bool(BASIS.match(text) or _STARTS.match(text)) or ordinal_of(text)[0] is not Level.PLAIN


def _paragraph(lines: Sequence[SourceParagraph]) -> BodyParagraph:
    paragraph = BodyParagraph(_joined(lines), Level.PLAIN)
    level = ordinal_of(words_of(paragraph))[0]
    if level is Level.PLAIN and lines[0].centered:
        level = Level.HEADING
    return BodyParagraph(paragraph.runs, level)


def _joined(lines: Sequence[SourceParagraph]) -> tuple[Run, ...]:
    pieces: list[Run] = []
    for line in lines:
        for place, run in enumerate(line.runs or (Run(line.text, line.bold),)):
            between = " " if place == 0 and pieces and not _is_split_word(pieces[-1].text) else ""
            pieces.append(Run(between + run.text, run.bold, run.italic))
    looks = groupby(pieces, lambda run: (run.bold, run.italic))
    return tuple(Run("".join(run.text for run in alike), *look) for look, alike in looks)


def _is_split_word(text: str) -> bool:
    """ "Nghị định số 1/NĐ-", whose rest stands on the next line."""
    return text.endswith("-") and text[-2:-1].isalnum()
