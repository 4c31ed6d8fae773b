"""A text as it is typed: lines of runs, each line a paragraph of the level it begins with, and tables between them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.domain.body import BodyParagraph, BodyPart, BodyTable, Level, Run, words_of
from app.domain.body_levels import ordinal_of
from app.domain.text import nfc

Line = Sequence[Run]


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A line of an editor. ``before`` is the paragraph that it showed at first, whose level and mark it keeps as long
    as they fit; None for a new line."""

    runs: Line
    before: BodyParagraph | None = None


def paragraphs_of(lines: Iterable[Line]) -> tuple[BodyParagraph, ...]:
    """A paragraph for each line that says anything; neighbouring runs of one look are joined."""
    made = (paragraph_of(TypedLine(line)) for line in lines)
    return tuple(paragraph for paragraph in made if paragraph is not None)


def paragraph_of(line: TypedLine) -> BodyParagraph | None:
    """The paragraph that ``line`` is; None where it says nothing. Once its words are others than before, they count
    as read."""
    runs = _joined(line.runs)
    words = "".join(run.text for run in runs)
    if not words.strip():
        return None
    level = level_of(words)
    if line.before is None:
        return BodyParagraph(runs, level)
    was = words_of(line.before)
    kept = line.before.level if level_of(was) is level else level
    return BodyParagraph(runs, kept, line.before.to_read and words == was)


def level_of(words: str) -> Level:
    """The level by the ordinal that ``words`` begin with."""
    return ordinal_of(words.lstrip())[0]


def with_runs(paragraph: BodyParagraph, runs: tuple[Run, ...]) -> BodyParagraph:
    """``paragraph`` with other words; its level follows where its ordinal has changed."""
    after = replace(paragraph, runs=runs)
    was, now = level_of(words_of(paragraph)), level_of(words_of(after))
    return after if was is now else replace(after, level=now)


def without_marks(parts: Iterable[BodyPart]) -> tuple[BodyPart, ...]:
    """``parts`` as somebody has read them."""
    return tuple(part if isinstance(part, BodyTable) else replace(part, to_read=False) for part in parts)


def is_to_read(part: BodyPart) -> bool:
    """Whether nobody has read ``part`` since it came from a template or another year."""
    return isinstance(part, BodyParagraph) and part.to_read


def _joined(line: Line) -> tuple[Run, ...]:
    joined: list[Run] = []
    for run in line:
        words = nfc(run.text.replace("\u2028", "\n").replace("\ufffc", ""))
        if joined and (joined[-1].bold, joined[-1].italic) == (run.bold, run.italic):
            joined[-1] = Run(joined[-1].text + words, run.bold, run.italic)
        elif words:
            joined.append(Run(words, run.bold, run.italic))
    return tuple(joined)
