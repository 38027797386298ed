"""Learns from examples what tells one kind of text from another; `classifier` reads it."""

import math
from collections.abc import Iterator, Sequence

import numpy as np
from scipy.sparse import csr_matrix, diags_array, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.matching.classifier import PIECES, Weight, Weights, fragments, phrases

# Chosen on messages whose authors were held out, one after the other.
REGULARISATION = 10.0  # no difference from 5 to 25
TOLERANCE = 1e-3  # finds what 1e-4 finds, message by message, and learns 2 seconds sooner


class Learner:
    """scikit-learn's logistic regression over two halves of TF-IDF features."""

    def __init__(self, wanted: Sequence[str], others: Sequence[str], rarest: int = 1) -> None:
        """Learn to tell the wanted texts from the others; all of them normalised.

        A feature that fewer than `rarest` texts have is not learnt.
        """
        texts = [*wanted, *others]
        self._unseen = 1 + math.log(1 + len(texts))  # scikit-learn's idf at no text
        self._halves = [
            (TfidfVectorizer(analyzer=phrases, norm=None, min_df=rarest), 1.0),
            (TfidfVectorizer(analyzer=fragments, norm=None, min_df=rarest), PIECES),
        ]
        halves = [_scaled(one, one.fit_transform(texts)) * weight for one, weight in self._halves]
        self.model = LogisticRegression(
            C=REGULARISATION, class_weight="balanced", solver="liblinear", tol=TOLERANCE
        ).fit(csr_matrix(hstack(halves)), [True] * len(wanted) + [False] * len(others))

    def vectors(self, texts: Sequence[str]) -> csr_matrix:
        """The texts as the model sees them, by what is known of them."""
        return csr_matrix(
            hstack([_scaled(one, one.transform(texts)) * weight for one, weight in self._halves])
        )

    @property
    def weights(self) -> Weights:
        """What a classifier needs of it."""
        coefficients = iter(self.model.coef_[0].tolist())
        by_phrases, by_fragments = (
            dict(_weights(vectorizer, coefficients)) for vectorizer, _ in self._halves
        )
        strange = (0.0, self._unseen**2)
        return Weights(float(self.model.intercept_[0]), by_phrases, by_fragments, strange)


def _scaled(vectorizer: TfidfVectorizer, matrix: csr_matrix) -> csr_matrix:
    """The rows divided by their lengths; a piece that two words share counts for each of them."""
    lengths = np.sqrt(matrix @ vectorizer.idf_)
    return csr_matrix(diags_array(1 / np.where(lengths, lengths, 1)) @ matrix)


def _weights(
    vectorizer: TfidfVectorizer, coefficients: Iterator[float]
) -> Iterator[tuple[str, Weight]]:
    """The weight of each feature of a half, which takes its part of all coefficients."""
    names = vectorizer.get_feature_names_out().tolist()
    # The names first: `zip` takes from its first part before it notices that the other ended.
    for name, idf, coefficient in zip(names, vectorizer.idf_.tolist(), coefficients, strict=False):
        yield name, (idf * coefficient, idf * idf)
