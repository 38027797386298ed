"""A generated corpus: entries and questions over a vocabulary with Zipf's frequencies.

The word of rank r has a probability proportional to 1 / (r + 2.7), Mandelbrot's form of Zipf's law
for English, so that a few words stand nearly everywhere and most words hardly anywhere: the
distribution decides what an index costs. The same seed gives the same corpus.
"""

from dataclasses import dataclass
from datetime import date
from itertools import product

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.model import Entry

VOCABULARY = 50_000  # about what a person reads in a year
TITLE, PHRASING, TEXT = (4, 9), (3, 13), (30, 71)  # words, from and below
PHRASINGS = (1, 4)
KEPT = 0.6  # of the words of a question come from one phrasing, the others from anywhere


@dataclass(frozen=True, slots=True)
class Corpus:
    """Entries, and questions that some of them answer."""

    entries: tuple[Entry, ...]
    questions: tuple[str, ...]


def generate(entries: int, questions: int, seed: int = 7) -> Corpus:
    """A corpus of the given size.

    Entries are not validated one by one, which would take most of the time.
    """
    writer = _Writer(np.random.default_rng(seed))
    written = tuple(writer.entry(number) for number in range(entries))
    return Corpus(written, tuple(writer.question(written) for _ in range(questions)))


class _Writer:
    def __init__(self, random: np.random.Generator) -> None:
        self._random = random
        self._words = _vocabulary(random)
        frequency = 1 / (np.arange(VOCABULARY) + 3.7)
        self._cumulative = np.cumsum(frequency / frequency.sum())

    def entry(self, number: int) -> Entry:
        return Entry.model_construct(
            id=f"entry-{number}",
            title=self._line(TITLE),
            text=self._line(TEXT),
            must_include=None,
            source="benchmark",
            reviewed=date(2026, 1, 1),
            phrasings=tuple(self._line(PHRASING) for _ in range(self._between(PHRASINGS))),
        )

    def question(self, entries: tuple[Entry, ...]) -> str:
        """One phrasing of one entry, many of its words replaced by others."""
        asked = entries[self._random.integers(len(entries))].phrasings[0].split()
        other = self._line((len(asked), len(asked) + 1)).split()
        kept = self._random.random(len(asked)) < KEPT
        return " ".join(np.where(kept, asked, other).tolist())

    def _line(self, length: tuple[int, int]) -> str:
        ranks: NDArray[np.intp] = np.searchsorted(
            self._cumulative, self._random.random(self._between(length))
        )
        return " ".join([self._words[rank] for rank in ranks])

    def _between(self, limits: tuple[int, int]) -> int:
        return int(self._random.integers(*limits))


def _vocabulary(random: np.random.Generator) -> list[str]:
    """Words of two to four syllables that can be spoken, the commonest the shortest."""
    syllables = [first + vowel for first, vowel in product("bdfgklmnprstvz", "aeiou")]
    words = ["".join(two) for two in product(syllables, repeat=2)]
    drawn = random.choice(syllables, size=(2 * VOCABULARY, 4))
    long = ["".join(row[: 3 + at % 2]) for at, row in enumerate(drawn.tolist())]
    return list(dict.fromkeys([*random.permutation(words).tolist(), *long]))[:VOCABULARY]
