"""What a file or a pasted table offers, in words: what would be entered, what of it is doubtful, what is left out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.statistics_form import rows_by_code
from app.exchange.figures_file import FileRead
from app.exchange.figures_import import FigureImport, UnmatchedFigure
from app.exchange.lines_import import ImportedLine
from app.services.figure_entry import Entry, entry_of_readings
from app.services.figures import FiguresBoard, FormFigures
from app.texts import text
from ui.pages.figures_commands import Taking
from ui.widgets.figures_words import doubt_words


@dataclass(frozen=True, slots=True)
class Offer:
    """What is to be taken, and the sentences about it."""

    taking: Taking
    taken: Sequence[str]
    doubtful: Sequence[str]
    untaken: Sequence[str]


def offer_of(read: FileRead, board: FiguresBoard) -> Offer:
    """What the figures of a file become in the forms of ``board``."""
    views = {one.form.key: one for one in board.forms}
    found = [(views[one.form.key], one) for one in read.imports]
    entries = [(view, _entry(view, one)) for view, one in found]
    lines = [(views[key], imported) for key, imported in read.lines.items()]
    new = [(view, [one.line for one in imported]) for view, imported in lines]
    changed = [(view, one) for view, one in new if one != [shown.line for shown in view.lines]]
    taken = [_taken(one, entry) for (_, one), (_, entry) in zip(found, entries, strict=True) if entry.figures]
    taken += [text("figures_page.import_lines", form=view.form.key, lines=len(one)) for view, one in changed]
    doubtful = [words for (view, entry) in entries for words in _doubtful(view, entry)]
    doubtful += [words for view, imported in lines for words in _doubtful_lines(view, imported)]
    untaken = [_untaken(one) for one in read.unmatched]
    untaken += [words for (_, one), (_, entry) in zip(found, entries, strict=True) for words in _refused(one, entry)]
    return Offer(Taking(entries, changed), taken, doubtful, untaken)


def _entry(view: FormFigures, found: FigureImport) -> Entry:
    return entry_of_readings(view.form, view.entered, {one.code: one.reading for one in found.matched}, view.known)


def _taken(found: FigureImport, entry: Entry) -> str:
    changed = sum(one.code in entry.figures for one in found.matched)
    return text("figures_page.import_form", form=found.form.key, matched=len(found.matched), changed=changed)


def _doubtful(view: FormFigures, entry: Entry) -> Iterator[str]:
    for code, doubts in entry.doubts.items():
        for reason in doubt_words(doubts):
            yield text("figures_page.doubtful_line", form=view.form.key, code=code, reason=reason)


def _doubtful_lines(view: FormFigures, lines: Sequence[ImportedLine]) -> Iterator[str]:
    for one in lines:
        for code, reading in one.readings.items():
            place = f"{one.line.name} ({code})"
            for reason in doubt_words(reading.doubts):
                yield text("figures_page.doubtful_line", form=view.form.key, code=place, reason=reason)


def _untaken(one: UnmatchedFigure) -> str:
    return text("figures_page.untaken_line", code=one.code, label=one.label, typed=one.typed, reason=text(one.key))


def _refused(found: FigureImport, entry: Entry) -> Iterator[str]:
    rows, typed = rows_by_code(found.form), {one.code: one.typed for one in found.matched}
    for code, key in entry.refused.items():
        yield text("figures_page.untaken_line", code=code, label=rows[code].label, typed=typed[code], reason=text(key))
