"""What the bot did in the last 30 days, in numbers: no texts, and no people."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.records import counts, votes
from bot.records.counts import Count
from bot.records.database import Database
from bot.records.votes import Tally

DAYS = 30
MOST = 5  # entries in a list
MOST_TALLIES = 15  # of them, as many as the picture has room for
CHOSEN = "chosen"  # an entry that somebody picked from choices
# The kinds of reply, as a moderator reads them; more of the first is better than of the last.
KINDS = {
    "answer": "answered",
    "choices": "offered a choice",
    "not_covered": "not covered",
    "unknown": "unknown",
    "crisis": "crisis cards",
}


@dataclass(frozen=True, slots=True)
class Statistics:
    """Replies of each kind on each day, the most asked entries, and what people found helpful."""

    days: tuple[date, ...]  # oldest first
    daily: Mapping[str, tuple[int, ...]]  # by kind, in the order of `KINDS`
    asked: tuple[tuple[str, int], ...]  # entries and how often, the most asked first
    tallies: tuple[Tally, ...]  # of all votes that are kept, the least helpful first
    more: int  # tallies beyond those

    @property
    def totals(self) -> dict[str, int]:
        """Replies of each kind in all."""
        return {kind: sum(numbers) for kind, numbers in self.daily.items()}


async def gather(database: Database, today: date) -> Statistics:
    """Read the numbers.

    Raises:
        RecordsError: they could not be read.
    """
    counted = await counts.since(database, today - timedelta(days=DAYS - 1))
    return statistics(counted, await votes.tallies(database), today)


def statistics(counted: Mapping[Count, int], tallies: Iterable[Tally], today: date) -> Statistics:
    """Put the numbers in order."""
    every = tuple(tallies)
    days = tuple(today - timedelta(days=ago) for ago in reversed(range(DAYS)))
    daily: dict[tuple[str, date], int] = Counter()
    asked: Counter[str] = Counter()
    for count, times in counted.items():
        daily[count.kind, count.day] += times
        if count.entry:
            asked[count.entry] += times
    return Statistics(
        days=days,
        daily={kind: tuple(daily[kind, day] for day in days) for kind in KINDS},
        asked=tuple(sorted(asked.items(), key=lambda one: (-one[1], one[0]))[:MOST]),
        tallies=every[:MOST_TALLIES],
        more=len(every[MOST_TALLIES:]),
    )


def summary(found: Statistics) -> Iterator[str]:
    """The numbers in words, a line each: all that the picture shows."""
    totals = found.totals
    replies = sum(totals.values())
    yield f"{replies} replies from {found.days[0]:%d %B} to {found.days[-1]:%d %B %Y}:"
    for kind, name in KINDS.items():
        share = f" ({totals[kind] / replies:.0%})" if replies else ""
        yield f"- {name}: {totals[kind]}{share}"
    if found.asked:
        yield ""
        yield "Most asked entries:"
        yield from (f"- {entry}: {times}" for entry, times in found.asked)
    if found.tallies:
        yield ""
        yield "Found helpful:"
        yield from (
            f"- {tally.entry}: {tally.helpful} of {tally.voters} ({tally.share:.0%})"
            for tally in found.tallies
        )
    if found.more:
        yield f"- … and {found.more} more, which were found more helpful"
