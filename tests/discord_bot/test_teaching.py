"""A moderator teaches a phrasing: chosen, shown, confirmed, and live from that moment on."""

from __future__ import annotations

import pytest
import simcord
from reloading import reload

from bot.moderation.desk import NOT_TAUGHT

from .knowledge_files import add, entry, remove, replace
from .world import World, custom_id, labels, private, text

DOG = "can I bring my dog?"
ALSO_DOG = "may I bring my dog with me?"
BUS = "is there a bus to the clinic?"
DRIVE = "Do not drive until the next morning."
PRICES = "I know nothing of prices. Please ask the clinic."
TAUGHT = "### Taught\nIt now leads to driving, from this moment on."


async def teach(world: World, phrasing: str, target: str) -> simcord.ResponseMessage:
    """The preview that Max confirmed, as it stands afterwards."""
    preview = await world.kb("teach", phrasing=phrasing, target=target)
    await world.max.click(preview, label="Teach it")
    return preview


async def refused(world: World, phrasing: str, target: str = "driving") -> str:
    preview = await world.kb("teach", phrasing=phrasing, target=target)
    assert labels(preview) == []
    said = text(preview)
    assert said.startswith("### Nothing was changed\n")
    return said


async def chosen_for_a_gap(world: World, target: str) -> simcord.ResponseMessage:
    """The preview that Max gets who chooses what the first of the gaps shall lead to."""
    page = await world.kb("gaps")
    listed = private(await world.max.click(page, custom_id=custom_id(page, "desk:teach:")))
    offered = custom_id(listed, "desk-list:target:")
    return private(await world.max.select(listed, [target], custom_id=offered))


async def test_a_gap_is_taught_and_the_next_member_is_answered(world: World) -> None:
    await world.wait(BUS, DOG, ALSO_DOG)
    preview = await chosen_for_a_gap(world, "driving")
    assert "may I bring my dog with me" in text(preview)
    assert "Now it reaches: none. Then: driving." in text(preview)
    assert "Golden questions as expected: 3 before, 3 after, of 3." in text(preview)
    await world.ann.send(world.help, ALSO_DOG)
    assert world.replies(world.help) == []
    assert await world.waiting() == [ALSO_DOG, DOG, BUS]
    await world.max.click(preview, label="Teach it")
    assert text(preview).startswith(f"{TAUGHT}\n2 passed-on questions settled.")
    assert labels(preview) == []
    assert await world.waiting() == [BUS]
    await world.ann.send(world.help, ALSO_DOG)
    assert DRIVE in text(world.reply(world.help))


async def test_the_list_of_a_gap_offers_entries_and_topics_the_nearest_first(world: World) -> None:
    await world.wait("what about nausea from flying?")
    page = await world.kb("gaps")
    listed = private(await world.max.click(page, custom_id=custom_id(page, "desk:teach:")))
    (options,) = [one["options"] for row in listed.components for one in row.get("components", [])]
    assert options[0]["label"] == "Can the treatment cause nausea? (nausea)"
    assert {one["value"] for one in options} == {
        *("nausea", "relief", "session", "driving", "prices")
    }


async def test_a_phrasing_of_a_topic_is_said_not_to_be_covered(world: World) -> None:
    await teach(world, BUS, "prices")
    await world.ann.send(world.general, f"{world.mention} {BUS}")
    assert text(world.reply(world.general)) == PRICES


async def test_a_taught_phrasing_stays_after_a_reload_and_a_restart(world: World) -> None:
    await world.wait(ALSO_DOG)
    await world.max.click(await chosen_for_a_gap(world, "driving"), label="Teach it")
    add(world.folder, entry("flowers"))
    await world.kb("reload")
    await world.ann.send(world.help, ALSO_DOG)
    world.library = type(world.library)(world.folder)
    await world.restart()
    await world.ann.send(world.general, f"{world.mention} {ALSO_DOG}")
    for channel in (world.help, world.general):
        assert DRIVE in text(world.reply(channel))


async def test_what_is_taught_by_command_settles_the_questions_that_ask_so(world: World) -> None:
    await world.wait(DOG, ALSO_DOG, BUS)
    preview = await teach(world, f"  {ALSO_DOG.upper()} ", "driving")
    assert "2 passed-on questions settled." in text(preview)
    assert await world.waiting() == [BUS]


