"""The menu on a cell: the commands of the menu bar that fit there."""

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtWidgets import QMenu

from ui.actions import Actions
from ui.widgets.appendix_table import AppendixTable

_ENTRIES = (
    *("cut", "copy", "paste", "clear", "copy_above", None),
    *("add_row", "add_section", "duplicate_rows", "delete_rows", "move_up", "move_down", None),
    *("merge_down", "split_down"),
)


class RowMenu(QObject):
    """Opens at the pointer or at the cell in use."""

    def __init__(self, table: AppendixTable, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self.menu = QMenu(table)
        for name in _ENTRIES:
            if name is None:
                self.menu.addSeparator()
            else:
                self.menu.addAction(actions[name])
        table.row_menu_wanted.connect(self._open)

    @Slot(QPoint)
    def _open(self, point: QPoint) -> None:
        self.menu.popup(point)
