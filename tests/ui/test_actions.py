"""What a role may not do is off in the menus, whatever else turns it on, with the reason."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.domain.access import Actor, Role
from app.ports import History
from ui.action_rights import RIGHTS, refused_commands
from ui.actions import MENUS, Actions

LIMITED = Actor("Một", Role.ENTRY, frozenset({1}))


@pytest.fixture
def actions(qtbot: QtBot) -> Iterator[Actions]:
    window = QMainWindow()
    qtbot.addWidget(window)
    yield Actions(window)
    assert window


def test_the_table_names_commands_that_there_are() -> None:
    names = {command.name for menu in MENUS.values() for command in menu if command}
    assert set(RIGHTS) <= names


@pytest.mark.parametrize(
    ("actor", "off", "on"),
    [
        (Actor("Một", Role.ADMIN), (), ("new_plan", "restore", "add_row", "add_column")),
        (Actor("Một", Role.ENTRY), ("new_plan", "import", "restore"), ("add_row", "add_column", "paste")),
        (LIMITED, ("new_plan", "add_column", "delete_appendix"), ("add_row", "paste", "export")),
        (Actor("Một", Role.VIEW), ("add_row", "paste", "undo", "import"), ("export", "print", "find", "back_up")),
    ],
)
def test_each_role_has_its_commands(actions: Actions, actor: Actor, off: tuple[str, ...], on: tuple[str, ...]) -> None:
    actions.allow_actor(actor)
    actions.allow_plan(True)
    actions.show_history(History(("Gõ",), ("Gõ",)))
    assert all(not actions[name].isEnabled() and actions[name].toolTip().endswith(".") for name in off)
    assert all(actions[name].isEnabled() for name in on)
    assert set(refused_commands(actor)) >= set(off)


def test_the_next_one_may_again(actions: Actions) -> None:
    actions.allow_actor(LIMITED)
    actions.allow_actor(Actor("Hai", Role.ADMIN))
    assert actions["new_plan"].isEnabled() and not actions["new_plan"].toolTip().endswith(".")
    actions.allow_actor(LIMITED)
    actions.allow_actor(None)
    actions.allow_plan(True)
    assert actions["new_plan"].isEnabled() and actions["add_column"].isEnabled()


def test_what_concerns_accounts_is_there_with_them_alone(actions: Actions) -> None:
    actions.show_accounts(False)
    assert not any(actions[name].isVisible() for name in ("lock", "sign_out", "change_password"))
    actions.show_accounts(True)
    assert all(actions[name].isVisible() for name in ("lock", "sign_out", "change_password"))
