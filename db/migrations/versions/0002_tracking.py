"""What following a plan needs: fuller marks, corrected milestones, proofs, units, calendars, staff, notes, the log."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NEW_IN_MARK = ("document_day", "content", "cancelled", "begun", "reason", "due", "product")

_STATEMENTS = (
    # SQLite cannot take NOT NULL from a column: the table is made anew
    "DROP INDEX mark_of_occurrence",
    "ALTER TABLE mark RENAME TO old_mark",
    """
    CREATE TABLE mark (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        row_id INTEGER NOT NULL,
        occurrence TEXT NOT NULL,
        done TEXT,
        document TEXT,
        note TEXT,
        document_day TEXT,
        content TEXT,
        cancelled TEXT,
        begun TEXT,
        reason TEXT,
        due TEXT,
        product TEXT,
        FOREIGN KEY(row_id) REFERENCES "row" (id)
    )
    """,
    "INSERT INTO mark (id, row_id, occurrence, done, document, note) "
    "SELECT id, row_id, occurrence, done, document, note FROM old_mark",
    "DELETE FROM sqlite_sequence WHERE name = 'mark'",
    "INSERT INTO sqlite_sequence SELECT 'mark', seq FROM sqlite_sequence WHERE name = 'old_mark'",
    "DROP TABLE old_mark",
    "CREATE UNIQUE INDEX mark_of_occurrence ON mark (row_id, occurrence)",
    # undo compares whole images: those of old marks get the new columns too
    *(
        f"UPDATE undo_change SET {side} = json_insert({side}, "
        + ", ".join(f"'$.{name}', NULL" for name in _NEW_IN_MARK)
        + f") WHERE table_name = 'mark' AND {side} IS NOT NULL"
        for side in ("old", "new")
    ),
    """
    CREATE TABLE correction (
        row_id INTEGER NOT NULL,
        words TEXT NOT NULL,
        milestones TEXT NOT NULL,
        PRIMARY KEY (row_id),
        FOREIGN KEY(row_id) REFERENCES "row" (id)
    )
    """,
    """
    CREATE TABLE proof (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        number TEXT NOT NULL,
        day TEXT,
        title TEXT NOT NULL,
        file_name TEXT,
        sha256 TEXT,
        size INTEGER,
        added_on TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE proof_use (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        proof_id INTEGER NOT NULL,
        row_id INTEGER NOT NULL,
        occurrence TEXT NOT NULL,
        FOREIGN KEY(proof_id) REFERENCES proof (id),
        FOREIGN KEY(row_id) REFERENCES "row" (id)
    )
    """,
    "CREATE INDEX proof_of_row ON proof_use (row_id)",
    "CREATE UNIQUE INDEX use_of_proof ON proof_use (proof_id, row_id, occurrence)",
    """
    CREATE TABLE unit (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        names TEXT NOT NULL,
        aliases TEXT NOT NULL,
        merged_into INTEGER,
        merged_from TEXT
    )
    """,
    """
    CREATE TABLE calendar (
        year INTEGER NOT NULL,
        periods TEXT NOT NULL,
        holidays TEXT NOT NULL,
        PRIMARY KEY (year)
    )
    """,
    """
    CREATE TABLE person (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        post TEXT NOT NULL,
        unit TEXT NOT NULL,
        active_from TEXT,
        active_to TEXT
    )
    """,
    """
    CREATE TABLE note (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        row_id INTEGER NOT NULL,
        text TEXT NOT NULL,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        FOREIGN KEY(row_id) REFERENCES "row" (id)
    )
    """,
    "CREATE INDEX note_of_row ON note (row_id)",
    """
    CREATE TABLE log (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        kind TEXT NOT NULL,
        step TEXT NOT NULL,
        plan_id INTEGER,
        row_id INTEGER,
        what TEXT NOT NULL,
        part TEXT NOT NULL,
        old TEXT,
        new TEXT,
        chain TEXT NOT NULL
    )
    """,
    "CREATE INDEX log_of_row ON log (row_id)",
)


def upgrade() -> None:
    """Widen the table of marks, keeping every line and the way back through the undo log; add the others."""
    for statement in _STATEMENTS:
        op.execute(statement)
