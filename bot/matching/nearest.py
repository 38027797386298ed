"""How much nearer a text is to the examples of one kind than to those of another.

A linear model adds up what each word says. The nearest examples tell what words say together.
"""

import math
from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.matching.postings import Postings, Products

NEAREST = 3  # so many examples of each kind count; with 1 a single odd one decides


class Nearest:
    """The TF-IDF cosine over single words to the nearest examples of each kind."""

    def __init__(self, wanted: Sequence[str], others: Sequence[str]) -> None:
        """Remember normalised texts, one or more of each kind."""
        vectorizer = TfidfVectorizer(analyzer=_words, dtype=np.float32)
        self._examples = Postings(vectorizer.fit_transform([*wanted, *others]), np.float32)
        self._wanted = len(wanted)
        idf = vectorizer.idf_.tolist()
        self._columns = {word: (at, idf[at]) for word, at in vectorizer.vocabulary_.items()}
        self._strange = 1 + math.log(1 + len(wanted) + len(others))  # scikit-learn's idf at no text

    def lead(self, text: str) -> float:
        """How much nearer the wanted kind is to a normalised text, from -1 to 1.

        A word never seen counts towards the length of the text, as in `Classifier`.
        """
        said = _words(text)
        known = [self._columns[word] for word in said if word in self._columns]
        if not known:
            return 0.0
        strange = (len(said) - len(known)) * self._strange**2
        columns, idf = zip(*known, strict=True)
        weights = np.array(idf, np.float32)
        length = math.sqrt(float(weights @ weights) + strange)
        cosines = self._examples.product(np.array(columns, np.intp), weights / length)
        return _nearest(cosines[: self._wanted]) - _nearest(cosines[self._wanted :])


def _words(text: str) -> set[str]:
    return set(text.split())


def _nearest(cosines: Products) -> float:
    first = max(len(cosines) - NEAREST, 0)
    return float(np.partition(cosines, first)[first:].mean())
