"""What was taught before the start, or by another process, is taken over; and can it be undone."""

from __future__ import annotations

import pytest
from conftest import Folder, entry

from bot.answering import golden
from bot.answering.library import Library
from bot.errors import TeachingError
from bot.moderation.desk import NOTHING_BEFORE, Desk
from bot.records import taught
from bot.records.database import Database

from .conftest import FOOD, SLEEP

MAX = 1
LUNCH, NAP = "when is lunch served?", "may I take a nap?"


class Process:
    """A bot with a library and a desk of its own, on the records of all."""

    def __init__(self, folder: Folder, database: Database) -> None:
        self.library = Library(folder.path)
        self.desk = Desk(self.library, database)

    def reached(self, *texts: str) -> list[str]:
        return [golden.reached(self.library.live.answerer, text) for text in texts]


@pytest.fixture
def other(library: Library, folder: Folder, database: Database) -> Process:
    del library  # which has written the folder
    return Process(folder, database)


@pytest.fixture
def ours(other: Process, folder: Folder, database: Database) -> Process:
    del other
    return Process(folder, database)


async def test_what_another_process_taught_or_forgot_is_taken_over(
    ours: Process, other: Process
) -> None:
    await other.desk.teach(LUNCH, "food", MAX)
    assert ours.reached(LUNCH) == ["none"]
    assert await ours.desk.catch_up()
    assert ours.reached(LUNCH) == ["food"]
    assert not await ours.desk.catch_up()
    await other.desk.forget(LUNCH, MAX)
    assert await ours.desk.catch_up()
    assert ours.reached(LUNCH) == ["none"]


async def test_with_nothing_new_the_live_edition_stays(ours: Process) -> None:
    await ours.desk.teach(NAP, "sleep", MAX)
    await ours.desk.teach(LUNCH, "food", MAX)
    live = ours.library.live
    assert not await ours.desk.catch_up()
    assert ours.library.live is live


async def test_what_two_processes_teach_in_turn_is_live_in_both(
    ours: Process, other: Process
) -> None:
    await ours.desk.teach(LUNCH, "food", MAX)
    await other.desk.teach(NAP, "sleep", MAX)
    await ours.desk.reload(MAX)
    for process in (ours, other):
        assert process.reached(LUNCH, NAP) == ["food", "sleep"]


async def test_the_same_cannot_be_taught_to_another_end_by_another_process(
    ours: Process, other: Process
) -> None:
    await other.desk.teach(LUNCH, "food", MAX)
    with pytest.raises(TeachingError, match="stands already under food"):
        await ours.desk.teach(LUNCH, "sleep", MAX)


async def test_what_was_taught_before_the_start_is_no_change_to_go_back_from(
    ours: Process, other: Process, database: Database
) -> None:
    await other.desk.teach(LUNCH, "food", MAX)
    await ours.desk.catch_up()
    with pytest.raises(TeachingError, match=NOTHING_BEFORE):
        await ours.desk.rollback(MAX)
    assert len(await taught.every(database)) == 1


@pytest.mark.parametrize("act", ["teach", "reload"])
async def test_the_first_act_after_a_start_is_undone_alone(
    ours: Process, other: Process, folder: Folder, act: str
) -> None:
    """Also if the database could not be read at the start, and nobody caught up since."""
    await other.desk.teach(LUNCH, "food", MAX)
    folder.entries(FOOD, SLEEP, entry("yoga"))
    await (ours.desk.teach(NAP, "sleep", MAX) if act == "teach" else ours.desk.reload(MAX))
    await ours.desk.rollback(MAX)
    assert ours.reached(LUNCH, NAP, "tell me about yoga") == ["food", "none", "none"]


async def test_what_another_process_did_last_is_what_a_rollback_undoes(
    ours: Process, other: Process
) -> None:
    await ours.desk.teach(LUNCH, "food", MAX)
    await other.desk.teach(NAP, "sleep", MAX)
    await ours.desk.rollback(MAX)
    await other.desk.catch_up()
    for process in (ours, other):
        assert process.reached(LUNCH, NAP) == ["food", "none"]


async def test_a_rollback_and_what_follows_may_wait_as_long_as_one_likes(ours: Process) -> None:
    for phrasing, target in ((LUNCH, "food"), (NAP, "sleep")):
        await ours.desk.teach(phrasing, target, MAX)
    await ours.desk.forget(LUNCH, MAX)
    await ours.desk.rollback(MAX)
    await ours.desk.catch_up()
    assert ours.reached(LUNCH, NAP) == ["food", "sleep"]
    await ours.desk.rollback(MAX)
    assert ours.reached(LUNCH, NAP) == ["none", "sleep"]
