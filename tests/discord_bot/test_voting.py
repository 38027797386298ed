"""Members say whether an answer helped: one vote each, which only they and the counts know of."""

from __future__ import annotations

import pytest
from reloading import reload

from bot.platforms.discord import wording
from bot.records import votes

from .knowledge_files import remove
from .world import (
    ASK_MODERATORS,
    DRIVING,
    NAUSEA,
    RELIEF,
    Person,
    Seen,
    World,
    labels,
    prefilled,
    private,
    text,
)

HELPFUL = "Helpful"
NOT_HELPFUL = "Not helpful"
WEEKS = "The relief is over after one or two weeks."


async def tallies(world: World) -> dict[str, tuple[int, int]]:
    """How many found each entry helpful, of how many who voted on it."""
    found = await votes.tallies(world.database)
    return {one.entry: (one.helpful, one.voters) for one in found}


async def vote(person: Person, answer: Seen, label: str) -> str:
    """What a person is told, privately, who votes."""
    return text(private(await person.click(answer, label=label)))


async def test_who_was_helped_says_so_and_is_thanked_privately(world: World) -> None:
    await world.ann.send(world.help, NAUSEA)
    answer = world.reply(world.help)
    assert await vote(world.ann, answer, HELPFUL) == wording.THANKS
    assert await tallies(world) == {"nausea": (1, 1)}
    assert text(world.reply(world.help)) == text(answer)


async def test_the_same_person_votes_once_however_often_they_press(world: World) -> None:
    await world.ann.send(world.help, NAUSEA)
    for _ in range(3):
        assert await vote(world.ann, world.reply(world.help), HELPFUL) == wording.THANKS
    assert await tallies(world) == {"nausea": (1, 1)}


async def test_everybody_who_reads_along_may_vote(world: World) -> None:
    await world.ann.send(world.help, NAUSEA)
    for reader in (world.ann, world.bob):
        await vote(reader, world.reply(world.help), HELPFUL)
    await vote(world.max, world.reply(world.help), NOT_HELPFUL)
    assert await tallies(world) == {"nausea": (2, 3)}


async def test_a_vote_can_be_changed_and_changed_back(world: World) -> None:
    await world.ann.send(world.help, NAUSEA)
    counted = []
    for label in (HELPFUL, NOT_HELPFUL, HELPFUL):
        await vote(world.ann, world.reply(world.help), label)
        counted.append(await tallies(world))
    assert counted == [{"nausea": (1, 1)}, {"nausea": (0, 1)}, {"nausea": (1, 1)}]


async def test_a_person_votes_on_each_entry_for_itself(world: World) -> None:
    for question, label in ((NAUSEA, HELPFUL), (DRIVING, NOT_HELPFUL)):
        answer = private(await world.ann.slash(world.general, "ask", question=question))
        await vote(world.ann, answer, label)
    assert await tallies(world) == {"driving": (0, 1), "nausea": (1, 1)}


async def test_one_vote_holds_wherever_the_entry_is_read(world: World) -> None:
    """In a channel, in a private reply and in a direct message it is the same person's."""
    await world.ann.send(world.help, RELIEF)
    await vote(world.ann, world.reply(world.help), HELPFUL)
    answer = private(await world.ann.slash(world.general, "ask", question=RELIEF))
    await vote(world.ann, answer, HELPFUL)
    await world.ann.send_dm(RELIEF)
    await vote(world.ann.user, world.reply(world.ann.user.dm_channel), NOT_HELPFUL)
    assert await tallies(world) == {"relief": (0, 1)}


async def test_a_vote_survives_a_restart_and_can_still_be_changed(world: World) -> None:
    await world.ann.send(world.help, NAUSEA)
    answer = world.reply(world.help)
    await vote(world.ann, answer, HELPFUL)
    await world.restart()
    assert await tallies(world) == {"nausea": (1, 1)}
    await vote(world.ann, answer, NOT_HELPFUL)
    assert await tallies(world) == {"nausea": (0, 1)}


async def test_two_people_who_vote_at_the_same_moment_both_count(world: World) -> None:
    await world.ann.send(world.help, NAUSEA)
    answer = world.reply(world.help)
    async with world.at_once():
        for reader, label in ((world.ann, HELPFUL), (world.bob, NOT_HELPFUL)):
            await reader.click(answer, label=label)
    assert await tallies(world) == {"nausea": (1, 2)}


async def test_who_was_not_helped_is_offered_neighbours_and_the_moderators(world: World) -> None:
    await world.ann.send(world.help, NAUSEA)
    answer = world.reply(world.help)
    offered = private(await world.ann.click(answer, label=NOT_HELPFUL))
    assert text(offered) == wording.NOT_HELPFUL
    *neighbours, last = labels(offered)
    assert last == ASK_MODERATORS
    assert 1 <= len(neighbours) <= 3
    assert set(neighbours) <= set(world.titles) - {"Can the treatment cause nausea?"}
    assert labels(world.reply(world.help)) == labels(answer)


async def test_a_neighbour_is_read_in_place_of_the_offer(world: World) -> None:
    await world.ann.send(world.help, "when is the session over?")
    offered = private(await world.ann.click(world.reply(world.help), label=NOT_HELPFUL))
    chosen = private(await world.ann.click(offered, label="How long does the relief last?"))
    assert chosen.id == offered.id
    assert WEEKS in text(chosen)
    assert len(world.replies(world.help)) == 1


async def test_who_was_not_helped_asks_the_moderators_in_words_of_their_own(world: World) -> None:
    await world.ann.send(world.help, NAUSEA)
    offered = private(await world.bob.click(world.reply(world.help), label=NOT_HELPFUL))
    form = await world.bob.click(offered, label=ASK_MODERATORS)
    assert prefilled(form) == ""


async def test_an_entry_without_neighbours_leaves_the_moderators_to_ask(world: World) -> None:
    for name in ("relief", "session", "driving"):
        remove(world.folder, name)
    reload(world.library)
    await world.ann.send(world.help, NAUSEA)
    offered = private(await world.ann.click(world.reply(world.help), label=NOT_HELPFUL))
    assert text(offered) == wording.NOT_HELPFUL_ALONE
    assert labels(offered) == [ASK_MODERATORS]


@pytest.mark.parametrize("label", [HELPFUL, NOT_HELPFUL])
async def test_a_vote_on_an_entry_that_is_gone_is_not_counted(world: World, label: str) -> None:
    await world.ann.send(world.help, NAUSEA)
    remove(world.folder, "nausea")
    reload(world.library)
    assert await vote(world.ann, world.reply(world.help), label) == wording.GONE
    assert await tallies(world) == {}
