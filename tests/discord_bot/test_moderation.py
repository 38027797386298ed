"""/kb reload and /kb status: for moderators of the right server, and for nobody else."""

from __future__ import annotations

from typing import Any

import discord
import pytest
import simcord

from bot.answering.library import Library
from bot.moderation.rights import Refusal
from bot.platforms.discord import wording
from bot.platforms.discord.moderation import kb

from .knowledge_files import add, entry, remove, replace
from .world import DRIVING, NAUSEA, World, private, text

COMMANDS = ["kb reload", "kb status"]
MOST_TEXT = 4_000


async def reloaded(world: World) -> str:
    return text(private(await world.max.slash(world.general, "kb reload")))


async def status(world: World) -> str:
    return text(private(await world.max.slash(world.general, "kb status")))


@pytest.mark.parametrize("command", COMMANDS)
async def test_members_are_not_offered_the_command(world: World, command: str) -> None:
    assert command in world.max.available_commands(world.general)
    assert command not in world.ann.available_commands(world.general)
    assert command not in world.max.user.available_commands()


@pytest.mark.parametrize("command", COMMANDS)
async def test_a_member_who_reaches_the_command_is_refused(world: World, command: str) -> None:
    """A server can hand a command to anyone, whatever permission it asks for."""
    replace(world.folder, "Do not drive", "Do not ride")
    registered = world.env.backend.find_command(kb.name, world.guild.id, type=1)
    assert registered is not None
    world.guild.set_command_permissions(int(registered["id"]), {world.ann: True})
    result = await world.ann.slash(world.general, command)
    assert text(private(result)) == Refusal.NO_MODERATOR.value
    await world.ann.send(world.help, DRIVING)
    assert "Do not drive" in text(world.reply(world.help))


@pytest.mark.parametrize("command", COMMANDS)
async def test_one_server_alone_is_home_without_a_setting(world: World, command: str) -> None:
    assert "4 entries" in text(private(await world.max.slash(world.general, command)))


@pytest.mark.parametrize("command", COMMANDS)
async def test_of_two_servers_neither_is_home_without_a_setting(world: World, command: str) -> None:
    elsewhere = another_server(world)
    for moderator, channel in ((world.max, world.general), elsewhere):
        result = await moderator.slash(channel, command)
        assert text(private(result)) == Refusal.NOT_AT_HOME.value


@pytest.mark.parametrize("command", COMMANDS)
async def test_only_the_home_servers_manage_the_knowledge(world: World, command: str) -> None:
    await world.restart(home=[world.guild.id])
    moderator, channel = another_server(world)
    refused = await moderator.slash(channel, command)
    assert text(private(refused)) == Refusal.NOT_AT_HOME.value
    assert "4 entries" in text(private(await world.max.slash(world.general, command)))


async def test_a_reload_tells_what_it_changed_and_answers_from_it(world: World) -> None:
    add(world.folder, entry("bicycles"), entry("flowers"))
    replace(world.folder, "Do not drive", "Do not ride")
    remove(world.folder, "nausea")
    report = await reloaded(world)
    assert "5 entries in 2 articles" in report
    assert "**Added:** bicycles, flowers" in report
    assert "**Changed:** driving" in report
    assert "**Removed:** nausea" in report
    await world.ann.send(world.help, DRIVING)
    assert "Do not ride" in text(world.reply(world.help))


async def test_a_reload_without_a_change_says_so(world: World) -> None:
    report = await reloaded(world)
    assert "No entry differs from before." in report
    assert "3 of 3 golden questions answered as expected." in report
    for word in ("Added", "Changed", "Removed", "now get another answer"):
        assert word not in report


async def test_a_reload_tells_which_golden_questions_it_moved(world: World) -> None:
    replace(world.folder, "can I drive after the infusion", "are there parking lots")
    add(world.folder, entry("flowers", phrasings=["can I drive after the infusion"]))
    report = await reloaded(world)
    assert "2 of 3 golden questions answered as expected." in report
    assert (
        "- WRONG: can I drive, after the infusion "
        "(was driving, now flowers, expected driving)" in report.splitlines()
    )
    replace(world.folder, "entry: driving", "entry: flowers", file="golden.yaml")
    replace(world.folder, "are there parking lots", "are there any parking lots")
    assert "WRONG" not in await reloaded(world)


async def test_status_names_the_oldest_review_and_the_failing_questions(world: World) -> None:
    good = await status(world)
    assert "4 entries in 1 article; 3 of 3 golden questions answered as expected." in good
    assert "Oldest review: session, 01 February 2026." in good
    assert "fail" not in good
    replace(world.folder, "entry: driving", "entry: relief", file="golden.yaml")
    await reloaded(world)
    assert (
        "- can I drive, after the infusion (expected relief, reached driving)"
        in (await status(world)).splitlines()
    )


async def test_a_fault_is_named_by_file_and_line_and_the_old_answers_stay(world: World) -> None:
    replace(world.folder, "title: Can the treatment cause nausea?", "titel: Nausea?")
    report = await reloaded(world)
    assert "the old answers stay" in report
    assert "`treatment.yaml:5`" in report
    await world.ann.send(world.help, NAUSEA)
    assert "### Can the treatment cause nausea?" in text(world.reply(world.help))
    replace(world.folder, "titel: Nausea?", "title: Is there nausea?")
    assert "**Changed:** nausea" in await reloaded(world)


async def test_a_card_without_the_region_of_the_settings_is_refused(world: World) -> None:
    world.library = Library(world.folder, region="CA")
    await world.restart()
    replace(world.folder, "region: CA", "region: NZ", file="crisis.yaml")
    report = await reloaded(world)
    assert "Nothing was changed" in report
    assert "CRISIS_REGION is 'CA'" in report


async def test_of_many_faults_the_first_ten_are_shown(world: World) -> None:
    too_long = [entry(f"e{at:02}", title="t" * 101) for at in range(24)]
    add(world.folder, *too_long, entry("fine"))
    report = (await reloaded(world)).splitlines()
    assert "24 faults" in report[1]
    assert [line.startswith("- `more.yaml:") for line in report[2:]] == [True] * 10 + [False]
    assert report[-1] == "- … and 14 more"


async def test_a_long_report_ends_where_a_message_ends(world: World) -> None:
    add(world.folder, *(entry(f"{at:03}".ljust(50, "e")) for at in range(120)))
    report = await reloaded(world)
    assert "124 entries in 2 articles" in report
    assert len(report) == MOST_TEXT
    assert report.endswith("…")


async def test_a_reload_that_fails_otherwise_apologises(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> Any:  # noqa: ANN401 - it returns nothing
        raise MemoryError

    monkeypatch.setattr(world.library, "draft_from_files", broken)
    assert await reloaded(world) == wording.FAILED
    simcord.assert_error(world.env, MemoryError)


def another_server(world: World) -> tuple[simcord.MemberActor, simcord.ChannelHandle]:
    """A second server that has the bot, with a moderator of its own."""
    guild = world.env.create_guild("Elsewhere")
    role = guild.create_role("Moderators", permissions=discord.Permissions(manage_guild=True))
    moderator = guild.add_member(world.env.create_user("eve"), roles=[role])
    return moderator, guild.create_text_channel("general")
