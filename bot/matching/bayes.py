"""Complement naive Bayes: how much a text is worded like a candidate rather than like the others.

Rennie and others, "Tackling the poor assumptions of naive Bayes text classifiers", ICML 2003, as
scikit-learn's `ComplementNB` has it. That one keeps a number for every candidate and feature.
Here the part that all candidates share is left out, since it favours none: what is left is zero
wherever a candidate lacks a feature, so it is as sparse as the candidates themselves.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

SMOOTHING = 0.3  # 0.2 to 0.4 did best on our messages, 1 on public question sets


class Bayes:
    """The log-likelihood of each candidate, as the product of `rows` with a text and `offsets`.

    `rows` has the shape (candidates, features), `offsets` (candidates,), in nats.
    """

    def __init__(self, totals: csr_matrix) -> None:
        """Learn from the summed weights of each candidate's texts; shape as `rows`."""
        everything = np.asarray(totals.sum(axis=0)).ravel() + SMOOTHING
        self.rows = csr_matrix(totals, copy=True)
        all_of_feature = everything[self.rows.indices]
        self.rows.data = np.log(all_of_feature) - np.log(all_of_feature - self.rows.data)
        own = np.asarray(totals.sum(axis=1)).ravel()
        self.offsets: NDArray[np.float64] = np.log(everything.sum() - own)
