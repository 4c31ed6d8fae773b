"""What an office or a person may set, which values it may have, and the file that carries it to another computer."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Final

from app.domain.errors import Refused

FORMAT: Final = "so-cchc-settings/1"
SOON_DAYS: Final = 7
"""Days ahead of its due day from which a milestone is said to come soon, as long as nobody has set another number."""
SOON_RANGE: Final = range(1, 91)
LOCK_RANGE: Final = range(0, 241)
"""Minutes without a key or a click after which the program asks for the password again; 0 for never."""
TEXT_SIZES: Final = range(100, 151, 10)
"""Per cent of the usual size of text."""
PAPERS: Final = ("A4", "A3")
STATES: Final = ("followed", "always", "never")
"""When a printed plan ends with the column of states: where the plan is followed, always or never."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set. ``text_size`` and ``high_contrast`` belong to the computer, all else to the register.

    ``heading_block``, ``attached_to`` and ``whole_text`` are what a preview begins with: the heading of an official
    document, the line "(Kèm theo …)", and the text of the plan before its appendices.
    """

    text_size: int = TEXT_SIZES.start
    high_contrast: bool = False
    soon_days: int = SOON_DAYS
    lock_minutes: int = 15
    paper: str = PAPERS[0]
    states: str = STATES[0]
    heading_block: bool = True
    attached_to: bool = True
    whole_text: bool = False

    def prints_states(self, is_followed: bool) -> bool:
        """Whether a print of a plan begins with the column of states; ``is_followed`` says whether anything of the
        plan was noted yet."""
        return self.states == "always" or (self.states == "followed" and is_followed)


OF_COMPUTER: Final = ("text_size", "high_contrast")
OF_REGISTER: Final = tuple(field.name for field in fields(Settings) if field.name not in OF_COMPUTER)


def _whole_in(values: range) -> Callable[[object], bool]:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and value in values


def _one_of(values: tuple[str, ...]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and value in values


def _yes_or_no(value: object) -> bool:
    return isinstance(value, bool)


_FITS: Final[Mapping[str, Callable[[object], bool]]] = {
    "text_size": _whole_in(TEXT_SIZES),
    "high_contrast": _yes_or_no,
    "soon_days": _whole_in(SOON_RANGE),
    "lock_minutes": _whole_in(LOCK_RANGE),
    "paper": _one_of(PAPERS),
    "states": _one_of(STATES),
    "heading_block": _yes_or_no,
    "attached_to": _yes_or_no,
    "whole_text": _yes_or_no,
}


def wrong_fields(values: Mapping[str, object]) -> list[str]:
    """The names in ``values`` that are no setting or have a value that it cannot have, in their order."""
    return [name for name, value in values.items() if name not in _FITS or not _FITS[name](value)]


def checked(values: Mapping[str, object], before: Settings | None = None) -> Settings:
    """``before`` with ``values`` in place of its own; what is not named stays. Raises Refused with the names of all
    that are wrong, and then nothing is taken."""
    wrong = wrong_fields(values)
    if wrong:
        raise Refused("settings.wrong_values", names="; ".join(map(_harmless, wrong[:12])))
    return replace(before or Settings(), **dict(values))  # type: ignore[arg-type]  # every value was looked at


def _harmless(name: str) -> str:
    """A name out of a file, short and without signs that would disturb the sentence around it."""
    return "".join(sign if sign.isprintable() else "?" for sign in name[:40])


def file_of(settings: Settings) -> dict[str, object]:
    """What the file of ``settings`` holds: no folder, no printer, no name, no password."""
    return {"format": FORMAT, **asdict(settings)}


def from_file(content: object, before: Settings) -> Settings:
    """``before`` as the read file ``content`` changes it. Raises Refused where it is no file of settings, or where a
    value in it is wrong."""
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise Refused("settings.no_settings_file")
    return checked({str(name): value for name, value in content.items() if name != "format"}, before)


def from_stored(stored: Mapping[str, str | None]) -> Settings:
    """The settings that a register keeps as words; what is not there or not right is as if nobody had set it."""
    usual = Settings()
    values = {name: _read(words, getattr(usual, name)) for name, words in stored.items() if words is not None}
    return checked({name: value for name, value in values.items() if name in _FITS and _FITS[name](value)})


def to_stored(settings: Settings) -> dict[str, str]:
    """The settings of the register as words."""
    values = asdict(settings)
    return {name: _words(values[name]) for name in OF_REGISTER}


def _words(value: object) -> str:
    return str(int(value)) if isinstance(value, bool) else str(value)


def _read(words: str, usual: object) -> object:
    if isinstance(usual, bool):
        return {"1": True, "0": False}.get(words)
    if isinstance(usual, int):
        return int(words) if words.isascii() and words.isdecimal() and len(words) < 9 else None
    return words
