"""What a person does with whole appendices: the menu on their tabs, from one to the next."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu

from app.domain.plan import Appendix, Column, Role
from app.services.rows import add_appendix, delete_appendix, move_appendix, rename_appendix
from app.texts import text
from ui.actions import Actions
from ui.dialogs.appendix_name import AppendixName
from ui.operations import Operations
from ui.widgets.appendix_model import AppendixModel
from ui.widgets.appendix_tabs import AppendixTabs

_USUAL_ROLES = (Role.ORDINAL, Role.TASK, Role.PRODUCT, Role.LEAD, Role.COORDINATION, Role.DEADLINE)
_ENTRIES = ("add_appendix", "rename_appendix", None, "appendix_left", "appendix_right", None, "delete_appendix")


class AppendixCommands(QObject):
    """Adds, names, moves and deletes appendices of the open plan."""

    about_to_leave = Signal()
    """The appendix in front may go: what is being typed must be stored first."""
    appendix_wanted = Signal(int)
    """A new appendix that shall stand in front."""

    def __init__(self, tabs: AppendixTabs, model: AppendixModel, operations: Operations, parent: QObject) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self._model = model
        self._operations = operations
        self.plan_id: int | None = None
        """The plan whose appendices stand in the tabs."""
        self.menu = QMenu(tabs)
        self.dialog: AppendixName | None = None
        """The dialog opened last."""
        tabs.menu_wanted.connect(self._open_menu)
        tabs.tabBarDoubleClicked.connect(self._double_clicked)

    def use_actions(self, actions: Actions) -> None:
        """Connect the commands of the menus, and fill the tabs' own menu with them."""
        slots = (self.ask_new, self.ask_name, self.move_left, self.move_right, self.delete)
        for name, slot in zip(filter(None, _ENTRIES), slots, strict=True):
            actions[name].triggered.connect(slot)
        for entry in _ENTRIES:
            if entry is None:
                self.menu.addSeparator()
            else:
                self.menu.addAction(actions[entry])
        actions["next_appendix"].triggered.connect(self._show_next)
        actions["previous_appendix"].triggered.connect(self._show_previous)

    @Slot()
    def ask_new(self) -> None:
        """Ask for label and title of an appendix to add behind the one in front."""
        label = text("plan_page.appendix_next_label", number=f"{self._tabs.count() + 1:02}")
        self._ask("appendix_new", label, "").named.connect(self._add)

    @Slot()
    def ask_name(self) -> None:
        """Ask for another label and title of the appendix in front."""
        appendix = self._model.appendix
        if appendix.id is not None:
            dialog = self._ask("appendix_rename", appendix.label, appendix.title)
            dialog.named.connect(partial(self._rename, appendix.id))

    @Slot()
    def move_left(self) -> None:
        """Put the appendix in front before the one left of it."""
        self._move(-1)

    @Slot()
    def move_right(self) -> None:
        """Put the appendix in front behind the one right of it."""
        self._move(1)

    @Slot()
    def delete(self) -> None:
        """Take the appendix in front out of the plan; undo brings it back."""
        appendix_id = self._tabs.appendix_id
        if appendix_id is not None:
            self.about_to_leave.emit()
            use_case = partial(delete_appendix, appendix_id=appendix_id)
            self._operations.write(text("plan_page.undo_appendix_delete"), use_case)

    @Slot(str, str)
    def _add(self, label: str, title: str) -> None:
        """Empty, with the columns of the appendix in front or, where there is none, the usual ones."""
        if self.plan_id is None:
            return
        self.about_to_leave.emit()
        columns = tuple(replace(column, id=None) for column in self._model.appendix.columns) or _usual_columns()
        new = Appendix(label, title, columns)
        at = self._tabs.currentIndex() + 1
        use_case = partial(add_appendix, plan_id=self.plan_id, appendix=new, position=at)
        self._operations.write(text("plan_page.undo_appendix_add"), use_case, self.appendix_wanted.emit)

    def _rename(self, appendix_id: int, label: str, title: str) -> None:
        use_case = partial(rename_appendix, appendix_id=appendix_id, label=label, title=title)
        self._operations.write(text("plan_page.undo_appendix_rename"), use_case)

    def _move(self, by: int) -> None:
        appendix_id, to = self._tabs.appendix_id, self._tabs.currentIndex() + by
        if appendix_id is not None and 0 <= to < self._tabs.count():
            use_case = partial(move_appendix, appendix_id=appendix_id, position=to)
            self._operations.write(text("plan_page.undo_appendix_move"), use_case)

    def _ask(self, key: str, label: str, title: str) -> AppendixName:
        do = text("plan_page.appendix_add_button" if key == "appendix_new" else "window.button_yes")
        self.dialog = AppendixName(text(f"plan_page.{key}"), do, label, title, self._tabs)
        self.dialog.open()
        return self.dialog

    @Slot()
    def _show_next(self) -> None:
        self._tabs.step(1)

    @Slot()
    def _show_previous(self) -> None:
        self._tabs.step(-1)

    @Slot(QPoint)
    def _open_menu(self, point: QPoint) -> None:
        self.menu.popup(point)

    @Slot(int)
    def _double_clicked(self, place: int) -> None:
        if place >= 0:
            self.ask_name()


def _usual_columns() -> tuple[Column, ...]:
    return tuple(Column(text(f"plan_page.role_{role.value}"), role) for role in _USUAL_ROLES)
