"""How long each thing is kept: on its last day it is there, and a moment later it is not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Table, func, insert, select

from bot.errors import RecordsError
from bot.knowledge.taught import Taught
from bot.records import counts, history, passed_on, replies, retention, servers, taught, votes
from bot.records.counts import Count
from bot.records.database import Database
from bot.records.history import Act, Action, Effect
from bot.records.replies import Replied
from bot.records.servers import Preferences
from bot.records.tables import metadata

from .places import rename

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
NOW, TODAY = int(NOON.timestamp()), NOON.date()
ANN, BOB, MAX = 1174000000000000001, 1174000000000000002, 1174000000000000003
DAY = 24 * 3600


async def kept(database: Database, table: str) -> int:
    async with database.reading() as connection:
        query = select(func.count()).select_from(metadata.tables[table])
        return int((await connection.execute(query)).scalar_one())


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


async def test_a_question_is_kept_for_90_days(database: Database) -> None:
    await passed_on.add(database, "last day", ANN, (None, None), NOW - 90 * DAY)
    await passed_on.add(database, "too old", ANN, (None, None), NOW - 90 * DAY - 1)
    await retention.forget(database, NOW)
    assert [one.text for one in await passed_on.newest(database)] == ["last day"]
    await retention.forget(database, NOW + 1)
    assert await passed_on.count(database) == 0


async def test_a_vote_is_kept_for_180_days(database: Database) -> None:
    await votes.cast(database, "last-day", ANN, ago(180), helpful=True)
    await votes.cast(database, "too-old", ANN, ago(181), helpful=True)
    await retention.forget(database, NOW)
    assert [tally.entry for tally in await votes.tallies(database)] == ["last-day"]
    await retention.forget(database, NOW + DAY)
    assert list(await votes.tallies(database)) == []


async def test_a_vote_that_is_changed_is_kept_from_then_on(database: Database) -> None:
    await votes.cast(database, "faq-cost", ANN, ago(181), helpful=True)
    await votes.cast(database, "faq-cost", ANN, TODAY, helpful=False)
    await retention.forget(database, NOW)
    assert [tally.voters for tally in await votes.tallies(database)] == [1]


async def test_which_reply_is_whose_is_kept_for_24_hours(database: Database) -> None:
    old = [Replied(1, 3, 7, NOW - DAY), Replied(2, 3, 8, NOW - DAY - 1)]
    await replies.change(database, old, [])
    await retention.forget(database, NOW)
    assert await kept(database, "replies") == 1
    await retention.forget(database, NOW + 1)
    assert await kept(database, "replies") == 0


async def test_the_history_is_kept_for_180_days(database: Database) -> None:
    for at in (NOW - 180 * DAY - 1, NOW - 180 * DAY):
        await history.keep(database, Act(Action.RELOAD, None, at, Effect(1, 1, 1)), MAX)
    await retention.forget(database, NOW)
    assert [done.act.at for done in await history.newest(database)] == [NOW - 180 * DAY]
    await retention.forget(database, NOW + 1)
    assert await history.newest(database) == []


async def test_counts_are_kept_for_400_days(database: Database) -> None:
    last, old = Count(ago(400), "answer", "faq-cost"), Count(ago(401), "answer", "faq-cost")
    await counts.add(database, {last: 1, old: 1})
    await retention.forget(database, NOW)
    assert await counts.since(database, old.day) == {last: 1}
    await retention.forget(database, NOW + DAY)
    assert await counts.since(database, old.day) == {}


async def test_what_moderators_taught_and_chose_is_kept(database: Database) -> None:
    lesson = Taught("wat does it cost", "topic-cost")
    act = Act(Action.TEACH, "topic-cost", 0, Effect(1, 1, 1))
    await history.keep(database, act, MAX, added=[lesson])
    await servers.keep(database, 5, Preferences(region="GB"))
    await retention.forget(database, NOW)
    assert await taught.every(database) == (lesson,)
    assert await servers.every(database) == {5: Preferences(region="GB")}


async def test_every_table_is_either_tidied_or_kept_on_purpose(database: Database) -> None:
    await database.open()
    for table in metadata.tables.values():
        async with database.writing() as connection:
            await connection.execute(insert(table).values(oldest(table)))
    before = await names_of_filled(database, metadata.tables)
    await retention.forget(database, NOW)
    tidied = before - await names_of_filled(database, metadata.tables)
    assert tidied == {"passed_on", "history", "replies", "votes", "counts"}
    assert before - tidied == {"secrets", "versions", "taught", "servers"}


async def test_all_is_tidied_or_nothing(database: Database) -> None:
    await passed_on.add(database, "too old", ANN, (None, None), 0)
    await rename(database, "counts", "elsewhere")
    with pytest.raises(RecordsError):
        await retention.forget(database, NOW)
    assert await passed_on.count(database) == 1


async def names_of_filled(database: Database, names: Iterable[str]) -> set[str]:
    return {name for name in names if await kept(database, name)}


def oldest(table: Table) -> dict[str, object]:
    """A row of long ago, with only what it must have."""
    values: dict[type, object] = {int: 0, str: "x", bytes: b"x", bool: True, date: date(1970, 1, 1)}
    needed = [column for column in table.columns if not column.nullable]
    return {column.name: values[column.type.python_type] for column in needed}
