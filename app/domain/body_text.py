"""The text of a report's part as it is typed: lines of runs, each line a paragraph of the level it begins with."""

from collections.abc import Iterable, Sequence

from app.domain.body import BodyParagraph, Level, Run
from app.domain.body_levels import ordinal_of
from app.domain.text import nfc

Line = Sequence[Run]


def paragraphs_of(lines: Iterable[Line]) -> tuple[BodyParagraph, ...]:
    """A paragraph for each line that says anything; neighbouring runs of one look are joined."""
    joined = (_joined(line) for line in lines)
    return tuple(BodyParagraph(runs, _level(runs)) for runs in joined if "".join(run.text for run in runs).strip())


def _level(runs: Sequence[Run]) -> Level:
    return ordinal_of("".join(run.text for run in runs).lstrip())[0]


def _joined(line: Line) -> tuple[Run, ...]:
    joined: list[Run] = []
    for run in line:
        words = nfc(run.text.replace("\u2028", "\n").replace("\ufffc", ""))
        if joined and (joined[-1].bold, joined[-1].italic) == (run.bold, run.italic):
            joined[-1] = Run(joined[-1].text + words, run.bold, run.italic)
        elif words:
            joined.append(Run(words, run.bold, run.italic))
    return tuple(joined)
