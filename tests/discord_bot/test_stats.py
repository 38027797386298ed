"""/kb stats: the last 30 days as a picture, and the same as text."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import simcord
from wire.limits import walk

from bot.moderation.statistics import DAYS
from bot.records import counts, votes
from bot.records.counts import Count

from .world import DANGER, DRIVING, EITHER, NAUSEA, NOWHERE, PRICE, World, text

PNG = b"\x89PNG\r\n\x1a\n"
GALLERY = 12  # the type of this component
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
TODAY = NOON.date()


async def stats(world: World) -> simcord.ResponseMessage:
    await world.client.background.flush()
    return await world.kb("stats")


async def answered(world: World, day: date, times: int, entry: str = "nausea") -> None:
    await counts.add(world.database, {Count(day, "answer", entry): times})


async def test_the_picture_is_a_png_and_says_in_words_what_it_shows(world: World) -> None:
    await world.ann.send(world.help, NAUSEA)
    shown = await stats(world)
    (picture,) = shown.attachments
    assert picture.filename.endswith(".png")
    assert (await picture.read()).startswith(PNG)
    (gallery,) = [one for one in walk(shown.components) if one["type"] == GALLERY]
    (item,) = gallery["items"]
    assert item["description"] == text(shown)
    assert "- answered: 1 (100%)" in text(shown)


async def test_replies_of_each_kind_are_counted_and_silence_is_not(world: World) -> None:
    for question in (NAUSEA, DRIVING, EITHER, PRICE, NOWHERE):
        await world.ann.slash(world.general, "ask", question=question)
    await world.bob.send(world.general, f"{world.mention} {DANGER}")
    await world.bob.send(world.help, "hello everybody")
    lines = text(await stats(world)).splitlines()
    assert lines[0].startswith("6 replies from ")
    assert lines[1:6] == [
        "- answered: 2 (33%)",
        "- offered a choice: 1 (17%)",
        "- not covered: 1 (17%)",
        "- unknown: 1 (17%)",
        "- crisis cards: 1 (17%)",
    ]


async def test_a_choice_that_was_made_counts_for_its_entry_and_is_no_further_reply(
    world: World,
) -> None:
    await world.ann.send(world.general, f"{world.mention} {EITHER}")
    chosen = world.reply(world.general)
    await world.ann.click(chosen, label="How long does the session last?")
    shown = text(await stats(world))
    assert shown.startswith("1 replies from ")
    assert "Most asked entries:\n- session: 1" in shown


async def test_votes_are_told_as_shares_of_each_entry_the_least_helpful_first(
    world: World,
) -> None:
    await world.ann.send(world.help, NAUSEA)
    answer = world.reply(world.help)
    await world.ann.click(answer, label="Helpful")
    await world.bob.click(answer, label="Not helpful")
    await votes.cast(world.database, "driving", world.max.id, TODAY, helpful=True)
    assert text(await stats(world)).endswith(
        "Found helpful:\n- nausea: 1 of 2 (50%)\n- driving: 1 of 1 (100%)"
    )


async def test_the_last_thirty_days_count_and_what_is_older_does_not(world: World) -> None:
    world.time.moment = NOON
    await answered(world, TODAY - timedelta(days=DAYS), 100)
    await answered(world, TODAY - timedelta(days=DAYS - 1), 10)
    await answered(world, TODAY, 1)
    shown = text(await stats(world))
    assert shown.startswith("11 replies from 26 October to 24 November 2026:")
    assert "- nausea: 11" in shown


async def test_the_five_most_asked_entries_are_named(world: World) -> None:
    for times in range(1, 8):
        await answered(world, world.client.today(), times, f"e{times}")
    shown = text(await stats(world))
    assert shown.endswith("Most asked entries:\n- e7: 7\n- e6: 6\n- e5: 5\n- e4: 4\n- e3: 3")


async def test_while_nobody_asked_there_is_a_picture_that_says_so(world: World) -> None:
    shown = await stats(world)
    assert text(shown).startswith("0 replies from ")
    assert "- answered: 0" in text(shown).splitlines()
    assert len(shown.attachments) == 1
