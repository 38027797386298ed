"""What is kept about one person, and how to delete it."""

from dataclasses import dataclass

from sqlalchemy import delete, func, select
from sqlalchemy.sql import ColumnElement

from bot.records import identity
from bot.records.database import Database
from bot.records.tables import passed_on, votes


@dataclass(frozen=True, slots=True)
class Kept:
    """How much is kept about a person: their votes, and the questions they passed on."""

    votes: int
    questions: tuple[str, ...]  # their texts, oldest first


async def about(database: Database, person: int) -> Kept:
    """What is kept about the person.

    Raises:
        RecordsError: it could not be read.
    """
    theirs, asked = await _owned(database, person)
    async with database.reading() as connection:
        given = await connection.execute(select(func.count()).select_from(votes).where(theirs))
        texts = await connection.execute(
            select(passed_on.c.text).where(asked).order_by(passed_on.c.id)
        )
        return Kept(given.scalar_one(), tuple(texts.scalars()))


async def forget(database: Database, person: int) -> None:
    """Delete all of it.

    Raises:
        RecordsError: nothing was deleted.
    """
    theirs, asked = await _owned(database, person)
    async with database.deleting() as connection:
        await connection.execute(delete(votes).where(theirs))
        await connection.execute(delete(passed_on).where(asked))


async def _owned(
    database: Database, person: int
) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Which votes and which questions are the person's."""
    known = await database.identity()
    return (
        votes.c.voter == known.hash(identity.VOTER, person),
        passed_on.c.asker == known.hash(identity.ASKER, person),
    )
