"""How long each thing is kept; a daily task deletes what is older."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import delete

from bot.records.database import Database
from bot.records.replies import KEPT
from bot.records.tables import counts, history, passed_on, replies, votes

QUESTIONS = timedelta(days=90)
VOTES = timedelta(days=180)
HISTORY = timedelta(days=180)
COUNTS = timedelta(days=400)  # a year and a month, to compare with the year before


async def forget(database: Database, now: int) -> None:
    """Delete everything that was kept long enough.

    Raises:
        RecordsError: nothing was deleted.
    """
    today = datetime.fromtimestamp(now, UTC).date()
    old = (
        (passed_on, passed_on.c.at < now - QUESTIONS.total_seconds()),
        (history, history.c.at < now - HISTORY.total_seconds()),
        (replies, replies.c.at < now - KEPT),
        (votes, votes.c.day < today - VOTES),
        (counts, counts.c.day < today - COUNTS),
    )
    async with database.deleting() as connection:
        for table, outdated in old:
            await connection.execute(delete(table).where(outdated))
