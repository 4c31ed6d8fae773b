"""What a person does to the columns of a table: the menu on a heading."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QInputDialog, QMenu

from app.domain import columns
from app.domain.plan import Appendix, Column, Role
from app.texts import text
from ui.pages.table_commands import TableCommands
from ui.widgets.appendix_table import AppendixTable


class ColumnCommands(QObject):
    """Adds, names, hides, shows, moves, resizes and removes columns, and says what they mean."""

    menu_opened = Signal(object)
    """A column's ``QMenu`` that is about to be shown: what else concerns columns may be added to it."""

    def __init__(self, table: AppendixTable, commands: TableCommands, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._commands = commands
        self.menu: QMenu | None = None
        """The menu opened last."""
        self.dialog: QInputDialog | None = None
        """The dialog opened last."""
        table.column_menu_wanted.connect(self.open_menu)
        table.column_dragged.connect(self.move)
        table.column_resized.connect(self.resize)

    @Slot()
    def open_menu_here(self) -> None:
        """The menu of the column in use, below its heading."""
        place = self._table.place
        if place is not None:
            header = self._table.horizontalHeader()
            corner = QPoint(header.sectionViewportPosition(place[1]), header.height())
            self.open_menu(place[1], header.viewport().mapToGlobal(corner))

    @Slot(int, QPoint)
    def open_menu(self, column: int, point: QPoint) -> None:
        """The menu of one column."""
        menu = QMenu(self._table)
        self._entry(menu, "column_rename", partial(self.ask_name, column))
        self._role_menu(menu, column)
        menu.addSeparator()
        self._entry(menu, "column_add_left", partial(self.ask_new, column))
        self._entry(menu, "column_add_right", partial(self.ask_new, column + 1))
        self._entry(menu, "column_left", partial(self.move, column, column - 1), column > 0)
        is_last = column == len(self._columns()) - 1
        self._entry(menu, "column_right", partial(self.move, column, column + 1), not is_last)
        menu.addSeparator()
        self._entry(menu, "column_auto_width", partial(self.resize, column, None))
        self._entry(menu, "column_hide", partial(self.hide, column, True))
        self._hidden_menu(menu)
        menu.addSeparator()
        self._entry(menu, "column_remove", partial(self.remove, column))
        for action in menu.actions():
            action.setEnabled(action.isEnabled() and self._commands.may_change_whole)
        self.menu = menu
        self.menu_opened.emit(menu)
        menu.popup(point)

    @Slot()
    def add_column(self) -> None:
        """Ask for a new column right of the one in use."""
        place = self._table.place
        self.ask_new(place[1] + 1 if place else len(self._columns()))

    def ask_new(self, at: int) -> None:
        """Ask for the heading of a new column at a position."""
        self._ask(text("plan_page.column_new_title"), "", partial(self._add, at))

    def ask_name(self, column: int) -> None:
        """Ask for another heading."""
        heading = self._columns()[column].heading
        self._ask(text("plan_page.column_rename_title"), heading, partial(self._rename, column))

    @Slot(int, int)
    def move(self, column: int, to: int) -> None:
        """Put a column at another position."""
        self._change("undo_column_move", partial(columns.move_column, at=column, to=to))

    @Slot(int, float)
    def resize(self, column: int, width: float | None) -> None:
        """Store a width in millimetres; None leaves it to the program."""
        self._change("undo_column_width", partial(columns.resize_column, at=column, width=width))

    def hide(self, column: int, hidden: bool) -> None:
        """Hide a column or show it again."""
        label = "undo_column_hide" if hidden else "undo_column_show"
        self._change(label, partial(columns.hide_column, at=column, hidden=hidden))

    def remove(self, column: int) -> None:
        """Take a column and its cells out."""
        self._change("undo_column_remove", partial(columns.remove_column, at=column))

    def set_role(self, column: int, role: Role) -> None:
        """Say what a column means."""
        self._change("undo_column_role", partial(columns.set_role, at=column, role=role))

    def _add(self, at: int, heading: str) -> None:
        if heading.strip():
            self._change("undo_column_add", partial(columns.add_column, at=at, column=Column(heading, Role.OTHER)))

    def _rename(self, column: int, heading: str) -> None:
        if heading.strip() and heading != self._columns()[column].heading:
            self._change("undo_column_rename", partial(columns.rename_column, at=column, heading=heading))

    def _ask(self, title: str, words: str, on_done: Callable[[str], None]) -> None:
        dialog = QInputDialog(self._table)
        dialog.setWindowTitle(title)
        dialog.setLabelText(text("plan_page.column_heading"))
        dialog.setTextValue(words)
        dialog.setOkButtonText(text("window.button_yes"))
        dialog.setCancelButtonText(text("window.button_cancel"))
        dialog.textValueSelected.connect(on_done)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def _role_menu(self, menu: QMenu, column: int) -> None:
        roles = menu.addMenu(text("plan_page.column_role"))
        for role in Role:
            action = roles.addAction(text(f"plan_page.role_{role.value}"), partial(self.set_role, column, role))
            action.setCheckable(True)
            action.setChecked(self._columns()[column].role is role)

    def _hidden_menu(self, menu: QMenu) -> None:
        hidden = [(place, column) for place, column in enumerate(self._columns()) if column.hidden]
        if hidden:
            shown = menu.addMenu(text("plan_page.column_show"))
            for place, column in hidden:
                shown.addAction(column.heading, partial(self.hide, place, False))

    def _entry(self, menu: QMenu, key: str, action: Callable[[], None], enabled: bool = True) -> None:
        menu.addAction(text(f"plan_page.{key}"), action).setEnabled(enabled)

    def _change(self, label: str, change: Callable[[Appendix], Appendix]) -> None:
        self._commands.change(label, change)

    def _columns(self) -> tuple[Column, ...]:
        return self._table.appendix_model.appendix.columns
