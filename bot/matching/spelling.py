"""Mends typos: a word nobody wrote in the knowledge becomes the one it was meant to be."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.matching.text import stem

SHORTEST = 4  # a shorter word is one slip away from too many others
LONG = 8  # from here on a word may have two slips


class Speller:
    """Knows the words of the knowledge; the commonest wins where two are equally near.

    Nearness is the optimal string alignment distance (a letter changed, left out, put in, or
    two exchanged). The first letter must be right: it mostly is, and it keeps the search short.
    """

    def __init__(self, words: Iterable[str]) -> None:
        counts = Counter(words)
        self._known = frozenset(map(stem, counts))
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for word, _ in counts.most_common():
            self._by_letter[word[0]].append(word)

    def mend(self, word: str) -> str:
        """The word; or a known one in place of an unknown one, if it is near enough.

        Measured with 50,000 known words: 200 microseconds for an unknown one.
        """
        if stem(word) in self._known or len(word) < SHORTEST or not word.isalpha():
            return word
        near = extractOne(
            word,
            self._by_letter.get(word[0], ()),
            scorer=OSA.distance,
            score_cutoff=2 if len(word) >= LONG else 1,
        )
        return near[0] if near else word
