"""What moderators taught, and the history of what they did: kept together or not at all."""

from __future__ import annotations

import pytest

from bot.errors import RecordsError
from bot.knowledge.taught import Taught
from bot.records import history, passed_on, taught
from bot.records.database import Database
from bot.records.history import Act, Action, Done, Effect

from .places import Place, rename

MAX, MIA = 1174000000000000001, 1174000000000000002
COST = Taught("wat does it cost", "topic-cost")
DRIVE = Taught("may I drive home", "faq-after")


def act(action: Action = Action.TEACH, target: str | None = "topic-cost", at: int = 1_000) -> Act:
    return Act(action, target, at, Effect(before=9, after=10, questions=12))


async def test_a_lesson_is_kept_with_who_taught_it_and_its_effect(database: Database) -> None:
    await history.keep(database, act(), MAX, added=[COST])
    assert await taught.every(database) == (COST,)
    assert await history.newest(database) == [Done(act(), MAX)]


async def test_lessons_come_in_the_order_in_which_they_were_taught(database: Database) -> None:
    await history.keep(database, act(at=1_000), MAX, added=[COST])
    await history.keep(database, act(at=2_000), MIA, added=[DRIVE])
    assert await taught.every(database) == (COST, DRIVE)


async def test_a_phrasing_taught_again_leads_to_the_new_target(database: Database) -> None:
    moved = Taught(COST.phrasing, "faq-cost")
    await history.keep(database, act(), MAX, added=[COST])
    await history.keep(database, act(at=2_000), MAX, added=[moved])
    assert await taught.every(database) == (moved,)


async def test_a_phrasing_removed_and_added_in_one_act_is_there(database: Database) -> None:
    await history.keep(database, act(), MAX, added=[COST])
    await history.keep(database, act(at=2_000), MAX, added=[COST, DRIVE], removed=[COST])
    assert set(await taught.every(database)) == {COST, DRIVE}


async def test_what_is_forgotten_is_gone_and_what_another_taught_stays(database: Database) -> None:
    await history.keep(database, act(), MAX, added=[COST])
    await history.keep(database, act(), MIA, added=[DRIVE])
    await history.keep(database, act(Action.FORGET), MAX, removed=[COST])
    assert await taught.every(database) == (DRIVE,)


async def test_a_lesson_settles_the_questions_that_asked_for_it(database: Database) -> None:
    asked, other = [
        await passed_on.add(database, text, MIA, (None, None), 1) for text in ("cost?", "drive?")
    ]
    await history.keep(database, act(), MAX, added=[COST], settled=[asked])
    assert [one.id for one in await passed_on.newest(database)] == [other]


async def test_if_the_history_cannot_be_written_nothing_is_changed(database: Database) -> None:
    await history.keep(database, act(), MAX, added=[COST])
    asked = await passed_on.add(database, "may I drive home?", MIA, (None, None), 1)
    await rename(database, "history", "elsewhere")
    with pytest.raises(RecordsError):
        await history.keep(database, act(), MAX, added=[DRIVE], removed=[COST], settled=[asked])
    assert await taught.every(database) == (COST,)
    assert [one.id for one in await passed_on.newest(database)] == [asked]


async def test_every_action_is_told_newest_first(database: Database) -> None:
    for at, action in enumerate(Action):
        await history.keep(database, act(action, None, at), MAX)
    told = [done.act.action for done in await history.newest(database)]
    assert told == list(reversed(Action))


async def test_only_the_newest_acts_are_told(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "NEWEST", 2)
    for at in range(3):
        await history.keep(database, act(at=at), MAX)
    assert [done.act.at for done in await history.newest(database)] == [2, 1]


async def test_another_process_sees_what_was_taught(place: Place, database: Database) -> None:
    other = Database(place.url)
    await history.keep(database, act(), MAX, added=[COST])
    assert await taught.every(other) == (COST,)
    assert [done.moderator for done in await history.newest(other)] == [MAX]
    await other.close()
