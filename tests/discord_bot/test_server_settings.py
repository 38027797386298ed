"""/kb settings: what moderators choose for their server holds at once, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest
import simcord
from crisis_file import CRISIS
from wire.limits import walk

from bot.answering.crisis import card
from bot.answering.signs.outright import Need
from bot.platforms.discord.preferences import NO_CONTENT

from .world import (
    ASK_MODERATORS,
    CARD,
    DANGER,
    DRIVING,
    NOWHERE,
    RELIEF,
    World,
    custom_id,
    fields,
    private,
    text,
)

CANADA = card(CRISIS, region="CA", need=Need.SUICIDE)


async def choose(world: World, control: str, *chosen: object) -> simcord.ResponseMessage:
    """The settings after Max chose from the list."""
    shown = await world.kb("settings")
    kind = {"listening": "channels", "alerts": "channels", "role": "roles", "region": "list"}
    named = custom_id(shown, f"desk-{kind[control]}:{control}:")
    changed = private(await world.max.select(shown, chosen, custom_id=named))
    assert changed.id == shown.id
    return changed


def control(shown: simcord.ResponseMessage, name: str) -> dict[str, Any]:
    return next(one for one in walk(shown.components) if f":{name}:" in one.get("custom_id", ""))


def chosen(shown: simcord.ResponseMessage, name: str) -> list[int]:
    """The channels or roles that the list shows as chosen."""
    return [int(one["id"]) for one in control(shown, name).get("default_values", [])]


def region(shown: simcord.ResponseMessage) -> str:
    (one,) = [one for one in control(shown, "region")["options"] if one["default"]]
    return str(one["label"])


async def test_the_environment_gives_the_defaults(world: World) -> None:
    world.alert_channel = world.general.id
    await world.restart()
    shown = await world.kb("settings")
    assert chosen(shown, "listening") == [world.help.id]
    assert chosen(shown, "alerts") == [world.general.id]
    assert chosen(shown, "role") == []
    assert region(shown) == "As whoever runs me set it"
    assert "do not speak unasked: none" in text(shown)


async def test_listening_takes_effect_at_once_and_survives_a_restart(world: World) -> None:
    shown = await choose(world, "listening", world.general)
    assert chosen(shown, "listening") == [world.general.id]
    await world.ann.send(world.help, DRIVING)
    await world.ann.send(world.general, DRIVING)
    assert world.replies(world.help) == []
    assert "Do not drive" in text(world.reply(world.general))
    await world.restart()
    await world.ann.send(world.general, RELIEF)
    assert len(world.replies(world.general)) == 2


async def test_it_can_be_told_to_listen_nowhere(world: World) -> None:
    assert chosen(await choose(world, "listening"), "listening") == []
    await world.ann.send(world.help, DRIVING)
    assert world.replies(world.help) == []


async def test_without_the_content_of_messages_it_says_what_listening_needs(world: World) -> None:
    await world.restart(listening=False)
    assert NO_CONTENT not in text(await world.kb("settings"))
    assert NO_CONTENT in text(await choose(world, "listening", world.general))


async def test_channels_of_other_servers_that_the_environment_names_are_not_listed(
    world: World,
) -> None:
    elsewhere = world.env.create_guild("Elsewhere").create_text_channel("help")
    world.help, ours = elsewhere, world.help
    await world.restart(home=[world.guild.id])
    assert chosen(await world.kb("settings"), "listening") == []
    world.help = ours


async def test_the_alert_channel_hears_of_danger_and_of_questions_passed_on(
    world: World,
) -> None:
    moderators = world.guild.create_text_channel("moderators")
    await choose(world, "alerts", moderators)
    danger = await world.ann.send(world.help, DANGER)
    await world.ann.send(world.general, f"{world.mention} {NOWHERE}")
    form = await world.ann.click(world.reply(world.general), label=ASK_MODERATORS)
    await world.ann.submit_modal(form, dict.fromkeys(fields(form), NOWHERE))
    alert, waits = map(text, world.replies(moderators))
    assert danger.jump_url in alert
    assert "`/kb gaps` shows it" in waits
    assert NOWHERE not in waits


async def test_it_can_be_told_to_alert_nobody_whatever_the_environment_says(
    world: World,
) -> None:
    world.alert_channel = world.general.id
    await world.restart()
    assert chosen(await choose(world, "alerts"), "alerts") == []
    await world.restart()
    await world.ann.send(world.help, DANGER)
    assert world.replies(world.general) == []
    assert text(world.reply(world.help)) == CARD


async def test_the_role_is_mentioned_at_danger_and_at_nothing_else(world: World) -> None:
    moderators = world.guild.create_text_channel("moderators")
    role = world.guild.roles["Moderators"]
    await choose(world, "alerts", moderators)
    assert chosen(await choose(world, "role", role), "role") == [role.id]
    await world.ann.send(world.help, f"{DANGER} {role.mention}")
    await world.wait(NOWHERE)
    await world.ann.send(world.general, f"{world.mention} {NOWHERE}")
    form = await world.ann.click(world.reply(world.general), label=ASK_MODERATORS)
    await world.ann.submit_modal(form, dict.fromkeys(fields(form), f"{NOWHERE} {role.mention}"))
    alert, waits = world.replies(moderators)
    assert text(alert).startswith(f"{role.mention} Somebody may be in danger")
    sent = [body for body in world.sent("POST") if isinstance(body, dict)]
    pinging = [body for body in sent if body.get("allowed_mentions", {}).get("roles", []) != []]
    assert [body["allowed_mentions"]["roles"] for body in pinging] == [[role.id]]
    assert role.mention not in text(waits)
    assert role.mention not in text(world.reply(world.help))
    assert chosen(await choose(world, "role"), "role") == []


async def test_the_numbers_of_the_region_come_first_on_the_card(world: World) -> None:
    assert region(await choose(world, "region", "CA")) == "CA"
    await world.ann.send(world.help, DANGER)
    assert text(world.reply(world.help)) == CANADA != CARD
    said = await world.bob.slash(world.general, "ask", question=DANGER)
    assert text(private(said)) == CANADA
    await world.bob.send_dm(DANGER)
    assert text(world.reply(world.bob.user.dm_channel)) == CARD
    assert region(await choose(world, "region", "none")) == "As whoever runs me set it"


async def test_a_region_that_the_card_lost_meanwhile_shows_the_card_all_the_same(
    world: World,
) -> None:
    await choose(world, "region", "CA")
    crisis = world.folder / "crisis.yaml"
    crisis.write_text(crisis.read_text("utf-8").replace("region: CA", "region: NZ"), "utf-8")
    await world.kb("reload")
    await world.ann.send(world.help, DANGER)
    assert "988" in text(world.reply(world.help))
    await world.kb("settings")


async def test_all_goes_back_to_the_defaults(world: World) -> None:
    await choose(world, "listening", world.general)
    await choose(world, "region", "CA")
    await choose(world, "alerts", world.general)
    shown = await world.kb("settings")
    back = private(await world.max.click(shown, label="Back to the defaults"))
    assert chosen(back, "listening") == [world.help.id]
    assert chosen(back, "alerts") == []
    assert region(back) == "As whoever runs me set it"
    await world.ann.send(world.help, DANGER)
    assert text(world.reply(world.help)) == CARD
    assert world.replies(world.general) == []


async def test_what_one_server_chooses_does_not_hold_in_another(world: World) -> None:
    elsewhere = world.env.create_guild("Elsewhere")
    await world.restart(home=[world.guild.id])
    await choose(world, "region", "CA")
    eve = elsewhere.add_member(world.env.create_user("eve"))
    there = elsewhere.create_text_channel("general")
    said = await eve.slash(there, "ask", question=DANGER)
    assert text(private(said)) == CARD


@pytest.mark.parametrize("name", ["alerts", "listening"])
async def test_a_channel_that_was_deleted_meanwhile_disturbs_nothing(
    world: World, name: str
) -> None:
    gone = world.guild.create_text_channel("gone")
    await choose(world, name, gone)
    world.env.backend.delete_channel(gone.id)
    await world.env.settle()
    await world.ann.send(world.general, f"{world.mention} {DANGER}")
    assert text(world.reply(world.general)) == CARD
    assert chosen(await world.kb("settings"), name) == []
