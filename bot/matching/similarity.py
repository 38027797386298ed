"""How well a text fits each row of a matrix, by all features or by stems alone."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from math import log, sqrt
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags_array, vstack

from bot.matching.bayes import Bayes
from bot.matching.postings import Postings, Products
from bot.matching.vocabulary import Columns, Vocabulary, Word

Values = NDArray[np.float64]


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
        self._idf = np.concatenate([family.idf for family in vocabulary.families])
        self._rows, self._bayes = rows.shape[0], bayes
        # A text has dozens of pieces; 32 bits would not add them up to six digits.
        self._postings = Postings(csr_matrix(vstack([rows / 2, bayes.rows])), np.float64)

    def fit(self, text: Sequence[Word]) -> Fit:
        """How well the text fits."""
        columns, counts = _count(self._columns(text))
        weights = self._idf[columns] * (1 + np.log(counts))
        border = columns.searchsorted(len(self._stems))  # the pieces come behind it
        _scale(weights[:border])
        _scale(weights[border:])
        products = self._postings.product(columns, weights)
        offsets, total = self._bayes.offsets, float(weights.sum())
        return Fit(
            products[: self._rows],
            lambda at: products.item(self._rows + at) + total * offsets.item(at),
        )

    def _columns(self, text: Sequence[Word]) -> Columns:
        """The column of each feature, as often as the feature stands in the text."""
        pairs = [self._stems.get(f"{one.stem} {two.stem}") for one, two in pairwise(text)]
        known = np.array([column for column in pairs if column is not None], np.intp)
        return np.concatenate([known, *[word.columns for word in text]])


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


def _scale(vector: Values) -> None:
    """Give a vector the length 1; none has none."""
    vector /= sqrt(vector.dot(vector)) or 1


def _count(columns: Columns) -> tuple[Columns, Columns]:
    """Each column once, in order, and how often it comes.

    Measured on 100 columns: 3 microseconds; `np.unique` takes 5.6, a `Counter` 8.
    """
    columns = np.sort(columns)
    first = np.ones(len(columns) + 1, bool)
    np.not_equal(columns[1:], columns[:-1], out=first[1:-1])
    starts = first.nonzero()[0]
    return columns[starts[:-1]], starts[1:] - starts[:-1]
