"""Every change can be taken back, is kept with who made it, and waits for the one before it."""

from __future__ import annotations

import discord
import simcord

from bot.moderation.desk import NOTHING_BEFORE

from .knowledge_files import add, entry, replace
from .world import DRIVING, World, private, text

DOG = "can I bring my dog?"
BUS = "is there a bus to the clinic?"


async def answered(world: World, question: str) -> str:
    """What Ann gets who asks the bot for herself."""
    return text(private(await world.ann.slash(world.general, "ask", question=question)))


async def teach(world: World, phrasing: str, target: str = "prices") -> None:
    await world.max.click(
        await world.kb("teach", phrasing=phrasing, target=target), label="Teach it"
    )


async def acts(world: World) -> list[str]:
    """What the history tells of each act, newest first, without the time."""
    heading, *lines = text(await world.kb("history")).splitlines()
    assert heading == "### Changes, newest first"
    return [line.split(":f> ")[-1] for line in lines]


def another_moderator(world: World) -> simcord.MemberActor:
    role = world.guild.create_role("Mods", permissions=discord.Permissions(manage_guild=True))
    return world.guild.add_member(world.env.create_user("eve"), roles=[role])


async def test_without_a_change_there_is_nothing_to_go_back_to(world: World) -> None:
    assert NOTHING_BEFORE in text(await world.kb("rollback"))
    assert await acts(world) == ["Nobody changed anything yet."]


async def test_a_reload_is_rolled_back_and_a_second_rollback_undoes_the_first(
    world: World,
) -> None:
    replace(world.folder, "Do not drive", "Do not ride")
    await world.kb("reload")
    said = text(await world.kb("rollback"))
    assert said.startswith("### Rolled back\n")
    assert "**Changed:** driving" in said
    assert "Do not drive" in await answered(world, DRIVING)
    await world.kb("rollback")
    assert "Do not ride" in await answered(world, DRIVING)


async def test_a_teach_is_rolled_back_and_a_second_rollback_undoes_the_first(
    world: World,
) -> None:
    await teach(world, DOG)
    assert "I know nothing of prices" in await answered(world, DOG)
    await world.kb("rollback")
    assert "I do not know" in await answered(world, DOG)
    assert "Taught phrasings: 0." in text(await world.kb("status"))
    await world.kb("rollback")
    assert "I know nothing of prices" in await answered(world, DOG)
    await world.restart()
    assert "I know nothing of prices" in await answered(world, DOG)


async def test_a_forgotten_phrasing_comes_back_and_can_go_again(world: World) -> None:
    for phrasing in (DOG, BUS):
        await teach(world, phrasing)
    await world.kb("forget-phrasing", phrasing=DOG)
    await world.kb("rollback")
    assert "I know nothing of prices" in await answered(world, DOG)
    await world.client.background.catch_up()
    await world.kb("rollback")
    assert "I do not know" in await answered(world, DOG)
    assert "I know nothing of prices" in await answered(world, BUS)


async def test_a_rollback_takes_back_the_last_change_alone(world: World) -> None:
    await teach(world, DOG)
    add(world.folder, entry("flowers"))
    await world.kb("reload")
    await world.kb("rollback")
    assert "I do not know" in await answered(world, "tell me about flowers")
    assert "I know nothing of prices" in await answered(world, DOG)


async def test_after_a_restart_what_was_taught_cannot_be_rolled_back(world: World) -> None:
    await teach(world, DOG)
    world.library = type(world.library)(world.folder)
    await world.restart()
    assert NOTHING_BEFORE in text(await world.kb("rollback"))
    assert "I know nothing of prices" in await answered(world, DOG)


async def test_the_history_names_the_moderator_and_the_effect(world: World) -> None:
    eve = another_moderator(world)
    replace(world.folder, "entry: driving", "entry: relief", file="golden.yaml")
    await eve.slash(world.general, "kb reload")
    await teach(world, DOG)
    await world.kb("forget-phrasing", phrasing=DOG)
    await world.kb("rollback")
    unchanged = "golden questions 2 → 2 of 3"
    assert await acts(world) == [
        f"{world.max.mention}: rollback; {unchanged}",
        f"{world.max.mention}: forget (prices); {unchanged}",
        f"{world.max.mention}: teach (prices); {unchanged}",
        f"{eve.mention}: reload; golden questions 3 → 2 of 3",
    ]


async def test_the_history_ends_after_twenty_five_acts_and_survives_a_restart(
    world: World,
) -> None:
    for _ in range(26):
        await world.client.desk.reload(world.max.id)
    await world.restart()
    assert len(await acts(world)) == 25


async def test_what_was_refused_is_not_in_the_history(world: World) -> None:
    replace(world.folder, "title: Can the treatment cause nausea?", "titel: Nausea?")
    await world.kb("reload")
    await world.kb("teach", phrasing=DRIVING, target="relief")
    await world.kb("rollback")
    assert await acts(world) == ["Nobody changed anything yet."]


async def test_two_moderators_teach_and_reload_at_the_same_moment(world: World) -> None:
    eve = another_moderator(world)
    preview = await world.kb("teach", phrasing=DOG, target="prices")
    add(world.folder, entry("flowers"))
    async with world.at_once():
        await world.max.click(preview, label="Teach it")
        reloading = await eve.slash(world.general, "kb reload")
    assert text(preview).startswith("### Taught")
    assert "**Added:** flowers" in text(private(reloading))
    assert {act.split(";")[0] for act in await acts(world)} == {
        f"{eve.mention}: reload",
        f"{world.max.mention}: teach (prices)",
    }
    assert "I know nothing of prices" in await answered(world, DOG)
    assert "### What about flowers?" in await answered(world, "tell me about flowers")


async def test_two_moderators_teach_at_the_same_moment(world: World) -> None:
    eve = another_moderator(world)
    previews = [
        private(await who.slash(world.general, "kb teach", phrasing=phrasing, target="prices"))
        for who, phrasing in ((world.max, DOG), (eve, BUS))
    ]
    async with world.at_once():
        for who, preview in zip((world.max, eve), previews, strict=True):
            await who.click(preview, label="Teach it")
    assert all(text(preview).startswith("### Taught") for preview in previews)
    for question in (DOG, BUS):
        assert "I know nothing of prices" in await answered(world, question)
    assert "Taught phrasings: 2." in text(await world.kb("status"))


async def test_of_two_who_teach_the_same_to_different_ends_one_is_told_where_it_leads(
    world: World,
) -> None:
    targets = ("prices", "nausea")
    previews = [await world.kb("teach", phrasing=DOG, target=target) for target in targets]
    async with world.at_once():
        done = [await world.max.click(preview, label="Teach it") for preview in previews]
    (first,) = [at for at in (0, 1) if text(previews[at]).startswith("### Taught")]
    refused = text(private(done[1 - first]))
    assert f"This phrasing stands already under {targets[first]}." in refused
    assert len(await acts(world)) == 1
