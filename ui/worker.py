"""Who works with the register, shown at the foot of the side bar: whoever has signed in; without accounts asked at
start where several may."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from app.domain.staff import Person
    from app.ports import Changes
    from app.services.people import Choice
    from ui.clock import Clock
    from ui.operations import Operations


class Worker(QObject):
    """``changed`` tells the name of whoever works now, "" for nobody; ``nobody_there`` that there is no one to choose
    from."""

    changed = Signal(str)
    nobody_there = Signal()
    account_wanted = Signal()
    """Somebody has signed in by an account, and wants to do something about it."""

    def __init__(self, operations: Operations, clock: Clock, window: QWidget) -> None:
        super().__init__(window)
        self._operations, self._clock, self._window = operations, clock, window
        self.person: Person | None = None
        self._account: str | None = None

    def use_account(self, name: str | None) -> None:
        """From now on the account ``name`` is who works, whatever the staff list says; None: there are no accounts."""
        had_account, self._account = self._account is not None, name
        if name is not None:
            self.person = None
            self.changed.emit(name)
        elif had_account:
            self._take(None)
            self.start()

    @Slot()
    def start(self) -> None:
        """Take the only person there is, ask where there are several."""
        if self._account is None:
            self._read(self._begin)

    @Slot()
    def choose(self) -> None:
        """Ask, however few there are; an account is nothing to choose here."""
        if self._account is None:
            self._read(self._ask)
        else:
            self.account_wanted.emit()

    @Slot(object)
    def show_changes(self, changes: Changes) -> None:
        """The person who works may have another name or be gone."""
        if changes.directories and self._account is None:
            self._read(self._follow)

    def _read(self, then: Callable[[Choice], None]) -> None:
        from app.services.people import who_is_there  # not needed before the first picture

        self._operations.read(partial(who_is_there, today=self._clock.today), then)

    def _begin(self, choice: Choice) -> None:
        if len(choice.people) == 1:
            self._take(choice.people[0])
        elif choice.people:
            self._ask(choice)

    def _ask(self, choice: Choice) -> None:
        from ui.dialogs.choose_person import ChoosePerson

        if not choice.people:
            self.nobody_there.emit()
            return
        dialog = ChoosePerson(choice.people, self.person or choice.last, self._window)
        dialog.chosen.connect(self._chosen)
        dialog.rejected.connect(self._skip)
        dialog.open()

    def _follow(self, choice: Choice) -> None:
        wanted = self.person.id if self.person else None
        found = next((one for one in choice.people if one.id == wanted), None)
        if found is None and len(choice.people) == 1:
            found = choice.people[0]
        if found != self.person:
            self._take(found)

    @Slot(object)
    def _chosen(self, person: Person) -> None:
        from app.services.people import note_worker

        self._take(person)
        self._operations.write("", partial(note_worker, name=person.name))

    @Slot()
    def _skip(self) -> None:
        if self.person is None:
            self._take(None)

    def _take(self, person: Person | None) -> None:
        self.person = person
        name = person.name if person else ""
        self._operations.work_as(name)
        self.changed.emit(name)
