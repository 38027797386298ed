"""What the moderators of a server chose."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from bot.records import servers
from bot.records.database import Database
from bot.records.servers import NONE, Preferences

from .places import Place

HERE, THERE = 1174000000000000100, 1174000000000000101
EVERYTHING = Preferences(
    listening=(1174000000000000200, 1174000000000000201),
    alert_channel=1174000000000000202,
    alert_role=1174000000000000300,
    region="GB",
    quiet_from=22 * 60,
    quiet_until=7 * 60,
    time_zone="America/Argentina/ComodRivadavia",
)
TODAY, A_WEEK_AGO, SINCE = date(2026, 11, 24), date(2026, 11, 17), date(2026, 11, 18)


async def test_no_server_has_chosen_anything_at_first(database: Database) -> None:
    assert await servers.every(database) == {}


@pytest.mark.parametrize(
    "chosen",
    [
        EVERYTHING,
        NONE,
        Preferences(listening=()),
        Preferences(quiet_from=0, quiet_until=0),
        Preferences(alert_channel=servers.NOBODY),
    ],
    ids=["everything", "nothing", "no channel", "midnight", "nobody"],
)
async def test_a_choice_is_read_as_it_was_made(database: Database, chosen: Preferences) -> None:
    await servers.keep(database, HERE, chosen)
    assert await servers.every(database) == {HERE: chosen}


async def test_each_server_has_its_own_choices(database: Database) -> None:
    await servers.keep(database, HERE, EVERYTHING)
    await servers.keep(database, THERE, Preferences(region="US"))
    assert await servers.every(database) == {HERE: EVERYTHING, THERE: Preferences(region="US")}


async def test_a_later_choice_replaces_the_whole_of_an_earlier_one(database: Database) -> None:
    await servers.keep(database, HERE, EVERYTHING)
    await servers.keep(database, HERE, Preferences(region="US"))
    assert await servers.every(database) == {HERE: Preferences(region="US")}


async def test_choices_survive_a_restart(place: Place, database: Database) -> None:
    await servers.keep(database, HERE, EVERYTHING)
    await database.close()
    restarted = Database(place.url)
    assert await servers.every(restarted) == {HERE: EVERYTHING}
    await restarted.close()


async def test_a_server_is_reminded_once_a_week(database: Database) -> None:
    assert await servers.remind(database, HERE, A_WEEK_AGO, date(2026, 11, 11))
    assert not await servers.remind(database, HERE, A_WEEK_AGO, date(2026, 11, 11))
    assert not await servers.remind(database, HERE, date(2026, 11, 23), A_WEEK_AGO)
    assert await servers.remind(database, HERE, TODAY, SINCE)
    assert await servers.remind(database, THERE, TODAY, SINCE)


async def test_of_two_processes_one_reminds(place: Place, database: Database) -> None:
    other = Database(place.url)
    reminded = await asyncio.gather(
        *(servers.remind(process, HERE, TODAY, SINCE) for process in (database, other))
    )
    assert sorted(reminded) == [False, True]
    await other.close()


async def test_a_reminder_changes_no_choice_and_a_choice_no_reminder(database: Database) -> None:
    await servers.keep(database, HERE, EVERYTHING)
    await servers.remind(database, HERE, TODAY, SINCE)
    assert await servers.every(database) == {HERE: EVERYTHING}
    await servers.keep(database, HERE, NONE)
    assert not await servers.remind(database, HERE, TODAY, SINCE)


async def test_a_server_that_was_only_reminded_has_chosen_nothing(database: Database) -> None:
    await servers.remind(database, HERE, TODAY, SINCE)
    assert await servers.every(database) == {HERE: NONE}
