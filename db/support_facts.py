"""``app.ports.support.SupportStore`` over one data folder: it counts, and takes no word out of it."""

import sqlite3
from pathlib import Path

from app.domain.errors import Refused
from app.domain.support import DataFacts
from db.check import check, reading
from db.database_copy import DATABASE
from db.proof_folder import FOLDER, size_of

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"


class SupportFacts:
    """Facts about the data in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def facts(self) -> DataFacts:
        """Counts and the result of the check, also where the data are damaged."""
        database = self._folder / DATABASE
        sizes = (size_of(database) or 0, sum(size_of(file) or 0 for file in (self._folder / FOLDER).rglob("*")))
        schema, counts = _counted(database) if database.is_file() else ("", {})
        fault, fault_counts = _fault(self._folder)
        return DataFacts(schema, counts, fault, fault_counts, *sizes)


def _counted(database: Path) -> tuple[str, dict[str, int]]:
    """The schema's version and the lines of each table; what cannot be read is left out."""
    schema, counts = "", {}
    try:
        with reading(database) as opened:
            schema = str(opened.execute("SELECT version_num FROM alembic_version").fetchone()[0])[:8]
            for (name,) in opened.execute(_TABLES).fetchall():
                if str(name).isidentifier() and str(name).isascii():
                    counts[str(name)] = int(opened.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
    except (sqlite3.Error, TypeError):
        return schema, counts
    return schema, counts


def _fault(folder: Path) -> tuple[str, dict[str, int]]:
    """The key and the numbers of the sentence with which the check refuses; its words may name files."""
    try:
        check(folder)
    except Refused as refused:
        return refused.key, {name: value for name, value in refused.values.items() if isinstance(value, int)}
    except Exception as error:
        return type(error).__name__, {}
    return "", {}
