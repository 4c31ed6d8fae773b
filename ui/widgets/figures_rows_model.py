"""A statistics form of rows as a Qt table model."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QModelIndex, QObject, Qt

from app.domain.figures_entry import figure_text
from app.domain.statistics_form import FormRow, ValueKind
from app.services.figure_origins import Origin
from app.services.figures import FormFigures
from app.texts import text
from ui.widgets.figures_model import CellLook, FiguresModel, Index
from ui.widgets.figures_words import answers_of, figure_words, source_words, unit_words

CODE, LABEL, UNIT, VALUE, LAST, TREND = range(6)
_NAMES = ("code", "label", "unit", "value", "last", "trend")
Signs = Mapping[str, tuple[str, ...]]


class FiguresRowsModel(FiguresModel):
    """A row for each indicator: its code, label, unit and figure, last period's figure and the trend."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view: FormFigures | None = None
        self._last = ""
        self._signs: Signs = {}

    def show(self, view: FormFigures, last: str, signs: Signs) -> None:
        """Show a form; ``last`` is the heading over the figures compared with, ``signs`` are sentences by row code."""
        same = self.view is not None and self.view.form == view.form
        if not same:
            self.beginResetModel()
        self.forget_pending()
        self.view, self._last, self._signs = view, last, signs
        if not same:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, TREND))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, LAST, LAST)

    def row(self, row: int) -> FormRow:
        """The indicator at position ``row``."""
        assert self.view is not None
        return self.view.form.rows[row]

    def place_of(self, code: str) -> int | None:
        """The position of the indicator ``code``."""
        rows = self.view.form.rows if self.view else ()
        return next((place for place, row in enumerate(rows) if row.code == code), None)

    def origin(self, row: int) -> Origin:
        """Where the figure at position ``row`` comes from."""
        assert self.view is not None
        return self.view.origins[self.row(row).code]

    def is_open(self, row: int, column: int) -> bool:
        """Only figures that are typed."""
        return column == VALUE and self.origin(row) is Origin.ENTERED

    def words(self, row: int, column: int) -> str:
        """What a cell says."""
        assert self.view is not None
        found = self.row(row)
        if column in (VALUE, LAST):
            figures = self.view.shown if column == VALUE else self.view.last
            return figure_words(figures.get(found.code), found)
        return (found.code, found.label, unit_words(found), "", "", "")[column]

    def edit_words(self, row: int, column: int) -> str:
        """A figure without its meaning."""
        assert self.view is not None
        if column not in (VALUE, LAST):
            return self.words(row, column)
        figures = self.view.shown if column == VALUE else self.view.last
        return figure_text(figures.get(self.row(row).code), self.row(row).kind)

    def answers(self, row: int, column: int) -> list[str]:
        """The answers of a coded row."""
        return answers_of(self.row(row)) if column == VALUE else []

    def look(self, row: int, column: int) -> CellLook:
        """Headings stand out, what is not typed is quiet."""
        assert self.view is not None
        found, origin = self.row(row), self.origin(row)
        is_heading = origin is Origin.HEADING
        locked = column == VALUE and origin is not Origin.ENTERED
        quiet = locked or column not in (LABEL, VALUE)
        return CellLook(
            ground="section" if is_heading or locked else "card",
            ink="quiet" if quiet else "text",
            bold=is_heading and column in (CODE, LABEL),
            right=column in (VALUE, LAST),
            signs=self._signs.get(found.code, ()) if column == VALUE else (),
            trend=self._trend(found) if column == TREND else (),
        )

    def tip(self, row: int, column: int) -> str:
        """What is odd about a figure, and where it comes from."""
        found = self.row(row)
        source = source_words(found, self.origin(row)) if column == VALUE else ""
        return "\n".join(part for part in (*self.look(row, column).signs, source) if part)

    def heading(self, column: int) -> str:
        """The heading of a column; above the figures compared with the name of their period."""
        return self._last if column == LAST else text(f"figures_page.column_{_NAMES[column]}")

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of indicators."""
        return 0 if parent.isValid() or self.view is None else len(self.view.form.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of columns."""
        return 0 if parent.isValid() else len(_NAMES)

    def _trend(self, row: FormRow) -> tuple[float | None, ...]:
        assert self.view is not None
        if row.kind in (ValueKind.HEADING, ValueKind.TEXT, ValueKind.CODED):
            return ()
        figures = [one.get(row.code) for one in (*self.view.past, self.view.shown)]
        values: list[Decimal | None] = [one.value if one is not None else None for one in figures]
        return tuple(float(value) if value is not None else None for value in values)
