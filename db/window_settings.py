"""What of the window's settings goes along in a backup: how people like to see the program, not where this computer
keeps its things.

Read and written as plain lines. A value that is not plain text is left alone: in a file from elsewhere it could make
the window build whatever it names.
"""

import os
import re
from contextlib import suppress
from pathlib import Path

FILE_NAME = "window.ini"
_MOST = 200
_OF_THIS_COMPUTER = re.compile(r"geometry|state|folder|place|plan|seen|secret|password", re.IGNORECASE)
_GENERAL = "[General]"
_LINE = re.compile(r'[A-Za-z0-9_%-]{1,80}=[^@\\"\x00-\x1f\x7f]{0,500}')


def portable_settings(folder: Path) -> tuple[str, ...]:
    """The lines ("key=value") of the settings in ``folder`` that may go to another computer; none where there are
    none or they cannot be read."""
    try:
        lines = (folder / FILE_NAME).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ()
    return tuple(line for line in _general(lines) if _may_go_along(line))[:_MOST]


def bring_in_settings(folder: Path, settings: object) -> None:
    """Put lines out of a backup in the place of those with the same keys. Whatever is no such line is left out, and
    settings that cannot be written stay as they are: no data are lost with them."""
    brought = [line for line in settings if isinstance(line, str)] if isinstance(settings, list) else []
    wanted = {_key(line): line for line in brought[:_MOST] if _may_go_along(line)}
    if not wanted:
        return
    file = folder / FILE_NAME
    with suppress(OSError, UnicodeDecodeError):
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        part = file.with_name(f".{FILE_NAME}.{os.getpid()}.part")
        try:
            part.write_text("\n".join(_merged(lines, wanted)) + "\n", encoding="utf-8")
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)


def _merged(lines: list[str], wanted: dict[str, str]) -> list[str]:
    general = [line for line in _general(lines) if _key(line) not in wanted]
    others = lines[len(_general(lines)) + 1 :] if lines[:1] == [_GENERAL] else lines
    return [_GENERAL, *general, *wanted.values(), *others]


def _general(lines: list[str]) -> list[str]:
    """The lines of the first, nameless part of the settings."""
    if lines[:1] != [_GENERAL]:
        return []
    end = next((place for place, line in enumerate(lines[1:], 1) if line.startswith("[")), len(lines))
    return lines[1:end]


def _may_go_along(line: str) -> bool:
    return _LINE.fullmatch(line) is not None and not _OF_THIS_COMPUTER.search(_key(line))


def _key(line: str) -> str:
    return line.partition("=")[0]
