"""Why a candidate fits a text: the terms that the two share, and what each adds to the score.

Worked out anew for the one candidate, from the words of its phrasings, title and text. The
index keeps only sums of them, and need not be slower for the sake of this.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf

from bot.knowledge.model import Entry
from bot.matching.family import Family
from bot.matching.fields import BEST, BODY, PHRASINGS, TITLE
from bot.matching.index import Index, Match
from bot.matching.vocabulary import Vocabulary

EXACT = "(worded exactly so)"


@dataclass(frozen=True, slots=True)
class Term:
    """Something that a text and a candidate share, and what it adds to the score."""

    text: str
    weight: float


def terms(index: Index, text: str, match: Match) -> list[Term]:
    """What makes the match fit the text, the heaviest first; the weights add up to its score."""
    asked = index.read(text)
    said = [word.text for word in asked]
    shared: defaultdict[str, float] = defaultdict(float)
    for documents, weight in _fields(index, match):
        found = [_shared(index.vocabulary, said, document) for document in documents]
        for one in sorted(found, key=lambda one: sum(one.values()), reverse=True)[:BEST]:
            for name, product in one.items():
                shared[name] += weight * product
    share = index.vocabulary.known_share(asked)
    weights = {name: share * weight for name, weight in shared.items()} if share else {}
    if match.evidence == inf:
        weights[EXACT] = match.score - sum(weights.values())
    return [Term(*one) for one in sorted(weights.items(), key=lambda one: one[1], reverse=True)]


def _fields(index: Index, match: Match) -> Iterator[tuple[list[list[str]], float]]:
    """The words of each field's documents, and what the cosine of the best of them weighs."""
    found = match.found
    phrasings = list(map(index.words, found.phrasings))
    yield phrasings, PHRASINGS / min(len(phrasings), BEST)
    if isinstance(found, Entry):
        yield [index.words(found.title)], TITLE
    yield [index.words(found.text if isinstance(found, Entry) else found.say)], BODY


def _shared(
    vocabulary: Vocabulary, said: Sequence[str], document: Iterable[str]
) -> dict[str, float]:
    """What each term adds to the cosine of a text and a document."""
    products: defaultdict[str, float] = defaultdict(float)
    words = list(document)
    for family in vocabulary.families:
        mine, theirs = family.weights(said), family.weights(words)
        for feature in mine.keys() & theirs.keys():
            product = mine[feature] * theirs[feature] / len(vocabulary.families)
            products[_name(vocabulary, family, feature, said)] += product
    return products


def _name(vocabulary: Vocabulary, family: Family, feature: str, said: Sequence[str]) -> str:
    """The feature as a person can read it: pieces go by the word they are taken from."""
    if family is vocabulary.stems:
        return feature
    whole = next(word for word in said if feature in f" {word} ")
    return f"pieces of {whole}"
