"""What belongs to this computer and not to the register: its look, folders and printer, kept in window.ini."""

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from ui.look import STEP, USUAL_SIZE, change_look, keep_look, nearest_size
from ui.theme import Look, look_now

EXPORTS, BACKUPS = "export_folder", "backup_folder"
"""The folders that are offered first for exported files and for backups."""
_PRINTER = "printer"


class Computer(QObject):
    """``data_folder`` holds the register; ``look_changed`` tells that everything looks otherwise now."""

    look_changed = Signal()

    def __init__(self, settings: QSettings, data_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.data_folder = data_folder

    def use_look(self, look: Look) -> None:
        """Show everything so from now on, after the next start too."""
        change_look(look)
        keep_look(self._settings, look)
        self.look_changed.emit()

    def step_text(self, steps: int) -> None:
        """Make the text larger or smaller by ``steps``; 0 is back to the usual size."""
        before = look_now()
        size = nearest_size(before.text_size + steps * STEP) if steps else USUAL_SIZE
        if size != before.text_size:
            self.use_look(Look(size, before.high_contrast))

    def folder(self, name: str) -> Path | None:
        """The folder that was chosen for ``name``; None for none."""
        stored = str(self._settings.value(name) or "")
        return Path(stored) if stored else None

    def keep_folder(self, name: str, folder: Path | None) -> None:
        """Offer ``folder`` first for ``name`` from now on."""
        self._keep(name, str(folder) if folder else "")

    @property
    def printer(self) -> str:
        """The name of the printer that was used last; "" before the first."""
        return str(self._settings.value(_PRINTER) or "")

    def keep_printer(self, name: str) -> None:
        """Offer the printer ``name`` first the next time."""
        self._keep(_PRINTER, name)

    def _keep(self, name: str, value: str) -> None:
        if value:
            self._settings.setValue(name, value)
        else:
            self._settings.remove(name)
        self._settings.sync()


def computer_of(widget: QWidget | None) -> Computer | None:
    """What belongs to the computer, as the window around ``widget`` knows it; None where there is no such window."""
    while widget is not None:
        found = getattr(widget, "computer", None)
        if isinstance(found, Computer):
            return found
        widget = widget.parentWidget()
    return None


def export_folder_of(widget: QWidget | None) -> Path | None:
    """The folder chosen for exported files; None where none was."""
    computer = computer_of(widget)
    return computer.folder(EXPORTS) if computer else None
