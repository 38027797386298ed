"""Votes: one a person for each entry, which can change."""

from __future__ import annotations

import asyncio
from datetime import date

from bot.records import votes
from bot.records.database import Database
from bot.records.votes import Tally

from .places import Place

TODAY = date(2026, 11, 24)
ANN, BOB, EVE = 1174000000000000001, 1174000000000000002, 1174000000000000003


async def test_nobody_has_voted_at_first(database: Database) -> None:
    assert list(await votes.tallies(database)) == []


async def test_the_votes_on_an_entry_are_counted(database: Database) -> None:
    await votes.cast(database, "faq-cost", ANN, TODAY, helpful=True)
    await votes.cast(database, "faq-cost", BOB, TODAY, helpful=False)
    await votes.cast(database, "faq-cost", EVE, TODAY, helpful=True)
    (tally,) = await votes.tallies(database)
    assert tally == Tally("faq-cost", helpful=2, voters=3)
    assert tally.share == 2 / 3


async def test_a_second_vote_of_a_person_replaces_the_first(database: Database) -> None:
    await votes.cast(database, "faq-cost", ANN, TODAY, helpful=True)
    await votes.cast(database, "faq-cost", ANN, TODAY, helpful=False)
    assert list(await votes.tallies(database)) == [Tally("faq-cost", helpful=0, voters=1)]


async def test_a_person_votes_on_each_entry_by_itself(database: Database) -> None:
    await votes.cast(database, "faq-cost", ANN, TODAY, helpful=True)
    await votes.cast(database, "faq-risks", ANN, TODAY, helpful=False)
    assert {tally.entry: tally.helpful for tally in await votes.tallies(database)} == {
        "faq-cost": 1,
        "faq-risks": 0,
    }


async def test_the_least_helpful_entry_comes_first(database: Database) -> None:
    for entry, person, helpful in (
        ("b-good", ANN, True),
        ("c-bad", ANN, False),
        ("a-good", ANN, True),
        ("d-mixed", ANN, True),
        ("d-mixed", BOB, False),
    ):
        await votes.cast(database, entry, person, TODAY, helpful=helpful)
    order = [tally.entry for tally in await votes.tallies(database)]
    assert order == ["c-bad", "d-mixed", "a-good", "b-good"]


async def test_a_vote_survives_a_restart_and_can_still_be_changed(
    place: Place, database: Database
) -> None:
    await votes.cast(database, "faq-cost", ANN, TODAY, helpful=True)
    await database.close()
    restarted = Database(place.url)
    assert list(await votes.tallies(restarted)) == [Tally("faq-cost", helpful=1, voters=1)]
    await votes.cast(restarted, "faq-cost", ANN, TODAY, helpful=False)
    assert list(await votes.tallies(restarted)) == [Tally("faq-cost", helpful=0, voters=1)]
    await restarted.close()


async def test_votes_given_at_the_same_moment_are_all_counted_once(
    place: Place, database: Database
) -> None:
    other = Database(place.url)
    await asyncio.gather(
        *(
            votes.cast(process, "faq-cost", person, TODAY, helpful=True)
            for process in (database, other)
            for person in range(ANN, ANN + 20)
        )
    )
    assert list(await votes.tallies(database)) == [Tally("faq-cost", helpful=20, voters=20)]
    await other.close()
