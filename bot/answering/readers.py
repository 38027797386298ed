"""Those who read a message before anything is looked up."""

from functools import lru_cache
from typing import NamedTuple, Self

from bot.answering import learning
from bot.answering.learning import Learnt
from bot.answering.personal import Decisions
from bot.answering.safety import Safety


class Readers(NamedTuple):
    """Who reads for danger, and who for personal decisions."""

    safety: Safety
    decisions: Decisions

    @classmethod
    def of(cls, learnt: Learnt) -> Self:
        """Those who go by what was learnt."""
        return cls(Safety(learnt), Decisions(learnt))


@lru_cache(maxsize=1)
def shipped() -> Readers:
    """Those of the process: they never change, and a reload need not learn them again."""
    return Readers.of(learning.shipped())
