"""How Alembic runs our migrations: on the connection that ``db.migrate`` gives it."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"], render_as_batch=True, transaction_per_migration=True
)

with context.begin_transaction():
    context.run_migrations()
