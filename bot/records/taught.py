"""Phrasings that moderators taught the bot, on top of those in the knowledge folder."""

from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.knowledge.taught import Taught
from bot.records.database import Database
from bot.records.tables import taught
from bot.records.upsert import upsert


async def every(database: Database) -> tuple[Taught, ...]:
    """All of them, in the order in which they were taught.

    Raises:
        RecordsError: they could not be read.
    """
    query = select(taught.c.phrasing, taught.c.target).order_by(taught.c.at, taught.c.phrasing)
    async with database.reading() as connection:
        return tuple(Taught(*row) for row in await connection.execute(query))


async def change(
    connection: AsyncConnection, added: Iterable[Taught], removed: Iterable[Taught], now: int
) -> None:
    """Add some and remove others; what another process did meanwhile stays."""
    gone = [one.phrasing for one in removed]
    await connection.execute(delete(taught).where(taught.c.phrasing.in_(gone)))
    rows = [{"phrasing": one.phrasing, "target": one.target, "at": now} for one in added]
    if rows:
        await upsert(connection, taught, rows)
