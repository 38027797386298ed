"""What /kb suggests while a moderator types: no more than Discord takes, the likeliest first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.platforms.discord.moderation import MOST_CHOICES, MOST_NAME

from .knowledge_files import add, entry
from .world import World

DOG = "can I bring my dog?"
ALSO_DOG = "may I bring my dog with me?"
BUS = "is there a bus to the clinic?"
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
LONG = "why? " * 25  # a value has room for 100 characters


async def suggested(world: World, command: str, option: str, typed: str = "") -> list[str]:
    choices = await world.max.autocomplete(world.general, f"kb {command}", option, typed)
    assert len(choices) <= MOST_CHOICES == 25
    assert all(1 <= len(one[part]) <= MOST_NAME for one in choices for part in ("name", "value"))
    return [one["value"] for one in choices]


async def test_phrasings_are_those_passed_on_the_most_frequent_first(world: World) -> None:
    await world.wait(DOG, BUS, ALSO_DOG, LONG)
    assert await suggested(world, "teach", "phrasing") == [ALSO_DOG, BUS]
    assert await suggested(world, "teach", "phrasing", "BUS") == [BUS]
    assert await suggested(world, "teach", "phrasing", "bicycle") == []


async def test_of_many_phrasings_the_first_are_suggested(world: World) -> None:
    await world.wait(*(f"is animal{at} allowed{at}?" for at in range(30)))
    assert len(await suggested(world, "teach", "phrasing")) == 25


async def test_targets_are_entries_and_topics_the_nearest_first(world: World) -> None:
    everything = await suggested(world, "teach", "target")
    assert everything == ["nausea", "relief", "session", "driving", "prices"]
    assert (await suggested(world, "teach", "target", "how long is the sess"))[0] == "session"
    assert (await suggested(world, "teach", "target", "discount"))[0] == "prices"


async def test_a_target_is_found_by_its_id(world: World) -> None:
    add(world.folder, *(entry(f"e{at:02}", title="t" * 100) for at in range(40)))
    await world.kb("reload")
    assert (await suggested(world, "teach", "target", "e39"))[0] == "e39"
    assert len(await suggested(world, "teach", "target")) == 25


async def test_phrasings_to_forget_are_those_that_were_taught_the_newest_first(
    world: World,
) -> None:
    for at, phrasing in enumerate((DOG, BUS, LONG)):
        world.time.moment = NOON + timedelta(minutes=at)
        await world.client.desk.teach(phrasing, "prices", world.max.id)
    assert await suggested(world, "forget-phrasing", "phrasing") == [BUS, DOG]
    assert await suggested(world, "forget-phrasing", "phrasing", "dog") == [DOG]


async def test_while_the_records_are_gone_there_is_nothing_to_suggest(world: World) -> None:
    await world.wait(DOG)
    with world.without_records():
        assert await suggested(world, "teach", "phrasing") == []
        assert await suggested(world, "forget-phrasing", "phrasing") == []
        assert len(await suggested(world, "teach", "target")) == 5
