"""Where a document is written to: asking for the file, naming it, writing it."""

import re
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.documents.model import Document
from app.texts import text
from ui.background import Progress

FORMATS = ("docx", "xlsx", "pdf")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)
_LONGEST_NAME = 100


def ask_target(parent: QWidget, title: str, folder: Path | None) -> Path | None:
    """Ask for a Word, Excel or PDF file, called by ``title`` at first; None where nothing was chosen.

    The dialog asks before an existing file is taken.
    """
    dialog = QFileDialog(parent, text("print.export_title"), str(folder or documents_folder()))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    filters = {text(f"print.export_{name}"): name for name in FORMATS}
    dialog.setNameFilters(list(filters))
    suffixes = _Suffixes(dialog, filters)
    suffixes.follow(next(iter(filters)))
    dialog.selectFile(f"{file_name(title)}.{FORMATS[0]}")
    # exec, not open: Windows shows its own dialog only that way
    accepted = bool(dialog.exec()) and bool(dialog.selectedFiles())
    path = with_format(Path(dialog.selectedFiles()[0]), dialog.defaultSuffix()) if accepted else None
    dialog.deleteLater()
    return path


class _Suffixes(QObject):
    """The end of the name follows the kind of file chosen in the dialog."""

    def __init__(self, dialog: QFileDialog, filters: dict[str, str]) -> None:
        super().__init__(dialog)
        self._dialog, self._filters = dialog, filters
        dialog.filterSelected.connect(self.follow)

    @Slot(str)
    def follow(self, chosen: str) -> None:
        """Use the suffix of the filter ``chosen``."""
        format = self._filters.get(chosen, FORMATS[0])
        self._dialog.setDefaultSuffix(format)
        for name in self._dialog.selectedFiles():
            path = Path(name)
            if path.suffix.lower().lstrip(".") in FORMATS:
                self._dialog.selectFile(path.with_suffix(f".{format}").name)


def with_format(path: Path, format: str) -> Path:
    """``path`` where its end names a format that can be written; else with the end of ``format``, under a free name,
    since nobody was asked about the file of that name."""
    if path.suffix.lower().lstrip(".") in FORMATS:
        return path
    from app.exchange.export import suggest_other_name

    named = path.with_name(f"{path.name}.{format}")
    return suggest_other_name(named) if named.exists() else named


def write_document(document: Document, path: Path, progress: Progress) -> Path:
    """Write ``document`` as the end of ``path`` says, and read it back; runs on a background thread.

    Raises what ``export_document`` refuses.
    """
    from app.exchange.export import export_document

    progress.check()
    export_document(document, path.suffix.lower().lstrip("."), path)
    return path


def file_name(title: str) -> str:
    """``title`` as the name of a file on Windows, Linux and macOS."""
    name = " ".join(_FORBIDDEN.sub(" ", title).split())[:_LONGEST_NAME].rstrip(". ")
    # Windows takes these for devices, whatever comes after a dot
    return f"ke-hoach {name}" if _DEVICE.fullmatch(name.partition(".")[0].strip()) else name or "ke-hoach"


def documents_folder() -> Path:
    """The folder where the user keeps documents."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
