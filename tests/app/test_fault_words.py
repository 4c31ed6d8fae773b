"""What is told of an exception: kind and place, never a word of what an office has entered."""

import sqlite3

import pytest

from app.domain.errors import Refused
from app.fault_words import fault_lines, fault_trace, qt_words, signature

_PLANTED = "Rà soát hồ sơ của ông Kiều Văn Bí Mật"


def raised(error: BaseException) -> BaseException:
    """``error`` with a traceback of its own."""
    try:
        raise error
    except BaseException as caught:
        return caught


@pytest.mark.parametrize(
    "error",
    [
        ValueError(_PLANTED),
        KeyError(_PLANTED),
        FileNotFoundError(2, _PLANTED, f"/nhà/{_PLANTED}"),
        UnicodeEncodeError("ascii", _PLANTED, 0, 1, _PLANTED),
        sqlite3.OperationalError(f'fts5: syntax error near "{_PLANTED}"'),
        Refused("import.bomb", file=_PLANTED),
        AttributeError(f"'str' object has no attribute '{_PLANTED}'"),
        ExceptionGroup(_PLANTED, [ValueError(_PLANTED)]),
    ],
)
def test_no_message_with_a_planted_sentence_gets_through(error: Exception) -> None:
    outer = raised(RuntimeError(_PLANTED))
    outer.__cause__ = raised(error)
    said = "\n".join(fault_lines(outer))
    assert type(error).__name__ in said and "RuntimeError" in said
    assert "test_fault_words.py" in said and ", in raised" in said
    assert not [word for word in _PLANTED.split() if word in said]


@pytest.mark.parametrize(
    ("error", "kept"),
    [
        (ZeroDivisionError("division by zero"), "division by zero"),
        (AttributeError("'NoneType' object has no attribute 'row'"), "no attribute 'row'"),
        (OSError(28, "No space left on device"), "errno=28"),
        (Refused("import.bomb", file="x"), "import.bomb"),
    ],
)
def test_what_helps_and_tells_nothing_is_kept(error: Exception, kept: str) -> None:
    assert kept in fault_lines(error)[-1]


def test_a_cause_that_leads_back_to_itself_ends() -> None:
    first, second = ValueError(), TypeError()
    first.__cause__, second.__cause__ = second, first
    assert fault_lines(first) == ["TypeError", "ValueError"]


def test_paths_lose_the_folders_of_a_person() -> None:
    trace = 'Fatal Python error: Segmentation fault\n  File "C:\\Users\\Bí Mật\\Lib\\json\\x.py", line 3 in load'
    assert fault_trace(trace)[1] == '  File "x.py", line 3 in load'


def test_the_same_fault_is_known_again() -> None:
    first, second = (raised(ValueError(words)) for words in ("một", "hai"))
    assert signature(first) == signature(second) != signature(raised(TypeError()))


def test_of_qt_only_its_own_names_are_kept() -> None:
    assert qt_words(f"QWidget::paint: {_PLANTED} QObject") == "QWidget::paint QObject"
