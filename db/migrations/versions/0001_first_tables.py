"""The first tables: plans with their appendices, templates, settings, drafts, the undo log and the search index."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE draft (
        row_id INTEGER NOT NULL,
        column_id INTEGER NOT NULL,
        text TEXT NOT NULL,
        typed_at TEXT NOT NULL,
        PRIMARY KEY (row_id, column_id)
    )
    """,
    """
    CREATE TABLE "plan" (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL,
        year INTEGER NOT NULL,
        level TEXT,
        issuing_body TEXT,
        document_type TEXT,
        symbol TEXT,
        place_date TEXT,
        signer_title TEXT,
        signer_name TEXT,
        recipients TEXT NOT NULL,
        legal_bases TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE setting (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (name)
    )
    """,
    """
    CREATE TABLE template (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        content TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE undo_step (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        label TEXT NOT NULL,
        undone BOOLEAN NOT NULL
    )
    """,
    """
    CREATE TABLE appendix (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        label TEXT NOT NULL,
        title TEXT NOT NULL,
        FOREIGN KEY(plan_id) REFERENCES "plan" (id)
    )
    """,
    """CREATE INDEX appendix_of_plan ON appendix (plan_id)""",
    """
    CREATE TABLE undo_change (
        id INTEGER NOT NULL,
        step_id INTEGER NOT NULL,
        table_name TEXT NOT NULL,
        "key" TEXT NOT NULL,
        old TEXT,
        new TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(step_id) REFERENCES undo_step (id)
    )
    """,
    """CREATE INDEX change_of_step ON undo_change (step_id)""",
    """
    CREATE TABLE appendix_column (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        appendix_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        heading TEXT NOT NULL,
        role TEXT NOT NULL,
        width FLOAT,
        hidden BOOLEAN NOT NULL,
        FOREIGN KEY(appendix_id) REFERENCES appendix (id)
    )
    """,
    """CREATE INDEX column_of_appendix ON appendix_column (appendix_id)""",
    """
    CREATE TABLE "row" (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        appendix_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        ordinal TEXT NOT NULL,
        text TEXT NOT NULL,
        numbered BOOLEAN NOT NULL,
        FOREIGN KEY(appendix_id) REFERENCES appendix (id)
    )
    """,
    """CREATE INDEX row_of_appendix ON "row" (appendix_id, position)""",
    """
    CREATE TABLE cell (
        row_id INTEGER NOT NULL,
        column_id INTEGER NOT NULL,
        text TEXT,
        PRIMARY KEY (row_id, column_id),
        FOREIGN KEY(row_id) REFERENCES "row" (id),
        FOREIGN KEY(column_id) REFERENCES appendix_column (id)
    )
     WITHOUT ROWID
    """,
    """CREATE INDEX cell_of_column ON cell (column_id)""",
    """
    CREATE TABLE mark (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        row_id INTEGER NOT NULL,
        occurrence TEXT NOT NULL,
        done TEXT NOT NULL,
        document TEXT,
        note TEXT,
        FOREIGN KEY(row_id) REFERENCES "row" (id)
    )
    """,
    """CREATE UNIQUE INDEX mark_of_occurrence ON mark (row_id, occurrence)""",
    """CREATE VIRTUAL TABLE row_text USING fts5(folded, tokenize = 'trigram case_sensitive 1')""",
)


def upgrade() -> None:
    """Make them in an empty database."""
    for statement in _STATEMENTS:
        op.execute(statement)
