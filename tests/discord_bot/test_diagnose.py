"""/kb diagnose: what keeps the bot from answering in a channel, and what to do about it."""

from __future__ import annotations

from datetime import UTC, datetime

import discord
import pytest

from bot.platforms.discord.limits import Cooldown
from bot.records.servers import Preferences

from .world import NOWHERE, QUESTIONS, World, text

MIDNIGHT = datetime(2026, 1, 10, tzinfo=UTC)
EVERY = [
    *("Permissions", "Reading along", "Message content", "Quiet hours"),
    *("Your cooldown", "Alerts", "Records"),
]


async def diagnosed(world: World, channel: object = None) -> dict[str, tuple[bool, list[str]]]:
    """Whether each check is well, by its name, with what is said of it."""
    shown = text(await world.kb("diagnose", channel=channel or world.help))
    found: dict[str, tuple[bool, list[str]]] = {}
    for line in shown.splitlines()[1:]:
        if line.startswith("- "):
            name = line.split("**")[1].rstrip(".")
            found[name] = (line.startswith("- OK"), [line])
        else:
            found[name][1].append(line)
    return found


async def advice(world: World, name: str, channel: object = None) -> str:
    """What is said of the one thing that is wrong."""
    found = await diagnosed(world, channel)
    assert [one for one, (well, _) in found.items() if not well] == [name]
    said, what_to_do = found[name][1]
    return said + what_to_do


@pytest.fixture
async def well(world: World) -> World:
    """All is well in #help, since there is an alert channel."""
    world.alert_channel = world.general.id
    await world.restart()
    return world


async def test_where_all_is_well_there_is_nothing_to_do(well: World) -> None:
    found = await diagnosed(well)
    assert list(found) == EVERY
    assert all(is_well and len(said) == 1 for is_well, said in found.values())


@pytest.mark.parametrize(
    ("denied", "title"),
    [
        ("view_channel", "View Channel"),
        ("send_messages", "Send Messages"),
        ("read_message_history", "Read Message History"),
    ],
)
async def test_a_missing_permission_is_named(well: World, denied: str, title: str) -> None:
    nobody = discord.PermissionOverwrite(**{denied: False})
    silenced = well.guild.create_text_channel(
        "silenced",
        overwrites={
            well.guild.default_role: nobody,
            well.max: discord.PermissionOverwrite(view_channel=True),
        },
    )
    await well.client.servers.choose(well.guild.id, Preferences(listening=(silenced.id,)))
    said = await advice(well, "Permissions", silenced)
    assert f"I lack {title}" in said
    assert "Grant them to me" in said


async def test_a_channel_where_the_bot_does_not_read_along(well: World) -> None:
    said = await advice(well, "Reading along", well.general)
    assert "only when I am mentioned" in said
    assert "choose the channel in /kb settings" in said


async def test_what_matters_only_to_reading_along_is_not_told_elsewhere(well: World) -> None:
    found = await diagnosed(well, well.general)
    assert not {"Message content", "Quiet hours"} & set(found)


async def test_the_content_of_messages_is_withheld(well: World) -> None:
    await well.restart(listening=False)
    chosen = Preferences(listening=(well.help.id,))
    await well.client.servers.choose(well.guild.id, chosen)
    assert "switch on the Message Content Intent" in await advice(well, "Message content")


async def test_it_is_a_quiet_hour(well: World) -> None:
    well.time.moment = MIDNIGHT
    night = Preferences(quiet_from=22 * 60, quiet_until=7 * 60, time_zone="UTC")
    await well.client.servers.choose(well.guild.id, night)
    assert "I do not speak unasked now." in await advice(well, "Quiet hours")


async def test_who_asks_has_used_up_their_replies(well: World) -> None:
    for question in (*QUESTIONS, NOWHERE):
        await well.max.slash(well.general, "ask", question=question)
    assert "Ask again in a minute." in await advice(well, "Your cooldown")
    well.clock.advance(Cooldown.SECONDS)
    assert (await diagnosed(well))["Your cooldown"][0]


@pytest.mark.parametrize("broken", ["none", "gone", "silenced"])
async def test_nobody_is_told_of_danger(well: World, broken: str) -> None:
    nobody = discord.PermissionOverwrite(send_messages=False)
    silenced = well.guild.create_text_channel(
        "silenced", overwrites={well.guild.default_role: nobody}
    )
    channel = {"none": 0, "gone": 1, "silenced": silenced.id}[broken]
    await well.client.servers.choose(well.guild.id, Preferences(alert_channel=channel))
    said = await advice(well, "Alerts")
    assert "Nobody is told when somebody may be in danger." in said
    assert "Choose an alert channel" in said


async def test_the_records_are_out_of_reach(well: World) -> None:
    with well.without_records():
        said = await advice(well, "Records")
    assert "My database cannot be reached." in said
    assert "DATABASE_URL" in said
