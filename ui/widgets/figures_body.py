"""The forms of a period: their tabs, the table of the one in front, and beside it what should be looked at again."""

from collections.abc import Mapping

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from app.domain.dates import date_text
from app.domain.reporting_period import cut_off
from app.services.figures import FiguresBoard, FormFigures
from app.texts import text
from ui.theme import GAP, HALF_GAP
from ui.widgets.figures_bar import FormTabs
from ui.widgets.figures_model import Cell
from ui.widgets.figures_panel import FiguresPanel
from ui.widgets.figures_view import FiguresView
from ui.widgets.figures_words import form_tab, warning_words

Doubts = Mapping[tuple[int, str], tuple[str, ...]]


class FiguresBody(QWidget):
    """Shows what it is given; a remark that is taken leads to its cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board: FiguresBoard | None = None
        self.tabs, self.news = FormTabs(), QLabel()
        self.view, self.panel = FiguresView(), FiguresPanel()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self.view.place_changed.connect(self._show_details)
        self.panel.place_chosen.connect(self._go_to)

    def show_form(self, board: FiguresBoard, place: int, doubts: Doubts) -> None:
        """Show the form at ``place`` of ``board``; ``doubts`` are sentences about what was typed, by line (0 in a form
        of rows) and row code."""
        form = board.forms[place]
        self._board = board
        self.tabs.show_forms([_tab(one) for one in board.forms], place)
        self.view.show_form(form, board, doubts)
        self.panel.show_remarks(self._remarks(form, doubts))
        below = self.view.is_of_lines
        self.panel.stand(below)
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self.news.setText(_form_line(form, board))
        self._show_details()

    def _remarks(self, form: FormFigures, doubts: Doubts) -> list[tuple[str, Cell]]:
        """All that should be looked at again, with its place: what was doubtful as it was typed, then the checks."""
        found: list[tuple[str, Cell]] = []
        for (line, code), sentences in doubts.items():
            is_line = self.view.is_of_lines
            name = f"{form.lines[line].line.name} ({code})" if is_line else code
            place = self.view.place_of(code, line if is_line else None)
            found += [(text("figures_page.remark", name=name, sentence=one), place) for one in sentences]
        for warning in form.warnings:
            words = warning_words(warning)
            if warning.line is not None:
                words = text("figures_page.remark", name=form.lines[warning.line].line.name, sentence=words)
            found.append((words, self.view.place_of(warning.code, warning.line)))
        return found

    @Slot()
    def _show_details(self) -> None:
        if self._board is not None:
            self.panel.show_row(*self.view.details(self._board))

    @Slot(object)
    def _go_to(self, place: Cell) -> None:
        self.view.grid.go_to(*place)
        self.view.grid.setFocus()

    def _lay_out(self) -> None:
        self.news.setObjectName("quiet")
        card = QFrame()
        card.setObjectName("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        left = QVBoxLayout()
        left.setSpacing(HALF_GAP)
        left.addWidget(self.tabs)
        left.addWidget(self.news)
        left.addWidget(card, 1)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GAP)
        self._line.addLayout(left, 1)
        self._line.addWidget(self.panel)


def _tab(form: FormFigures) -> tuple[str, str]:
    """The words of a form's tab and what is said of it: how much of it is filled in."""
    count = len(form.warnings)
    words = text("figures_page.tab_marked", form=form.form.key, count=count) if count else form_tab(form.form)
    if not form.origins:
        return words, text("figures_page.tab_lines_tip", title=form.form.title, lines=len(form.lines))
    asked = sum(row.kind.is_figure for row in form.form.rows)
    there = sum(row.code in form.shown for row in form.form.rows)
    return words, text("figures_page.tab_tip", title=form.form.title, entered=there, all=asked)


def _form_line(form: FormFigures, board: FiguresBoard) -> str:
    """Which form and which days the figures are about, and whether the report of the period is signed."""
    start, end = (date_text(day) for day in cut_off(board.period))
    words = text("figures_page.form_line", title=form.form.title, start=start, end=end)
    return " ".join((words, text("figures_page.signed", number=board.signed))) if board.signed else words
