"""Puts texts that ask much the same into groups."""

from collections import defaultdict
from collections.abc import Sequence

from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from bot.matching.index import Index
from bot.matching.text import FUNCTION_WORDS
from bot.matching.vocabulary import plain

ALIKE = 0.5  # the cosine from which on two texts ask the same


def groups(index: Index, texts: Sequence[str]) -> list[list[int]]:
    """The positions of the texts, group by group, in the order of their first texts.

    Texts are alike by their stems, synonyms made one; words that tell nothing do not count.
    """
    documents = [
        [word for word in index.words(text) if word not in FUNCTION_WORDS] for text in texts
    ]
    if not any(documents):
        return [[position] for position in range(len(texts))]
    _, vectors = plain(documents)
    alike = csr_matrix(vectors @ vectors.T) >= ALIKE
    _, labels = connected_components(alike, directed=False)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for position, label in enumerate(labels.tolist()):
        found[label].append(position)
    return list(found.values())
