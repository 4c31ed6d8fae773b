"""The one-page help."""

from pytestqt.qtbot import QtBot

from ui.actions import MENUS
from ui.dialogs.help_dialog import HelpDialog

_ELSEWHERE = {"Ctrl+Shift+Z"}
_NAMES = {"Alt+Up": "Alt+Mũi tên lên", "Alt+Down": "Alt+Mũi tên lên, xuống"}


def test_every_shortcut_of_the_menus_stands_in_the_help(qtbot: QtBot) -> None:
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    words = dialog.page.toPlainText()
    keys = [keys for commands in MENUS.values() for command in commands if command for keys in command.keys]
    spelled = [
        _NAMES.get(key, key.replace("PgUp", "Page Up").replace("PgDown", "Page Down"))
        for key in keys
        if key not in _ELSEWHERE
    ]
    assert [key for key in spelled if key not in words] == []
