"""Where the bot may not write, it keeps working, and says once what it lacks."""

from __future__ import annotations

import logging

import discord
import pytest
import simcord

from bot.platforms.discord.permissions import missing, title

from .world import DRIVING, World, text


@pytest.mark.parametrize("name", ["send_messages", "read_message_history"])
async def test_a_missing_permission_is_logged_once(
    world: World, log: pytest.LogCaptureFixture, name: str
) -> None:
    silenced = channel_without(world, **{name: False})
    for asker in (world.ann, world.bob):
        await asker.send(silenced, f"{world.mention} {DRIVING}")
    assert world.replies(silenced) == []
    assert world.sent("POST", "/messages") == []
    (warning,) = warnings(log)
    assert str(silenced.id) in warning
    assert name in warning


async def test_a_thread_needs_a_permission_of_its_own(
    world: World, log: pytest.LogCaptureFixture
) -> None:
    for denied in ("send_messages", "send_messages_in_threads"):
        parent = channel_without(world, **{denied: False})
        thread = world.env.backend.create_thread(parent.id, "a thread", world.ann.id)
        place = simcord.ChannelHandle(world.env, world.guild, thread)
        await world.ann.send(place, f"{world.mention} {DRIVING}")
        assert len(world.replies(place)) == (denied == "send_messages")
    (warning,) = warnings(log)
    assert "send_messages_in_threads" in warning


async def test_each_channel_is_named_once(world: World, log: pytest.LogCaptureFixture) -> None:
    channels = [channel_without(world, send_messages=False) for _ in range(2)]
    for channel in channels * 2:
        await world.ann.send(channel, f"{world.mention} {DRIVING}")
    assert [str(channel.id) in one for channel, one in zip(channels, warnings(log), strict=True)]


async def test_other_channels_are_answered_as_before(world: World) -> None:
    silenced = channel_without(world, send_messages=False)
    await world.ann.send(silenced, f"{world.mention} {DRIVING}")
    await world.ann.send(world.help, DRIVING)
    assert "Do not drive" in text(world.reply(world.help))


async def test_a_permission_that_is_granted_later_is_enough(world: World) -> None:
    silenced = channel_without(world, send_messages=False)
    await world.ann.send(silenced, f"{world.mention} {DRIVING}")
    me = world.guild.me
    assert me is not None
    world.env.backend.delete_overwrite(silenced.id, me.id)
    await world.env.settle()
    await world.ann.send(silenced, f"{world.mention} {DRIVING}")
    assert "Do not drive" in text(world.reply(silenced))


@pytest.mark.parametrize("status", [403, 404, 500])
async def test_a_message_that_discord_refuses_is_logged_and_the_next_one_sent(
    world: World, log: pytest.LogCaptureFixture, status: int
) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=status, code=50013)
    await world.ann.send(world.help, DRIVING)
    assert world.replies(world.help) == []
    (warning,) = warnings(log)
    assert str(world.help.id) in warning
    await world.bob.send(world.help, DRIVING)
    assert "Do not drive" in text(world.reply(world.help))


async def test_an_edit_that_discord_refuses_is_logged_and_the_next_one_done(
    world: World, log: pytest.LogCaptureFixture
) -> None:
    question = await world.ann.send(world.help, DRIVING)
    world.env.inject_error("PATCH", "/channels/*/messages/*", status=500)
    await world.ann.edit(question, "when is the session over?")
    assert "Do not drive" in text(world.reply(world.help))
    assert len(warnings(log)) == 1
    await world.env.advance_time(1)
    await world.ann.edit(question, "when is the relief over?")
    assert "one or two weeks" in text(world.reply(world.help))


def test_a_channel_needs_to_be_seen_written_in_and_read() -> None:
    nothing = discord.Permissions.none()
    assert missing(nothing, object()) == ("view_channel", "send_messages", "read_message_history")
    assert missing(discord.Permissions.all(), object()) == ()
    assert [title(name) for name in missing(nothing, object())] == [
        "View Channel",
        "Send Messages",
        "Read Message History",
    ]


def channel_without(world: World, **denied: bool) -> simcord.ChannelHandle:
    """A new channel in which the bot lacks something that its server grants it."""
    me = world.guild.me
    assert me is not None
    return world.guild.create_text_channel(
        "news", overwrites={me: discord.PermissionOverwrite(**denied)}
    )


def warnings(log: pytest.LogCaptureFixture) -> list[str]:
    return [
        record.getMessage()
        for record in log.get_records("call")
        if record.levelno >= logging.WARNING
    ]
