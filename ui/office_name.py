"""Whose register it is: the office's own name, told to whoever shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from app.ports import Changes, Work
    from ui.operations import Operations


class OfficeName(QObject):
    """``changed`` tells the name in one line, "" where none was entered."""

    changed = Signal(str)

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations

    @Slot()
    def read(self) -> None:
        """Read the name."""
        self._operations.read(_name, self.changed.emit)

    @Slot(object)
    def show_changes(self, changes: Changes) -> None:
        """The name may be another one."""
        if changes.directories:
            self.read()


def _name(work: Work) -> str:
    return " ".join(work.office().issuing_body)
