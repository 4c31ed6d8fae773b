"""The tables as they are now. Every change here needs a migration; a test compares the two."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

metadata = MetaData()

plan = Table(
    "plan",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("level", Text),
    Column("issuing_body", Text),
    Column("document_type", Text),
    Column("symbol", Text),
    Column("place_date", Text),
    Column("signer_title", Text),
    Column("signer_name", Text),
    Column("recipients", Text, nullable=False),
    Column("legal_bases", Text, nullable=False),
    sqlite_autoincrement=True,
)

appendix = Table(
    "appendix",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_id", Integer, ForeignKey("plan.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("title", Text, nullable=False),
    Index("appendix_of_plan", "plan_id"),
    sqlite_autoincrement=True,
)

column = Table(
    "appendix_column",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("appendix_id", Integer, ForeignKey("appendix.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("heading", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("width", Float),
    Column("hidden", Boolean, nullable=False),
    Index("column_of_appendix", "appendix_id"),
    sqlite_autoincrement=True,
)

row = Table(
    "row",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("appendix_id", Integer, ForeignKey("appendix.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("ordinal", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("numbered", Boolean, nullable=False),
    Index("row_of_appendix", "appendix_id", "position"),
    sqlite_autoincrement=True,
)

cell = Table(
    "cell",
    metadata,
    Column("row_id", Integer, ForeignKey("row.id"), nullable=False),
    Column("column_id", Integer, ForeignKey("appendix_column.id"), nullable=False),
    Column("text", Text),
    PrimaryKeyConstraint("row_id", "column_id"),
    Index("cell_of_column", "column_id"),
    sqlite_with_rowid=False,
)

mark = Table(
    "mark",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("row_id", Integer, ForeignKey("row.id"), nullable=False),
    Column("occurrence", Text, nullable=False),
    Column("done", Text, nullable=False),
    Column("document", Text),
    Column("note", Text),
    Index("mark_of_occurrence", "row_id", "occurrence", unique=True),
    sqlite_autoincrement=True,
)

template = Table(
    "template",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("content", Text, nullable=False),
    sqlite_autoincrement=True,
)

setting = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    Column("row_id", Integer, nullable=False),
    Column("column_id", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("typed_at", Text, nullable=False),
    PrimaryKeyConstraint("row_id", "column_id"),
)

undo_step = Table(
    "undo_step",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("label", Text, nullable=False),
    Column("undone", Boolean, nullable=False),
    sqlite_autoincrement=True,
)

undo_change = Table(
    "undo_change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("step_id", Integer, ForeignKey("undo_step.id"), nullable=False),
    Column("table_name", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("old", Text),
    Column("new", Text),
    Index("change_of_step", "step_id"),
)

LOGGED = (plan, appendix, column, row, cell, mark, template)
"""Tables that can be undone, parents before children. Settings, drafts and the log itself cannot."""

SEARCH_TABLE = "CREATE VIRTUAL TABLE row_text USING fts5(folded, tokenize = 'trigram case_sensitive 1')"
"""Folded text of each row by its id, for search; written by ``db.search`` only."""
