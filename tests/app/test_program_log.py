"""The log: bounded, once for each fault, nothing of what was entered."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import program_log
from app.program_log import LOG_NAME, log_text, start_log, stop_log, write_crash

_PLANTED = "Đối thoại với bà Mật"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A data folder whose log is open."""
    handler = start_log(tmp_path)
    yield tmp_path
    stop_log(handler)


def test_a_crash_is_logged_with_its_place_and_without_its_words(tmp_path: Path) -> None:
    try:
        raise ValueError(_PLANTED)
    except ValueError as error:
        assert write_crash(tmp_path / "mới", error)
    logged = log_text(tmp_path / "mới")
    assert "ValueError" in logged and "test_program_log.py" in logged and _PLANTED not in logged


def test_a_log_that_cannot_be_written_is_admitted(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_text("")
    assert not write_crash(tmp_path / "tệp", ValueError())


def test_a_log_nobody_wrote_to_is_empty(folder: Path) -> None:
    assert log_text(folder) == "" and not (folder / LOG_NAME).exists()


def test_values_of_our_messages_and_all_words_of_others_stay_out(folder: Path) -> None:
    logging.getLogger("ui.pages").error("a cell was lost: %s", _PLANTED)
    logging.getLogger("sqlalchemy.pool").error(_PLANTED)
    said = log_text(folder)
    assert "a cell was lost: %s" in said and "sqlalchemy.pool" in said and _PLANTED not in said


def test_an_exception_on_its_way_through_our_parts_is_logged_once(folder: Path) -> None:
    error = KeyError(_PLANTED)
    logging.getLogger("ui.operations").error("a use case failed", exc_info=error)
    assert write_crash(folder, error)
    assert log_text(folder).count("KeyError") == 1


def test_the_log_stays_small(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handler = next(one for one in logging.getLogger().handlers if isinstance(one, program_log.ProgramLog))
    monkeypatch.setattr(handler, "maxBytes", 5_000)
    for _ in range(300):
        write_crash(folder, ValueError(_PLANTED))
    assert sorted(file.name for file in folder.iterdir()) == [LOG_NAME, f"{LOG_NAME}.1"]
    assert sum(file.stat().st_size for file in folder.iterdir()) <= 10_000
