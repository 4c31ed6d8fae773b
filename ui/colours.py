"""Every colour of the program by what it is for: the usual set, and one of high contrast."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

USUAL: Final[Mapping[str, str]] = MappingProxyType(
    {
        "side": "#17324d",
        "side_active": "#245480",
        "side_hover": "#1e4265",
        "side_text": "#dbe5ee",
        "side_quiet": "#a9bccd",
        "side_warn": "#ffb4a8",
        "bright": "#ffffff",
        "page": "#f5f6f8",
        "card": "#ffffff",
        "line": "#dde1e7",
        "line_strong": "#c3cad3",
        "disabled": "#c3cad3",
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
        "warn_line": "#eccf9c",
        "warn_text": "#6d4300",
        "bad": "#b3261e",
        "bad_soft": "#fbe6e5",
        "bad_line": "#e8b9b6",
    }
)
HIGH_CONTRAST: Final[Mapping[str, str]] = MappingProxyType(
    {
        "side": "#000000",
        "side_active": "#00306e",
        "side_hover": "#333333",
        "side_text": "#ffffff",
        "side_quiet": "#ffffff",
        "side_warn": "#ffd2cb",
        "bright": "#ffffff",
        "page": "#ffffff",
        "card": "#ffffff",
        "line": "#595959",
        "line_strong": "#000000",
        "disabled": "#595959",
        "text": "#000000",
        "quiet": "#262626",
        "primary": "#00307a",
        "primary_hover": "#001f52",
        "primary_soft": "#dce8fa",
        "selected": "#c2dafa",
        "head": "#ebebeb",
        "section": "#f2f2f2",
        "good": "#00451a",
        "good_soft": "#e4f5e8",
        "warn": "#5a3200",
        "warn_soft": "#fff3da",
        "warn_line": "#5a3200",
        "warn_text": "#3d2200",
        "bad": "#850000",
        "bad_soft": "#ffe6e3",
        "bad_line": "#850000",
    }
)
PAIRS: Final = (
    *((ink, ground) for ink in ("text", "quiet", "primary") for ground in ("page", "card", "head", "section")),
    *(("text", ground) for ground in ("primary_soft", "selected", "good_soft", "warn_soft", "bad_soft")),
    *((ink, "card") for ink in ("good", "warn", "bad", "disabled")),
    *(("quiet", ground) for ground in ("primary_soft", "selected")),
    ("primary", "primary_soft"),
    ("good", "good_soft"),
    ("good", "warn_soft"),
    ("warn", "warn_soft"),
    ("warn_text", "warn_soft"),
    ("bad", "bad_soft"),
    *(("bright", ground) for ground in ("primary", "primary_hover", "side_active", "side")),
    *((ink, "side") for ink in ("side_text", "side_quiet", "side_warn")),
    *(("side_text", ground) for ground in ("side_hover", "side_active")),
)
"""What is written on what."""
