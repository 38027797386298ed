"""How many replies of each kind there were on each day, and of which entry."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from bot.records.database import Database
from bot.records.tables import counts
from bot.records.upsert import inserting


@dataclass(frozen=True, slots=True)
class Count:
    """Replies of one kind on one day; of one entry, or "" where a reply is of none."""

    day: date
    kind: str
    entry: str


async def add(database: Database, more: Mapping[Count, int]) -> None:
    """Add to the counts.

    Raises:
        RecordsError: nothing was added.
    """
    rows = [
        {"day": one.day, "kind": one.kind, "entry": one.entry, "times": times}
        for one, times in more.items()
    ]
    async with database.writing() as connection:
        insert = inserting(connection, counts)
        await connection.execute(
            insert.on_conflict_do_update(
                index_elements=["day", "kind", "entry"],
                set_={"times": counts.c.times + insert.excluded.times},
            ),
            rows,
        )


async def since(database: Database, day: date) -> Counter[Count]:
    """The counts of that day and all later ones.

    Raises:
        RecordsError: they could not be read.
    """
    query = select(counts).where(counts.c.day >= day)
    async with database.reading() as connection:
        rows = (await connection.execute(query)).all()
    return Counter({Count(row.day, row.kind, row.entry): row.times for row in rows})
