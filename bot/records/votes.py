"""Whether people found an entry helpful: one vote a person for each entry, which can change."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from bot.records import identity
from bot.records.database import Database
from bot.records.tables import votes
from bot.records.upsert import upsert


@dataclass(frozen=True, slots=True)
class Tally:
    """How many found an entry helpful, of how many who voted."""

    entry: str
    helpful: int
    voters: int

    @property
    def share(self) -> float:
        """The share of those who found it helpful, from 0 to 1."""
        return self.helpful / self.voters


async def cast(database: Database, entry: str, person: int, today: date, *, helpful: bool) -> None:
    """Keep the vote of a person in place of the one they gave before.

    Raises:
        RecordsError: it could not be kept.
    """
    voter = (await database.identity()).hash(identity.VOTER, person)
    row = {"entry": entry, "voter": voter, "helpful": helpful, "day": today}
    async with database.writing() as connection:
        await upsert(connection, votes, [row])


async def tallies(database: Database) -> Iterable[Tally]:
    """The votes on every entry that has one, the least helpful first.

    Raises:
        RecordsError: they could not be read.
    """
    helpful = func.count().filter(votes.c.helpful)
    query = select(votes.c.entry, helpful, func.count()).group_by(votes.c.entry)
    async with database.reading() as connection:
        found = [Tally(*row) for row in await connection.execute(query)]
    return sorted(found, key=lambda tally: (tally.share, tally.entry))
