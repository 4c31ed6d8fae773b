"""An exception in words that may leave the office: what kind it was and where in the program, never with what text.

Messages of exceptions may carry the text of a cell, a name or a path. Only messages that the interpreter itself makes
of names in the code are kept.
"""

import re
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from app.domain.errors import Refused

_ROOT = Path(__file__).resolve().parent.parent
_NAME = r"'[\w.]{1,80}'"
_SAFE = re.compile(
    rf"{_NAME} object has no attribute {_NAME}|{_NAME} object is not (?:subscriptable|iterable|callable)"
    rf"|name {_NAME} is not defined|No module named {_NAME}|(?:list|tuple|string) index out of range"
    rf"|unsupported operand type\(s\) for \S{{1,3}}: {_NAME} and {_NAME}|(?:integer )?division(?: or modulo)? by zero"
    r"|maximum recursion depth exceeded(?: [a-z ]{0,60})?",
    re.ASCII,
)
_PLAIN = re.compile(r"(?:errno|winerror)=-?\d{1,10}|sqlite_errorname=[A-Z_]{1,60}")
_FAULT_FILE = re.compile(r'File "([^"\n]*)"')
_QT_NAME = re.compile(r"\bQ[A-Za-z]+(?:::~?[A-Za-z]+)?", re.ASCII)
_MOST_FRAMES = 60


def fault_lines(error: BaseException) -> list[str]:
    """``error`` and what caused it, the cause first: places in the code and kinds, no values."""
    lines: list[str] = []
    for one in reversed(list(_chain(error))):
        lines += [*_frames(one.__traceback__), f"{_kind(one)}{_details(one)}"]
    return lines


def signature(error: BaseException) -> str:
    """What tells ``error`` from others: its kind and the innermost place in the code."""
    return " ".join([*_frames(error.__traceback__)[-1:], _kind(error)])


def fault_trace(written: str) -> list[str]:
    """What the interpreter wrote when it was brought down, paths shortened like those of ``fault_lines``."""
    return [_FAULT_FILE.sub(lambda found: f'File "{_short(found[1])}"', line) for line in written.splitlines()][:200]


def qt_words(message: str) -> str:
    """Of a message of Qt's the names of Qt's own classes and functions; whatever else it says may be text of a plan."""
    return " ".join(dict.fromkeys(_QT_NAME.findall(message)))


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _frames(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)[-_MOST_FRAMES:]
    return [f'  File "{_short(frame.filename)}", line {frame.lineno}, in {frame.name}' for frame in frames]


def _short(path: str) -> str:
    """A path without the folders that may be named after a person."""
    plain = path.replace("\\", "/")
    _, found, inside = plain.rpartition("/site-packages/")
    if found:
        return inside
    root = f"{_ROOT.as_posix()}/"
    if plain.startswith(root):
        return plain[len(root) :]
    is_whole_path = plain.startswith("/") or plain[1:2] == ":"
    return plain.rpartition("/")[2] if is_whole_path else plain


def _kind(error: BaseException) -> str:
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _details(error: BaseException) -> str:
    """Numbers and names that no person has typed."""
    known = [f"{name}={getattr(error, name, None)}" for name in ("errno", "winerror", "sqlite_errorname")]
    found = [one for one in known if _PLAIN.fullmatch(one)]
    if isinstance(error, Refused):
        found.append(error.key)
    said = str(error.args[0]) if error.args else ""
    if _SAFE.fullmatch(said):
        found.append(said)
    return f": {' '.join(found)}" if found else ""
