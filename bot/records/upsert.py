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


async def upsert(
    connection: AsyncConnection, table: Table, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Put the rows into the table, each in place of the one with the same primary key.

    One statement takes a row at a time: with thousands in one, PostgreSQL has too many values.
    """
    keys = [column.name for column in table.primary_key]
    insert = inserting(connection, table)
    others = {name: insert.excluded[name] for name in rows[0] if name not in keys}
    await connection.execute(
        insert.on_conflict_do_update(index_elements=keys, set_=others), list(rows)
    )
