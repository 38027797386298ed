"""Which reply belongs to which message, for a day: so that it follows an edit after a restart."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, select

from bot.records.database import Database
from bot.records.tables import replies
from bot.records.upsert import upsert

KEPT = 24 * 3600  # seconds


@dataclass(frozen=True, slots=True)
class Replied:
    """A message and the reply to it, by their ids, in one channel."""

    question: int
    channel: int
    reply: int
    at: int  # seconds since 1970


async def change(database: Database, added: Iterable[Replied], removed: Iterable[int]) -> None:
    """Keep some, and forget those of other messages.

    Raises:
        RecordsError: nothing was changed.
    """
    rows = [
        {"question": one.question, "channel": one.channel, "reply": one.reply, "at": one.at}
        for one in added
    ]
    async with database.writing() as connection:
        gone = replies.c.question.in_(list(removed))
        await connection.execute(delete(replies).where(gone))
        if rows:
            await upsert(connection, replies, rows)


async def newest(database: Database, most: int, now: int) -> list[Replied]:
    """The newest of the last day, oldest first.

    Raises:
        RecordsError: they could not be read.
    """
    query = (
        select(replies.c.question, replies.c.channel, replies.c.reply, replies.c.at)
        .where(replies.c.at >= now - KEPT)
        .order_by(replies.c.at.desc(), replies.c.question.desc())
        .limit(most)
    )
    async with database.reading() as connection:
        return [Replied(*row) for row in await connection.execute(query)][::-1]
