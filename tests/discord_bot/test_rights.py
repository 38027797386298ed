"""Everything of /kb is for moderators: each command, and what it suggests as they type."""

from __future__ import annotations

from typing import Any

import discord
import pytest
import simcord

from bot.moderation.rights import Refusal
from bot.platforms.discord.moderation import kb

from .world import NOWHERE, World, pass_on, private, text

DOG = "may I bring my dog with me?"
OPTIONS: dict[str, dict[str, Any]] = {
    "teach": {"phrasing": "can I bring my cat?", "target": "driving"},
    "forget-phrasing": {"phrasing": DOG},
    "explain": {"text": "can I bring my cat?"},
}
COMMANDS = sorted(command.name for command in kb.commands)
AUTOCOMPLETES = [("teach", "phrasing"), ("teach", "target"), ("forget-phrasing", "phrasing")]


def options(world: World, command: str) -> dict[str, Any]:
    return {"channel": world.general} if command == "diagnose" else OPTIONS.get(command, {})


def hand_out(world: World, *people: simcord.MemberActor) -> None:
    """A server can hand a command to anyone, whatever permission it asks for."""
    registered = world.env.backend.find_command(kb.name, world.guild.id, type=1)
    assert registered is not None
    world.guild.set_command_permissions(int(registered["id"]), dict.fromkeys(people, True))


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_member_who_reaches_a_command_is_refused_privately(
    world: World, command: str
) -> None:
    await world.wait(DOG)
    hand_out(world, world.ann)
    result = await world.ann.slash(world.general, f"kb {command}", **options(world, command))
    assert text(private(result)) == Refusal.NO_MODERATOR.value
    assert await world.waiting() == [DOG]
    assert world.library.live.lessons == ()
    assert world.library.draft_of_previous() is None


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_moderator_gets_everything_privately(world: World, command: str) -> None:
    await world.wait(DOG)
    shown = await world.kb(command, **options(world, command))
    assert shown.id not in [one.id for one in world.general.history(viewer=world.ann)]
    assert world.replies(world.general) == []


@pytest.mark.parametrize(("command", "option"), AUTOCOMPLETES)
async def test_nothing_is_suggested_to_who_may_not_moderate(
    world: World, command: str, option: str
) -> None:
    await world.wait(DOG)
    await world.client.desk.teach("is there a bus?", "prices", world.max.id)
    hand_out(world, world.ann, world.max)
    name = f"kb {command}"
    assert await world.max.autocomplete(world.general, name, option, "")
    assert await world.ann.autocomplete(world.general, name, option, "") == []


@pytest.mark.parametrize(("command", "option"), AUTOCOMPLETES)
async def test_nothing_is_suggested_in_a_server_that_does_not_manage_the_knowledge(
    world: World, command: str, option: str
) -> None:
    """A question from a direct message has no server: it is for the moderators at home."""
    await world.restart(home=[world.guild.id])
    await world.ann.send_dm(NOWHERE)
    await pass_on(world.ann.user, world.reply(world.ann.user.dm_channel), DOG)
    await world.client.desk.teach("is there a bus?", "prices", world.max.id)
    elsewhere = world.env.create_guild("Elsewhere")
    role = elsewhere.create_role("Mods", permissions=discord.Permissions(manage_guild=True))
    eve = elsewhere.add_member(world.env.create_user("eve"), roles=[role])
    there = elsewhere.create_text_channel("general")
    assert await eve.autocomplete(there, f"kb {command}", option, "") == []
