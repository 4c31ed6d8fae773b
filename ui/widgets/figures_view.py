"""The tables of statistics forms: one for forms of rows, one for forms of columns, the one that fits in front."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.statistics_form import Shape
from app.services.figures import FiguresBoard, FormFigures
from app.texts import text
from ui.widgets.figures_grid import FiguresGrid
from ui.widgets.figures_lines_model import FiguresLinesModel
from ui.widgets.figures_model import Cell
from ui.widgets.figures_rows_model import CODE, LAST, TREND, UNIT, VALUE, FiguresRowsModel
from ui.widgets.figures_words import (
    answers_of,
    calculation_words,
    figure_words,
    last_heading,
    period_short,
    source_words,
)
from ui.widgets.figures_words import warning_words as said

_ROW_WIDTHS = {CODE: 52, UNIT: 104, VALUE: 112, LAST: 104, TREND: 92}
_ORDINAL, _FIGURE = 44, 72
_FIGURE_COLUMNS = range(2, 40)
Signs = Mapping[tuple[int, str], tuple[str, ...]]


class FiguresView(QStackedWidget):
    """``rows_typed`` tells words by row code, ``lines_typed`` words by line and column code."""

    rows_typed = Signal(object)
    lines_typed = Signal(object)
    place_changed = Signal()
    typing_forbidden = Signal()
    """Somebody wanted to type who may only read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = ""
        self.row_model, self.line_model = FiguresRowsModel(self), FiguresLinesModel(self)
        self.rows = FiguresGrid(self.row_model, _ROW_WIDTHS)
        self.lines = FiguresGrid(self.line_model, {0: _ORDINAL} | dict.fromkeys(_FIGURE_COLUMNS, _FIGURE))
        for grid in (self.rows, self.lines):
            self.addWidget(grid)
            grid.place_changed.connect(self.place_changed)
            grid.typing_forbidden.connect(self.typing_forbidden)
        self.row_model.typed.connect(self._tell_rows)
        self.line_model.typed.connect(self._tell_lines)

    @property
    def grid(self) -> FiguresGrid:
        """The table in front."""
        return self.lines if self.currentWidget() is self.lines else self.rows

    @property
    def is_of_lines(self) -> bool:
        """Whether the form in front is one of columns."""
        return self.grid is self.lines

    def allow_writing(self, allowed: bool) -> None:
        """Let cells be typed into, or only read."""
        self.row_model.is_writable = self.line_model.is_writable = allowed

    def show_form(self, view: FormFigures, board: FiguresBoard, doubts: Signs) -> None:
        """Show a form; ``doubts`` are sentences by line (0 in a form of rows) and row code."""
        is_lines = view.form.shape is Shape.COLUMNS
        signs = _signs(view, doubts)
        if is_lines:
            self.line_model.show(view, signs)
        else:
            self.row_model.show(
                view, last_heading(board.period, board.last), {code: words for (_, code), words in signs.items()}
            )
        self.setCurrentWidget(self.lines if is_lines else self.rows)
        if self._form != view.form.key:
            self._form = view.form.key
            self.grid.go_to_first()

    def place_of(self, code: str, line: int | None) -> Cell:
        """Where the figure of a row, or of a line's column, stands."""
        if line is not None:
            return line, self.line_model.column_of(code)
        return self.row_model.place_of(code) or 0, VALUE

    def details(self, board: FiguresBoard) -> tuple[str, list[str], list[str]]:
        """The indicator in use: its title, what is to be known of it, its figures in the last periods."""
        place = self.grid.place
        if place is None:
            return "", [], []
        return self._line_details(place, board) if self.is_of_lines else self._row_details(place[0], board)

    def _row_details(self, place: int, board: FiguresBoard) -> tuple[str, list[str], list[str]]:
        view, row = self.row_model.view, self.row_model.row(place)
        assert view is not None
        words = [source_words(row, view.origins[row.code]), row.note]
        if row.answers:
            words.append(text("figures_page.answers", answers="; ".join(answers_of(row))))
        past = [(period, one.get(row.code)) for period, one in zip(board.past, view.past, strict=True)]
        if board.last not in board.past:
            past.append((board.last, view.last.get(row.code)))
        known = [f"{period_short(period)}: {figure_words(one, row)}" for period, one in past if one is not None]
        return f"{row.code}. {row.label}", [one for one in words if one], known

    def _line_details(self, place: Cell, board: FiguresBoard) -> tuple[str, list[str], list[str]]:
        view, row = self.line_model.view, self.line_model.column(place[1])
        assert view is not None
        group = f"{row.group}: " if row.group else ""
        calculation = calculation_words(row)
        words = [text("figures_page.computed", calculation=calculation)] if calculation else []
        name = view.lines[place[0]].line.name if place[0] < len(view.lines) else ""
        last = next((one.figures for one in view.last_lines if name and one.name == name), {})
        before = (
            [f"{name}, {period_short(board.last)}: {figure_words(last[row.code], row)}"] if row.code in last else []
        )
        return f"({row.code}) {group}{row.label}", words, before

    @Slot(object)
    def _tell_rows(self, typed: dict[Cell, str]) -> None:
        self.rows_typed.emit({self.row_model.row(row).code: words for (row, _), words in typed.items()})

    @Slot(object)
    def _tell_lines(self, typed: dict[Cell, str]) -> None:
        columns = self.line_model.column
        self.lines_typed.emit({(row, columns(column).code): words for (row, column), words in typed.items()})


def _signs(view: FormFigures, doubts: Signs) -> dict[tuple[int, str], tuple[str, ...]]:
    """All that is odd about a form, by line and row code."""
    signs = dict(doubts)
    for warning in view.warnings:
        place = warning.line or 0, warning.code
        signs[place] = (*signs.get(place, ()), said(warning))
    return signs
