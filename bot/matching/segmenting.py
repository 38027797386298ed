"""Takes apart what was written without spaces: "iwanttodie"."""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import chain, pairwise

# Letters: a shorter word is rather a name or a slip, a longer one noise, which costs time.
SHORTEST, LONGEST = 7, 100
WORD = 14  # letters of one of the words in it
COMMON = 20  # times; a rarer word is too often found in a strange one
TOGETHER = 3  # times two words have to have stood beside each other
ALONE = frozenset("iau")  # the letters that are words


class Segmenter:
    """Knows how common words are, and which have stood beside each other.

    A text without spaces is most likely the words whose frequencies have the greatest product
    (unigram segmentation: Norvig, "Natural Language Corpus Data", 2009). A name is none: it falls
    apart into words as well, but into some that nobody says one after the other.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        """Take normalised texts."""
        said = [text.split() for text in texts]
        counts = Counter(chain.from_iterable(said))
        pairs = Counter(chain.from_iterable(map(pairwise, said)))
        self._pairs = frozenset(pair for pair, count in pairs.items() if count >= TOGETHER)
        total = counts.total()
        self._known = frozenset(counts)
        self._costs = {
            word: math.log(total / count)
            for word, count in counts.items()
            if count >= COMMON and word.isalpha() and (len(word) > 1 or word in ALONE)
        }

    def split(self, word: str) -> str:
        """The words that a strange word consists of, a space between each two; or it itself."""
        if word in self._known or not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
            return word
        best: list[tuple[float, str] | None] = [(0.0, "")]  # for each length of the start
        for end in range(1, len(word) + 1):
            ways = [
                (before[0] + self._costs[last], f"{before[1]} {last}")
                for start in range(max(end - WORD, 0), end)
                if (before := best[start]) and (last := word[start:end]) in self._costs
            ]
            best.append(min(ways, default=None))
        found = best[-1][1].split() if best[-1] else [word]
        return " ".join(found) if self._pairs.issuperset(pairwise(found)) else word
