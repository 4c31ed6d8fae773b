"""Blocks of figures to and from the clipboard, as Excel understands them."""

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from app.texts import text
from ui.pages.block_clipboard import put_block
from ui.widgets.figures_grid import FiguresGrid
from ui.widgets.figures_view import FiguresView

_MOST_LINES = 500
"""More lines than any office has."""
Block = list[list[str | None]]


class FiguresClipboard(QObject):
    """Copies, cuts and pastes the selected block by position. ``said`` tells a sentence where nothing fits."""

    said = Signal(str)
    table_pasted = Signal()
    """There is a table on the clipboard instead of a column of figures."""

    def __init__(self, view: FiguresView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        for grid in (view.rows, view.lines):
            grid.copy_wanted.connect(self.copy)
            grid.cut_wanted.connect(self.cut)
            grid.paste_wanted.connect(self.paste)

    @Slot()
    def copy(self) -> None:
        """Put the selected block on the clipboard as text and as a table."""
        put_block(_block(self._view.grid))

    @Slot()
    def cut(self) -> None:
        """Copy, then empty the cells that can be typed."""
        self.copy()
        self._view.grid.clear_cells()

    @Slot()
    def paste(self) -> None:
        """Put the clipboard's block at the selected cell; cells that are not typed stay as they are. In a form of rows
        a block of several columns is a table, matched by code and label."""
        block, chosen, model = self.block(), self._view.grid.selected_block(), self._view.grid.figures
        if not block or chosen is None:
            self.said.emit(text("figures_page.nothing_to_paste"))
            return
        if len(block[0]) > 1 and not self._view.is_of_lines:
            self.table_pasted.emit()
            return
        top, left, bottom, right = chosen
        if len(block) == len(block[0]) == 1:  # one value fills the whole selection, as in Excel
            block = [block[0] * (right - left + 1)] * (bottom - top + 1)
        block = block[: _MOST_LINES if self._view.is_of_lines else model.rowCount()]
        cells = {(top + y, left + x): words or "" for y, line in enumerate(block) for x, words in enumerate(line)}
        fitting = {place: words for place, words in cells.items() if model.takes(*place)}
        if not fitting:
            self.said.emit(text("figures_page.nothing_fits"))
        model.type_cells(fitting)

    def block(self) -> Block:
        """The block on the clipboard; empty where there is none."""
        from app.exchange.clipboard import parse_clipboard

        mime: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if mime is None:  # so it is where nothing was ever copied
            return []
        return parse_clipboard(mime.html() if mime.hasHtml() else None, mime.text() if mime.hasText() else None)


def _block(grid: FiguresGrid) -> Block:
    """The selected cells as they would be typed."""
    chosen = grid.selected_block()
    if chosen is None:
        return []
    top, left, bottom, right = chosen
    words = grid.figures.edit_words
    return [[words(row, column) for column in range(left, right + 1)] for row in range(top, bottom + 1)]
