"""What a person does to figures: type, paste, import, remove lines; each one step that can be undone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.reporting_period import ReportingPeriod
from app.domain.statistics_form import Figure, FormLine, Shape
from app.ports import Work
from app.services.figure_entry import Entry, entry_of
from app.services.figure_lines import Cell as LineCell
from app.services.figure_lines import change_lines, remove_lines, words_codes, write_lines
from app.services.figures import FormFigures
from app.services.stored_figures import enter_figures
from app.texts import text
from ui.operations import Operations
from ui.widgets.figures_words import doubt_words

RowKey = tuple[str, str, int, str]
"""Period, form, line (0 in a form of rows) and row code."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Sentences about what was typed; they hold as long as ``figure`` stands there."""

    sentences: tuple[str, ...]
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class Taking:
    """What is to be entered in forms of rows, and the lines to be put in place of those of forms of columns."""

    entries: Sequence[tuple[FormFigures, Entry]]
    lines: Sequence[tuple[FormFigures, Sequence[FormLine]]] = ()


class FiguresCommands(QObject):
    """Writes figures and keeps what was doubtful about them. ``untaken`` tells that nothing was written of what was
    typed, so that the table shows again what is stored."""

    untaken = Signal()

    def __init__(self, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._operations = operations
        self._remarks: dict[RowKey, Remark] = {}

    def sentences(self, period: ReportingPeriod, view: FormFigures) -> dict[LineCell, tuple[str, ...]]:
        """What was doubtful about the figures that stand in a form, by line (0 in a form of rows) and row code."""
        own = {(key[2], key[3]): one for key, one in self._remarks.items() if key[:2] == (period.code, view.form.key)}
        lines = [one.line.figures for one in view.lines] if view.form.shape is Shape.COLUMNS else [view.entered]
        there = {(line, code): figure for line, figures in enumerate(lines) for code, figure in figures.items()}
        return {place: one.sentences for place, one in own.items() if one.figure == there.get(place)}

    def type_rows(self, period: ReportingPeriod, view: FormFigures, typed: Mapping[str, str]) -> None:
        """Enter typed words by row code."""
        entry = entry_of(view.form, view.entered, typed, view.known)
        label = text("figures_page.undo_one", code=next(iter(typed)), form=view.form.key)
        if len(typed) > 1:
            label = text("figures_page.undo_several", count=len(typed), form=view.form.key)
        self.take(period, Taking([(view, entry)]), label)

    def take(self, period: ReportingPeriod, taking: Taking, label: str) -> None:
        """Enter figures in several forms, all in one step."""
        for view, entry in taking.entries:
            for code in entry.figures.keys() | entry.doubts.keys():
                self._note((period.code, view.form.key, 0, code), entry, code, view.entered.get(code))
        if taking.lines or any(entry.figures for _, entry in taking.entries):
            self._operations.write(label, partial(_take, period=period, taking=taking))
        else:
            self.untaken.emit()

    def type_lines(self, period: ReportingPeriod, view: FormFigures, typed: Mapping[LineCell, str]) -> None:
        """Enter typed words by line and column code; a new line gets the next ordinal."""
        ordinal, name = words_codes(view.form)
        words = {place: one for place, one in typed.items() if place[1] in (ordinal, name)}
        figures: dict[LineCell, Figure | None] = {}
        for number in sorted({line for line, _ in typed}):
            own = {code: one for (line, code), one in typed.items() if line == number and (line, code) not in words}
            figures |= self._line_figures(period, view, number, own)
        for number in {line for line, _ in typed if line >= len(view.lines)}:
            if ordinal and words.get((number, name)):
                words.setdefault((number, ordinal), str(number + 1))
        if not figures and not words:
            self.untaken.emit()
            return
        use_case = partial(change_lines, period=period, form_set=view.form_set, form=view.form)
        label = text("figures_page.undo_lines", form=view.form.key)
        self._operations.write(label, partial(use_case, figures=figures, words=words))

    def remove_lines(self, period: ReportingPeriod, view: FormFigures, numbers: list[int]) -> None:
        """Take lines away from a form of columns."""
        use_case = partial(remove_lines, period=period, form_set=view.form_set, form=view.form, numbers=numbers)
        self._operations.write(text("figures_page.undo_remove", form=view.form.key), use_case)

    def _line_figures(
        self, period: ReportingPeriod, view: FormFigures, number: int, typed: Mapping[str, str]
    ) -> dict[LineCell, Figure | None]:
        entered = view.lines[number].line.figures if number < len(view.lines) else {}
        entry = entry_of(view.form, entered, typed)
        for code in typed:
            self._note((period.code, view.form.key, number, code), entry, code, entered.get(code))
        return {(number, code): one for code, one in entry.figures.items()}

    def _note(self, key: RowKey, entry: Entry, code: str, before: Figure | None) -> None:
        self._remarks.pop(key, None)
        if code in entry.doubts:
            figure = before if code in entry.unread else entry.figures.get(code, before)
            self._remarks[key] = Remark(doubt_words(entry.doubts[code]), figure)


def _take(work: Work, period: ReportingPeriod, taking: Taking) -> None:
    for view, entry in taking.entries:
        figures = {f"{view.form.key}/{code}": figure for code, figure in entry.figures.items()}
        enter_figures(work, period, view.form_set, figures)
    for view, lines in taking.lines:
        write_lines(work, period, view.form_set, view.form, lines)
