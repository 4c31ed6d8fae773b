"""Exporting a plan to a file: format, appendices, name; then what came of it."""

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.documents.options import PrintOptions
from app.domain.errors import Refused
from app.domain.plan import Plan
from app.texts import sentence_for, text
from ui.background import Background, Progress
from ui.dialogs.frame import FramedDialog, card_around, named
from ui.theme import HALF_GAP
from ui.widgets.check_list import CheckList

FORMATS = ("docx", "xlsx", "pdf", "json")
_SIZE = (620, 640)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST_NAME = 100


def write_file(plan: Plan, format: str, path: Path, options: PrintOptions, progress: Progress) -> Path:
    """Export and read back; runs on a background thread."""
    from app.exchange.export import export_plan

    progress.check()
    export_plan(plan, format, path, options)
    return path


class ExportDialog(FramedDialog):
    """Writes one file in the background; the dialog stays to open what was written."""

    def __init__(self, plan: Plan, parent: QWidget | None = None, folder: Path | None = None) -> None:
        """``folder`` is offered for the file; the documents folder of the user without one."""
        super().__init__(text("export_dialog.title"), text("export_dialog.export"), text("export_dialog.close"), parent)
        self._plan = plan
        self._folder = folder or _documents()
        self.formats = {name: QRadioButton(text(f"export_dialog.format_{name}")) for name in FORMATS}
        self._group = QButtonGroup(self)
        self.appendices = CheckList()
        self.file = QLineEdit()
        self.choose = QPushButton(text("export_dialog.choose"))
        self.words = QLabel(wordWrap=True)
        self.bar = QProgressBar(maximum=0, textVisible=False)
        self.open_file = QPushButton(text("export_dialog.open_file"))
        self.open_folder = QPushButton(text("export_dialog.open_folder"))
        self.use_other = QPushButton()
        self.background = Background(self)
        self._lay_out()
        self._connect()
        self._show_name()
        self._show_state()
        self.resize(*_SIZE)

    @property
    def format(self) -> str:
        """The chosen format."""
        return next(name for name, button in self.formats.items() if button.isChecked())

    @property
    def path(self) -> Path:
        """Where the file goes."""
        typed = Path(self.file.text().strip())
        return typed if typed.is_absolute() else self._folder / typed

    def done(self, result: int) -> None:
        """Wait for a file being written: it is either whole or not there."""
        self.background.stop()
        super().done(result)

    @Slot()
    def export(self) -> None:
        """Write the file."""
        obstacle = self._obstacle()
        if obstacle:
            self.show_refusal(text(obstacle))
            return
        self.show_refusal("")
        self.use_other.hide()
        options = PrintOptions(appendices=self.appendices.chosen())
        self.background.start(partial(write_file, self._plan, self.format, self.path, options))
        self._show_state(text("export_dialog.working"))

    def _obstacle(self) -> str:
        if not self.appendices.chosen():
            return "export_dialog.none_chosen"
        return "" if self.file.text().strip() else "export_dialog.no_file"

    @Slot(object)
    def _exported(self, path: Path) -> None:
        self._written = path
        self._show_state(text("export_dialog.done", name=path.name), exported=True)
        self.open_file.setFocus()

    @Slot(object)
    def _refused(self, error: Refused) -> None:
        self._show_state()
        self.show_refusal(sentence_for(error))
        if error.key == "export.target_open":
            self._other = self.path.with_name(str(error.values["other"]))
            self.use_other.setText(text("export_dialog.use_other", name=self._other.name))
            self.use_other.show()

    @Slot(object)
    def _failed(self, _error: Exception) -> None:
        self._show_state()
        self.show_refusal(text("export_dialog.failed"))

    @Slot()
    def _export_to_other(self) -> None:
        self.file.setText(str(self._other))
        self.export()

    @Slot()
    def _open_file(self) -> None:
        self._open(self._written)

    @Slot()
    def _open_folder(self) -> None:
        self._open(self._written.parent)

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.words.setText(text("export_dialog.not_opened", path=path))

    @Slot()
    def _choose_file(self) -> None:
        name = text(f"export_dialog.format_{self.format}").split(" –")[0].split(" (")[0]
        filters = text("export_dialog.filter", name=name, format=self.format)
        chosen, _ = QFileDialog.getSaveFileName(self, text("export_dialog.choose_title"), str(self.path), filters)
        if chosen:
            path = Path(chosen)
            self._folder = path.parent
            self.file.setText(str(path if path.suffix else path.with_suffix(f".{self.format}")))

    @Slot()
    def _show_name(self) -> None:
        """The suffix follows the format; what was typed as a name stays."""
        typed = self.file.text().strip()
        current = self.path if typed else self._folder / f"{file_name(self._plan.info.title)}.docx"
        known = current.suffix.lower().lstrip(".") in FORMATS
        stem = current.stem if known else current.name
        self.file.setText(str(current.with_name(f"{stem}.{self.format}")))

    @Slot()
    def _show_state(self, words: str | None = None, exported: bool = False) -> None:
        busy = self.background.running
        exists = bool(self.file.text().strip()) and self.path.is_file()
        self.words.setText(words or (text("export_dialog.overwrite") if exists else ""))
        self.bar.setVisible(busy)
        self.open_file.setVisible(exported)
        self.open_folder.setVisible(exported)
        for widget in (self.do, self.choose, self.file, self.appendices, *self.formats.values()):
            widget.setEnabled(not busy)

    @Slot()
    def _edited(self) -> None:
        self._show_state()

    def _connect(self) -> None:
        for button in self.formats.values():
            button.clicked.connect(self._show_name)
        self.file.textChanged.connect(self._edited)
        self.choose.clicked.connect(self._choose_file)
        self.do.clicked.connect(self.export)
        self.open_file.clicked.connect(self._open_file)
        self.open_folder.clicked.connect(self._open_folder)
        self.use_other.clicked.connect(self._export_to_other)
        self.background.finished.connect(self._exported)
        self.background.refused.connect(self._refused)
        self.background.failed.connect(self._failed)

    def _lay_out(self) -> None:
        self.body.addWidget(_heading("export_dialog.format"))
        formats = QVBoxLayout()
        formats.setSpacing(HALF_GAP)
        for button in self.formats.values():
            self._group.addButton(button)
            formats.addWidget(button)
        self.formats["docx"].setChecked(True)
        self.body.addLayout(formats)
        self.body.addWidget(_heading("export_dialog.appendices"))
        self.body.addWidget(card_around(self.appendices), 1)
        appendices = self._plan.appendices
        names = [f"{a.label}: {a.title}".strip(": ") or str(n) for n, a in enumerate(appendices, 1)]
        self.appendices.show_names(names)
        self.body.addLayout(self._file_line())
        self.bar.setFixedHeight(6)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.words)
        self.body.addLayout(self._after_line())

    def _file_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(HALF_GAP)
        line.addWidget(named(text("export_dialog.file"), self.file))
        line.addWidget(self.file, 1)
        line.addWidget(self.choose)
        self.choose.setAutoDefault(False)
        return line

    def _after_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(HALF_GAP)
        for button in (self.open_file, self.open_folder, self.use_other):
            button.setAutoDefault(False)
            button.hide()
            line.addWidget(button)
        line.addStretch(1)
        return line


def file_name(title: str) -> str:
    """``title`` as the name of a file on Windows, Linux and macOS."""
    name = " ".join(_FORBIDDEN.sub(" ", title).split())[:_LONGEST_NAME].rstrip(". ")
    return name or "ke-hoach"


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


def _heading(key: str) -> QLabel:
    label = QLabel(text(key))
    label.setObjectName("smallTitle")
    return label
