"""Showing some widgets in place of others."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget


def show_those(wanted: Iterable[tuple[QWidget, bool]]) -> None:
    """Show or hide each widget, those to be hidden first: all at once in one row might make the window grow."""
    for widget, shown in sorted(wanted, key=lambda one: one[1]):
        widget.setVisible(shown)
