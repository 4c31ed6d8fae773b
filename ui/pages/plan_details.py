"""The panel beside a plan's table shows the row in use."""

from PySide6.QtCore import QModelIndex, QObject, QTimer, Slot

from ui.widgets.appendix_table import AppendixTable
from ui.widgets.row_panel import RowPanel


class RowDetails(QObject):
    """Follows the table from row to row, and what changes in the row it is at."""

    def __init__(self, table: AppendixTable, panel: RowPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._table, self._panel = table, panel
        # after what is waiting: the commit of the cell just left, and further moves while an arrow key is held
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.show)
        table.place_changed.connect(self._soon.start)
        table.appendix_model.dataChanged.connect(self._follow_change)

    @Slot()
    def show(self) -> None:
        """Show the row in use."""
        place = self._table.place
        self._panel.show_row(place[0] if place else None)

    def show_soon(self) -> None:
        """Show it once nothing else is waiting."""
        self._soon.start()

    @Slot(QModelIndex, QModelIndex)
    def _follow_change(self, first: QModelIndex, last: QModelIndex) -> None:
        place = self._table.place
        if place is not None and first.row() <= place[0] <= last.row():
            self.show()
