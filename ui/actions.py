"""Every command of the window with its shortcut, and the menus they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from app.texts import text
from ui.icons import icon

if TYPE_CHECKING:
    from app.domain.access import Actor
    from app.ports import History


@dataclass(frozen=True, slots=True)
class Command:
    """One menu entry; ``name`` is also the key of its wording, ``plan`` says that it needs the plan page."""

    name: str
    keys: tuple[str, ...] = ()
    icon: str | None = None
    plan: bool = False


MENUS: dict[str, tuple[Command | None, ...]] = {
    "file": (
        Command("new_plan", ("Ctrl+N",), "document"),
        Command("open_plans", ("Ctrl+O",), "list"),
        None,
        Command("import", ("Ctrl+I",), "import"),
        Command("export", ("Ctrl+E",), "export", plan=True),
        Command("print", ("Ctrl+P",), "print", plan=True),
        None,
        Command("back_up", ("Ctrl+Shift+B",), "backup"),
        Command("restore", (), "restore"),
        None,
        Command("settings", (), "settings"),
        Command("change_password"),
        Command("lock", ("Ctrl+Shift+L",)),
        Command("sign_out"),
        Command("quit", ("Ctrl+Q",)),
    ),
    "edit": (
        Command("undo", ("Ctrl+Z",), "undo"),
        Command("redo", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo"),
        None,
        Command("cut", ("Ctrl+X",), "cut", plan=True),
        Command("copy", ("Ctrl+C",), "copy", plan=True),
        Command("paste", ("Ctrl+V",), "paste", plan=True),
        Command("clear", ("Delete",), plan=True),
        Command("copy_above", ("Ctrl+D",), plan=True),
        None,
        Command("edit_cell", ("F2",), "edit", plan=True),
        Command("find", ("Ctrl+F",), "search"),
    ),
    "table": (
        Command("add_row", ("F5",), "add", plan=True),
        Command("add_section", ("Shift+F5",), "section", plan=True),
        Command("duplicate_rows", ("Ctrl+Shift+D",), plan=True),
        Command("delete_rows", ("F6",), "remove", plan=True),
        Command("move_up", ("Alt+Up",), "up", plan=True),
        Command("move_down", ("Alt+Down",), "down", plan=True),
        None,
        Command("merge_down", ("Ctrl+M",), "merge", plan=True),
        Command("split_down", ("Ctrl+Shift+M",), "split", plan=True),
        None,
        Command("add_column", (), "column", plan=True),
        Command("column_menu", ("Ctrl+Shift+C",), plan=True),
        None,
        Command("add_appendix", ("Ctrl+Shift+N",), plan=True),
        Command("rename_appendix", ("Shift+F2",), plan=True),
        Command("appendix_left", ("Ctrl+Shift+PgUp",), plan=True),
        Command("appendix_right", ("Ctrl+Shift+PgDown",), plan=True),
        Command("delete_appendix", (), plan=True),
    ),
    "view": (
        Command("plan_text", ("F7",), "document", plan=True),
        Command("next_appendix", ("Ctrl+PgDown",), plan=True),
        Command("previous_appendix", ("Ctrl+PgUp",), plan=True),
        Command("row_panel", ("F4",), "panel", plan=True),
        Command("panel_words", ("Alt+1",), plan=True),
        Command("panel_progress", ("Alt+2",), plan=True),
        Command("panel_log", ("Alt+3",), plan=True),
        None,
        Command("log", ("Ctrl+Shift+J",), "clock"),
        None,
        Command("text_larger", ("Ctrl+=", "Ctrl++")),
        Command("text_smaller", ("Ctrl+-",)),
        Command("text_usual", ("Ctrl+0",)),
    ),
    "help": (
        Command("help", ("F1",), "help"),
        Command("shortcuts"),
        Command("whats_new"),
        None,
        Command("print_guide"),
        Command("save_guide"),
        None,
        Command("support_package"),
        Command("update_file"),
        None,
        Command("about"),
    ),
}
"""The menu bar from left to right; None is a separator."""
_OF_ACCOUNTS = ("change_password", "lock", "sign_out")
"""Commands that make no sense without accounts."""


class Actions(QObject):
    """The window's QActions by command name, standing in its menu bar."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._plan_only: list[QAction] = []
        self._refused: frozenset[QAction] = frozenset()
        self._menus = window.menuBar()
        for menu_name, commands in MENUS.items():
            menu = window.menuBar().addMenu(text(f"window.menu_{menu_name}"))
            for command in commands:
                if command is None:
                    menu.addSeparator()
                else:
                    menu.addAction(self._make(command))
        for name in ("undo", "redo"):
            self._name_step(name, ())

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def allow_plan(self, allowed: bool) -> None:
        """Turn the commands that need an open plan on or off."""
        for action in self._plan_only:
            action.setEnabled(allowed)

    @Slot()
    def dress(self) -> None:
        """Give the commands their icons: no picture shows them before a menu is opened."""
        for commands in MENUS.values():
            for command in commands:
                if command is not None and command.icon:
                    self._actions[command.name].setIcon(icon(command.icon))

    def show_history(self, history: "History") -> None:
        """Name the steps that undo and redo would take."""
        self._name_step("undo", history.undo)
        self._name_step("redo", history.redo)

    def show_accounts(self, shown: bool) -> None:
        """Show or hide what concerns an account that has signed in."""
        for name in _OF_ACCOUNTS:
            self._actions[name].setVisible(shown)

    def allow_actor(self, actor: "Actor | None") -> None:
        """Turn off, whatever else turns it on, what ``actor`` may not do, with the reason as its tool tip; None: there
        are no accounts."""
        reasons = _refused(actor) if actor is not None else {}
        before, self._refused = self._refused, frozenset(self._actions[name] for name in reasons)
        for action in before | self._refused:
            action.setToolTip(reasons.get(action.objectName(), ""))
            action.setEnabled(action not in self._refused)
        for menu in self._menus.findChildren(QMenu):
            menu.setToolTipsVisible(bool(reasons))

    @Slot()
    def _keep_off(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and action in self._refused and action.isEnabled():
            action.setEnabled(False)

    def _name_step(self, name: str, steps: tuple[str, ...]) -> None:
        action = self._actions[name]
        action.setEnabled(bool(steps))
        plain = text(f"window.action_{name}")
        action.setText(text(f"window.action_{name}_named", step=steps[0]) if steps else plain)

    def _make(self, command: Command) -> QAction:
        action = QAction(text(f"window.action_{command.name}"), self)
        action.setObjectName(command.name)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        if command.plan:
            self._plan_only.append(action)
        action.enabledChanged.connect(self._keep_off)
        self._actions[command.name] = action
        return action


def _refused(actor: "Actor") -> dict[str, str]:
    """Loaded only where there are accounts."""
    from ui.action_rights import refused_commands

    return refused_commands(actor)