async def test_markdown_and_mentions_are_taught_letter_by_letter(world: World) -> None:
    phrasing = r"is *my* \cat_ <@123> @everyone allowed?"
    preview = await teach(world, phrasing, "driving")
    assert text(preview).startswith(TAUGHT)
    choices = await world.max.autocomplete(world.general, "kb forget-phrasing", "phrasing", "cat")
    assert [one["value"] for one in choices] == [phrasing]


@pytest.mark.parametrize(
    ("phrasing", "target", "why"),
    [
        ("?!", "driving", "with a word in it"),
        ("Can I  DRIVE after the infusion", "relief", "stands already under driving"),
        (DOG, "dogs", "There is no entry or topic 'dogs'"),
    ],
    ids=["no word", "stands already", "no target"],
)
async def test_what_cannot_be_taught_is_refused_with_a_reason(
    world: World, phrasing: str, target: str, why: str
) -> None:
    assert why in await refused(world, phrasing, target)


async def test_a_command_takes_no_longer_phrasing_than_a_file(world: World) -> None:
    with pytest.raises(simcord.SetupError):
        await world.kb("teach", phrasing="why? " * 61, target="driving")
    assert "Now it reaches" in text(
        await world.kb("teach", phrasing="dog ".ljust(300, "g"), target="driving")
    )


async def test_a_passed_on_question_that_is_too_long_to_be_taught_says_so(world: World) -> None:
    await world.wait("why? " * 800)
    page = await world.kb("gaps")
    said = private(await world.max.click(page, custom_id=custom_id(page, "desk:teach:")))
    assert "at most 300 characters" in text(said)


async def test_the_same_cannot_be_taught_twice(world: World) -> None:
    await teach(world, DOG, "driving")
    assert "stands already under driving" in await refused(world, DOG.upper(), "relief")


async def test_what_would_break_a_golden_question_cannot_be_confirmed(world: World) -> None:
    broken = "can I drive after an infusion"
    replace(world.folder, "can I drive, after the infusion", broken, file="golden.yaml")
    reload(world.library)
    preview = await world.kb("teach", phrasing=broken, target="relief")
    assert (
        f"- WRONG: {broken} (was driving, now relief, expected driving)"
        in text(preview).splitlines()
    )
    assert "It cannot be taught so" in text(preview)
    with pytest.raises(simcord.SetupError, match="disabled"):
        await world.max.click(preview, label="Teach it")


async def test_what_would_break_a_golden_question_by_now_is_refused(world: World) -> None:
    preview = await world.kb("teach", phrasing=BUS, target="relief")
    replace(world.folder, "where can I buy a bicycle", BUS, file="golden.yaml")
    await world.kb("reload")
    said = text(private(await world.max.click(preview, label="Teach it")))
    assert said.startswith("### Nothing was changed")
    assert BUS in said
    await world.ann.send(world.help, BUS)
    assert world.replies(world.help) == []
    assert "Taught phrasings: 0." in text(await world.kb("status"))


async def test_a_target_that_was_removed_meanwhile_is_refused(world: World) -> None:
    preview = await world.kb("teach", phrasing=DOG, target="driving")
    remove(world.folder, "driving")
    await world.kb("reload")
    said = text(private(await world.max.click(preview, label="Teach it")))
    assert "There is no entry or topic 'driving'" in said


async def test_a_phrasing_that_is_forgotten_reaches_nothing_any_more(world: World) -> None:
    await teach(world, DOG, "driving")
    said = text(await world.kb("forget-phrasing", phrasing=f" {DOG.upper()}"))
    assert said.startswith("### Taken back\n")
    await world.ann.send(world.help, DOG)
    assert world.replies(world.help) == []
    assert NOT_TAUGHT in text(await world.kb("forget-phrasing", phrasing=DOG))


async def test_a_phrasing_of_the_files_cannot_be_forgotten(world: World) -> None:
    said = await world.kb("forget-phrasing", phrasing="can I drive after the infusion")
    assert NOT_TAUGHT in text(said)
