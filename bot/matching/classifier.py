"""A linear yes-or-no classifier over TF-IDF features: scikit-learn trains it, a dict reads it.

texts -> words -> features (words, pairs and triples; pieces of words) -> weights -> log-odds
"""

import math
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.matching.text import pieces

REGULARISATION = 25.0  # cross-validated: no difference from 10 to 60, fewer finds below


def phrases(text: str) -> set[str]:
    """Each word of a normalised text, and each two and three that stand beside each other."""
    said = text.split()
    found = set(said)
    found.update(map(" ".join, pairwise(said)))
    found.update(map(" ".join, zip(said, said[1:], said[2:], strict=False)))
    return found


def fragments(text: str) -> set[str]:
    """The pieces of the words of a normalised text: they survive a typo."""
    return set().union(*map(_fragments, text.split()))


@lru_cache(maxsize=20_000)  # measured: taking a word apart costs ten times the look-up
def _fragments(word: str) -> frozenset[str]:
    return frozenset(pieces([word]))


class Classifier:
    """Tells one kind of text from another, as log-odds: above 0 it is more likely than not.

    The two kinds of features have length 1 each, so that the many pieces do not drown the words.
    A feature never seen counts towards the length, unlike in scikit-learn, which drops it:
    without that, a line of strange words would be judged by its one known word alone.
    """

    def __init__(self, wanted: Sequence[str], others: Sequence[str]) -> None:
        texts = [*wanted, *others]
        kinds = [True] * len(wanted) + [False] * len(others)
        self.vectorizers = [
            TfidfVectorizer(analyzer=features, binary=True) for features in (phrases, fragments)
        ]
        matrix = hstack([one.fit_transform(texts) for one in self.vectorizers], format="csr")
        self.model = LogisticRegression(
            C=REGULARISATION, class_weight="balanced", solver="liblinear"
        ).fit(matrix, kinds)
        self._bias = float(self.model.intercept_[0])
        unseen = (1 + math.log(1 + len(texts))) ** 2  # the square of the idf of what no text has
        coefficients = iter(self.model.coef_[0].tolist())
        self._halves = [_Half(vectorizer, coefficients, unseen) for vectorizer in self.vectorizers]

    def log_odds(self, text: str) -> float:
        """How much more likely than not the normalised text is of the wanted kind."""
        return self._bias + sum(half.weigh(text) for half in self._halves)


class _Half:
    """The weights of one kind of features, in a dict: `transform` takes twenty times as long."""

    def __init__(
        self, vectorizer: TfidfVectorizer, coefficients: Iterable[float], unseen: float
    ) -> None:
        names = vectorizer.get_feature_names_out().tolist()
        # The names first: `zip` takes from its first part before it notices that the other ended.
        self._weights = {
            name: (idf * coefficient, idf * idf)
            for name, idf, coefficient in zip(
                names, vectorizer.idf_.tolist(), coefficients, strict=False
            )
        }
        self._features: Callable[[str], set[str]] = vectorizer.analyzer
        self._unseen = (0.0, unseen)

    def weigh(self, text: str) -> float:
        """The cosine-like product of the text's features and their weights."""
        total = length = 0.0
        for feature in self._features(text):
            weight, square = self._weights.get(feature, self._unseen)
            total += weight
            length += square
        return total / math.sqrt(length) if length else 0.0
