"""The history of the tables, for Alembic: each file under `versions` is one step."""
