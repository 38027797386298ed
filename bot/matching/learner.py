"""Learns from examples what tells one kind of text from another; `classifier` reads it."""

import math
from collections.abc import Iterator, Sequence

import numpy as np
from scipy.sparse import csr_matrix, dia_array, diags_array, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from bot.matching.classifier import PIECES, Weight, Weights, fragments, phrases

# Chosen on messages whose authors were held out, one after the other.
REGULARISATION = 10.0  # no difference from 5 to 25
TOLERANCE = 1e-3  # finds what 1e-4 finds, message by message, and learns 2 seconds sooner
SMOOTHING = 0.1  # of the frequencies that are compared
POWER = 0.5  # of the ratio; 0 finds 3 in 100 less, 1 one less


class Learner:
    """scikit-learn's logistic regression over two halves of TF-IDF features.

    What is much commoner in one kind weighs more from the start, by the ratio that naive Bayes goes
    by: Wang and Manning, "Baselines and Bigrams", ACL 2012, which takes all of it.
    """

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
        vectors = csr_matrix(hstack(halves))
        self._ratios = _ratios(vectors[: len(wanted)], vectors[len(wanted) :])
        self.model = LogisticRegression(
            C=REGULARISATION, class_weight="balanced", solver="liblinear", tol=TOLERANCE
        ).fit(vectors @ self._ratios, [True] * len(wanted) + [False] * len(others))

    def vectors(self, texts: Sequence[str]) -> csr_matrix:
        """The texts as the model sees them, by what is known of them."""
        halves = [_scaled(one, one.transform(texts)) * weight for one, weight in self._halves]
        return csr_matrix(hstack(halves) @ self._ratios)

    def weights(self, faint: float = 0.0) -> Weights:
        """What a classifier needs of it, without the features that add less than `faint`.

        They are then read as never seen.
        """
        coefficients = iter((self.model.coef_[0] @ self._ratios).tolist())
        by_phrases, by_fragments = (
            dict(_weights(vectorizer, coefficients, faint)) for vectorizer, _ in self._halves
        )
        strange = (0.0, self._unseen**2)
        return Weights(float(self.model.intercept_[0]), by_phrases, by_fragments, strange)


def _scaled(vectorizer: TfidfVectorizer, matrix: csr_matrix) -> csr_matrix:
    """The rows divided by their lengths; a piece that two words share counts for each of them."""
    lengths = np.sqrt(matrix @ vectorizer.idf_)
    return csr_matrix(diags_array(1 / np.where(lengths, lengths, 1)) @ matrix)


def _ratios(wanted: csr_matrix, others: csr_matrix) -> dia_array:
    """How much commoner each feature is in one of the kinds, as a matrix that weighs vectors."""
    frequencies = [np.asarray(kind.sum(axis=0)).ravel() + SMOOTHING for kind in (wanted, others)]
    one, other = (frequency / frequency.sum() for frequency in frequencies)
    return diags_array(np.abs(np.log(one / other)) ** POWER)


def _weights(
    vectorizer: TfidfVectorizer, coefficients: Iterator[float], faint: float
) -> Iterator[tuple[str, Weight]]:
    """The weight of each feature of a half, which takes its part of all coefficients."""
    names = vectorizer.get_feature_names_out().tolist()
    # The names first: `zip` takes from its first part before it notices that the other ended.
    for name, idf, coefficient in zip(names, vectorizer.idf_.tolist(), coefficients, strict=False):
        if abs(idf * coefficient) >= faint:
            yield name, (idf * coefficient, idf * idf)
