"""Discord keeps messages for years: a button that another version of the bot made says so."""

from __future__ import annotations

import logging

import pytest

from bot.platforms.discord import wording

from .world import EITHER, FEEDBACK, NAUSEA, World, custom_id, labels, outdate, private, text

RELIEF = "How long does the relief last?"
UNKNOWN = [
    "answers:summary:nausea",  # what no button does any more
    "answers:helpful:Nausea & more",  # an entry as none is called
    "desk:merge:1:",
    "faq/nausea",
]


@pytest.mark.parametrize("written", UNKNOWN)
async def test_a_button_of_another_version_says_so_privately(world: World, written: str) -> None:
    await world.ann.send(world.help, NAUSEA)
    before = world.reply(world.help)
    outdate(world, before, "Helpful", written)
    said = private(await world.bob.click(before, label="Helpful"))
    assert text(said) == wording.OLD_BUTTON
    assert text(world.reply(world.help)) == text(before)


async def test_an_old_button_in_a_direct_message_says_so(world: World) -> None:
    await world.ann.send_dm(NAUSEA)
    answer = world.reply(world.ann.user.dm_channel)
    outdate(world, answer, "Related", "answers:nearby:nausea")
    said = private(await world.ann.user.click(answer, label="Related"))
    assert text(said) == wording.OLD_BUTTON


async def test_an_old_list_of_the_moderators_says_so(world: World) -> None:
    page = await world.kb("settings")
    kept = world.env.backend.get_message(page.channel_id, page.id)
    (row,) = [
        one
        for one in kept.components
        if one.get("components", [{}])[0].get("custom_id") == custom_id(page, "desk-list:")
    ]
    row["components"][0]["custom_id"] = "desk-list:language:0:"
    chosen = await world.max.select(page, ["none"], custom_id="desk-list:language:0:")
    assert text(private(chosen)) == wording.OLD_BUTTON


async def test_the_other_buttons_of_an_old_message_still_work(world: World) -> None:
    await world.ann.send(world.help, NAUSEA)
    outdate(world, world.reply(world.help), "Helpful", "answers:summary:nausea")
    said = private(await world.ann.click(world.reply(world.help), label="Not helpful"))
    assert text(said) == wording.NOT_HELPFUL


async def test_a_button_that_works_gets_one_answer(world: World) -> None:
    await world.ann.send(world.help, NAUSEA)
    result = await world.ann.click(world.reply(world.help), label="Helpful")
    assert text(private(result)) == wording.THANKS
    assert result.followups == []


async def test_buttons_that_carry_no_vote_yet_still_lead_to_their_entry(world: World) -> None:
    """Choices of the version before are the same buttons, and now lead to an answer with votes."""
    await world.ann.send(world.help, f"{world.mention} {EITHER}")
    outdate(
        world, world.reply(world.help), "How long does the relief last?", "answers:choose:relief"
    )
    await world.ann.click(world.reply(world.help), label="How long does the relief last?")
    assert labels(world.reply(world.help)) == [*FEEDBACK, "Remove"]


async def test_an_old_button_that_discord_has_forgotten_is_noted_in_the_log(
    world: World, log: pytest.LogCaptureFixture
) -> None:
    await world.ann.send(world.help, NAUSEA)
    outdate(world, world.reply(world.help), "Helpful", "answers:summary:nausea")
    world.env.inject_error("POST", "/interactions/*/callback", status=404, code=10062)
    result = await world.ann.click(world.reply(world.help), label="Helpful")
    assert not result.acknowledged
    (warning,) = [one for one in log.get_records("call") if one.levelno >= logging.WARNING]
    assert "10062" in warning.getMessage()
