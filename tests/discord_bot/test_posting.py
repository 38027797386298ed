"""A private answer goes to the channel when its reader says so, and only where it may."""

from __future__ import annotations

import discord
import pytest

from bot.platforms.discord import wording

from .world import DRIVING, FEEDBACK, World, labels, private, text

POST = "Post to the channel"
DO_NOT = "Do not drive until the next morning."


async def test_posting_makes_one_public_message(world: World) -> None:
    answer = private(await world.ann.slash(world.general, "ask", question=DRIVING))
    result = await world.ann.click(answer, label=POST)
    posted = world.reply(world.general)
    assert DO_NOT in text(posted)
    assert labels(posted) == [*FEEDBACK, "Remove"]
    # The button is gone, so that nobody posts twice by accident.
    assert result.response is not None
    assert result.response.id == answer.id
    assert labels(result.response) == FEEDBACK


async def test_the_person_who_posted_an_answer_can_remove_it(world: World) -> None:
    answer = private(await world.ann.slash(world.general, "ask", question=DRIVING))
    await world.ann.click(answer, label=POST)
    posted = world.reply(world.general)
    assert text(private(await world.bob.click(posted, label="Remove"))) == wording.NOT_YOURS
    await world.ann.click(posted, label="Remove")
    assert world.replies(world.general) == []


async def test_posting_again_within_ten_minutes_leads_to_the_first(world: World) -> None:
    for asker in (world.ann, world.bob):
        answer = private(await asker.slash(world.general, "ask", question=DRIVING))
        result = await asker.click(answer, label=POST)
    said = private(result)
    assert world.reply(world.general).jump_url in text(said)
    assert wording.EARLIER in text(said)


async def test_posting_again_after_ten_minutes_posts_again(world: World) -> None:
    for asker in (world.ann, world.bob):
        answer = private(await asker.slash(world.general, "ask", question=DRIVING))
        await asker.click(answer, label=POST)
        world.clock.advance(600)
    assert len(world.replies(world.general)) == 2


async def test_a_posted_answer_is_led_to_by_a_later_question(world: World) -> None:
    answer = private(await world.ann.slash(world.help, "ask", question=DRIVING))
    await world.ann.click(answer, label=POST)
    await world.bob.send(world.help, DRIVING)
    assert text(world.replies(world.help)[-1]) == wording.EARLIER


@pytest.mark.parametrize("who", ["the member", "the bot"])
async def test_who_may_not_write_in_a_channel_is_told_privately(world: World, who: str) -> None:
    me = world.guild.me
    assert me is not None
    silenced = world.guild.create_text_channel(
        "news",
        overwrites={
            world.ann if who == "the member" else me: discord.PermissionOverwrite(
                send_messages=False
            )
        },
    )
    answer = private(await world.ann.slash(silenced, "ask", question=DRIVING))
    assert DO_NOT in text(answer)
    said = private(await world.ann.click(answer, label=POST))
    assert text(said) == wording.may_not_post("Send Messages")
    assert world.replies(silenced) == []


async def test_a_post_that_discord_refuses_is_owned_up_to(world: World) -> None:
    answer = private(await world.ann.slash(world.general, "ask", question=DRIVING))
    world.env.inject_error("POST", "/webhooks/*", status=500)
    said = private(await world.ann.click(answer, label=POST))
    assert text(said) == wording.FAILED
    assert world.replies(world.general) == []
