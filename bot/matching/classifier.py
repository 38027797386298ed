"""A linear yes-or-no classifier over TF-IDF features: scikit-learn trains it, a dict reads it.

texts -> words -> features (words and pairs; pieces of words) -> weights -> log-odds
"""

import math
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix, diags_array, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.matching.text import pieces

# Chosen on messages whose authors were held out, one after the other.
REGULARISATION = 10.0  # no difference from 5 to 25
TOLERANCE = 1e-3  # finds what 1e-4 finds, message by message, and learns 2 seconds sooner
SIZES = (4, 5)  # of pieces; finds more than 4 alone, and as much as 3 to 5
PIECES = 0.7  # what the pieces weigh beside the words; finds 2 in 100 more than 1

Features = Iterable[str]


def phrases(text: str) -> set[str]:
    """Each word of a normalised text, and each two that stand beside each other."""
    said = text.split()
    return {*said, *map(" ".join, pairwise(said))}


def fragments(text: str) -> list[str]:
    """The pieces of the different words of a normalised text: they survive a typo."""
    return [piece for word in set(text.split()) for piece in _fragments(word)]


@lru_cache(maxsize=20_000)  # measured: 4 microseconds for a word; learning meets most of them often
def _fragments(word: str) -> frozenset[str]:
    return frozenset(pieces([word], SIZES))


class Classifier:
    """Tells one kind of text from another, as log-odds: above 0 it is more likely than not.

    Each kind of features has a length of its own, so that the many pieces do not drown the words.
    A feature never seen counts towards the length, unlike in scikit-learn, which drops it:
    without that, a line of strange words would be judged by its one known word alone.
    """

    def __init__(self, wanted: Sequence[str], others: Sequence[str]) -> None:
        texts = [*wanted, *others]
        kinds = [True] * len(wanted) + [False] * len(others)
        self._halves = [
            (TfidfVectorizer(analyzer=phrases, norm=None), 1.0),
            (TfidfVectorizer(analyzer=fragments, norm=None), PIECES),
        ]
        halves = [_scaled(one, one.fit_transform(texts)) * weight for one, weight in self._halves]
        self.model = LogisticRegression(
            C=REGULARISATION, class_weight="balanced", solver="liblinear", tol=TOLERANCE
        ).fit(csr_matrix(hstack(halves)), kinds)
        self._bias = float(self.model.intercept_[0])
        unseen = 1 + math.log(1 + len(texts))  # scikit-learn's idf at no text
        coefficients = iter(self.model.coef_[0].tolist())
        by_phrases, by_fragments = (
            _weights(vectorizer, coefficients, unseen) for vectorizer, _ in self._halves
        )
        self._phrases = by_phrases
        # Measured: to take a word apart costs 4 microseconds, to remember what it weighs 0.1.
        self._word = lru_cache(maxsize=20_000)(lambda word: by_fragments(_fragments(word)))

    def vectors(self, texts: Sequence[str]) -> csr_matrix:
        """The texts as the model sees them, by what is known of them."""
        return csr_matrix(
            hstack([_scaled(one, one.transform(texts)) * weight for one, weight in self._halves])
        )

    def log_odds(self, text: str) -> float:
        """How much more likely than not the normalised text is of the wanted kind."""
        weight, square = self._phrases(phrases(text))
        by_word = list(map(self._word, set(text.split())))
        return (
            self._bias
            + weight / math.sqrt(square or 1)
            + PIECES
            * sum([weight for weight, _ in by_word])
            / math.sqrt(sum([square for _, square in by_word]) or 1)
        )


def _scaled(vectorizer: TfidfVectorizer, matrix: csr_matrix) -> csr_matrix:
    """The rows divided by their lengths; a piece that two words share counts for each of them."""
    lengths = np.sqrt(matrix @ vectorizer.idf_)
    return csr_matrix(diags_array(1 / np.where(lengths, lengths, 1)) @ matrix)


def _weights(
    vectorizer: TfidfVectorizer, coefficients: Iterable[float], unseen: float
) -> Callable[[Features], tuple[float, float]]:
    """Reads features: the sum of their weights, and of the squares of their idf."""
    names = vectorizer.get_feature_names_out().tolist()
    # The names first: `zip` takes from its first part before it notices that the other ended.
    known = {
        name: (idf * coefficient, idf * idf)
        for name, idf, coefficient in zip(
            names, vectorizer.idf_.tolist(), coefficients, strict=False
        )
    }
    strange = (0.0, unseen * unseen)

    def read(features: Features) -> tuple[float, float]:
        found = [known.get(feature, strange) for feature in features]
        return sum([weight for weight, _ in found]), sum([square for _, square in found])

    return read
