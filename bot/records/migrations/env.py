"""What Alembic runs: the missing steps, inside the transaction that `migrating.py` has begun."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
