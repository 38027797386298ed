"""Questions that a member chose to pass on to the moderators, without a name."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.records import identity
from bot.records.database import Database
from bot.records.tables import passed_on

MOST = 1_000  # questions that are ever read at once, the newest


@dataclass(frozen=True, slots=True)
class PassedOn:
    """A question, and where and when it was passed on; who did so is not told."""

    id: int
    text: str
    server: int | None
    channel: int | None
    at: int  # seconds since 1970


async def add(
    database: Database, text: str, person: int, where: tuple[int | None, int | None], now: int
) -> int:
    """Keep a question, asked in a server and a channel of it; returns its id.

    Raises:
        RecordsError: it could not be kept.
    """
    asker = (await database.identity()).hash(identity.ASKER, person)
    server, channel = where
    row = insert(passed_on).values(text=text, asker=asker, server=server, channel=channel, at=now)
    async with database.writing() as connection:
        added = await connection.execute(row.returning(passed_on.c.id))
        return int(added.scalar_one())


async def newest(database: Database) -> list[PassedOn]:
    """The newest questions, newest first.

    Raises:
        RecordsError: they could not be read.
    """
    columns = [passed_on.c[name] for name in PassedOn.__dataclass_fields__]
    query = select(*columns).order_by(passed_on.c.id.desc()).limit(MOST)
    async with database.reading() as connection:
        return [PassedOn(*row) for row in await connection.execute(query)]


async def count(database: Database) -> int:
    """How many questions wait.

    Raises:
        RecordsError: they could not be counted.
    """
    async with database.reading() as connection:
        found = await connection.execute(select(func.count()).select_from(passed_on))
        return int(found.scalar_one())


async def settle(connection: AsyncConnection, ids: Iterable[int]) -> int:
    """Delete questions that were taught, answered or dismissed; returns how many there were."""
    gone = await connection.execute(delete(passed_on).where(passed_on.c.id.in_(list(ids))))
    return gone.rowcount
