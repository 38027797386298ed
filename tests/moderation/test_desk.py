"""Moderators change what the bot knows: one act at a time, kept before it is live."""

from __future__ import annotations

import asyncio
from unittest.mock import Mock

import pytest
from conftest import Folder, entry

from bot.answering import golden
from bot.answering.library import Library
from bot.errors import KnowledgeError, RecordsError, TeachingError
from bot.knowledge.taught import Taught
from bot.moderation.desk import NOT_TAUGHT, NOTHING_BEFORE, Desk
from bot.records import history, passed_on, taught
from bot.records.database import Database

from .conftest import FOOD, SLEEP

MAX, EVE = 1, 2
LUNCH = "when is lunch served?"
NAP = "may I take a nap?"


@pytest.fixture
def desk(library: Library, database: Database) -> Desk:
    return Desk(library, database, now=lambda: 1_000.5)


@pytest.fixture
def gone(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database cannot be reached."""
    monkeypatch.setattr(database, "_connected", Mock(side_effect=RecordsError))


def reached(library: Library, text: str) -> str:
    return golden.reached(library.live.answerer, text)


async def acts(database: Database) -> list[tuple[str, str | None, int | None]]:
    """What was done, to what, and by whom, oldest first."""
    done = await history.newest(database)
    return [(one.act.action.value, one.act.target, one.moderator) for one in reversed(done)]


async def test_a_preview_shows_what_would_change_and_changes_nothing(
    desk: Desk, library: Library, database: Database
) -> None:
    before = library.live
    preview = await desk.preview(f" {LUNCH} ", "food")
    assert preview.lesson == Taught(LUNCH, "food")
    assert preview.reached == "none"
    assert preview.changes.changed == ("food",)
    assert preview.changes.golden == ()
    assert library.live is before
    assert await acts(database) == []


async def test_what_is_taught_is_live_kept_and_settles_its_questions(
    desk: Desk, library: Library, database: Database
) -> None:
    ids = [await passed_on.add(database, text, 3, (None, None), 1_000) for text in (LUNCH, NAP)]
    await desk.teach(LUNCH, "food", MAX, settled=ids[:1])
    assert reached(library, LUNCH) == "food"
    assert await taught.every(database) == (Taught(LUNCH, "food"),)
    assert [one.text for one in await passed_on.newest(database)] == [NAP]
    (done,) = await history.newest(database)
    assert done.act.at == 1_000
    assert (done.act.effect.before, done.act.effect.after, done.act.effect.questions) == (2, 2, 2)


async def test_teaching_is_refused_when_golden_questions_would_break(
    desk: Desk, library: Library, database: Database, folder: Folder
) -> None:
    folder.golden({"what about food": "food", "what about sleep": "sleep"})
    await desk.reload(MAX)
    ids = [await passed_on.add(database, LUNCH, 3, (None, None), 1_000)]
    with pytest.raises(TeachingError, match="no longer would be: what about food"):
        await desk.teach("what about food", "sleep", MAX, settled=ids)
    assert reached(library, "what about food") == "food"
    assert await taught.every(database) == ()
    assert len(await passed_on.newest(database)) == 1
    assert await acts(database) == [("reload", None, MAX)]


async def test_a_golden_question_that_was_wrong_before_does_not_forbid_to_teach(
    desk: Desk, library: Library, folder: Folder
) -> None:
    folder.golden({LUNCH: "sleep", NAP: "none"})
    await desk.reload(MAX)
    preview = await desk.teach(LUNCH, "food", MAX)
    assert [one.now for one in preview.changes.golden] == ["food"]
    assert reached(library, LUNCH) == "food"


async def test_acts_at_the_same_moment_are_done_in_the_order_in_which_they_came(
    desk: Desk, library: Library, database: Database, folder: Folder
) -> None:
    folder.entries(FOOD, SLEEP, entry("yoga"))
    await asyncio.gather(
        desk.teach(LUNCH, "food", MAX),
        desk.reload(EVE),
        desk.teach(NAP, "sleep", MAX),
        desk.forget(LUNCH, EVE),
        desk.rollback(MAX),
    )
    assert await acts(database) == [
        ("teach", "food", MAX),
        ("reload", None, EVE),
        ("teach", "sleep", MAX),
        ("forget", "food", EVE),
        ("rollback", None, MAX),
    ]
    assert [reached(library, text) for text in (LUNCH, NAP, "tell me about yoga")] == [
        *("food", "sleep", "yoga")
    ]
    assert set(await taught.every(database)) == set(library.live.lessons)


async def test_one_act_that_fails_does_not_hold_up_the_next(
    desk: Desk, library: Library, folder: Folder
) -> None:
    folder.write("guide.yaml", "article: Guide\n")
    failed, done = await asyncio.gather(
        desk.reload(MAX), desk.teach(LUNCH, "food", EVE), return_exceptions=True
    )
    assert isinstance(failed, KnowledgeError)
    assert not isinstance(done, BaseException)
    assert reached(library, LUNCH) == "food"


@pytest.mark.usefixtures("gone")
async def test_a_reload_goes_on_without_the_database(
    desk: Desk, library: Library, folder: Folder, caplog: pytest.LogCaptureFixture
) -> None:
    folder.entries(FOOD, SLEEP, entry("yoga"))
    assert (await desk.reload(MAX)).added == ("yoga",)
    assert reached(library, "tell me about yoga") == "yoga"
    assert "a reload could not be kept in the history" in caplog.text


async def test_a_reload_without_the_database_keeps_what_was_taught(
    desk: Desk, library: Library, folder: Folder, request: pytest.FixtureRequest
) -> None:
    await desk.teach(LUNCH, "food", MAX)
    request.getfixturevalue("gone")
    folder.entries(FOOD, SLEEP, entry("yoga"))
    await desk.reload(MAX)
    assert reached(library, LUNCH) == "food"


async def test_without_the_database_nothing_else_changes(
    desk: Desk, library: Library, request: pytest.FixtureRequest
) -> None:
    await desk.teach(LUNCH, "food", MAX)
    before = library.live
    request.getfixturevalue("gone")
    for attempt in (
        desk.preview(NAP, "sleep"),
        desk.teach(NAP, "sleep", MAX),
        desk.forget(LUNCH, MAX),
        desk.rollback(MAX),
        desk.catch_up(),
    ):
        with pytest.raises(RecordsError):
            await attempt
    assert library.live is before


async def test_what_was_not_taught_cannot_be_forgotten(desk: Desk) -> None:
    with pytest.raises(TeachingError, match=NOT_TAUGHT):
        await desk.forget(FOOD.phrasings[0], MAX)


async def test_a_phrasing_is_forgotten_in_whatever_capitals_and_spaces(
    desk: Desk, library: Library, database: Database
) -> None:
    await desk.teach(LUNCH, "food", MAX)
    await desk.forget(f"  {LUNCH.upper()}", EVE)
    assert reached(library, LUNCH) == "none"
    assert await taught.every(database) == ()


async def test_without_a_change_there_is_nothing_to_go_back_to(desk: Desk) -> None:
    with pytest.raises(TeachingError, match=NOTHING_BEFORE):
        await desk.rollback(MAX)
