"""What /privacy shows and deletes: everything of one person, and nothing of another."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from bot.errors import RecordsError
from bot.knowledge.taught import Taught
from bot.records import history, passed_on, personal, retention, taught, votes
from bot.records.database import Database
from bot.records.history import Act, Action, Effect
from bot.records.personal import Kept

from .places import File, rename

TODAY = date(2026, 11, 24)
ANN, BOB = 1174000000000000001, 1174000000000000002
NOTHING = Kept(votes=0, questions=())
HERE = (1174000000000000100, 1174000000000000200)
LESSON = Taught("wat does it cost", "topic-cost")
ACT = Act(Action.TEACH, "topic-cost", 1_000, Effect(1, 1, 1))
ASKED = "will my boss at Acme hear of it?"


async def take_part(database: Database, person: int, *questions: str) -> None:
    await votes.cast(database, "faq-cost", person, TODAY, helpful=True)
    await votes.cast(database, "faq-risks", person, TODAY, helpful=False)
    for text in questions:
        await passed_on.add(database, text, person, HERE, 1_000)


async def test_nothing_is_kept_about_a_stranger(database: Database) -> None:
    await take_part(database, ANN, ASKED)
    assert await personal.about(database, BOB) == NOTHING


async def test_a_person_sees_their_votes_and_questions_oldest_first(database: Database) -> None:
    await take_part(database, ANN, "first", "second")
    await take_part(database, BOB, "of another")
    assert await personal.about(database, ANN) == Kept(votes=2, questions=("first", "second"))


async def test_a_question_that_was_settled_is_kept_no_longer(database: Database) -> None:
    await take_part(database, ANN, ASKED)
    async with database.writing() as connection:
        await passed_on.settle(connection, [one.id for one in await passed_on.newest(database)])
    assert await personal.about(database, ANN) == Kept(votes=2, questions=())


async def test_all_of_a_person_is_deleted_and_nothing_of_another(database: Database) -> None:
    await take_part(database, ANN, "first", "second")
    await take_part(database, BOB, "of another")
    await personal.forget(database, ANN)
    assert await personal.about(database, ANN) == NOTHING
    assert await personal.about(database, BOB) == Kept(votes=2, questions=("of another",))
    assert [one.text for one in await passed_on.newest(database)] == ["of another"]
    assert [tally.voters for tally in await votes.tallies(database)] == [1, 1]


async def test_who_was_forgotten_can_take_part_again(database: Database) -> None:
    await take_part(database, ANN, "first")
    await personal.forget(database, ANN)
    await personal.forget(database, ANN)
    await take_part(database, ANN, "second")
    assert await personal.about(database, ANN) == Kept(votes=2, questions=("second",))


async def test_all_is_deleted_or_nothing(database: Database) -> None:
    await take_part(database, ANN, ASKED)
    await rename(database, "passed_on", "elsewhere")
    with pytest.raises(RecordsError):
        await personal.forget(database, ANN)
    await rename(database, "elsewhere", "passed_on")
    assert await personal.about(database, ANN) == Kept(votes=2, questions=(ASKED,))


async def test_what_a_moderator_taught_stays(database: Database) -> None:
    await history.keep(database, ACT, ANN, added=[LESSON])
    await personal.forget(database, ANN)
    assert await taught.every(database) == (LESSON,)
    assert [done.moderator for done in await history.newest(database)] == [ANN]


@pytest.fixture
async def file(tmp_path: Path) -> AsyncIterator[Database]:
    """Records in a SQLite file, which a running bot holds open."""
    database = Database(File(tmp_path / "records").url)
    yield database
    await database.close()


async def test_no_letter_of_what_a_person_deleted_is_left_on_the_disk(
    file: Database, tmp_path: Path
) -> None:
    await take_part(file, ANN, ASKED)
    assert b"Acme" in on_the_disk(tmp_path)
    await personal.forget(file, ANN)
    assert b"Acme" not in on_the_disk(tmp_path)


async def test_no_letter_of_what_was_kept_long_enough_is_left_on_the_disk(
    file: Database, tmp_path: Path
) -> None:
    await take_part(file, ANN, ASKED)
    await retention.forget(file, now=1_000 + 91 * 24 * 3600)
    assert b"Acme" not in on_the_disk(tmp_path)


async def test_no_letter_of_what_a_lesson_settled_is_left_on_the_disk(
    file: Database, tmp_path: Path
) -> None:
    await take_part(file, ANN, ASKED)
    settled = [one.id for one in await passed_on.newest(file)]
    await history.keep(file, ACT, BOB, added=[LESSON], settled=settled)
    assert b"Acme" not in on_the_disk(tmp_path)


def on_the_disk(folder: Path) -> bytes:
    return b"".join(one.read_bytes() for one in folder.rglob("records.db*"))
