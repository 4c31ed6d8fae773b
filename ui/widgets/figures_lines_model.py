"""A statistics form of columns as a Qt table model: its lines, an empty one to begin another, and their totals."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QObject

from app.domain.figures_entry import figure_text
from app.domain.statistics_form import FormRow
from app.services.figure_lines import words_codes
from app.services.figure_origins import Origin
from app.services.figures import FormFigures
from app.texts import text
from ui.widgets.figures_model import CellLook, FiguresModel, Index
from ui.widgets.figures_words import source_words

Signs = Mapping[tuple[int, str], tuple[str, ...]]


class FiguresLinesModel(FiguresModel):
    """The columns are those of the form; the last row holds the totals, the one above it is empty."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view: FormFigures | None = None
        self._signs: Signs = {}

    def show(self, view: FormFigures, signs: Signs) -> None:
        """Show a form; ``signs`` are sentences by line and column code."""
        self.forget_pending()
        self._signs = signs
        if self.view is None or self.view.form != view.form:
            self.beginResetModel()
            self.view = view
            self.endResetModel()
            return
        self._fit_lines(view)
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def _fit_lines(self, view: FormFigures) -> None:
        """Take over ``view`` with as many rows as it has lines: new ones come in below the empty row, which becomes
        the first of them, so that what is being typed there goes on."""
        old, new = self.line_count, len(view.lines)
        if new > old:
            self.beginInsertRows(QModelIndex(), old + 1, new)
            self.view = view
            self.endInsertRows()
        elif new < old:
            self.beginRemoveRows(QModelIndex(), new, old - 1)
            self.view = view
            self.endRemoveRows()
        self.view = view

    @property
    def line_count(self) -> int:
        """How many lines the form has."""
        return len(self.view.lines) if self.view else 0

    def column(self, column: int) -> FormRow:
        """The indicator of a column."""
        assert self.view is not None
        return self.view.form.rows[column]

    def column_of(self, code: str) -> int:
        """The position of the column ``code``."""
        assert self.view is not None
        return [row.code for row in self.view.form.rows].index(code)

    def origin(self, row: int, column: int) -> Origin:
        """Where a figure comes from."""
        assert self.view is not None
        found = self.column(column)
        if row < self.line_count and found.kind.is_figure:
            return self.view.lines[row].origins[found.code]
        return Origin.ENTERED if row <= self.line_count else Origin.COMPUTED

    def is_open(self, row: int, column: int) -> bool:
        """Words and figures of all lines, but for those that follow from others, and the totals."""
        return self.origin(row, column) is Origin.ENTERED

    def takes(self, row: int, column: int) -> bool:
        """Below the last line new ones begin."""
        return super().takes(min(row, self.line_count), column)

    def words(self, row: int, column: int) -> str:
        """What a cell says."""
        assert self.view is not None
        found = self.column(column)
        ordinal, name = words_codes(self.view.form)
        if row < self.line_count:
            line = self.view.lines[row]
            own = {ordinal: line.line.ordinal, name: line.line.name}
            return own[found.code] if found.code in own else figure_text(line.shown.get(found.code), found.kind)
        if row == self.line_count:
            return ""
        return text("statistics.total_line") if found.code == name else self._total(found)

    def look(self, row: int, column: int) -> CellLook:
        """What is not typed is quiet; the totals stand out."""
        found, is_total = self.column(column), row > self.line_count
        locked = not self.is_open(row, column)
        return CellLook(
            ground="section" if locked else "card",
            ink="quiet" if locked and not is_total else "text",
            bold=is_total,
            right=found.kind.is_figure,
            signs=self._signs.get((row, found.code), ()),
        )

    def tip(self, row: int, column: int) -> str:
        """What is odd about a figure, and how it was computed."""
        source = source_words(self.column(column), self.origin(row, column)) if row < self.line_count else ""
        return "\n".join(part for part in (*self.look(row, column).signs, source) if part)

    def heading(self, column: int) -> str:
        """Label and number of a column."""
        found = self.column(column)
        return f"{found.label}\n({found.code})"

    def group(self, column: int) -> str:
        """What stands over a column and its neighbours."""
        return self.column(column).group

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """The lines, an empty one and the totals."""
        return 0 if parent.isValid() or self.view is None else self.line_count + 2

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Number of columns of the form."""
        return 0 if parent.isValid() or self.view is None else len(self.view.form.rows)

    def _total(self, found: FormRow) -> str:
        assert self.view is not None
        return figure_text(self.view.totals.get(found.code), found.kind)
