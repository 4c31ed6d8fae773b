"""What accounts need, and notes and proofs of an indicator's values."""

from alembic import op

from db.changelog_text import index_all

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE account (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        units TEXT,
        is_on BOOLEAN NOT NULL,
        secret TEXT NOT NULL,
        wrong INTEGER NOT NULL,
        last_wrong TEXT
    )
    """,
    "CREATE UNIQUE INDEX account_by_name ON account (name)",
    """
    CREATE TABLE recovery (
        id INTEGER NOT NULL,
        secret TEXT NOT NULL,
        wrong INTEGER NOT NULL,
        last_wrong TEXT,
        PRIMARY KEY (id)
    )
    """,
    "ALTER TABLE undo_step ADD COLUMN who TEXT DEFAULT '' NOT NULL",
    """
    CREATE TABLE kit_file (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        "key" TEXT NOT NULL,
        title TEXT NOT NULL,
        from_year INTEGER,
        content TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE value_note (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        indicator_id INTEGER NOT NULL,
        period TEXT NOT NULL,
        text TEXT NOT NULL,
        FOREIGN KEY(indicator_id) REFERENCES indicator (id)
    )
    """,
    "CREATE UNIQUE INDEX note_of_value ON value_note (indicator_id, period)",
    """
    CREATE TABLE value_proof (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        indicator_id INTEGER NOT NULL,
        period TEXT NOT NULL,
        proof_id INTEGER NOT NULL,
        FOREIGN KEY(indicator_id) REFERENCES indicator (id),
        FOREIGN KEY(proof_id) REFERENCES proof (id)
    )
    """,
    "CREATE UNIQUE INDEX proof_of_value ON value_proof (indicator_id, period, proof_id)",
    """
    CREATE TABLE log_text (
        log_id INTEGER NOT NULL,
        folded TEXT NOT NULL,
        PRIMARY KEY (log_id)
    )
    """,
    "CREATE INDEX log_facts ON log (who, plan_id, what, kind, at)",
)


def upgrade() -> None:
    """Add the tables."""
    for statement in _STATEMENTS:
        op.execute(statement)
    index_all(op.get_bind())
