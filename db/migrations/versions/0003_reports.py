"""What reports need: the office's particulars, texts of plans, figures of statistics forms, indicators, the reports."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_STATEMENTS = (
    """
    CREATE TABLE office (
        id INTEGER NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (id)
    )
    """,
    """
    CREATE TABLE plan_body (
        plan_id INTEGER NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (plan_id),
        FOREIGN KEY(plan_id) REFERENCES "plan" (id)
    )
    """,
    """
    CREATE TABLE figure (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        period TEXT NOT NULL,
        form_set TEXT NOT NULL,
        form TEXT NOT NULL,
        line INTEGER NOT NULL,
        code TEXT NOT NULL,
        value TEXT NOT NULL
    )
    """,
    "CREATE UNIQUE INDEX figure_of_form ON figure (period, form_set, form, line, code)",
    """
    CREATE TABLE report (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL,
        period TEXT NOT NULL,
        title TEXT NOT NULL,
        state TEXT NOT NULL,
        number TEXT NOT NULL,
        signed_on TEXT,
        amends INTEGER,
        content TEXT NOT NULL,
        frozen TEXT,
        FOREIGN KEY(plan_id) REFERENCES "plan" (id)
    )
    """,
    "CREATE INDEX report_of_plan ON report (plan_id)",
    """
    CREATE TABLE indicator (
        id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
        plan_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        accepted BOOLEAN NOT NULL,
        content TEXT NOT NULL,
        FOREIGN KEY(plan_id) REFERENCES "plan" (id)
    )
    """,
    "CREATE INDEX indicator_of_plan ON indicator (plan_id)",
)


def upgrade() -> None:
    """Add the tables."""
    for statement in _STATEMENTS:
        op.execute(statement)
