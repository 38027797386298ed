"""Invented records for the demo, so that a moderator sees what a month of them looks like."""

import random
from datetime import date, timedelta

from bot.answering.library import Library
from bot.moderation.statistics import DAYS, KINDS
from bot.records import counts, votes
from bot.records.counts import Count
from bot.records.database import Database

_MOST_A_DAY = {"answer": 4, "choices": 6, "not_covered": 4, "unknown": 5, "crisis": 1}
_VOTERS = 9


async def invent(database: Database, library: Library, today: date) -> None:
    """Counts of the last month but for today, and some votes; the same each time."""
    chance = random.Random(1)  # noqa: S311 - nothing depends on it
    entries = [entry.id for entry in library.live.answerer.knowledge.entries]
    counted: dict[Count, int] = {}
    for ago in range(1, DAYS):
        day = today - timedelta(days=ago)
        for kind in KINDS:
            for entry in (
                chance.sample(entries, k=min(3, len(entries))) if kind == "answer" else [""]
            ):
                times = chance.randint(0, _MOST_A_DAY[kind])
                counted |= {Count(day, kind, entry): times} if times else {}
    await counts.add(database, counted)
    for entry in entries[:5]:
        for voter in range(chance.randint(3, _VOTERS)):
            helpful = chance.random() < 0.75  # noqa: PLR2004 - most are
            await votes.cast(database, entry, voter, today, helpful=helpful)
