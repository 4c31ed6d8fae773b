"""A field for a year: four digits, the arrow keys count up and down."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import measured, px

FIRST_YEAR, LAST_YEAR = 2000, 2100
_WIDTH = 72


class YearField(QLineEdit):
    """``year_changed`` tells each complete year that a person typed."""

    year_changed = Signal(int)

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        super().__init__(str(year), parent)
        self._year = year
        self.setValidator(QIntValidator(FIRST_YEAR, LAST_YEAR, self))
        self.setMaxLength(4)
        measured(self, lambda widget: widget.setFixedWidth(px(_WIDTH)))
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._complete)

    @property
    def year(self) -> int:
        """The last complete year."""
        return self._year

    def show_year(self, year: int) -> None:
        """Show another year without telling anybody."""
        self._year = year
        self.setText(str(year))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down count."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
        elif FIRST_YEAR <= self._year + step <= LAST_YEAR:
            self.show_year(self._year + step)
            self.year_changed.emit(self._year)

    @Slot()
    def _typed(self) -> None:
        if self.hasAcceptableInput():
            self._year = int(self.text())
            self.year_changed.emit(self._year)

    @Slot()
    def _complete(self) -> None:
        self.setText(str(self._year))
