"""/privacy: everybody sees what is kept about them, and deletes it with one press."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import simcord

from bot.platforms.discord import wording
from bot.platforms.discord.privacy import MOST_QUESTIONS
from bot.records import votes

from .world import (
    NAUSEA,
    NOWHERE,
    PRICE,
    QUESTIONS,
    Person,
    World,
    labels,
    pass_on,
    private,
    text,
)

DELETE = "Delete all of it"
DOG = "can I bring my dog?"
CAT = "may my cat come along?"


async def privacy(world: World, person: simcord.MemberActor) -> simcord.ResponseMessage:
    return private(await person.slash(world.general, "privacy"))


async def ask(world: World, person: simcord.MemberActor, question: str) -> None:
    """Pass a question on from a private reply."""
    answer = private(await person.slash(world.general, "ask", question=NOWHERE))
    await pass_on(person, answer, question)


async def vote(world: World, person: simcord.MemberActor, *questions: str) -> None:
    """Find the answers to the questions helpful."""
    for question in questions:
        answer = private(await person.slash(world.general, "ask", question=question))
        await person.click(answer, label="Helpful")


def files(world: World) -> bytes:
    """Every byte of the database."""
    folder: Path = world.folder.parent
    return b"".join(file.read_bytes() for file in folder.glob("records.db*"))


async def test_who_did_nothing_is_told_that_nothing_is_kept(world: World) -> None:
    await world.ann.send(world.help, NAUSEA)
    shown = await privacy(world, world.ann)
    assert text(shown) == f"{wording.NOTHING_KEPT}\n{wording.NEVER_KEPT}"
    assert labels(shown) == []


async def test_votes_and_questions_are_shown_to_who_gave_them(world: World) -> None:
    await vote(world, world.ann, *QUESTIONS[:2])
    await ask(world, world.ann, DOG)
    shown = await privacy(world, world.ann)
    lines = text(shown).splitlines()
    assert lines[:4] == [
        wording.KEPT,
        "- Votes on answers: 2",
        "- Questions you passed on to the moderators: 1",
        "  - can I bring my dog\\?",
    ]
    assert labels(shown) == [DELETE]


async def test_a_changed_vote_is_one_vote(world: World) -> None:
    await world.ann.send(world.help, NAUSEA)
    for label in ("Helpful", "Not helpful"):
        await world.ann.click(world.reply(world.help), label=label)
    assert "- Votes on answers: 1" in text(await privacy(world, world.ann)).splitlines()


async def test_of_many_questions_the_newest_are_shown(world: World) -> None:
    for number in range(MOST_QUESTIONS + 1):
        await ask(world, world.ann, f"question number {number}")
        world.clock.advance(60)
    shown = text(await privacy(world, world.ann))
    assert f"moderators: {MOST_QUESTIONS + 1}" in shown
    assert "question number 0" not in shown
    for number in range(1, MOST_QUESTIONS + 1):
        assert f"question number {number}" in shown


async def test_nobody_is_shown_what_others_gave(world: World) -> None:
    await vote(world, world.ann, NAUSEA)
    await ask(world, world.ann, DOG)
    for other in (world.bob, world.max):
        assert wording.NOTHING_KEPT in text(await privacy(world, other))


async def test_the_button_deletes_it_in_place(world: World) -> None:
    await vote(world, world.ann, NAUSEA)
    await ask(world, world.ann, DOG)
    shown = await privacy(world, world.ann)
    said = private(await world.ann.click(shown, label=DELETE))
    assert (said.id, text(said), labels(said)) == (shown.id, wording.FORGOTTEN, [])
    assert wording.NOTHING_KEPT in text(await privacy(world, world.ann))
    assert await world.waiting() == []
    assert await votes.tallies(world.database) == []


async def test_what_others_gave_stays(world: World) -> None:
    for person, question in ((world.ann, DOG), (world.bob, CAT)):
        await vote(world, person, NAUSEA)
        await ask(world, person, question)
    await world.ann.click(await privacy(world, world.ann), label=DELETE)
    assert await world.waiting() == [CAT]
    (tally,) = await votes.tallies(world.database)
    assert (tally.helpful, tally.voters) == (1, 1)
    assert "- Votes on answers: 1" in text(await privacy(world, world.bob))
    assert "my cat" in text(await world.kb("gaps"))
    assert "my dog" not in text(await world.kb("gaps"))


async def test_what_was_deleted_is_on_the_disk_no_more(world: World) -> None:
    await ask(world, world.ann, DOG)
    assert DOG.encode() in files(world)
    await world.ann.click(await privacy(world, world.ann), label=DELETE)
    assert DOG.encode() not in files(world)


async def test_what_a_moderator_dismissed_is_on_the_disk_no_more(world: World) -> None:
    await ask(world, world.ann, DOG)
    await world.max.click(await world.kb("gaps"), label="Dismiss")
    assert DOG.encode() not in files(world)
    assert wording.NOTHING_KEPT in text(await privacy(world, world.ann))


async def test_it_is_shown_and_deleted_in_direct_messages_as_well(world: World) -> None:
    ann: Person = world.ann.user
    await ask(world, world.ann, DOG)
    await world.ann.send_dm(PRICE)
    await pass_on(ann, world.reply(world.ann.user.dm_channel), CAT)
    shown = private(await world.ann.user.slash("privacy"))
    assert "moderators: 2" in text(shown)
    assert text(private(await ann.click(shown, label=DELETE))) == wording.FORGOTTEN
    assert await world.waiting() == []


async def test_it_can_be_deleted_after_a_restart(world: World) -> None:
    await ask(world, world.ann, DOG)
    shown = await privacy(world, world.ann)
    await world.restart()
    assert text(private(await world.ann.click(shown, label=DELETE))) == wording.FORGOTTEN
    assert await world.waiting() == []


async def test_a_page_of_somebody_else_cannot_be_pressed(world: World) -> None:
    await ask(world, world.ann, DOG)
    shown = await privacy(world, world.ann)
    assert shown.id not in [one.id for one in world.general.history(viewer=world.bob)]
    with pytest.raises(simcord.SetupError, match="not visible"):
        await world.bob.click(shown, label=DELETE)
    assert await world.waiting() == [DOG]


async def test_the_database_has_votes_and_questions_under_scrambled_ids_alone(
    world: World,
) -> None:
    """Of two tables nobody sees that they hold the same person."""
    await vote(world, world.ann, NAUSEA)
    await ask(world, world.ann, DOG)
    with closing(sqlite3.connect(world.folder.parent / "records.db")) as connection:
        ((voter,),) = connection.execute("SELECT voter FROM votes")
        ((asker,),) = connection.execute("SELECT asker FROM passed_on")
    assert voter != asker
    for scrambled in (voter, asker):
        assert len(scrambled) == 64
        assert str(world.ann.id) not in scrambled
