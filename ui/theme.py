"""Colours, fonts, distances and the style sheet: the one place that says how the program looks."""

from pathlib import Path
from string import Template
from typing import Final

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.paths import RESOURCES

COLOURS: Final = {
    "side": "#17324d",
    "side_active": "#245480",
    "side_hover": "#1e4265",
    "side_text": "#dbe5ee",
    "side_quiet": "#a9bccd",
    "page": "#f5f6f8",
    "card": "#ffffff",
    "line": "#dde1e7",
    "line_strong": "#c3cad3",
    "text": "#1d2530",
    "quiet": "#5b6675",
    "primary": "#0b57a8",
    "primary_hover": "#0a4b91",
    "primary_soft": "#e2effb",
    "selected": "#cbe1f7",
    "head": "#eef1f6",
    "section": "#f3f6fa",
    "good": "#1c7c46",
    "good_soft": "#e6f2ea",
    "warn": "#a86400",
    "warn_soft": "#fff5e3",
    "bad": "#b3261e",
    "bad_soft": "#fbe6e5",
}
"""Every colour of the program by what it is for."""

GAP: Final = 12
"""Distance between two blocks, in device-independent pixels."""
HALF_GAP: Final = 6
"""Distance between two things that belong together."""
MARGIN: Final = 18
"""Distance between the page's edge and what is on it."""
RADIUS: Final = 6
"""Radius of the corners of cards and buttons."""
CELL_PADDING: Final = 4
"""Distance between a cell's border and its text."""
SIDE_WIDTH: Final = 206
"""Width of the side bar."""

_FAMILIES: Final = ("Segoe UI", "Noto Sans", "Liberation Sans", "DejaVu Sans")


def colour(name: str) -> QColor:
    """The colour for what ``name`` says; KeyError where there is none."""
    return QColor(COLOURS[name])


def base_font() -> QFont:
    """The font of the whole program, the first of the wanted families that this machine has."""
    families = set(QFontDatabase.families())
    font = QFont(next((name for name in _FAMILIES if name in families), QFont().defaultFamily()))
    font.setPixelSize(13)
    return font


def style_sheet() -> str:
    """The style sheet with colours and the icons' folder filled in."""
    source = Path(RESOURCES / "styles" / "window.qss").read_text(encoding="utf-8")
    return Template(source).substitute(COLOURS, radius=RADIUS, icons=(RESOURCES / "icons").as_posix())


def apply_theme(application: QApplication) -> None:
    """Give ``application`` the style, palette, font and style sheet."""
    application.setStyle(QStyleFactory.create("Fusion"))
    application.setPalette(_palette())
    application.setFont(base_font())
    application.setStyleSheet(style_sheet())


def _palette() -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "page",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "card",
        QPalette.ColorRole.AlternateBase: "section",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "card",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.Highlight: "primary",
        QPalette.ColorRole.HighlightedText: "card",
        QPalette.ColorRole.PlaceholderText: "quiet",
        QPalette.ColorRole.ToolTipBase: "card",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.Link: "primary",
    }
    for role, name in roles.items():
        palette.setColor(role, colour(name))
    return palette
