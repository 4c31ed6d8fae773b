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
    Column("done", Text),
    Column("document", Text),
    Column("note", Text),
    Column("document_day", Text),
    Column("content", Text),
    Column("cancelled", Text),
    Column("begun", Text),
    Column("reason", Text),
    Column("due", Text),
    Column("product", Text),
    Index("mark_of_occurrence", "row_id", "occurrence", unique=True),
    sqlite_autoincrement=True,
)

correction = Table(
    "correction",
    metadata,
    Column("row_id", Integer, ForeignKey("row.id"), primary_key=True, autoincrement=False),
    Column("words", Text, nullable=False),
    Column("milestones", Text, nullable=False),
)

proof = Table(
    "proof",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("number", Text, nullable=False),
    Column("day", Text),
    Column("title", Text, nullable=False),
    Column("file_name", Text),
    Column("sha256", Text),
    Column("size", Integer),
    Column("added_on", Text, nullable=False),
    sqlite_autoincrement=True,
)

proof_use = Table(
    "proof_use",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("proof_id", Integer, ForeignKey("proof.id"), nullable=False),
    Column("row_id", Integer, ForeignKey("row.id"), nullable=False),
    Column("occurrence", Text, nullable=False),
    Index("use_of_proof", "proof_id", "row_id", "occurrence", unique=True),
    Index("proof_of_row", "row_id"),
    sqlite_autoincrement=True,
)

unit = Table(
    "unit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("names", Text, nullable=False),
    Column("aliases", Text, nullable=False),
    Column("merged_into", Integer),
    Column("merged_from", Text),
    sqlite_autoincrement=True,
)

calendar = Table(
    "calendar",
    metadata,
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("periods", Text, nullable=False),
    Column("holidays", Text, nullable=False),
)

person = Table(
    "person",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("post", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("active_from", Text),
    Column("active_to", Text),
    sqlite_autoincrement=True,
)

note = Table(
    "note",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("row_id", Integer, ForeignKey("row.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Index("note_of_row", "row_id"),
    sqlite_autoincrement=True,
)

log = Table(
    "log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("plan_id", Integer),
    Column("row_id", Integer),
    Column("what", Text, nullable=False),
    Column("part", Text, nullable=False),
    Column("old", Text),
    Column("new", Text),
    Column("chain", Text, nullable=False),
    Index("log_of_row", "row_id"),
    Index("log_facts", "who", "plan_id", "what", "kind", "at"),
    sqlite_autoincrement=True,
)

log_text = Table(
    "log_text",
    metadata,
    Column("log_id", Integer, primary_key=True, autoincrement=False),
    Column("folded", Text, nullable=False),
)

office = Table(
    "office",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("content", Text, nullable=False),
)

plan_body = Table(
    "plan_body",
    metadata,
    Column("plan_id", Integer, ForeignKey("plan.id"), primary_key=True, autoincrement=False),
    Column("content", Text, nullable=False),
)

figure = Table(
    "figure",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("period", Text, nullable=False),
    Column("form_set", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("line", Integer, nullable=False),
    Column("code", Text, nullable=False),
    Column("value", Text, nullable=False),
    Index("figure_of_form", "period", "form_set", "form", "line", "code", unique=True),
    sqlite_autoincrement=True,
)

report = Table(
    "report",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_id", Integer, ForeignKey("plan.id"), nullable=False),
    Column("period", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("signed_on", Text),
    Column("amends", Integer),
    Column("content", Text, nullable=False),
    Column("frozen", Text),
    Index("report_of_plan", "plan_id"),
    sqlite_autoincrement=True,
)

indicator = Table(
    "indicator",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_id", Integer, ForeignKey("plan.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("accepted", Boolean, nullable=False),
    Column("content", Text, nullable=False),
    Index("indicator_of_plan", "plan_id"),
    sqlite_autoincrement=True,
)

value_note = Table(
    "value_note",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("indicator_id", Integer, ForeignKey("indicator.id"), nullable=False),
    Column("period", Text, nullable=False),
    Column("text", Text, nullable=False),
    Index("note_of_value", "indicator_id", "period", unique=True),
    sqlite_autoincrement=True,
)

value_proof = Table(
    "value_proof",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("indicator_id", Integer, ForeignKey("indicator.id"), nullable=False),
    Column("period", Text, nullable=False),
    Column("proof_id", Integer, ForeignKey("proof.id"), nullable=False),
    Index("proof_of_value", "indicator_id", "period", "proof_id", unique=True),
    sqlite_autoincrement=True,
)

kit_file = Table(
    "kit_file",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("from_year", Integer),
    Column("content", Text, nullable=False),
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

account = Table(
    "account",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("units", Text),
    Column("is_on", Boolean, nullable=False),
    Column("secret", Text, nullable=False),
    Column("wrong", Integer, nullable=False),
    Column("last_wrong", Text),
    Index("account_by_name", "name", unique=True),
    sqlite_autoincrement=True,
)

recovery = Table(
    "recovery",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("secret", Text, nullable=False),
    Column("wrong", Integer, nullable=False),
    Column("last_wrong", Text),
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
    Column("who", Text, nullable=False, server_default=""),
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

OF_ROW = (cell, mark, correction, proof_use, note)
"""Tables whose lines belong to a row and go with it, by their column ``row_id``."""

LOGGED = (plan, appendix, column, row, unit, calendar, person, proof, *OF_ROW, template, office, plan_body, figure,
          report, indicator, value_note, value_proof, kit_file)  # fmt: skip
"""Tables that can be undone, parents before children. Accounts, settings, drafts, the logs themselves
cannot."""

SEARCH_TABLE = "CREATE VIRTUAL TABLE row_text USING fts5(folded, tokenize = 'trigram case_sensitive 1')"
"""Folded text of each row by its id, for search; written by ``db.search`` only."""
