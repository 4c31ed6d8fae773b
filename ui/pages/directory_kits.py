"""The tab of outlines and statistics forms: what counts in which year, another one loaded from a file."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from app.domain.access import Right
from app.domain.errors import Refused
from app.domain.report_kits import KitFile, KitKind
from app.exchange.outlines import report_kit
from app.services.kits import KitLine, drop_kit, kit_lines, set_first_year, take_kit
from app.texts import sentence_for, text
from ui.background import Background, Progress
from ui.dialogs.document_target import documents_folder, file_name
from ui.operations import Operations
from ui.pages.directory_tab import DirectoryTab
from ui.widgets.directory_card import DirectoryCard, button
from ui.widgets.directory_table import DirectoryTable
from ui.widgets.kit_words import kit_row

if TYPE_CHECKING:
    from app.exchange.kit_files import LoadedKit
    from ui.dialogs.kit_preview import KitPreview

_COLUMNS = ("list_title", "list_kind", "list_document", "list_years", "list_origin")


class KitsTab(DirectoryTab):
    """A list; Enter looks at one, and lets the year of a loaded one be changed."""

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(operations, parent)
        self._kit = report_kit()
        self.lines: list[KitLine] = []
        self.background = Background(self)
        self.table = DirectoryTable([text(f"kits.{name}") for name in _COLUMNS], (0, 190, 340, 140, 80))
        self.load = _button("load", "import", primary=True)
        self.look, self.export, self.drop = _button("look", "search"), _button("export", "export"), _button("drop")
        buttons = (self.load, self.look, self.export, self.drop)
        self.fill_with(DirectoryCard(text("kits.title"), self.table, buttons, text("kits.hint")))
        self._connect()
        operations.rights.need(Right.MANAGE, self.load, self.drop)
        self._allow()

    @property
    def line(self) -> KitLine | None:
        """The line that is selected."""
        return self.table.chosen_of(self.lines)

    def read(self) -> None:
        """Read the list."""
        self.operations.read(partial(kit_lines, shipped=self._kit), self._show)

    def take_focus(self) -> None:
        """Into the list."""
        self.table.setFocus()

    def event(self, event: QEvent) -> bool:
        """Stop reading files when the tab goes away."""
        if event.type() == QEvent.Type.DeferredDelete:
            self.background.stop()
        return super().event(event)

    @Slot()
    def choose_file(self) -> None:
        """Ask for a file and read it."""
        name, _ = QFileDialog.getOpenFileName(self, text("kits.choose_file"), "", text("kits.file_filter"))
        if name:
            self.read_file(Path(name))

    def read_file(self, path: Path) -> None:
        """Read the outline or the forms of a file and show them."""
        from app.exchange.kit_files import read_kit_file

        year, kit = self.clock.today.year, self._kit
        self.said.emit(text("kits.reading", name=path.name))

        def job(progress: Progress) -> "LoadedKit":
            progress.check()
            return read_kit_file(path, year, kit)

        self.background.start(job)

    @Slot()
    def look_at(self) -> None:
        """Show what is selected; the year of a loaded one can be changed."""
        from ui.dialogs.kit_preview import KitPreview

        line = self.line
        if line is None:
            return
        if line.file is None:
            KitPreview(line.content, line.kind, None, parent=self).open()
            return
        year = line.file.from_year or self.clock.today.year
        dialog = KitPreview(line.content, line.kind, year, do=text("kits.save"), parent=self)
        dialog.kind.setEnabled(False)
        dialog.agreed.connect(partial(self._set_year, dialog, line.file))
        dialog.open()

    @Slot()
    def choose_target(self) -> None:
        """Ask for a file and write what is selected to it."""
        if self.line is None:
            return
        path = documents_folder() / f"{file_name(self.line.content.title)}.xlsx"
        title, kinds = text("kits.export_choose"), text("figures_page.export_filter")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(path), kinds)
        if chosen:
            self.write_file(Path(chosen).with_suffix(".xlsx"))

    def write_file(self, path: Path) -> None:
        """Write what is selected to ``path``."""
        from app.exchange.kit_files import write_kit_file
        from ui.widgets.figures_export import FiguresExport

        line = self.line
        if line is None:
            return

        def write(target: Path, progress: Progress) -> Path:
            progress.check()
            write_kit_file(line.content, target)
            return target

        FiguresExport(text("kits.export_title"), path, write, self).open()

    @Slot()
    def drop_chosen(self) -> None:
        """Take away a loaded one; undo brings it back."""
        if self.line is not None and self.line.file is not None:
            label = text("kits.undo_drop", title=self.line.content.title)
            self.operations.write(label, partial(drop_kit, kit_file=self.line.file), self._say_dropped)

    def _say_dropped(self, is_gone: bool) -> None:
        self.said.emit(text("kits.dropped" if is_gone else "kits.kept_for_reports"))

    @Slot(object)
    def _ask(self, loaded: "LoadedKit") -> None:
        from ui.dialogs.kit_preview import KitPreview

        self.said.emit("")
        remarks = [text(one.key, **dict(one.values)) for one in loaded.remarks]
        dialog = KitPreview(loaded.content, loaded.kind, loaded.year, remarks, text("kits.take"), self)
        dialog.agreed.connect(partial(self._take, dialog))
        dialog.open()

    def _take(self, dialog: "KitPreview", kind: KitKind, year: int) -> None:
        use_case = partial(take_kit, content=dialog.content, kind=kind, from_year=year, shipped=self._kit)
        label = text("kits.undo_load", title=dialog.content.title)
        self.operations.write(label, use_case, dialog.done_well, dialog.show_refusal)

    def _set_year(self, dialog: "KitPreview", file: KitFile, _kind: KitKind, year: int) -> None:
        use_case = partial(set_first_year, kit_file=file, from_year=year)
        label = text("kits.undo_year", title=file.content.title)
        self.operations.write(label, use_case, dialog.done_well, dialog.show_refusal)

    def _show(self, lines: list[KitLine]) -> None:
        self.lines = lines
        self.table.show_rows([kit_row(line) for line in lines])
        self._allow()

    @Slot(object)
    def _refuse(self, error: Refused) -> None:
        self.said.emit("")
        self.operations.refused.emit(sentence_for(error))

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.said.emit("")
        self.operations.crashed.emit(error)

    @Slot()
    def _allow(self) -> None:
        for made in (self.look, self.export):
            made.setEnabled(self.line is not None)
        self.drop.setEnabled(self.line is not None and self.line.file is not None and self.line.counts)

    def _connect(self) -> None:
        self.load.clicked.connect(self.choose_file)
        self.look.clicked.connect(self.look_at)
        self.export.clicked.connect(self.choose_target)
        self.drop.clicked.connect(self.drop_chosen)
        self.table.taken.connect(self.look_at)
        self.table.edit_wanted.connect(self.look_at)
        self.table.remove_wanted.connect(self.drop.click)
        self.table.selection_changed.connect(self._allow)
        self.background.finished.connect(self._ask)
        self.background.refused.connect(self._refuse)
        self.background.failed.connect(self._fail)


def _button(name: str, picture: str = "remove", primary: bool = False) -> QPushButton:
    return button(text(f"kits.{name}"), picture, text(f"kits.{name}_tip"), primary)
