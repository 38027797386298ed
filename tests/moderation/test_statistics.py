"""The numbers of the last 30 days, in order, in words, and as a picture."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

import pytest

from bot.moderation.picture import draw
from bot.moderation.statistics import CHOSEN, DAYS, KINDS, Statistics, gather, statistics, summary
from bot.records import counts, votes
from bot.records.counts import Count
from bot.records.database import Database
from bot.records.votes import Tally

TODAY = date(2026, 3, 10)
YESTERDAY = TODAY - timedelta(days=1)
PNG = b"\x89PNG\r\n\x1a\n"


def gathered(counted: Mapping[Count, int], tallies: Iterable[Tally] = ()) -> Statistics:
    return statistics(counted, tallies, TODAY)


def test_there_is_a_number_for_each_kind_on_each_of_thirty_days_oldest_first() -> None:
    found = gathered(
        {
            Count(TODAY, "answer", "food"): 2,
            Count(TODAY, "answer", "sleep"): 3,
            Count(YESTERDAY, "answer", "food"): 4,
            Count(TODAY, "crisis", ""): 1,
        }
    )
    assert found.days[0] == date(2026, 2, 9)
    assert found.days[-1] == TODAY
    assert list(found.daily) == list(KINDS)
    assert {len(numbers) for numbers in found.daily.values()} == {DAYS} == {30}
    assert found.daily["answer"][-2:] == (4, 5)
    assert found.totals == {"answer": 9, "choices": 0, "not_covered": 0, "unknown": 0, "crisis": 1}


def test_entries_are_asked_when_they_are_answered_and_when_they_are_chosen() -> None:
    found = gathered(
        {
            Count(TODAY, "answer", "food"): 2,
            Count(TODAY, CHOSEN, "sleep"): 3,
            Count(YESTERDAY, "answer", "sleep"): 1,
            Count(TODAY, "unknown", ""): 9,
        }
    )
    assert found.asked == (("sleep", 4), ("food", 2))
    assert sum(found.totals.values()) == 12


def test_of_many_entries_the_five_most_asked_are_named_and_ties_are_in_order() -> None:
    found = gathered({Count(TODAY, "answer", name): 1 for name in "gfedcba"})
    assert [name for name, _ in found.asked] == list("abcde")


def test_the_summary_tells_all_that_the_picture_shows() -> None:
    found = gathered(
        {Count(TODAY, "answer", "food"): 3, Count(TODAY, "crisis", ""): 1},
        [Tally("food", 1, 3), Tally("sleep", 2, 2)],
    )
    assert list(summary(found)) == [
        "4 replies from 09 February to 10 March 2026:",
        "- answered: 3 (75%)",
        "- offered a choice: 0 (0%)",
        "- not covered: 0 (0%)",
        "- unknown: 0 (0%)",
        "- crisis cards: 1 (25%)",
        "",
        "Most asked entries:",
        "- food: 3",
        "",
        "Found helpful:",
        "- food: 1 of 3 (33%)",
        "- sleep: 2 of 2 (100%)",
    ]


def test_the_summary_of_nothing_has_no_shares_and_no_lists() -> None:
    assert list(summary(gathered({})))[1:] == [f"- {name}: 0" for name in KINDS.values()]


def test_of_many_tallies_the_least_helpful_are_told_and_how_many_are_left() -> None:
    found = gathered({}, [Tally(f"e{at:02}", at, 50) for at in range(50)])
    assert [tally.entry for tally in found.tallies] == [f"e{at:02}" for at in range(15)]
    assert list(summary(found))[-2:] == [
        "- e14: 14 of 50 (28%)",
        "- … and 35 more, which were found more helpful",
    ]


async def test_what_was_counted_and_voted_is_gathered_and_older_counts_are_not(
    database: Database,
) -> None:
    for day, times in (
        (TODAY, 1),
        (TODAY - timedelta(days=29), 2),
        (TODAY - timedelta(days=30), 4),
    ):
        await counts.add(database, {Count(day, "answer", "food"): times})
    for person, helpful in ((1, True), (2, False), (2, True), (3, False)):
        await votes.cast(database, "food", person, TODAY, helpful=helpful)
    found = await gather(database, TODAY)
    assert found.totals["answer"] == 3
    assert found.tallies == (Tally("food", 2, 3),)


@pytest.mark.parametrize(
    "found",
    [
        gathered({}),
        gathered({Count(TODAY, "answer", "food"): 1}, [Tally("food", 0, 1)]),
        gathered(
            {Count(TODAY, kind, "e" * 50): 10**6 for kind in KINDS},
            [Tally("e" * 48 + f"{at:02}", at, 50) for at in range(50)],
        ),
    ],
    ids=["nothing", "little", "much"],
)
def test_the_picture_is_a_png_as_wide_as_a_chat(found: Statistics) -> None:
    drawn = draw(found)
    assert drawn.startswith(PNG)
    width, height = struct.unpack(">II", drawn[16:24])
    assert 600 <= width <= 1_200
    assert 600 <= height <= 1_200
    assert len(drawn) < 500_000
