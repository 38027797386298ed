"""What moderators should look at again: shown by /kb status, and named once a week."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import simcord
from crisis_file import TODAY

from .knowledge_files import add, entry
from .world import World, text

MONDAY = datetime.combine(TODAY, datetime.min.time(), UTC) + timedelta(days=10, hours=9)
DUE = MONDAY.date() - timedelta(days=1)
REVIEW = f"The entry flowers was to be reviewed by {DUE:%d %B %Y}: read it again"


@pytest.fixture
async def moderators(world: World) -> simcord.ChannelHandle:
    """The channel where moderators are told; an entry is past its review, and it is Monday."""
    channel = world.guild.create_text_channel("moderators")
    world.alert_channel = channel.id
    await world.restart()
    add(world.folder, entry("flowers", review_by=DUE))
    await world.client.desk.reload(world.max.id)
    world.time.moment = MONDAY
    return channel


async def tidy_on(world: World, day: int) -> None:
    world.time.moment = MONDAY + timedelta(days=day)
    await world.client.background.tidy()
    await world.env.settle()


async def test_the_status_lists_an_entry_from_the_day_after_its_review(
    world: World, moderators: simcord.ChannelHandle
) -> None:
    shown = text(await world.kb("status"))
    assert f"**Look at these again:**\n- {REVIEW}" in shown
    world.time.moment = MONDAY - timedelta(days=1)
    assert "Look at these again" not in text(await world.kb("status"))
    assert world.replies(moderators) == []


async def test_the_status_lists_crisis_lines_that_nobody_verified_for_a_year(
    world: World,
) -> None:
    assert "Look at these again" not in text(await world.kb("status"))
    world.time.moment = MONDAY + timedelta(days=366)
    shown = text(await world.kb("status"))
    last = f"was last verified on {TODAY:%d %B %Y}: verify it at its source, and set verified_on."
    for name in ("emergency services", "Lifeline", "9-8-8", "findahelpline.com"):
        assert f"- The crisis line {name} {last}" in shown.splitlines()


async def test_moderators_are_told_once_a_week_also_across_restarts(
    world: World, moderators: simcord.ChannelHandle
) -> None:
    for day, told in ((0, 1), (0, 1), (1, 1), (6, 1), (7, 2), (13, 2), (14, 3)):
        await tidy_on(world, day)
        assert len(world.replies(moderators)) == told, day
        await world.restart()
    note = text(world.replies(moderators)[0])
    assert note.startswith(f"### Please look at these again\n- {REVIEW}")


async def test_it_is_told_by_itself_once_the_bot_runs(
    world: World, moderators: simcord.ChannelHandle
) -> None:
    await world.restart()
    assert REVIEW in text(world.reply(moderators))


async def test_while_nothing_is_stale_nobody_is_told(
    world: World, moderators: simcord.ChannelHandle
) -> None:
    add(world.folder, entry("flowers", review_by=date(2999, 1, 1)))
    await world.client.desk.reload(world.max.id)
    await tidy_on(world, 0)
    assert world.replies(moderators) == []


async def test_a_server_without_a_moderators_channel_is_told_as_soon_as_it_has_one(
    world: World, moderators: simcord.ChannelHandle
) -> None:
    world.alert_channel = None
    await world.restart()
    await tidy_on(world, 0)
    assert world.replies(moderators) == []
    world.alert_channel = moderators.id
    await world.restart()
    await tidy_on(world, 1)
    assert REVIEW in text(world.reply(moderators))


async def test_servers_that_do_not_manage_the_knowledge_are_not_told(
    world: World, moderators: simcord.ChannelHandle
) -> None:
    elsewhere = world.env.create_guild("Elsewhere")
    await world.restart(home=[elsewhere.id])
    await tidy_on(world, 0)
    assert world.replies(moderators) == []
