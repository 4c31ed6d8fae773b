"""The shortcuts of the menus as the help shows them, from the commands themselves."""

from app.texts import text
from ui.actions import MENUS, Command

_NAMES = {"PgUp": "page_up", "PgDown": "page_down", "Up": "up", "Down": "down", "Left": "left", "Right": "right"}


def shortcuts_text() -> str:
    """A heading for each menu and a table of keys and commands, in the spelling of a help page."""
    return "\n\n".join(_menu(name, commands) for name, commands in MENUS.items())


def spelled(keys: str) -> str:
    """``keys`` ("Ctrl+PgUp") as they stand on the keyboard and in the help ("Ctrl+Page Up")."""
    parts = keys.split("+")
    return "+".join(text(f"help.key_{_NAMES[part]}") if part in _NAMES else part for part in parts)


def _menu(name: str, commands: tuple[Command | None, ...]) -> str:
    lines = [_line(command) for command in commands if command is not None and command.keys]
    return "\n".join((f"## {_plain(text(f'window.menu_{name}'))}", "", *lines))


def _line(command: Command) -> str:
    keys = ", ".join(f"`{spelled(one)}`" for one in command.keys)
    return f"| {keys} | {_plain(text(f'window.action_{command.name}')).rstrip('…')} |"


def _plain(words: str) -> str:
    return words.replace("&", "")
