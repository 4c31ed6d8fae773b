"""A broken or lost database is seen before it is opened."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.damage import Damage, damage_in
from db.database_copy import DATABASE
from tests.db.data_folders import make_data


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a few pages."""
    return make_data(tmp_path / "dữ liệu", *(f"Kế hoạch {number} " * 50 for number in range(50)))


def test_a_sound_database_and_a_new_folder(data: Path, tmp_path: Path) -> None:
    assert damage_in(data) is None
    assert damage_in(tmp_path) is Damage.GONE
    (tmp_path / DATABASE).write_bytes(b"")
    assert damage_in(tmp_path) is Damage.GONE


@pytest.mark.parametrize("page", [0, 1, 2, -2])
@pytest.mark.parametrize("filler", [b"\0", b"\xff"])
def test_a_lost_page(data: Path, page: int, filler: bytes) -> None:
    content = bytearray((data / DATABASE).read_bytes())
    place = page % (len(content) // 4096) * 4096
    content[place : place + 4096] = filler * 4096
    (data / DATABASE).write_bytes(content)
    assert damage_in(data) is Damage.BROKEN


def test_a_file_cut_short_and_one_of_nonsense(data: Path) -> None:
    content = (data / DATABASE).read_bytes()
    (data / DATABASE).write_bytes(content[: len(content) // 2])
    assert damage_in(data) is Damage.BROKEN
    (data / DATABASE).write_bytes(os.urandom(len(content)))
    assert damage_in(data) is Damage.BROKEN


def test_a_version_that_is_gone(data: Path) -> None:
    with closing(sqlite3.connect(data / DATABASE)) as opened, opened:
        opened.execute("DELETE FROM alembic_version")
    assert damage_in(data) is Damage.BROKEN


def test_an_empty_schema(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / DATABASE)) as opened:
        opened.execute("PRAGMA journal_mode = WAL")
        opened.executescript("CREATE TABLE x (y); DROP TABLE x")
    assert damage_in(tmp_path) is Damage.GONE
