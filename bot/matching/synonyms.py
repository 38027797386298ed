"""Different words for one thing become the same: a drip is an infusion, as an IV is."""

from collections.abc import Iterable, Sequence

from bot.knowledge.model import Synonym
from bot.matching.text import words


class Synonyms:
    """Puts terms in place of their synonyms, whole words only, the longest first."""

    def __init__(self, synonyms: Iterable[Synonym] = ()) -> None:
        self._terms = {
            tuple(words(other)): words(one.term) for one in synonyms for other in one.also
        }
        self._firsts = frozenset(other[0] for other in self._terms)
        self._longest = max(map(len, self._terms), default=0)

    @property
    def words(self) -> list[str]:
        """Every word that is part of a term or a synonym."""
        return [word for pair in self._terms.items() for part in pair for word in part]

    def unify(self, said: list[str]) -> list[str]:
        """The words with each synonym replaced by its term; the same list if there is none."""
        if self._firsts.isdisjoint(said):
            return said
        unified: list[str] = []
        at = 0
        while at < len(said):
            length = self._length(said[at : at + self._longest])
            other = tuple(said[at : at + length])
            unified += self._terms.get(other, other)
            at += length
        return unified

    def _length(self, said: Sequence[str]) -> int:
        """How many words the synonym has that stands first; 1 if none does."""
        return next(
            (size for size in range(len(said), 1, -1) if tuple(said[:size]) in self._terms), 1
        )
