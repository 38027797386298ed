"""One family of features and their TF-IDF weights, which scikit-learn learns from documents."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

Documents = Sequence[Sequence[str]]  # each given by its words


Analyze = Callable[[Iterable[str]], list[str]]


class Family:
    """Features of one kind: stems, or pieces of words.

    A feature that stands n times in a text weighs (1 + ln n) * idf there: scikit-learn's
    `sublinear_tf`. One that no document has weighs nothing.
    """

    def __init__(self, analyze: Analyze, columns: dict[str, int], idf: NDArray[np.float64]) -> None:
        self._analyze = analyze
        self.columns = columns
        self.idf = idf

    def weights(self, words: Iterable[str]) -> dict[str, float]:
        """The features of a text with their weights, a vector of length 1."""
        weights = {
            feature: (1 + log(times)) * self.idf.item(self.columns[feature])
            for feature, times in Counter(self._analyze(words)).items()
            if feature in self.columns
        }
        length = sqrt(sum(weight**2 for weight in weights.values()))
        return {feature: weight / length for feature, weight in weights.items()}


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """The cosine of the weights of two texts."""
    return sum(weight * other.get(feature, 0.0) for feature, weight in one.items())


def learn(documents: Documents, analyze: Analyze) -> tuple[Family, csr_matrix]:
    """The features that `analyze` finds in documents, and each document as a vector of length 1.

    The matrix has the shape (documents, features).
    """
    learnt = TfidfVectorizer(analyzer=analyze, sublinear_tf=True)
    matrix: csr_matrix = learnt.fit_transform(documents)
    return Family(analyze, learnt.vocabulary_, learnt.idf_), matrix
