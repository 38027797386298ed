"""While the database is gone or locked, people are answered; what needs it says so privately."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from pathlib import Path

import pytest
import simcord

from bot.errors import RecordsError
from bot.platforms.discord import wording
from bot.records import counts, database, votes

from .world import (
    CARD,
    DANGER,
    DRIVING,
    NAUSEA,
    NOWHERE,
    RELIEF,
    World,
    fill_in,
    pass_on,
    private,
    text,
)

Outage = Callable[[World], AbstractAsyncContextManager[None]]

DOG = "can I bring my dog?"
DO_NOT = "Do not drive until the next morning."
CANNOT = str(RecordsError())
DELETE = "Delete all of it"


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock is waited for as briefly as can be."""
    monkeypatch.setattr(database, "PATIENCE", 0.05)


def file(world: World) -> Path:
    return world.folder.parent / "records.db"


@asynccontextmanager
async def gone(world: World) -> AsyncIterator[None]:
    """Something else stands where the file was, until it is put back."""
    await world.database.close()
    away = file(world).rename(world.folder.parent / "records.away")
    file(world).mkdir()
    yield
    file(world).rmdir()
    away.rename(file(world))


@asynccontextmanager
async def locked(world: World) -> AsyncIterator[None]:
    """Another program has the file to itself."""
    await world.database.close()
    with closing(sqlite3.connect(file(world), isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@asynccontextmanager
async def written_to(world: World) -> AsyncIterator[None]:
    """Another program writes, which does not keep anybody from reading."""
    with closing(sqlite3.connect(file(world), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


every_outage = pytest.mark.parametrize("outage", [gone, locked, written_to])
no_reading = pytest.mark.parametrize("outage", [gone, locked])


async def vote(world: World, label: str = "Helpful") -> str:
    return text(private(await world.ann.click(world.reply(world.help), label=label)))


async def privacy(world: World) -> simcord.ResponseMessage:
    return private(await world.ann.slash(world.general, "privacy"))


async def voters(world: World) -> list[tuple[str, int, int]]:
    tallies = await votes.tallies(world.database)
    return [(one.entry, one.helpful, one.voters) for one in tallies]


@every_outage
async def test_questions_are_answered_everywhere(world: World, outage: Outage) -> None:
    async with outage(world):
        await world.ann.send(world.help, DRIVING)
        await world.bob.send_dm(DRIVING)
        asked = private(await world.ann.slash(world.general, "ask", question=DRIVING))
        offered = private(await world.ann.click(world.reply(world.help), label="Related"))
    assert DO_NOT in text(world.reply(world.help))
    assert DO_NOT in text(world.reply(world.bob.user.dm_channel))
    assert DO_NOT in text(asked)
    assert text(offered) == wording.RELATED


@every_outage
async def test_a_reply_still_follows_its_question(world: World, outage: Outage) -> None:
    question = await world.ann.send(world.help, DRIVING)
    async with outage(world):
        await world.ann.edit(question, RELIEF)
        assert "one or two weeks" in text(world.reply(world.help))
        await world.ann.delete(question)
        assert world.replies(world.help) == []


@every_outage
async def test_who_is_in_danger_is_shown_help_and_the_moderators_are_told(
    world: World, outage: Outage
) -> None:
    moderators = await world.with_moderators()
    async with outage(world):
        message = await world.ann.send(world.help, DANGER)
    assert text(world.reply(world.help)) == CARD
    assert message.jump_url in text(world.reply(moderators))


@every_outage
async def test_a_vote_says_that_it_was_not_kept_and_counts_when_given_again(
    world: World, outage: Outage
) -> None:
    await world.ann.send(world.help, NAUSEA)
    async with outage(world):
        for label in ("Helpful", "Not helpful"):
            assert await vote(world, label) == CANNOT
    assert await voters(world) == []
    assert await vote(world) == wording.THANKS
    assert await voters(world) == [("nausea", 1, 1)]


@every_outage
async def test_a_question_says_that_it_was_not_passed_on_and_can_be_sent_again(
    world: World, outage: Outage
) -> None:
    moderators = await world.with_moderators()
    answer = private(await world.ann.slash(world.general, "ask", question=NOWHERE))
    async with outage(world):
        assert text(private(await pass_on(world.ann, answer, DOG))) == CANNOT
    assert await world.waiting() == []
    assert world.replies(moderators) == []
    assert text(private(await pass_on(world.ann, answer, DOG))) == wording.PASSED_ON
    assert await world.waiting() == [DOG]


@every_outage
async def test_a_question_that_shows_danger_brings_the_card_before_the_database_is_tried(
    world: World, outage: Outage
) -> None:
    answer = private(await world.ann.slash(world.general, "ask", question=NOWHERE))
    form = await world.ann.click(answer, label="Ask the moderators (without my name)")
    async with outage(world):
        sent = await fill_in(world.ann, form, DANGER)
    assert sent.response is not None
    assert text(sent.response) == CARD
    assert text(private(sent)) == CANNOT


@no_reading
async def test_what_is_kept_cannot_be_shown_and_is_shown_afterwards(
    world: World, outage: Outage
) -> None:
    await world.ann.send(world.help, NAUSEA)
    await vote(world)
    async with outage(world):
        assert text(await privacy(world)) == CANNOT
    assert "- Votes on answers: 1" in text(await privacy(world))


@every_outage
async def test_what_cannot_be_deleted_is_not_said_to_be(world: World, outage: Outage) -> None:
    await world.ann.send(world.help, NAUSEA)
    await vote(world)
    page = await privacy(world)
    async with outage(world):
        assert text(private(await world.ann.click(page, label=DELETE))) == CANNOT
    assert await voters(world) == [("nausea", 1, 1)]
    assert text(private(await world.ann.click(page, label=DELETE))) == wording.FORGOTTEN
    assert await voters(world) == []


@every_outage
async def test_what_was_answered_meanwhile_is_counted_afterwards(
    world: World, outage: Outage
) -> None:
    async with outage(world):
        await world.ann.send(world.help, DRIVING)
        await world.client.background.flush()
    await world.client.background.flush()
    found = await counts.since(world.database, world.client.today())
    assert [(one.kind, one.entry, found[one]) for one in found] == [("answer", "driving", 1)]


@every_outage
async def test_the_bot_starts_and_answers_and_knows_the_rest_later(
    world: World, outage: Outage
) -> None:
    await world.ann.send(world.help, NAUSEA)
    answer = world.reply(world.help)
    async with outage(world):
        await world.restart()
        await world.bob.send(world.general, f"{world.mention} {DRIVING}")
        assert text(private(await world.ann.click(answer, label="Helpful"))) == CANNOT
    assert DO_NOT in text(world.reply(world.general))
    assert text(private(await world.ann.click(answer, label="Helpful"))) == wording.THANKS


@no_reading
async def test_the_log_has_one_line_however_often_it_is_tried(
    world: World, outage: Outage, log: pytest.LogCaptureFixture
) -> None:
    await world.ann.send(world.help, NAUSEA)
    async with outage(world):
        for _ in range(3):
            await vote(world)
            await privacy(world)
    warnings = [one for one in log.get_records("call") if one.levelno >= logging.WARNING]
    (line,) = [one.getMessage() for one in warnings]
    assert line.startswith("the records cannot be used: OperationalError: ")
