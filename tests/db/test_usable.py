"""A backup whose database SQLite finds sound, and that the program could not work with, is refused."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import MachineTrouble, Refused
from db.backup import back_up
from db.database_copy import DATABASE
from db.restore import look_into, restore
from db.storage import open_storage
from db.usable import must_be_usable, must_hold_tables_only
from tests.app.domain.samples import item, plan, table
from tests.db.data_folders import make_data, members_of, titles_in, write_zip


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a plan that has a history."""
    storage = open_storage(tmp_path / "dữ liệu")
    storage.write("nhập", lambda work: work.add_plan(plan(table(item("1", "A", "B")))))
    storage.close()
    return tmp_path / "dữ liệu"


def _spoil(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as opened:
        opened.executescript(statement)


SPOILT = [
    "UPDATE plan SET recipients = 'x'",
    "UPDATE appendix_column SET role = 'x'",
    "UPDATE undo_change SET new = 'x'",
    "UPDATE log SET at = 'x'",
    "UPDATE cell SET text = CAST(x'ff' AS TEXT)",
    "INSERT INTO office VALUES (1, '1')",
    "INSERT INTO template VALUES (1, 'x', '1')",
    "DROP TABLE template",
    "DROP TABLE draft",
    "DROP TABLE row_text_config",
]


def test_what_the_program_wrote_is_usable(data: Path) -> None:
    must_be_usable(data / DATABASE)


@pytest.mark.parametrize("statement", SPOILT)
def test_what_makes_no_sense_is_not(data: Path, statement: str) -> None:
    _spoil(data / DATABASE, statement)
    with pytest.raises(Exception, match="."):
        must_be_usable(data / DATABASE)


@pytest.mark.parametrize("statement", [SPOILT[0], "CREATE TRIGGER t AFTER UPDATE ON plan BEGIN DELETE FROM plan; END"])
@pytest.mark.parametrize("take", [restore, look_into])
def test_such_a_backup_is_refused_with_nothing_changed(
    data: Path, tmp_path: Path, statement: str, take: Callable[[Path, Path], object]
) -> None:
    back_up(data, tmp_path / "sao.zip")
    members = members_of(tmp_path / "sao.zip")
    (tmp_path / "x.db").write_bytes(members[DATABASE])
    _spoil(tmp_path / "x.db", statement)
    write_zip(tmp_path / "lạ.zip", members | {DATABASE: (tmp_path / "x.db").read_bytes()})
    present = make_data(tmp_path / "hiện có", "Một")
    with pytest.raises(Refused) as refused:
        take(present, tmp_path / "lạ.zip")
    assert refused.value.key == "backup.damaged"
    assert titles_in(present) == ["Một"]


@pytest.mark.parametrize("kind", ["VIEW lạ AS SELECT 1", "TRIGGER lạ AFTER DELETE ON plan BEGIN SELECT 1; END"])
def test_views_and_triggers_are_seen(data: Path, kind: str) -> None:
    _spoil(data / DATABASE, f"CREATE {kind}")
    with closing(sqlite3.connect(data / DATABASE)) as opened, pytest.raises(MachineTrouble):
        must_hold_tables_only(opened)
