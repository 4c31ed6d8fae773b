"""What can be read of a broken database is read, whichever page is lost."""

from contextlib import closing
from pathlib import Path

import pytest

from db.database_copy import DATABASE
from db.salvage import salvage
from db.storage import open_storage
from tests.app.domain.samples import item, plan, table

ROWS = 120


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database of one plan."""
    rows = (item(str(number), f"Nhiệm vụ {number} " * 20, "Báo cáo") for number in range(ROWS))
    with closing(open_storage(tmp_path)) as storage:
        storage.write("nhập", lambda work: work.add_plan(plan(table(*rows))))
    return tmp_path / DATABASE


def _lose(database: Path, page: int) -> None:
    content = bytearray(database.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    database.write_bytes(content)


def test_a_sound_database_comes_back_whole(database: Path) -> None:
    tables = salvage(database)
    assert len(tables["row"]) == ROWS and len(tables["cell"]) == 3 * ROWS
    assert tables["plan"][0]["title"] == "Cải cách hành chính năm 2025"


def test_the_first_words_are_mended(database: Path) -> None:
    database.write_bytes(bytes(100) + database.read_bytes()[100:])
    assert len(salvage(database)["cell"]) == 3 * ROWS


def test_a_lost_page_costs_only_what_stands_on_it(database: Path) -> None:
    pages = database.stat().st_size // 4096
    content = database.read_bytes()
    for page in range(2, pages + 1, 7):
        database.write_bytes(content)
        _lose(database, page)
        tables = salvage(database)
        kept = [len(tables["row"]) >= ROWS - 100, len(tables["cell"]) >= 3 * ROWS - 20, len(tables["plan"]) == 1]
        assert sum(kept) >= 2, (page, kept)


def test_nonsense_gives_nothing(database: Path) -> None:
    database.write_bytes(b"x" * 50_000)
    assert not any(salvage(database).values())
    database.write_bytes(b"x")
    assert not any(salvage(database).values())
