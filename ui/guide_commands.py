"""The guide for staff: seen and printed, or written to a PDF file."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app import VERSION
from app.domain.errors import Refused
from app.texts import sentence_for, text
from ui.background import Background, Progress
from ui.dialogs.document_target import documents_folder, file_name

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_LEFT_OUT = ("co-gi-moi",)
"""Pages of the help that paper does without."""


class GuideCommands(QObject):
    """Makes the file off the window's thread and says in the banner what became of it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.work = Background(self)
        self.work.finished.connect(self._done)
        self.work.refused.connect(self._refuse)
        self.work.failed.connect(self._fail)

    @Slot()
    def show_preview(self) -> None:
        """The pages as they go on paper, with the way to the printer."""
        from ui.dialogs.guide_preview import GuidePreview

        GuidePreview(self._window).open()

    @Slot()
    def ask_target(self) -> None:
        """Ask for the file, then write it."""
        file = ask_guide_file(self._window)
        if file is not None:
            self.write_to(file)

    def write_to(self, file: Path) -> None:
        """Write the guide into ``file``."""
        self._window.banner.show_sentence(text("help.guide_working"))
        self.work.start(partial(write_guide_file, file))

    @Slot(object)
    def _done(self, path: Path) -> None:
        self._window.banner.show_sentence(text("help.guide_done", file=path))

    @Slot(object)
    def _refuse(self, error: Refused) -> None:
        self._window.banner.show_sentence(sentence_for(error))

    @Slot(object)
    def _fail(self, _error: Exception) -> None:
        self._window.banner.show_sentence(text("help.guide_failed"))


def ask_guide_file(parent: QWidget) -> Path | None:
    """Ask where to the guide is written; None where nothing was chosen."""
    place = documents_folder() / f"{file_name(text('help.guide_title'))}.pdf"
    title, kind = text("help.guide_save_title"), text("help.guide_file_kind")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(place), kind)
    return as_pdf(Path(chosen)) if chosen else None


def as_pdf(file: Path) -> Path:
    """``file`` with the end of a PDF file, added where it lacks it."""
    return file if file.suffix.lower() == ".pdf" else file.with_name(f"{file.name}.pdf")


def write_guide_file(path: Path, progress: Progress) -> Path:
    """Make the guide from the help and write it to ``path``; runs on a background thread.

    Raises what ``export_file`` refuses.
    """
    from app.documents.guide import guide
    from app.exchange.export import export_file
    from app.exchange.guide_pdf import is_guide, write_guide
    from ui.help_pages import help_pages

    chapters = [page for topic, page in help_pages().items() if topic not in _LEFT_OUT]
    progress.check()
    made = guide(chapters, VERSION)
    export_file(path, partial(write_guide, made), partial(is_guide, made))
    return path
