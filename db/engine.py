"""Connections to the database file: what every one of them is set to, and where WAL must not be used."""

import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

_NETWORK_KINDS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs"}
_BUSY_MS = 5_000


def on_network(folder: Path) -> bool:
    """Whether ``folder`` lies on another machine, where SQLite's WAL loses data."""
    if sys.platform == "win32":
        import ctypes

        drive = folder.resolve().drive
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == 4
    mounts = Path("/proc/mounts")
    return mounts.exists() and _kind_of_mount(folder, mounts.read_text(errors="replace")) in _NETWORK_KINDS


def _kind_of_mount(folder: Path, mounts: str) -> str:
    place = str(folder.resolve())
    found = [line.split()[1:3] for line in mounts.splitlines() if len(line.split()) > 2]
    inside = [(len(root), kind) for root, kind in found if os.path.commonpath([place, root]) == root]
    return max(inside, default=(0, ""))[1]


def _prepare(connection: sqlite3.Connection, journal: str) -> None:
    # transactions are begun by hand: the driver's own would begin too late and not IMMEDIATE
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {_BUSY_MS}",
        f"journal_mode = {journal}",
        "synchronous = FULL",
        "foreign_keys = ON",
        "cache_size = -32768",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def make_engine(
    file: Path, begin: str, connections: int, setup: Callable[[sqlite3.Connection], None] | None = None
) -> Engine:
    """An engine whose transactions start with the statement ``begin`` and that keeps up to ``connections`` open;
    ``setup`` is done once on each."""
    journal = "DELETE" if on_network(file.parent) else "WAL"
    url = URL.create("sqlite", database=str(file))
    engine = create_engine(url, poolclass=QueuePool, pool_size=connections, max_overflow=0)

    def on_connect(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
        _prepare(connection, journal)
        if setup:
            setup(connection)

    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)
    return engine
