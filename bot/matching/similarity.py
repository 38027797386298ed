"""How well a text fits each row of a matrix, by all features or by stems alone."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from math import log, sqrt
from operator import mul
from typing import NamedTuple, Protocol

import numpy as np
from scipy.sparse import csr_matrix, diags_array, vstack

from bot.matching.bayes import Bayes
from bot.matching.postings import Postings, Products
from bot.matching.vocabulary import Vocabulary, Word


class Fit(NamedTuple):
    """How well a text fits: the cosine of each row, the log-likelihood of each candidate."""

    cosines: Products
    likelihood: Callable[[int], float]  # of the candidate at a position; few are ever asked for


class Similarity(Protocol):
    """Tells how well a text fits, over the columns of a vocabulary."""

    def fit(self, text: Sequence[Word]) -> Fit:
        """How well the text fits."""


class Fine:
    """By stems and pairs of them, and by pieces of words.

    The cosine is the mean of the two halves, the likelihood their sum. Both are one product: the
    rows of the likelihood stand below those of the cosine.
    """

    def __init__(self, vocabulary: Vocabulary, rows: csr_matrix, bayes: Bayes) -> None:
        self._stems = vocabulary.stems.columns
        self._idf = np.concatenate([family.idf for family in vocabulary.families]).tolist()
        self._rows, self._bayes = rows.shape[0], bayes
        # A text has dozens of pieces; 32 bits would not add them up to six digits.
        self._postings = Postings(csr_matrix(vstack([rows / 2, bayes.rows])), np.float64)

    def fit(self, text: Sequence[Word]) -> Fit:
        """How well the text fits."""
        stems, by_stems = self._weigh(self._columns_of_stems(text))
        pieces, by_pieces = self._weigh([column for word in text for column in word.pieces])
        weights = by_stems + by_pieces
        products = self._postings.product(np.array(stems + pieces, np.intp), np.array(weights))
        offsets, total = self._bayes.offsets, sum(weights)
        return Fit(
            products[: self._rows],
            lambda at: products.item(self._rows + at) + total * offsets.item(at),
        )

    def _columns_of_stems(self, text: Sequence[Word]) -> list[int]:
        """The column of each stem and pair, as often as it stands in the text."""
        columns = [word.column for word in text]
        columns += [self._stems.get(f"{one.stem} {two.stem}") for one, two in pairwise(text)]
        return [column for column in columns if column is not None]

    def _weigh(self, columns: list[int]) -> tuple[list[int], list[float]]:
        """Each column once, and their weights, a vector of length 1.

        In plain Python: numpy's dozen calls cost more than a few dozen columns do (measured).
        """
        counts = Counter(columns)
        idf = self._idf
        weights = [
            idf[column] * (1 + log(times)) if times > 1 else idf[column]
            for column, times in counts.items()
        ]
        length = sqrt(sum(map(mul, weights, weights)))
        return list(counts), [weight / length for weight in weights]


class Plain:
    """By stems alone; their cosine is all it goes by."""

    def __init__(self, vocabulary: Vocabulary, rows: csr_matrix) -> None:
        # The idf of the text's side is in the postings too: what a stem adds is then a column as
        # it stands, unless the text repeats the stem.
        self._postings = Postings(csr_matrix(rows @ diags_array(vocabulary.stems.idf)), np.float32)

    def fit(self, text: Sequence[Word]) -> Fit:
        """How well the text fits."""
        products = self._postings.zeros()
        squares = {word.column: word.square for word in text if word.column is not None}
        times = Counter([word.column for word in text])
        length = 0.0
        for column, square in squares.items():
            frequency = 1 + log(times[column])
            length += frequency**2 * square
            self._postings.add(products, column, frequency)
        products /= sqrt(length) or 1
        return Fit(products, lambda _: 0.0)
