"""A control that comes too late, or from who is no moderator any more, changes nothing."""

from __future__ import annotations

import pytest
import simcord
from wire.limits import walk

from bot.moderation.rights import Refusal
from bot.platforms.discord import wording
from bot.platforms.discord.desk_controls import Act
from bot.records.servers import NONE

from .world import World, custom_id, fields, private, text

QUESTIONS = tuple(f"is animal{at} allowed{at}?" for at in range(6))
CAT = "can I bring my cat?"

Controls = dict[str, simcord.ResponseMessage]


async def opened(world: World) -> Controls:
    """All that Max can have before him: the id of each control, and the message it stands in."""
    await world.wait(*QUESTIONS)
    page = await world.kb("gaps")
    answers = [await use(world, custom_id(page, "desk:answer:"), page) for _ in range(2)]
    messages = [
        page,
        answers[0],
        await use(world, custom_id(page, "desk:teach:"), page),
        await use(world, custom_id(answers[1], "desk-list:entry:"), answers[1]),
        await world.kb("teach", phrasing=CAT, target="prices"),
        await world.kb("settings"),
    ]
    return {
        one["custom_id"]: message
        for message in messages
        for one in walk(message.components)
        if one.get("custom_id", "").startswith("desk") and not one.get("disabled")
    }


async def use(world: World, name: str, message: simcord.ResponseMessage) -> simcord.ResponseMessage:
    """What Max gets who presses the button, or chooses from the list."""
    kind, act, *_ = name.split(":")
    if kind == "desk":
        return private(await world.max.click(message, custom_id=name))
    chosen = {
        "desk-list": "CA" if act == "region" else "driving",
        "desk-channels": world.general,
        "desk-roles": world.guild.roles["Moderators"],
    }[kind]
    return private(await world.max.select(message, [chosen], custom_id=name))


async def demote(world: World) -> None:
    """Max is a moderator no more."""
    moderators = world.guild.roles["Moderators"]
    world.env.backend.remove_member_role(world.guild.id, world.max.id, moderators.id)
    await world.env.settle()


async def assert_untouched(world: World) -> None:
    assert len(await world.waiting()) == len(QUESTIONS)
    assert world.library.live.lessons == ()
    assert world.client.servers.chosen(world.guild.id) == NONE
    assert world.replies(world.general) == []


async def test_who_is_no_moderator_any_more_is_refused_privately_by_each(world: World) -> None:
    controls = await opened(world)
    assert {name.split(":")[1] for name in controls} == {act.value for act in Act}
    await demote(world)
    for name, message in controls.items():
        assert text(await use(world, name, message)) == Refusal.NO_MODERATOR.value, name
    await assert_untouched(world)


async def test_a_form_of_who_is_no_moderator_any_more_is_refused(world: World) -> None:
    shown = await world.kb("settings")
    form = await world.max.click(shown, label="Quiet hours")
    await demote(world)
    written = dict(zip(fields(form), ("22", "7", "UTC"), strict=True))
    refused = private(await world.max.submit_modal(form, written))
    assert text(refused) == Refusal.NO_MODERATOR.value
    assert world.client.servers.chosen(world.guild.id) == NONE


async def test_each_still_works_after_a_restart(world: World) -> None:
    controls = await opened(world)
    await world.restart()
    confirm = next(name for name in controls if name.startswith("desk:confirm:"))
    assert text(await use(world, confirm, controls[confirm])).startswith("### Taught")
    post = next(name for name in controls if name.startswith("desk:post:"))
    await use(world, post, controls[post])
    assert "Do not drive" in text(world.reply(world.general))
    region = await use(world, "desk-list:region:0:", controls["desk-list:region:0:"])
    assert "### Settings" in text(region)
    assert world.client.servers.chosen(world.guild.id).region == "CA"


@pytest.mark.parametrize("act", ["teach", "answer", "entry", "post", "dismiss"])
async def test_one_for_a_question_that_was_settled_meanwhile_says_so(
    world: World, act: str
) -> None:
    controls = await opened(world)
    name = next(name for name in controls if name.split(":")[1] == act)
    while await world.waiting():
        page = await world.kb("gaps")
        await use(world, custom_id(page, "desk:dismiss:"), page)
    assert text(await use(world, name, controls[name])) == wording.SETTLED
    assert world.replies(world.general) == []


async def test_while_the_records_are_gone_each_that_needs_them_says_so(world: World) -> None:
    controls = await opened(world)
    for name, message in controls.items():
        if name.startswith("desk:quiet:"):
            continue
        with world.without_records():
            assert "My records cannot be reached" in text(await use(world, name, message)), name
    await assert_untouched(world)
