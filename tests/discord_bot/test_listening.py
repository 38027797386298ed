"""When the bot speaks, and when it keeps silent."""

from __future__ import annotations

import discord
import pytest
import simcord
from simcord.enums import ChannelType

from bot.answering.wording import HELP
from bot.platforms.discord.client import intents

from .world import (
    CARD,
    DANGER,
    DRIVING,
    NAUSEA,
    NOWHERE,
    PRICE,
    RELIEF,
    STATEMENT,
    World,
    labels,
    text,
)

NAUSEA_ANSWER = "The nausea passes within an hour."
RELIEF_ANSWER = "The relief is over after one or two weeks."


async def test_answers_a_mention(world: World) -> None:
    await world.ann.send(world.general, f"{world.mention} {NAUSEA}")
    assert NAUSEA_ANSWER in text(world.reply(world.general))


async def test_answers_a_reply_to_its_own_message(world: World) -> None:
    await world.ann.send(world.general, f"{world.mention} {NOWHERE}")
    await world.bob.send(world.general, RELIEF, reply_to=world.reply(world.general))
    assert RELIEF_ANSWER in text(world.replies(world.general)[-1])


async def test_a_reply_to_another_person_is_not_for_the_bot(world: World) -> None:
    first = await world.ann.send(world.general, "hello everybody")
    await world.bob.send(world.general, RELIEF, reply_to=first)
    assert world.replies(world.general) == []


async def test_answers_a_direct_message(world: World) -> None:
    await world.ann.send_dm(NAUSEA)
    assert NAUSEA_ANSWER in text(world.reply(world.ann.user.dm_channel))


async def test_says_that_it_does_not_know_only_when_asked(world: World) -> None:
    await world.ann.send(world.help, NOWHERE)
    assert world.replies(world.help) == []
    await world.ann.send(world.help, f"{world.mention} {NOWHERE}")
    assert "I do not know" in text(world.reply(world.help))


async def test_reads_along_in_help_and_not_in_general(world: World) -> None:
    for channel in (world.help, world.general):
        await world.ann.send(channel, DRIVING)
    assert "Do not drive" in text(world.reply(world.help))
    assert world.replies(world.general) == []


async def test_reads_along_in_a_thread_of_help_and_not_of_general(world: World) -> None:
    threads = [
        await new_thread(world, channel.id, "my first time")
        for channel in (world.help, world.general)
    ]
    for thread in threads:
        await world.ann.send(thread, DRIVING)
    assert "Do not drive" in text(world.reply(threads[0]))
    assert world.replies(threads[1]) == []


async def test_a_thread_with_a_question_for_a_name_gets_no_answer_beside_it(world: World) -> None:
    await new_thread(world, world.help.id, NAUSEA)
    notice = world.help.last_message
    assert notice is not None
    assert notice.is_system()
    assert notice.content == NAUSEA
    assert world.replies(world.help) == []


async def test_a_statement_in_help_is_left_alone(world: World) -> None:
    await world.ann.send(world.help, STATEMENT)
    assert world.replies(world.help) == []
    await world.ann.send(world.help, f"{STATEMENT}?")
    assert NAUSEA_ANSWER in text(world.reply(world.help))


async def test_somebody_in_danger_is_met_with_help_where_the_bot_may_read(world: World) -> None:
    for channel in (world.help, world.general):
        await world.ann.send(channel, DANGER)
    assert text(world.reply(world.help)) == CARD
    assert labels(world.reply(world.help)) == ["Remove"]
    assert world.replies(world.general) == []


async def test_thanks_want_no_reply(world: World) -> None:
    await world.ann.send(world.general, f"{world.mention} thank you!")
    assert world.replies(world.general) == []


async def test_a_mention_alone_is_told_how_to_ask(world: World) -> None:
    await world.ann.send(world.general, world.mention)
    assert text(world.reply(world.general)) == HELP


async def test_a_topic_that_is_not_covered_is_named_only_when_asked(world: World) -> None:
    await world.ann.send(world.help, PRICE)
    assert world.replies(world.help) == []
    await world.ann.send(world.help, f"{world.mention} {PRICE}")
    assert text(world.reply(world.help)) == "I know nothing of prices. Please ask the clinic."


@pytest.mark.parametrize("place", ["help", "general"])
async def test_other_bots_are_not_answered(world: World, place: str) -> None:
    robot = world.guild.add_member(world.env.create_user("robot", bot=True))
    await robot.send(world.guild.channels[place], f"{world.mention} {NAUSEA}")
    assert world.replies(world.guild.channels[place]) == []


async def test_webhooks_are_not_answered(world: World) -> None:
    webhook = world.guild.create_webhook(world.help, name="news")
    await webhook.send(f"{world.mention} {NAUSEA}")
    assert [message.webhook_id for message in world.help.history()] == [webhook.id]


async def test_a_question_with_everyone_in_it_pings_nobody(world: World) -> None:
    await world.ann.send(world.general, f"{world.mention} @everyone {world.bob.mention} {NAUSEA}")
    (sent,) = world.sent("POST", f"/channels/{world.general.id}/messages")
    assert sent["allowed_mentions"] == {"parse": [], "replied_user": False}
    reply = world.reply(world.general)
    assert not reply.mention_everyone
    assert reply.mentions == []


async def test_a_reply_hangs_on_its_question(world: World) -> None:
    question = await world.ann.send(world.help, NAUSEA)
    reference = world.reply(world.help).reference
    assert reference is not None
    assert reference.message_id == question.id


async def test_answers_a_mention_without_reading_along(world: World) -> None:
    await world.restart(listening=False)
    await world.ann.send(world.help, NAUSEA)
    assert world.replies(world.help) == []
    await world.ann.send(world.help, f"{world.mention} {NAUSEA}")
    assert NAUSEA_ANSWER in text(world.reply(world.help))


def test_asks_for_message_content_only_to_read_along() -> None:
    least = {"guilds", "guild_messages", "dm_messages"}
    assert wanted(intents(listening=False)) == least
    assert wanted(intents(listening=True)) == least | {"message_content"}


async def test_the_client_asks_for_no_more_than_that(world: World) -> None:
    assert world.client.intents == intents(listening=True)
    assert world.new_client(listening=False).intents == intents(listening=False)


def wanted(asked: discord.Intents) -> set[str]:
    """The intents that are switched on, by name."""
    return {name for name, on in asked if on}


async def new_thread(world: World, channel: int, name: str) -> simcord.ChannelHandle:
    """Ann opens a thread. Discord tells the channel so with a system message, named like it."""
    thread = world.env.backend.create_thread(
        channel, name, world.ann.id, type=ChannelType.PUBLIC_THREAD
    )
    await world.env.settle()
    return simcord.ChannelHandle(world.env, world.guild, thread)
