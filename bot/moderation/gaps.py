"""What the bot was asked and missed: passed-on questions, those that ask the same as one gap."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.knowledge.taught import key
from bot.matching.grouping import groups
from bot.matching.index import Index
from bot.records.passed_on import PassedOn


@dataclass(frozen=True, slots=True)
class Gap:
    """Questions that ask much the same, newest first."""

    questions: tuple[PassedOn, ...]

    @property
    def newest(self) -> PassedOn:
        """The newest of them, which stands for all."""
        return self.questions[0]

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids of all of them."""
        return tuple(one.id for one in self.questions)


def gaps(index: Index, questions: Iterable[PassedOn]) -> tuple[Gap, ...]:
    """Questions, newest first, become gaps: the most frequent first, and of those the newest."""
    every = list(questions)
    found = [
        Gap(tuple(every[position] for position in group))
        for group in groups(index, [one.text for one in every])
    ]
    return tuple(sorted(found, key=lambda gap: (-len(gap.questions), -gap.newest.id)))


def holding(found: Iterable[Gap], question: int) -> Gap | None:
    """The gap that holds the question; None if it was settled."""
    return next((gap for gap in found if question in gap.ids), None)


def asked_as(found: Iterable[Gap], phrasing: str) -> tuple[int, ...]:
    """The ids of all questions in gaps that hold one worded like the phrasing."""
    same = key(phrasing)
    return tuple(
        number
        for gap in found
        if any(key(one.text) == same for one in gap.questions)
        for number in gap.ids
    )
