"""How the phrasings, the title and the text of a candidate make one score.

score = 0.8 * mean cosine of the best three phrasings + 0.12 * cosine of the title
      + 0.08 * cosine of the text

With three phrasings or fewer that is a plain sum, so the whole candidate is one row of a matrix.
Only the phrasings of the others need rows of their own, to tell which three are the best.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack

# A candidate's own phrasings are how members ask, so they weigh most. The mean of the best three
# beats the best one: a single lucky phrasing no longer decides.
PHRASINGS, TITLE, BODY = 0.8, 0.12, 0.08
BEST = 3

Scores = NDArray[np.float64]
Positions = NDArray[np.intp]


class Fields:
    """The rows: one for each candidate, then one for each phrasing that needs its own."""

    def __init__(self, phrasings: Sequence[int]) -> None:
        """Lay out candidates with so many phrasings each."""
        self._counts = np.array(phrasings, np.intp)
        owners = np.repeat(np.arange(len(phrasings)), self._counts)
        self._apart = self._counts[owners] > BEST
        self._owners, self._summed = owners[self._apart], owners[~self._apart]

    def rows(self, documents: csr_matrix) -> csr_matrix:
        """The weighted rows of documents: all the phrasings, then all titles, then all texts."""
        candidates, phrasings = len(self._counts), len(self._apart)
        titles = documents[phrasings : phrasings + candidates]
        bodies = documents[phrasings + candidates :]
        mean = csr_matrix(
            (PHRASINGS / self._counts[self._summed], (self._summed, np.flatnonzero(~self._apart))),
            shape=(candidates, phrasings),
        )
        together = mean @ documents[:phrasings] + TITLE * titles + BODY * bodies
        apart = documents[:phrasings][self._apart] * (PHRASINGS / BEST)
        return csr_matrix(vstack([together, apart]))

    def totals(self, documents: csr_matrix) -> csr_matrix:
        """The sum of the documents of each candidate; shape (candidates, features)."""
        each = np.arange(len(self._counts))
        owners = np.concatenate([each.repeat(self._counts), each, each])
        belongs = csr_matrix((np.ones(len(owners)), (owners, np.arange(len(owners)))))
        return csr_matrix(belongs @ documents)

    def combine(self, products: NDArray[np.floating]) -> NDArray[np.floating]:
        """The score of each candidate from the product of each row; shape (candidates,)."""
        if not self._owners.size:
            return products
        together, apart = np.split(products, [len(self._counts)])
        touched = np.flatnonzero(apart > 0)
        # Sorted by owner and then by product, a phrasing is among its owner's best three if the
        # third one after it has another owner. No product reaches 1, so the keys do not mix.
        keys = np.sort(self._owners[touched] + apart[touched].astype(np.float64))
        owners = keys.astype(np.intp)
        best = np.append(owners[:-BEST] != owners[BEST:], np.ones(min(BEST, len(keys)), bool))
        sums = np.bincount(owners[best], keys[best] - owners[best], minlength=len(self._counts))
        return np.add(together, sums)
