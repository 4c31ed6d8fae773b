"""Every released schema opens with today's program, on a copy first, and comes out as a new one."""

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory

from app.domain.errors import MachineTrouble
from app.domain.mark import Mark
from db.migrate import SCRIPTS, backup_of, migrate, upgrade
from db.schema import HEAD
from db.storage import FILE_NAME, open_storage

HERE = Path(__file__).parent
NEXT = """
from alembic import op
revision, down_revision, branch_labels, depends_on = "9999", "{head}", None, None
def upgrade():
    {body}
"""


def _schema(file: Path) -> dict[str, str]:
    with closing(sqlite3.connect(file)) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: re.sub(r'[\s"]+', "", sql) for name, sql in found}


def _old(folder: Path, version: str) -> Path:
    file = folder / FILE_NAME
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript((HERE / f"{version}.sql").read_text(encoding="utf-8"))
    return file


def _scripts(folder: Path, body: str) -> Path:
    """Our migrations and one more that does ``body``."""
    (folder / "versions").mkdir(parents=True)
    for file in (SCRIPTS / "env.py", *(SCRIPTS / "versions").glob("*.py")):
        (folder / file.relative_to(SCRIPTS)).write_bytes(file.read_bytes())
    (folder / "versions" / "9999_next.py").write_text(NEXT.format(body=body, head=HEAD), encoding="utf-8")
    return folder


def test_the_program_knows_its_newest_migration() -> None:
    assert ScriptDirectory(str(SCRIPTS)).get_current_head() == HEAD


def test_all_migrations_make_what_a_new_file_has(tmp_path: Path) -> None:
    open_storage(tmp_path / "new").close()
    upgrade(tmp_path / "migrated.db")
    assert _schema(tmp_path / "migrated.db") == _schema(tmp_path / "new" / FILE_NAME)


@pytest.mark.parametrize("version", sorted(file.stem for file in HERE.glob("*.sql")))
def test_a_released_database_opens_with_its_data(tmp_path: Path, version: str) -> None:
    _old(tmp_path, version)
    storage = open_storage(tmp_path)
    plan = storage.read(lambda work: work.get_plan(work.list_plans()[0].id))
    assert plan.info.title == "Cải cách hành chính năm 2025"
    assert [row.cells for row in plan.appendices[0].rows] == [(), ("1", "Rà soát văn bản", "Quý I"), ("2", None, "")]
    assert [hit.snippet for hit in storage.read(lambda work: work.search("ra soat"))] == ["Rà soát văn bản"]
    assert storage.undo().changes.plans == {plan.id}
    storage.close()


def test_marks_of_the_first_version_come_along_and_can_be_undone(tmp_path: Path) -> None:
    file = _old(tmp_path, "0001")
    image = '{"id":1,"row_id":2,"occurrence":"|by|1","done":"2025-03-01","document":null,"note":"x"}'
    with closing(sqlite3.connect(file)) as old:
        old.execute("INSERT INTO mark VALUES (1, 2, '|by|1', '2025-03-01', NULL, 'x')")
        old.execute("INSERT INTO undo_step VALUES (2, 'ghi', 0)")
        old.execute("INSERT INTO undo_change VALUES (99, 2, 'mark', '1', NULL, ?)", (image,))
        old.commit()
    storage = open_storage(tmp_path)
    assert storage.read(lambda work: work.marks(1)) == [Mark(2, "|by|1", date(2025, 3, 1), None, "x")]
    assert storage.undo().result == "ghi"
    assert storage.read(lambda work: work.marks(1)) == []
    storage.redo()
    assert len(storage.read(lambda work: work.marks(1))) == 1
    storage.close()


def test_a_migration_keeps_a_copy_and_all_children(tmp_path: Path) -> None:
    file = _old(tmp_path, "0001")
    body = "\n    ".join(
        (
            'with op.batch_alter_table("plan") as batch:',
            '    batch.alter_column("year", nullable=True)',
        )
    )
    backup = migrate(file, "0001", _scripts(tmp_path / "scripts", body))
    with closing(sqlite3.connect(file)) as new, closing(sqlite3.connect(backup)) as old:
        counts = [
            [each.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in ("plan", "row", "cell")]
            for each in (new, old)
        ]
        assert counts == [[1, 3, 6], [1, 3, 6]]
        assert new.execute("SELECT version_num FROM alembic_version").fetchone() == ("9999",)


CUT_OFF = """
import sys
from pathlib import Path
from db.migrate import migrate
migrate(Path(sys.argv[1]), "0001", Path(sys.argv[2]))
"""


def test_a_power_cut_in_the_middle_leaves_the_old_data(tmp_path: Path) -> None:
    file = _old(tmp_path, "0001")
    scripts = _scripts(tmp_path / "scripts", 'op.execute("DROP TABLE draft"); import os; os._exit(9)')
    done = subprocess.run([sys.executable, "-c", CUT_OFF, str(file), str(scripts)], cwd=HERE.parents[1])
    assert done.returncode == 9
    with closing(sqlite3.connect(file)) as opened:
        assert opened.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        assert opened.execute("SELECT count(*) FROM draft").fetchone() == (0,)
    open_storage(tmp_path).close()
    assert list(tmp_path.glob(".*")) == []


@pytest.mark.parametrize("body", ['op.execute("DELETE FROM plan")', 'raise ValueError("x")'])
def test_a_migration_that_fails_leaves_the_old_data(tmp_path: Path, body: str) -> None:
    file = _old(tmp_path, "0001")
    with pytest.raises(MachineTrouble) as error:
        migrate(file, "0001", _scripts(tmp_path / "scripts", body))
    assert error.value.key == "storage.migration_failed"
    assert backup_of(file, "0001").exists()
    storage = open_storage(tmp_path)
    assert len(storage.read(lambda work: work.list_plans())) == 1
    storage.close()
