"""Insert or replace, which each kind of database words in its own way."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

Insert = sqlite.Insert | postgresql.Insert


def inserting(connection: AsyncConnection, table: Table) -> Insert:
    """An insert that can say what to do on a conflict."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


def upsert(connection: AsyncConnection, table: Table, rows: Sequence[Mapping[str, Any]]) -> Insert:
    """Put the rows into the table, each in place of the one with the same primary key."""
    keys = [column.name for column in table.primary_key]
    insert = inserting(connection, table).values(rows)
    others = {name: insert.excluded[name] for name in rows[0] if name not in keys}
    return insert.on_conflict_do_update(index_elements=keys, set_=others)
