"""What can be printed and exported of the log of changes."""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from app.domain.log_filter import LogFilter
from app.domain.staff import LogLine
from app.services.log import log_slice
from app.texts import text
from ui.background import Progress
from ui.icons import icon
from ui.operations import Operations

if TYPE_CHECKING:
    from app.documents.log_list import LogContent
    from ui.pages.log_tab import LogTab

MOST_PRINTED = 2_000
"""Lines that a preview takes: some 200 pages."""
MOST_EXPORTED = 50_000
"""Lines that are written to one Excel file."""
_AT_ONCE = 2_000


class LogPrints(QObject):
    """``button`` opens a menu; Ctrl+P prints. What is printed is what the filter lets through."""

    def __init__(self, tab: "LogTab") -> None:
        super().__init__(tab)
        self._tab = tab
        self.button = QPushButton(text("log.prints"))
        self.button.setIcon(icon("print"))
        self.button.setToolTip(text("log.prints_tip"))
        menu = QMenu(self.button)
        self.print = menu.addAction(text("log.print"), self.open_preview)
        self.export = menu.addAction(text("log.export"), self.ask_file)
        self.button.setMenu(menu)
        shortcut = QShortcut(QKeySequence("Ctrl+P"), tab)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.open_preview)
        self.allow(False)

    def allow(self, allowed: bool) -> None:
        """Whether there is anything to print."""
        self.button.setEnabled(allowed)

    @Slot()
    def open_preview(self) -> None:
        """Show the lines as they go on paper."""
        if self.button.isEnabled():
            wanted = self._tab.wanted
            use_case = partial(log_slice, wanted=wanted, limit=MOST_PRINTED)
            self._tab.operations.read(use_case, partial(self._preview, wanted))

    def _preview(self, wanted: LogFilter, lines: list[LogLine]) -> None:
        from ui.dialogs.log_preview import LogPreview

        LogPreview(self._content(wanted, lines), self._tab).open()

    @Slot()
    def ask_file(self) -> None:
        """Ask for an Excel file, then write all lines that the filter lets through."""
        from ui.computer import export_folder_of
        from ui.dialogs.document_target import documents_folder, file_name

        offered = (export_folder_of(self._tab) or documents_folder()) / f"{file_name(text('log.title'))}.xlsx"
        filters = text("log.excel_filter")
        chosen, _ = QFileDialog.getSaveFileName(self._tab, text("log.export_title"), str(offered), filters)
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx"))

    def write(self, path: Path) -> None:
        """Write the lines to the Excel file ``path`` and show what came of it."""
        from ui.widgets.figures_export import FiguresExport

        content = self._content(self._tab.wanted, ())
        write = partial(write_log, content, self._tab.operations)
        FiguresExport(text("log.export_title"), path, write, self._tab).open()

    def _content(self, wanted: LogFilter, lines: "list[LogLine] | tuple[()]") -> "LogContent":
        from app.documents.log_list import LogContent

        tab = self._tab
        return LogContent(lines, tab.count, wanted, dict(tab.table.log.titles), datetime.now())


def write_log(content: "LogContent", operations: Operations, path: Path, progress: Progress) -> Path:
    """Read the lines in slices, write them to an Excel file, and read that back; runs on a background thread. Raises
    what ``export_document`` refuses."""
    from dataclasses import replace

    from app.documents.log_list import log_document
    from app.exchange.export import export_document

    lines: list[LogLine] = []
    while len(lines) < MOST_EXPORTED:
        progress.check()
        before = lines[-1].id if lines else None
        part = operations.read_now(partial(log_slice, wanted=content.wanted, before=before, limit=_AT_ONCE))
        lines += part
        if len(part) < _AT_ONCE:
            break
    whole = replace(content, lines=lines, count=max(content.count, len(lines)))
    export_document(log_document(whole), "xlsx", path)
    return path
