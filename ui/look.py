"""How this computer shows the program: kept in its window.ini, and changed while the program runs."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from ui.icons import recoloured
from ui.theme import Look, apply_theme, look_now, measured_ones

LEAST, MOST, STEP, USUAL_SIZE = 100, 150, 10, 100
"""Per cent of the usual size of text."""
_SIZE, _CONTRAST = "text_size", "high_contrast"


def look_kept_in(data_folder: Path) -> Look:
    """The look that was kept beside the data, before there is any window."""
    return stored_look(QSettings(str(data_folder / "window.ini"), QSettings.Format.IniFormat))


def stored_look(settings: QSettings) -> Look:
    """The look that was kept; what cannot be one is taken for the usual."""
    words = str(settings.value(_SIZE, USUAL_SIZE))
    size = int(words) if words.isdecimal() else USUAL_SIZE
    return Look(nearest_size(size), str(settings.value(_CONTRAST, "0")) == "1")


def keep_look(settings: QSettings, look: Look) -> None:
    """Keep ``look`` for the next start."""
    settings.setValue(_SIZE, look.text_size)
    settings.setValue(_CONTRAST, "1" if look.high_contrast else "0")
    settings.sync()


def nearest_size(size: int) -> int:
    """The size of text that can be chosen nearest to ``size``."""
    return min(max(round(size / STEP) * STEP, LEAST), MOST)


def change_look(look: Look) -> None:
    """Let every window, page and dialog that is open follow ``look`` at once."""
    before = look_now()
    if look == before:
        return
    application = cast(QApplication, QApplication.instance())
    apply_theme(application, look)
    if look.high_contrast != before.high_contrast:
        _recolour_icons()
    for widget, measures in measured_ones():
        for measure in measures if isValid(widget) else ():
            measure(widget)
    for widget in application.allWidgets():
        widget.update()


def _recolour_icons() -> None:
    """The icons of buttons and commands in the colours of now; those of lists are painted from the theme."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractButton):
            _recolour(widget)
        if isinstance(widget, QWidget):
            for action in widget.actions():
                _recolour(action)


def _recolour(thing: QAbstractButton | QAction) -> None:
    found: QIcon | None = recoloured(thing.icon())
    if found is not None:
        thing.setIcon(found)
