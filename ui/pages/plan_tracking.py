"""The commands of the row's panel: reads the progress of the row in use, writes what was decided."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from app.domain.access import Right
from app.domain.errors import Refused
from app.domain.mark import Mark
from app.domain.milestone import Milestone
from app.domain.staff import Note
from app.domain.status import TaskState
from app.exchange.calendars import default_calendar
from app.ports import Changes, Work
from app.services.corrections import Edited, correct_milestones, keep_correction, read_again
from app.services.people import add_note, change_note, remove_note
from app.services.row_progress import RowProgress, choose_product, row_progress
from app.services.tracking import Result, cancel, mark_all, note_down, reopen, set_task_state
from app.texts import text
from ui.dialogs.cancel_milestone import CancelMilestone
from ui.dialogs.edit_milestone import EditMilestone
from ui.pages.page import Page
from ui.pages.plan_marking import PlanMarking
from ui.pages.plan_proofs import PlanProofs
from ui.widgets.row_entry import Entry
from ui.widgets.row_panel import WORDS, RowPanel

_READ_AFTER_MS = 120
"""How long the row in use must stay so before its progress is read: moving along rows costs nothing."""
Places = list[tuple[int, str]]


class PlanTracking(QObject):
    """Joins the panel's progress and log with the storage."""

    def __init__(self, panel: RowPanel, page: Page) -> None:
        """``page`` has the panel; its clock and its place for files may be set later."""
        super().__init__(page)
        self.plan_id: int | None = None
        self._panel = panel
        self._page = page
        self._operations = page.operations
        self.proofs = PlanProofs(panel, page, self)
        self.marking = PlanMarking(panel, page, self.proofs, self)
        self._soon = QTimer(self, singleShot=True, interval=_READ_AFTER_MS)
        self._soon.timeout.connect(self._read)
        self._commands: dict[str, Callable[[], None]] = {
            "done": self.marking.mark,
            "change": self.marking.change,
            "event": self.marking.mark_event,
            "yes": self._yes,
            "no": self._no,
            "begin": self._begin,
            "cancel": self._cancel,
            "reopen": self._reopen,
            "forget": self._forget,
            "edit": self._edit,
            "add": self._add,
            "remove": self._remove,
            "keep": self._keep,
            "read_again": self._read_again,
            **self.proofs.commands,
        }
        self._connect()
        self._ask_rights()

    @property
    def reading(self) -> bool:
        """Whether the progress of a row is still to be asked for."""
        return self._soon.isActive()

    @Slot(object)
    def show_changes(self, changes: Changes) -> None:
        """Read again what a write may have touched."""
        if self.plan_id in changes.plans or changes.directories:
            self._soon.start()

    def follow(self) -> None:
        """Read what the tab in front is to show of the row in use."""
        if self._panel.tabs.currentIndex() != WORDS:
            self._soon.start()

    def _ask_rights(self) -> None:
        rights, progress, log = self._operations.rights, self._panel.progress, self._panel.log
        question = progress.question
        rights.need(Right.ENTER, progress.primary, progress.attach, question.keep, question.read_again)
        rights.need(Right.ENTER, log.field, log.write)
        for tab in (progress, log):
            rights.follow(Right.ENTER, self, tab.allow_writing)

    @Slot(object)
    def _row_shown(self, _row_id: int | None) -> None:
        self.follow()

    @Slot()
    def _read(self) -> None:
        """Only what is looked at: the tab of the words needs nothing."""
        row_id, plan_id = self._panel.row_id, self.plan_id
        if row_id is None or plan_id is None or self._panel.tabs.currentIndex() == WORDS:
            self._panel.show_progress(None)
            return
        use_case = partial(_read_row, plan_id=plan_id, row_id=row_id, today=self._page.clock.today)
        self._operations.read(use_case, partial(self._show, self._operations.write_count))

    def _show(self, asked: int, progress: RowProgress | None) -> None:
        if asked != self._operations.write_count:
            self._soon.start()
        if progress is None or progress.row_id != self._panel.row_id or progress.plan_id != self.plan_id:
            return
        self._panel.show_progress(progress)

    @Slot(str)
    def _run(self, command: str) -> None:
        if self._progress is not None:
            self._commands[command]()

    @property
    def _progress(self) -> RowProgress | None:
        """What the panel shows, while it belongs to the row in use."""
        progress = self._panel.progress.progress
        return progress if progress and progress.row_id == self._panel.row_id else None

    def _write(self, key: str, use_case: Callable[..., Any], **values: object) -> None:
        """One step, named by the words for ``key``; ``values`` are those of the use case."""
        self._operations.write(text(f"row_panel.undo_{key}"), partial(use_case, **values))

    def _places(self, entries: Sequence[Entry]) -> Places:
        row_id = self._panel.row_id or 0
        return [(row_id, entry.key) for entry in entries if entry.key is not None]

    @property
    def _selected(self) -> list[Entry]:
        return self._panel.progress.selected

    def _yes(self) -> None:
        places = self._places(self._selected)
        result = Result(self._page.clock.today)
        calendar = default_calendar()
        self._write("yes", mark_all, plan_id=self.plan_id, places=places, result=result, calendar=calendar)

    def _no(self) -> None:
        self._ask_reason("no")

    def _cancel(self) -> None:
        self._ask_reason("cancel")

    def _ask_reason(self, kind: str) -> None:
        places = self._places(self._selected)
        dialog = CancelMilestone(len(places), self._page.clock.today, self._panel, kind)
        dialog.agreed.connect(partial(self._write_cancelled, kind, places))
        dialog.open()

    def _write_cancelled(self, kind: str, places: Places, day: date, reason: str) -> None:
        self._write(kind, cancel, plan_id=self.plan_id, places=places, day=day, reason=reason)

    def _begin(self) -> None:
        entry = self._selected[0]
        values = {"row_id": self._panel.row_id, "state": TaskState.IN_PROGRESS, "day": self._page.clock.today}
        self._write("begin", set_task_state, before=entry.mark, **values)

    def _reopen(self) -> None:
        self._write("reopen", reopen, plan_id=self.plan_id, places=self._places(self._selected))

    def _forget(self) -> None:
        marks = [Mark(row_id, key) for row_id, key in self._places(self._selected)]
        self._write("forget", _note_all, marks=marks)

    def _edit(self) -> None:
        place, progress = self._selected[0].milestone, self._progress
        if progress is not None and place is not None:
            self._open_milestone(progress, progress.row.task.milestones[place], place)

    def _add(self) -> None:
        if self._progress is not None:
            self._open_milestone(self._progress, None, None)

    def _open_milestone(self, progress: RowProgress, milestone: Milestone | None, place: int | None) -> None:
        dialog = EditMilestone(self._page.clock.today, milestone, self._panel)
        dialog.agreed.connect(partial(self._store_milestone, progress, place))
        dialog.open()

    def _store_milestone(self, progress: RowProgress, place: int | None, milestone: Milestone) -> None:
        edited = [Edited(one, was) for was, one in enumerate(progress.row.task.milestones)]
        if place is None:
            edited.append(Edited(milestone))
        else:
            edited[place] = Edited(milestone, place)
        self._correct(progress, edited, "add" if place is None else "edit")

    def _remove(self) -> None:
        place, progress = self._selected[0].milestone, self._progress
        if progress is not None:
            kept = [Edited(one, was) for was, one in enumerate(progress.row.task.milestones) if was != place]
            self._correct(progress, kept, "remove")

    def _correct(self, progress: RowProgress, edited: list[Edited], key: str) -> None:
        values = {"plan_id": progress.plan_id, "row_id": progress.row_id, "words": progress.words}
        self._write(key, correct_milestones, edited=edited, calendar=default_calendar(), **values)

    def _keep(self) -> None:
        progress = self._progress
        if progress is not None:
            values = {"plan_id": progress.plan_id, "row_id": progress.row_id, "words": progress.words}
            self._write("keep", keep_correction, **values)

    def _read_again(self) -> None:
        values = {"plan_id": self.plan_id, "row_id": self._panel.row_id}
        self._write("read_again", read_again, calendar=default_calendar(), **values)

    @Slot(object)
    def _choose_product(self, product: str | None) -> None:
        places = self._places(self._selected)
        self._write("product", choose_product, plan_id=self.plan_id, places=places, product=product)

    @Slot(str)
    def _add_note(self, words: str) -> None:
        values = {"row_id": self._panel.row_id, "words": words, "at": datetime.now(), "who": ""}
        self._write("note", add_note, **values)

    @Slot(object)
    def _change_note(self, note: Note) -> None:
        self._write("note_change", change_note, note=note)

    @Slot(object)
    def _remove_note(self, note: Note) -> None:
        self._write("note_remove", remove_note, note=note)

    def _connect(self) -> None:
        panel = self._panel
        panel.row_shown.connect(self._row_shown)
        panel.progress.command_wanted.connect(self._run)
        panel.progress.product_chosen.connect(self._choose_product)
        panel.log.note_added.connect(self._add_note)
        panel.log.note_changed.connect(self._change_note)
        panel.log.note_removed.connect(self._remove_note)


def _read_row(work: Work, plan_id: int, row_id: int, today: date) -> RowProgress | None:
    """None where the row has gone meanwhile."""
    try:
        return row_progress(work, plan_id, row_id, default_calendar(), today)
    except Refused:
        return None


def _note_all(work: Work, marks: Sequence[Mark]) -> None:
    for mark in marks:
        note_down(work, mark)
