"""Databases inside backups, spoilt: sound for SQLite, but not what the program wrote."""

import contextlib
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from random import Random

from tests.fuzz import nasty

_STATEMENTS = (
    "DROP TABLE {table}",
    "DELETE FROM {table}",
    "DELETE FROM alembic_version",
    "UPDATE alembic_version SET version_num = '9999'",
    "UPDATE alembic_version SET version_num = NULL",
    "UPDATE alembic_version SET version_num = '0001'",
    "UPDATE alembic_version SET version_num = 'x'",
    "ALTER TABLE {table} RENAME TO cu",
    "CREATE TRIGGER lạ AFTER UPDATE ON cell BEGIN DELETE FROM plan; END",
    "CREATE VIEW lạ AS SELECT * FROM plan",
    "DROP TABLE plan; "
    "CREATE VIEW plan AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n",
    "UPDATE {table} SET rowid = -1",
    "UPDATE plan SET title = {text}, year = {text}, recipients = {text}",
    "UPDATE row SET kind = {text}, appendix_id = {text}",
    "UPDATE appendix_column SET role = {text}, position = {text}",
    "UPDATE cell SET text = {text}",
    "UPDATE proof SET sha256 = {text}, file_name = {text}, size = {text}",
    "UPDATE log SET chain = 'x', at = {text}",
    "UPDATE undo_change SET old = {text}, table_name = {text}",
    "INSERT INTO draft VALUES (1, 1, {text}, {text})",
    "INSERT INTO office VALUES (1, {text})",
    "INSERT INTO plan_body VALUES (1, {text})",
    "INSERT INTO template VALUES (1, 'x', {text})",
    "INSERT INTO correction VALUES (1, 'x', {text})",
    "PRAGMA user_version = 99",
    "PRAGMA application_id = 99",
)


def spoilt_database(content: bytes, chance: Random) -> bytes:
    """``content`` changed in its pages or through SQL."""
    if not content:
        return content
    if chance.random() < 0.4:
        spoilt = bytearray(content)
        for _ in range(chance.choice((1, 5, 50))):
            place = chance.choice((chance.randrange(len(spoilt)), chance.randrange(100)))
            spoilt[place] = chance.randrange(256)
        return bytes(spoilt)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "x.db")
        file.write_bytes(content)
        with closing(sqlite3.connect(file)) as opened, contextlib.suppress(sqlite3.Error, UnicodeError, ValueError):
            _spoil(opened, chance)
        return file.read_bytes()


def _spoil(opened: sqlite3.Connection, chance: Random) -> None:
    found = opened.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    ).fetchall() or [("x",)]
    statement = chance.choice(_STATEMENTS).replace("{table}", f'"{chance.choice(found)[0]}"')
    while "{text}" in statement:
        text = chance.choice((*nasty.TEXTS, *nasty.VALUES)).replace("\x00", "").replace("'", "''")
        statement = statement.replace("{text}", f"'{text}'", 1)
    opened.executescript(statement)
    opened.commit()
