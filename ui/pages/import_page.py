"""The import page: read files in the background, show what was understood, write only when asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from app.domain.access import Right
from app.domain.errors import Refused
from app.domain.imported import ImportedPlan
from app.ports import Changes
from app.ports.backups import Risk
from app.services.import_decisions import ImportDecision, carry_out, same_plan
from app.texts import sentence_for, text
from ui.background import Background, Progress
from ui.operations import Operations
from ui.pages.page import Page
from ui.widgets.import_preview import ImportPreview
from ui.widgets.import_review import ImportReview
from ui.widgets.import_start import ImportStart

Reader = Callable[[Path], ImportedPlan]


def read_file(path: Path) -> ImportedPlan:
    """The plan in the file; the readers are loaded at the first use."""
    from app.exchange.read import read_plan

    return read_plan(path)


@dataclass(frozen=True, slots=True)
class FilesRead:
    """What came of a set of files: the plans, and a sentence for each file that could not be read."""

    plans: tuple[ImportedPlan, ...]
    refused: tuple[str, ...]


def read_files(paths: Sequence[Path], reader: Reader, progress: Progress) -> FilesRead:
    """Read the files one after the other; raises Cancelled between two files."""
    plans: list[ImportedPlan] = []
    refused: list[str] = []
    for number, path in enumerate(paths, 1):
        progress.say(text("import_page.reading", name=path.name, number=number, total=len(paths)))
        try:
            plans.append(reader(path))
        except Refused as error:
            reason = sentence_for(error)
            named = path.name in reason or len(paths) == 1
            refused.append(reason if named else text("import_page.refused_file", name=path.name, reason=reason))
    return FilesRead(tuple(plans), tuple(refused))


class ImportPage(Page):
    """Shows files before they are imported. Nothing is written before the button is pressed."""

    def __init__(self, operations: Operations, reader: Reader = read_file, parent: QWidget | None = None) -> None:
        super().__init__(operations, text("import_page.title"), parent)
        self._reader = reader
        self._folder = ""
        self.start = ImportStart()
        self.preview = ImportPreview(operations)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self._stack.addWidget(self.preview)
        self.body.addWidget(self._stack, 1)
        self.background = Background(self)
        self._connect()
        operations.rights.need(Right.MANAGE, self.start.choose, self.preview.head.choose, self.preview.head.write)

    @property
    def previewing(self) -> bool:
        """Whether a file is being shown."""
        return self._stack.currentWidget() is self.preview

    def open_files(self, paths: Sequence[Path]) -> None:
        """Read ``paths`` and show them; what was shown before is forgotten."""
        if not paths:
            return
        self._folder = str(paths[0].parent)
        self._stack.setCurrentWidget(self.start)
        self.start.show_reading(text("import_page.reading", name=paths[0].name, number=1, total=len(paths)))
        self.background.start(partial(read_files, tuple(paths), self._reader))

    @Slot()
    def choose_files(self) -> None:
        """Ask for files and open them."""
        filters = f"{text('import_page.file_filter')};;{text('import_page.all_files')}"
        names, _ = QFileDialog.getOpenFileNames(self, text("import_page.choose_title"), self._folder, filters)
        self.open_files([Path(name) for name in names])

    def show_changes(self, changes: Changes) -> None:
        """A plan appeared or vanished: look again whether the files shown are already there."""
        if changes.plans and self.previewing:
            self._look_for_same()

    def event(self, event: QEvent) -> bool:
        """Stop reading when the page goes away."""
        if event.type() == QEvent.Type.DeferredDelete:
            self.background.stop()
        return super().event(event)

    def _connect(self) -> None:
        self.start.choose_wanted.connect(self.choose_files)
        self.start.cancel_wanted.connect(self._cancel)
        self.background.said.connect(self.start.show_reading)
        self.background.finished.connect(self._show)
        self.background.failed.connect(self._fail)
        self.preview.choose_wanted.connect(self.choose_files)
        self.preview.import_wanted.connect(self._write)
        self.preview.identity_changed.connect(self._look_for_same)

    @Slot()
    def _cancel(self) -> None:
        self.background.cancel()
        self.start.wait_for_file()

    @Slot(object)
    def _show(self, read: FilesRead) -> None:
        if not read.plans:
            self.start.show_refusal("\n".join(read.refused))
            return
        self.preview.show_reviews([ImportReview(plan) for plan in read.plans], read.refused)
        self._stack.setCurrentWidget(self.preview)
        self._look_for_same()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.start.show_refusal(text("import_page.failed"))
        self.operations.crashed.emit(error)

    @Slot()
    def _look_for_same(self) -> None:
        for review in self.preview.reviews:
            found = partial(self.preview.show_same, review)
            self.operations.read(partial(same_plan, plan=review.plan()), found)

    @Slot()
    def _write(self) -> None:
        reviews = self.preview.reviews
        decisions = [ImportDecision(r.result(), self.preview.update_of(r)) for r in reviews if r.items()]
        self.preview.setEnabled(False)
        label = _undo_label(decisions)
        use_case = partial(carry_out, decisions=decisions)
        risk = Risk.IMPORT if any(one.update is not None for one in decisions) else None
        self.operations.write(label, use_case, self._written, self._refused, risk)

    def _written(self, ids: list[int]) -> None:
        self.preview.setEnabled(True)
        self.preview.forget()
        self.start.wait_for_file()
        self._stack.setCurrentWidget(self.start)
        self.plan_wanted.emit(ids[0], None, None)

    def _refused(self, sentence: str) -> None:
        self.preview.setEnabled(True)
        self.preview.show_refusal(sentence)


def _undo_label(decisions: Sequence[ImportDecision]) -> str:
    if len(decisions) > 1:
        return text("import_page.undo_several", files=len(decisions))
    key = "import_page.undo_import" if decisions[0].update is None else "import_page.undo_update"
    return text(key, name=decisions[0].imported.source)
