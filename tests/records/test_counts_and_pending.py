"""Counts and replies are written behind the answers; an outage loses none that still matters."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from bot.records import counts, pending, replies
from bot.records.counts import Count
from bot.records.database import Database
from bot.records.pending import Pending
from bot.records.replies import Replied

from .places import Place, gone, rename

DAY = date(2026, 11, 24)
ANSWER, UNKNOWN = Count(DAY, "answer", "faq-cost"), Count(DAY, "unknown", "")
NOW = 1_764_000_000


def replied(question: int, reply: int = 7) -> Replied:
    return Replied(question, channel=3, reply=reply, at=NOW)


async def known(database: Database) -> dict[int, int]:
    """The reply of each question, oldest first."""
    return {one.question: one.reply for one in await replies.newest(database, 20_000, NOW)}


async def test_counts_add_up_by_day_kind_and_entry(database: Database) -> None:
    yesterday = Count(date(2026, 11, 23), "answer", "faq-cost")
    await counts.add(database, {ANSWER: 2, UNKNOWN: 1, yesterday: 5})
    await counts.add(database, {ANSWER: 3})
    assert await counts.since(database, DAY) == {ANSWER: 5, UNKNOWN: 1}
    assert await counts.since(database, yesterday.day) == {ANSWER: 5, UNKNOWN: 1, yesterday: 5}


async def test_two_processes_count_together(place: Place, database: Database) -> None:
    other = Database(place.url)
    await asyncio.gather(
        *(counts.add(process, {ANSWER: 1}) for process in (database, other) for _ in range(10))
    )
    assert await counts.since(database, DAY) == {ANSWER: 20}
    await other.close()


async def test_what_happened_is_written_once(database: Database) -> None:
    behind = Pending()
    behind.count(ANSWER)
    behind.count(ANSWER)
    behind.replied(replied(1))
    await behind.flush(database)
    await behind.flush(database)
    assert await counts.since(database, DAY) == {ANSWER: 2}
    assert await known(database) == {1: 7}


async def test_the_last_word_on_a_message_counts(database: Database) -> None:
    behind = Pending()
    behind.replied(replied(1))
    behind.withdrawn(1)
    behind.replied(replied(2))
    await behind.flush(database)
    assert await known(database) == {2: 7}
    behind.withdrawn(2)
    behind.replied(replied(2, reply=8))
    await behind.flush(database)
    assert await known(database) == {2: 8}


async def test_an_outage_loses_nothing_and_keeps_the_order(
    place: Place, database: Database
) -> None:
    behind = Pending()
    behind.replied(replied(1))
    behind.replied(replied(2))
    await behind.flush(database)
    async with gone(place, database):
        behind.count(ANSWER)
        behind.withdrawn(1)
        behind.replied(replied(3))
        await behind.flush(database)
        behind.count(ANSWER)
        behind.count(UNKNOWN)
        behind.replied(replied(1, reply=8))
        behind.withdrawn(3)
        await behind.flush(database)
    await behind.flush(database)
    assert await counts.since(database, DAY) == {ANSWER: 2, UNKNOWN: 1}
    assert await known(database) == {1: 8, 2: 7}


async def test_what_happens_during_a_failing_write_comes_after_it(
    place: Place, database: Database
) -> None:
    await database.open()
    behind = Pending()
    behind.replied(replied(1))
    behind.count(ANSWER)

    async def meanwhile() -> None:
        behind.withdrawn(1)
        behind.replied(replied(2))
        behind.count(ANSWER)

    async with gone(place, database):
        await asyncio.gather(behind.flush(database), meanwhile())
    await behind.flush(database)
    assert await known(database) == {2: 7}
    assert await counts.since(database, DAY) == {ANSWER: 2}


async def test_counts_that_were_written_are_not_written_again(database: Database) -> None:
    await rename(database, "replies", "elsewhere")
    behind = Pending()
    behind.count(ANSWER)
    behind.replied(replied(1))
    await behind.flush(database)
    await rename(database, "elsewhere", "replies")
    await behind.flush(database)
    assert await counts.since(database, DAY) == {ANSWER: 1}
    assert await known(database) == {1: 7}


async def test_in_a_long_outage_the_oldest_replies_are_let_go(
    place: Place, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pending, "MOST", 3)
    await database.open()
    behind = Pending()
    for question in (1, 2, 3):
        behind.replied(replied(question))

    async def meanwhile() -> None:
        for question in (1, 4, 5):
            behind.replied(replied(question))

    async with gone(place, database):
        await asyncio.gather(behind.flush(database), meanwhile())
    await behind.flush(database)
    assert await known(database) == {1: 7, 4: 7, 5: 7}


async def test_as_many_replies_as_wait_at_most_are_written_at_once(database: Database) -> None:
    behind = Pending()
    for question in range(pending.MOST):
        behind.replied(replied(question))
        behind.count(Count(DAY, "answer", f"entry-{question}"))
    await behind.flush(database)
    assert len(await known(database)) == pending.MOST
    assert (await counts.since(database, DAY)).total() == pending.MOST
    for question in range(pending.MOST):
        behind.withdrawn(question)
    await behind.flush(database)
    assert await known(database) == {}


async def test_nothing_to_write_does_not_ask_for_the_database(
    place: Place, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    await database.open()
    async with gone(place, database):
        await Pending().flush(database)
    assert "cannot be used" not in caplog.text
