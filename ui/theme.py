"""Colours, fonts, distances and the style sheet as they are now: the one place that says how the program looks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import Template
from types import MappingProxyType
from typing import Any, Final, TypeVar, cast
from weakref import WeakKeyDictionary

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from app.paths import RESOURCES
from ui.colours import HIGH_CONTRAST, USUAL

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
"""Width of the side bar with text of the usual size."""

_FAMILIES: Final = ("Segoe UI", "Noto Sans", "Liberation Sans", "DejaVu Sans")
_LETTERS: Final = 13
_SIZES: Final = range(10, 31)
"""The heights of letters that the style sheet may ask for."""
_WHOLE: Final = 100
_MOST_DIALOG: Final = (1200, 680)
_SIDE_PAD: Final = 8
_FOOT: Final = 12
_BUTTON_PAD: Final = 12


@dataclass(frozen=True, slots=True)
class Look:
    """What a person may change: the size of text in per cent of the usual, and whether colours contrast strongly."""

    text_size: int = _WHOLE
    high_contrast: bool = False


@dataclass(slots=True)
class _Now:
    look: Look
    colours: dict[str, str]


_NOW: Final = _Now(Look(), dict(USUAL))
COLOURS: Final[Mapping[str, str]] = MappingProxyType(_NOW.colours)
"""The colours as they are now, by what they are for."""

_Widget = TypeVar("_Widget", bound=QWidget)
_Function = TypeVar("_Function", bound=Callable[..., Any])
_MEASURED: Final[WeakKeyDictionary[QWidget, tuple[Callable[[Any], object], ...]]] = WeakKeyDictionary()
_FORGET: Final[list[Callable[[], None]]] = []


def look_now() -> Look:
    """How the program looks now."""
    return _NOW.look


def colour(name: str) -> QColor:
    """The colour for what ``name`` says; KeyError where there is none."""
    return QColor(COLOURS[name])


def focus_pen() -> QPen:
    """What the frame around the cell or the sign in use is drawn with."""
    return QPen(colour("primary"), 3 if _NOW.look.high_contrast else 1)


def px(pixels: int) -> int:
    """``pixels``, meant for text of the usual size, for text as large as it is now."""
    return round(pixels * _NOW.look.text_size / _WHOLE)


def some_px(pixels: int) -> int:
    """As ``px``, but growing only half as much: for what stands beside the main thing and must leave it room."""
    return (pixels + px(pixels)) // 2


def dialog_size(width: int, height: int) -> tuple[int, int]:
    """A dialog's size for text as large as it is now, as far as the smallest screen in use has room."""
    return min(px(width), max(width, _MOST_DIALOG[0])), min(px(height), max(height, _MOST_DIALOG[1]))


def measured(widget: _Widget, measure: Callable[[_Widget], object]) -> None:
    """Measure ``widget`` now, and again whenever the size of text has changed; ``measure`` must hold no widget."""
    measure(widget)
    _MEASURED[widget] = (*_MEASURED.get(widget, ()), measure)


def measured_ones() -> list[tuple[QWidget, tuple[Callable[[Any], object], ...]]]:
    """The widgets that are there, and how each is measured."""
    return list(_MEASURED.items())


def kept_for_look(most: int) -> Callable[[_Function], _Function]:
    """Keep ``most`` results of a function as long as the program looks the same."""

    def keep(function: _Function) -> _Function:
        kept = lru_cache(maxsize=most)(function)
        _FORGET.append(kept.cache_clear)
        return cast(_Function, kept)

    return keep


def use_look(look: Look) -> None:
    """From now on what is asked here answers for ``look``; ``ui.look`` lets everything that is shown follow."""
    _NOW.look = look
    _NOW.colours.update(HIGH_CONTRAST if look.high_contrast else USUAL)
    for forget in _FORGET:
        forget()


def base_font() -> QFont:
    """The font of the whole program, the first of the wanted families that this machine has."""
    families = set(QFontDatabase.families())
    font = QFont(next((name for name in _FAMILIES if name in families), QFont().defaultFamily()))
    font.setPixelSize(px(_LETTERS))
    return font


def style_sheet() -> str:
    """The style sheet with colours, heights of letters and the icons' folder filled in."""
    names = ["window.qss", *(["high-contrast.qss"] if _NOW.look.high_contrast else [])]
    source = "\n".join((RESOURCES / "styles" / name).read_text(encoding="utf-8") for name in names)
    heights = {f"px{size}": f"{px(size)}px" for size in _SIZES}
    icons = (RESOURCES / "icons").as_posix()
    return Template(source).substitute(COLOURS, **heights, **_pads(), radius=RADIUS, icons=icons)


def _pads() -> dict[str, int | str]:
    """What is free around the words of the side bar and of buttons: less with large text, so that all of it fits on
    the screen; so do the small letters at the foot of the side bar. A thicker border takes a pixel or two of it."""
    less = (_NOW.look.text_size - _WHOLE) // 10
    beside = _BUTTON_PAD - less
    side: dict[str, int | str] = {"side_pad": _SIDE_PAD - less * 6 // 5, "foot": f"{some_px(_FOOT)}px"}
    return {**side, "button_pad": beside, "button_pad_1": beside - 1, "button_pad_2": beside - 2}


def apply_theme(application: QApplication, look: Look | None = None) -> None:
    """Give ``application`` the style, palette, font and style sheet, of ``look`` where it is given."""
    if look is not None:
        use_look(look)
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
