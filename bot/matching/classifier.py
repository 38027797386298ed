"""A linear yes-or-no classifier over TF-IDF features, read from dicts.

text -> words -> features (words and pairs; pieces of words) -> weights -> log-odds
"""

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bot.matching.text import pieces

SIZES = (4, 5)  # of pieces; finds more than 4 alone, and as much as 3 to 5
PIECES = 0.7  # what the pieces weigh beside the words; finds 2 in 100 more than 1


# What a feature adds to the log-odds, and to the square of the length of its text.
Weight = tuple[float, float]


class Weights(NamedTuple):
    """What was learnt: plain values, which can be kept."""

    bias: float
    phrases: Mapping[str, Weight]
    fragments: Mapping[str, Weight]
    strange: Weight  # of a feature never seen


def phrases(text: str) -> set[str]:
    """Each word of a normalised text, and each two with at most one other word between them."""
    said = text.split()
    apart = zip(said, said[2:], strict=False)
    return {*said, *map(" ".join, pairwise(said)), *map(" _ ".join, apart)}


def fragments(text: str) -> list[str]:
    """The pieces of the different words of a normalised text: they survive a typo."""
    return [piece for word in set(text.split()) for piece in _fragments(word)]


class Classifier:
    """Tells one kind of text from another, as log-odds: above 0 it is more likely than not.

    Each kind of features has a length of its own, so that the many pieces do not drown the words.
    A feature never seen counts towards the length, unlike in scikit-learn, which drops it:
    without that, a line of strange words would be judged by its one known word alone.
    """

    def __init__(self, weights: Weights) -> None:
        self._bias, self._phrases, known, self._strange = weights
        # Measured: to take a word apart costs 4 microseconds, to remember what it weighs 0.1.
        self._word = lru_cache(maxsize=20_000)(lambda word: self._sum(known, _fragments(word)))

    def log_odds(self, text: str) -> float:
        """How much more likely than not the normalised text is of the wanted kind."""
        added, square = self._sum(self._phrases, phrases(text))
        by_word = list(map(self._word, set(text.split())))
        return (
            self._bias
            + added / math.sqrt(square or 1)
            + PIECES
            * sum([added for added, _ in by_word])
            / math.sqrt(sum([square for _, square in by_word]) or 1)
        )

    def _sum(self, known: Mapping[str, Weight], features: Iterable[str]) -> Weight:
        found = [known.get(feature, self._strange) for feature in features]
        return sum([adds for adds, _ in found]), sum([square for _, square in found])


@lru_cache(maxsize=20_000)  # measured: 4 microseconds for a word; learning meets most of them often
def _fragments(word: str) -> frozenset[str]:
    return frozenset(pieces([word], SIZES))
