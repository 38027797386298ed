"""/kb explain: why a message gets the reply that it gets."""

from __future__ import annotations

import pytest

from .world import DANGER, EITHER, NOWHERE, PRICE, STATEMENT, World, text


async def explained(world: World, message: str, *, overheard: bool = False) -> list[str]:
    return text(await world.kb("explain", text=message, overheard=overheard)).splitlines()


async def test_it_names_the_entry_the_rule_and_the_terms_that_decided(world: World) -> None:
    lines = await explained(world, "is driving home okay?")
    assert lines[0] == "### driving"
    assert lines[1].startswith("**Because** an entry fits best")
    assert lines[2] == "**Read as** is driving home okay"
    assert "home" in lines[3]
    assert lines[5] == "**Entries**"
    assert lines[6].startswith("- driving: ")


async def test_of_choices_it_names_each(world: World) -> None:
    found = (await explained(world, EITHER))[0]
    assert {"relief", "session"} == set(found.removeprefix("### ").split(", "))


async def test_a_topic_is_listed_apart_from_the_entries(world: World) -> None:
    lines = await explained(world, PRICE)
    assert lines[0] == "### prices"
    topics = lines[lines.index("**Topics that are not covered**") :]
    assert topics[1].startswith("- prices: 1.00")


async def test_what_reaches_nothing_says_so(world: World) -> None:
    assert (await explained(world, NOWHERE))[0] == "### No entry"
    assert "**Shared with the best** nothing" in await explained(world, "Quidditch?")
    assert "**Read as** (no words)" in await explained(world, "?!")


async def test_what_is_overheard_is_read_otherwise(world: World) -> None:
    assert (await explained(world, STATEMENT))[0] == "### nausea"
    overheard = await explained(world, STATEMENT, overheard=True)
    assert overheard[0] == "### No entry"
    assert "-# Nothing was looked up; this is what would have been found." in overheard


async def test_danger_comes_before_all_that_would_fit(world: World) -> None:
    lines = await explained(world, f"{DANGER}, can I drive after the infusion?")
    assert lines[0] == "### No entry"
    assert "-# Nothing was looked up; this is what would have been found." in lines


async def test_a_word_by_word_match_leads_without_measure(world: World) -> None:
    lines = await explained(world, "can I drive after the infusion")
    assert any(line.startswith("**Margin** infinite; needed ") for line in lines)
    assert any(line.endswith(", infinite behind") for line in lines)


@pytest.mark.parametrize("message", ["*_`~|" * 1_000, "what <@1> @everyone **x**? " * 200])
async def test_a_long_message_with_markdown_and_mentions_is_explained(
    world: World, message: str
) -> None:
    assert (await explained(world, message))[0].startswith("### ")
    assert world.replies(world.general) == []
