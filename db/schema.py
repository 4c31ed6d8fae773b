"""The schema's version: told in microseconds, made at once in a new file, migrated where it is old."""

from pathlib import Path

from sqlalchemy import Connection, text

from app.domain.errors import MachineTrouble
from db.tables import SEARCH_TABLE, metadata

HEAD = "0004"
"""The newest migration's number; numbers are four digits and only grow."""


_VERSION_TABLE = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def version_of(connection: Connection) -> str | None:
    """The schema version of an open database; None for an empty one."""
    names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
    if "alembic_version" not in names:
        if names:
            raise MachineTrouble("storage.foreign_file")
        return None
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def create(connection: Connection) -> None:
    """Make every table in an empty database and note the version, as all migrations together would."""
    metadata.create_all(connection)
    connection.execute(text(SEARCH_TABLE))
    connection.execute(text(_VERSION_TABLE))
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def needs_migration(version: str, file: Path) -> bool:
    """Whether ``version`` is older than this program's. Raises MachineTrouble where it is newer."""
    if version > HEAD:
        raise MachineTrouble("storage.too_new", file=file.name)
    return version < HEAD
