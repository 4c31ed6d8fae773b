"""Looks whether a database from elsewhere can be worked with: sound pages say nothing about what stands on them."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, select

from app.domain.errors import MachineTrouble
from db import drafts, undo
from db.engine import make_engine
from db.tables import calendar, metadata, row, undo_step
from db.work import DatabaseWork

_EVERY_LINE = -1


def must_hold_tables_only(connection: sqlite3.Connection) -> None:
    """Raises MachineTrouble where the database holds views or triggers: the program makes none, and they would run
    whenever it reads or writes."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type NOT IN ('table', 'index')").fetchone()
    if found:
        raise MachineTrouble("backup.data_broken")


def must_be_usable(database: Path) -> None:
    """Read all that ``database``, of this program's version, holds, as screens and use cases do. Raises whatever goes
    wrong over a table that is missing or a line that says nothing."""
    engine = make_engine(database, "BEGIN", 1)
    try:
        with engine.connect() as connection:
            for table in metadata.sorted_tables:
                connection.execute(select(table)).fetchall()
            _read_through(connection, DatabaseWork(connection))
    finally:
        engine.dispose()


def _read_through(connection: Connection, work: DatabaseWork) -> None:
    for plan in work.list_plans():
        _read_plan(work, plan.id)
    for report in work.list_reports():
        work.get_report(report.id)
        work.frozen(report.id)
    for year in connection.execute(select(calendar.c.year)).scalars():
        work.calendar(year)
    for row_id in connection.execute(select(row.c.id)).scalars():
        work.notes(row_id)
    for read in (work.proofs, work.list_templates, work.office, work.units, work.staff, work.accounts):
        read()
    work.log(limit=_EVERY_LINE)
    # the index of words lies in tables of its own, which no statement above reads
    work.search("ke hoach")
    drafts.drafts(connection)
    for step in connection.execute(select(undo_step.c.id)).scalars():
        undo.changes_of(connection, step)


def _read_plan(work: DatabaseWork, plan_id: int) -> None:
    work.get_plan(plan_id)
    for read in (work.body, work.marks, work.corrections, work.proof_uses, work.indicators):
        read(plan_id)
