"""A matrix kept term by term, for its product with a vector of few terms.

A question has a dozen of a million features, so only their columns are read. The rows that a
rare feature stands in are a list, its posting list; the column of a common one is kept whole.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_matrix, csr_matrix

from bot.matching.vocabulary import Columns

# Above this share of the rows a column is whole.
COMMON = 1 / 16

Products = NDArray[np.floating]


class Postings:
    """The columns of a matrix of shape (rows, features)."""

    def __init__(self, matrix: csr_matrix, dtype: type[np.floating]) -> None:
        columns = csc_matrix(matrix).astype(dtype)
        common = np.diff(columns.indptr) > COMMON * columns.shape[0]
        self._common: Products = columns[:, common].toarray().T.copy()
        self._common_at: Columns = np.where(common, np.cumsum(common) - 1, -1)
        self._starts: Columns = columns.indptr.astype(np.intp)
        self._rows: Columns = columns.indices.astype(np.intp)  # any other type is cast at each use
        self._weights: Products = columns.data

    def zeros(self) -> Products:
        """Products to add to; shape (rows,)."""
        return np.zeros(self._common.shape[1], self._common.dtype)

    def add(self, products: Products, column: int, value: float) -> None:
        """Add one column times a value."""
        common = self._common_at.item(column)
        if common >= 0:
            weights = self._common[common]
            products += weights if value == 1 else weights * value
        else:
            span = slice(self._starts.item(column), self._starts.item(column + 1))
            weights = self._weights[span]
            products[self._rows[span]] += weights if value == 1 else weights * value

    def product(self, columns: Columns, values: Products) -> Products:
        """The sum of many columns times values; shape (rows,).

        Measured for 100 columns: 4 microseconds with ten rows and 30 with two thousand, where
        `add` takes 60 and 150.
        """
        at = self._common_at[columns]
        common = at >= 0
        if common.all():
            products: Products = values.dot(self._common.take(at, axis=0))
        else:
            products = values[common].dot(self._common.take(at[common], axis=0))
            self._scatter(products, columns[~common], values[~common])
        return products

    def _scatter(self, products: Products, columns: Columns, values: Products) -> None:
        starts = self._starts[columns]
        lengths = self._starts[columns + 1] - starts
        ends = lengths.cumsum()  # of the lists, one after another
        at = np.arange(ends[-1]) + (starts - ends + lengths).repeat(lengths)
        np.add.at(products, self._rows[at], self._weights[at] * values.repeat(lengths))
