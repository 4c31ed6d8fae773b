"""Exporting a plan to a file: format, appendices, name; then what came of it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.documents.options import PrintOptions
from app.documents.state_column import PlanStates
from app.domain.body import Body
from app.domain.plan import Plan
from app.domain.settings import Settings
from app.texts import text
from ui.background import Progress
from ui.computer import export_folder_of
from ui.dialogs.document_target import documents_folder, file_name
from ui.dialogs.file_writer import FileWriter
from ui.dialogs.frame import FramedDialog, card_around, named
from ui.theme import HALF_GAP, dialog_size
from ui.widgets.check_list import CheckList

FORMATS = ("docx", "xlsx", "pdf", "json")
_DATA = "json"
_WITH_BODY = ("docx", "pdf")
_SIZE = (620, 640)


def write_file(plan: Plan, format: str, options: PrintOptions, path: Path, progress: Progress) -> Path:
    """Export and read back; runs on a background thread."""
    from app.exchange.export import export_plan

    progress.check()
    export_plan(plan, format, path, options)
    return path


class ExportDialog(FramedDialog):
    """Writes one file in the background; the dialog stays to open what was written."""

    def __init__(
        self,
        plan: Plan,
        states: PlanStates,
        parent: QWidget | None = None,
        folder: Path | None = None,
        body: Body | None = None,
        usual: Settings | None = None,
    ) -> None:
        """``states`` are for a last column. ``folder`` is offered for the file; without one the folder that was chosen
        for exported files, else that of the user's documents. ``body`` is the plan's text, which can go before the
        appendices in Word and PDF. ``usual`` is what the choices begin with."""
        super().__init__(text("export_dialog.title"), text("export_dialog.export"), text("export_dialog.close"), parent)
        self._plan, self._states, self._body = plan, states, body
        self._folder = folder or export_folder_of(parent) or documents_folder()
        self._usual = usual or Settings()
        self.formats = {name: QRadioButton(text(f"export_dialog.format_{name}")) for name in FORMATS}
        self._group = QButtonGroup(self)
        self.appendices = CheckList()
        self.states = QCheckBox(text("print.states"))
        self.states.setChecked(self._usual.prints_states(states.is_followed))
        self.body_text = QCheckBox(text("print.body"))
        self.body_text.setVisible(body is not None)
        self.body_text.setChecked(self._usual.whole_text)
        self.file = QLineEdit()
        self.choose = QPushButton(text("export_dialog.choose"))
        self.writer = FileWriter()
        self.background = self.writer.background
        self._lay_out()
        self._connect()
        self._show_name()
        self.resize(*dialog_size(*_SIZE))

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
        self.writer.stop()
        super().done(result)

    @Slot()
    def export(self) -> None:
        """Write the file."""
        obstacle = self._obstacle()
        if obstacle:
            self.show_refusal(text(obstacle))
            return
        states = self._states.words if self.states.isChecked() else None
        body = self._body if self.body_text.isChecked() and self.format in _WITH_BODY else None
        usual = self._usual
        options = PrintOptions(
            self.appendices.chosen(), {}, usual.paper, usual.heading_block, usual.attached_to, states, body
        )
        self.writer.write(self.path, partial(write_file, self._plan, self.format, options))

    def _obstacle(self) -> str:
        if not self.appendices.chosen():
            return "export_dialog.none_chosen"
        return "" if self.file.text().strip() else "export_dialog.no_file"

    @Slot(object)
    def _moved(self, path: Path) -> None:
        self.file.setText(str(path))

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
    def _allow(self) -> None:
        for widget in (self.do, self.choose, self.file, self.appendices, *self.formats.values()):
            widget.setEnabled(not self.background.running)
        self.states.setEnabled(not self.background.running and self.format != _DATA)
        self.body_text.setEnabled(not self.background.running and self.format in _WITH_BODY)

    @Slot()
    def _edited(self) -> None:
        exists = bool(self.file.text().strip()) and self.path.is_file()
        self.writer.say(text("export_dialog.overwrite") if exists else "")

    def _connect(self) -> None:
        for button in self.formats.values():
            button.clicked.connect(self._show_name)
            button.clicked.connect(self._allow)
        self.file.textChanged.connect(self._edited)
        self.choose.clicked.connect(self._choose_file)
        self.do.clicked.connect(self.export)
        self.writer.changed.connect(self._allow)
        self.writer.refused.connect(self.show_refusal)
        self.writer.moved.connect(self._moved)

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
        self.body.addWidget(self.body_text)
        self.body.addWidget(self.states)
        self.body.addLayout(self._file_line())
        self.body.addWidget(self.writer)

    def _file_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(HALF_GAP)
        line.addWidget(named(text("export_dialog.file"), self.file))
        line.addWidget(self.file, 1)
        line.addWidget(self.choose)
        self.choose.setAutoDefault(False)
        return line


def _heading(key: str) -> QLabel:
    label = QLabel(text(key))
    label.setObjectName("smallTitle")
    return label
