"""What the knowledge knows of each word: its features, and how much it tells."""

from collections.abc import Iterable
from math import log, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack

from bot.matching.family import Documents, Family, cosine, learn
from bot.matching.text import FUNCTION_WORDS, pieces, stem, stems, stems_and_pairs

Columns = NDArray[np.intp]


class Word(NamedTuple):
    """A word of a text."""

    text: str
    stem: str
    column: int | None  # of its stem; None if no document has it
    square: float  # of its idf
    tells: bool  # whether it can be what a text is about
    pieces: tuple[int, ...]  # their columns


class Vocabulary:
    """Families of features: stems, perhaps with pairs, and perhaps pieces of words.

    The columns of the pieces are counted on from those of the stems.
    """

    def __init__(self, documents: int, stems: Family, pieces: Family | None = None) -> None:
        """Take what was learnt from so many documents."""
        self.stems, self.pieces = stems, pieces
        self.families = (stems, pieces) if pieces else (stems,)
        self._unseen_idf = 1 + log(1 + documents)  # scikit-learn's idf at no document

    def look_up(self, word: str) -> Word:
        """What is known of a word."""
        name = stem(word)
        column = self.stems.columns.get(name)
        idf = self._unseen_idf if column is None else self.stems.idf.item(column)
        return Word(word, name, column, idf**2, word not in FUNCTION_WORDS, self._pieces(word))

    def known_share(self, text: Iterable[Word]) -> float:
        """|known part of a text| / |text|, an unseen word weighing its idf; 0 without words."""
        once = {word.stem: word for word in text if word.tells}.values()
        known = unknown = 0.0
        for word in once:
            if word.column is None:
                unknown += word.square
            else:
                known += word.square
        return sqrt(known / (known + unknown)) if known else 0.0

    def cosines(self, text: Iterable[str], others: Iterable[Iterable[str]]) -> list[float]:
        """The cosine of a text to each of others, the mean over the families."""
        wanted = [(family, family.weights(text)) for family in self.families]
        return [
            sum(cosine(weights, family.weights(other)) for family, weights in wanted) / len(wanted)
            for other in others
        ]

    def _pieces(self, word: str) -> tuple[int, ...]:
        if not self.pieces:
            return ()
        columns, before = self.pieces.columns, len(self.stems.columns)
        return tuple(before + columns[piece] for piece in pieces([word]) if piece in columns)


def fine(documents: Documents) -> tuple[Vocabulary, csr_matrix]:
    """A vocabulary of stems, pairs and pieces, and the documents over it, a vector each."""
    by_stems, matrix = learn(documents, stems_and_pairs)
    by_pieces, matrix_of_pieces = learn(documents, pieces)
    vocabulary = Vocabulary(len(documents), by_stems, by_pieces)
    return vocabulary, hstack([matrix, matrix_of_pieces], "csr")


def plain(documents: Documents) -> tuple[Vocabulary, csr_matrix]:
    """A vocabulary of stems alone, and the documents over it, a vector each."""
    by_stems, matrix = learn(documents, stems)
    return Vocabulary(len(documents), by_stems), matrix
