"""A reply follows its question: it changes with it, and it goes with it."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import discord
import pytest
from discord.http import Route
from simcord.backend.serializers import message_payload

from .world import DRIVING, EITHER, NAUSEA, NOWHERE, RELIEF, World, labels, text

DO_NOT = "Do not drive until the next morning."
WEEKS = "The relief is over after one or two weeks."


async def test_an_edit_changes_the_same_reply(world: World) -> None:
    question = await world.ann.send(world.help, DRIVING)
    before = world.reply(world.help)
    await world.ann.edit(question, RELIEF)
    after = world.reply(world.help)
    assert (before.id, WEEKS in text(after)) == (after.id, True)
    assert DO_NOT not in text(after)


async def test_an_edit_may_turn_an_answer_into_choices(world: World) -> None:
    question = await world.ann.send(world.help, f"{world.mention} {DRIVING}")
    await world.ann.edit(question, f"{world.mention} {EITHER}")
    assert "How long does the session last?" in labels(world.reply(world.help))


async def test_an_edit_changes_the_reply_in_a_direct_message(world: World) -> None:
    question = await world.ann.send_dm(DRIVING)
    await world.ann.user.edit(question, RELIEF)
    assert WEEKS in text(world.reply(world.ann.user.dm_channel))


async def test_an_edit_that_takes_the_mention_away_removes_the_reply(world: World) -> None:
    question = await world.ann.send(world.general, f"{world.mention} {DRIVING}")
    assert DO_NOT in text(world.reply(world.general))
    await world.ann.edit(question, DRIVING)
    assert world.replies(world.general) == []


@pytest.mark.parametrize("instead", ["I will not drive after the infusion.", NOWHERE])
async def test_an_edit_to_what_is_not_answered_in_help_removes_the_reply(
    world: World, instead: str
) -> None:
    question = await world.ann.send(world.help, DRIVING)
    assert DO_NOT in text(world.reply(world.help))
    await world.ann.edit(question, instead)
    assert world.replies(world.help) == []


async def test_an_edit_that_adds_a_mention_gets_a_reply(world: World) -> None:
    question = await world.ann.send(world.general, DRIVING)
    assert world.replies(world.general) == []
    await world.ann.edit(question, f"{world.mention} {DRIVING}")
    assert DO_NOT in text(world.reply(world.general))


async def test_the_preview_of_a_link_is_no_edit(world: World) -> None:
    question = await world.ann.send(world.help, f"{DRIVING} https://example.org")
    await bring_preview(world, question)
    assert world.sent("PATCH") == []
    assert len(world.sent("POST", "/messages")) == len(world.replies(world.help)) == 1


async def test_the_preview_of_a_link_brings_no_removed_reply_back(world: World) -> None:
    question = await world.ann.send(world.help, f"{DRIVING} https://example.org")
    await world.ann.click(world.reply(world.help), label="Remove")
    await bring_preview(world, question)
    assert world.replies(world.help) == []


async def test_the_preview_of_a_link_that_an_edit_added_is_no_second_edit(world: World) -> None:
    question = await world.ann.send(world.help, DRIVING)
    await world.ann.edit(question, f"{DRIVING} https://example.org")
    edits = len(world.sent("PATCH"))
    await bring_preview(world, question)
    assert len(world.sent("PATCH")) == edits


async def test_pinning_an_edited_question_brings_no_removed_reply_back(world: World) -> None:
    question = await world.ann.send(world.help, DRIVING)
    await world.ann.edit(question, DRIVING.upper())
    await world.ann.click(world.reply(world.help), label="Remove")
    await world.max.set_pinned(question, pinned=True)
    await send_again(world, question)
    assert world.replies(world.help) == []


async def test_deleting_the_question_removes_the_reply(world: World) -> None:
    kept = await world.bob.send(world.help, RELIEF)
    question = await world.ann.send(world.help, DRIVING)
    await world.ann.delete(question)
    reference = world.reply(world.help).reference
    assert reference is not None
    assert reference.message_id == kept.id


async def test_deleting_the_question_removes_the_reply_in_a_direct_message(world: World) -> None:
    question = await world.ann.send_dm(DRIVING)
    await world.ann.user.delete(question)
    assert world.replies(world.ann.user.dm_channel) == []


async def test_clearing_many_messages_removes_their_replies(world: World) -> None:
    questions = [await world.ann.send(world.help, asked) for asked in (DRIVING, RELIEF, NAUSEA)]
    assert len(world.replies(world.help)) == 3
    world.env.backend.bulk_delete_messages(world.help.id, [asked.id for asked in questions[:2]])
    await world.env.settle()
    reference = world.reply(world.help).reference
    assert reference is not None
    assert reference.message_id == questions[2].id


@pytest.mark.parametrize("moment", ["before", "after"])
async def test_a_question_deleted_while_its_reply_is_sent_leaves_no_reply(
    world: World, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """The deletion reaches the bot before Discord has the reply, or before the bot knows so."""
    request, deleted = world.client.http.request, world.client.on_raw_message_delete
    told = asyncio.Event()

    async def slow(route: Route, **options: Any) -> Any:  # noqa: ANN401 - as discord.py has it
        if route.method != "POST":
            return await request(route, **options)
        if moment == "before":
            await take_question()
        sent = await request(route, **options)
        if moment == "after":
            await take_question()
        return sent

    async def take_question() -> None:
        (question,) = [one for one in world.help.history() if one.author.id == world.ann.id]
        world.env.backend.delete_message(world.help.id, question.id)
        await told.wait()

    async def hear(payload: discord.RawMessageDeleteEvent) -> None:
        told.set()
        await deleted(payload)

    monkeypatch.setattr(world.client, "on_raw_message_delete", hear)
    monkeypatch.setattr(world.client.http, "request", slow)
    await world.ann.send(world.help, DRIVING)
    assert told.is_set()
    (sent,) = world.sent("POST", f"/channels/{world.help.id}/messages")
    assert sent["message_reference"]["fail_if_not_exists"] is False  # else Discord refuses it
    assert world.help.history() == []


async def test_a_reply_that_a_moderator_deleted_is_no_error_later(
    world: World, log: pytest.LogCaptureFixture
) -> None:
    question = await world.ann.send(world.help, DRIVING)
    await world.max.delete(world.reply(world.help))
    await world.ann.delete(question)
    assert world.help.history() == []
    assert world.sent("DELETE") == []
    assert at_least_warnings(log) == []


async def test_an_edit_after_a_moderator_deleted_the_reply_is_answered_anew(
    world: World,
) -> None:
    question = await world.ann.send(world.help, DRIVING)
    await world.max.delete(world.reply(world.help))
    await world.ann.edit(question, RELIEF)
    assert WEEKS in text(world.reply(world.help))


async def test_a_reply_that_cannot_be_removed_is_noted_in_the_log(
    world: World, log: pytest.LogCaptureFixture
) -> None:
    question = await world.ann.send(world.help, DRIVING)
    world.env.inject_error("DELETE", "/channels/*/messages/*", status=500)
    await world.ann.delete(question)
    assert len(world.replies(world.help)) == 1
    (warning,) = at_least_warnings(log)
    assert str(world.help.id) in warning


async def bring_preview(world: World, question: discord.Message) -> None:
    """Discord has looked the link up, and adds the preview to the message."""
    message = world.env.backend.get_message(question.channel.id, question.id)
    message.embeds = [{"type": "link", "url": "https://example.org", "title": "Example"}]
    await send_again(world, question)


async def send_again(world: World, question: discord.Message) -> None:
    """Discord does so at each change of a message, be it a pin, a preview or a thread."""
    message = world.env.backend.get_message(question.channel.id, question.id)
    world.env.backend.emit("MESSAGE_UPDATE", dict(message_payload(world.env.backend, message)))
    await world.env.settle()


def at_least_warnings(log: pytest.LogCaptureFixture) -> list[str]:
    return [
        record.getMessage()
        for record in log.get_records("call")
        if record.levelno >= logging.WARNING
    ]
