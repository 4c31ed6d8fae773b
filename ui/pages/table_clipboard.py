"""Blocks of cells to and from the clipboard, as Excel and Word understand them."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from app.domain.plan import RowKind
from app.texts import text
from ui.pages.block_clipboard import put_block
from ui.pages.table_commands import TableCommands
from ui.widgets.appendix_table import AppendixTable
from ui.widgets.banner import Banner


class TableClipboard(QObject):
    """Copies, cuts and pastes the selected block."""

    def __init__(self, table: AppendixTable, commands: TableCommands, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._commands = commands
        self._banner = banner

    @Slot()
    def copy(self) -> None:
        """Put the selected block on the clipboard as text and as a table."""
        put_block(self._block())

    @Slot()
    def cut(self) -> None:
        """Copy, then empty the cells."""
        self.copy()
        self._commands.clear()

    @Slot()
    def paste(self) -> None:
        """Put the clipboard's block at the selected cell."""
        from app.exchange.clipboard import parse_clipboard

        mime = QGuiApplication.clipboard().mimeData()
        block = parse_clipboard(mime.html() if mime.hasHtml() else None, mime.text() if mime.hasText() else None)
        if block:
            self._commands.paste(block)
        else:
            self._banner.show_sentence(text("plan_page.nothing_to_paste"))

    def _block(self) -> list[list[str | None]]:
        """The selected cells, hidden columns left out; a block's first line never is a continuation."""
        chosen = self._table.selected_block()
        if chosen is None:
            return []
        top, left, bottom, right = chosen
        appendix = self._table.appendix_model.appendix
        shown = [column for column in range(left, right + 1) if not appendix.columns[column].hidden]
        return [[self._cell(row, column, row == top) for column in shown] for row in range(top, bottom + 1)]

    def _cell(self, row: int, column: int, first: bool) -> str | None:
        model = self._table.appendix_model
        found = model.row(row)
        if found.kind is RowKind.SECTION or not first:
            return model.text_at(row, column) if found.kind is RowKind.SECTION else found.cells[column]
        return model.text_at(*model.anchor(row, column))
