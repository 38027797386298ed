"""A TF-IDF index over the entries and topics of one `Knowledge`: `find(text)` ranks them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import FeatureUnion

from bot.knowledge.model import Entry, Topic
from bot.matching.spelling import Speller
from bot.matching.text import content, pieces, stem, stems, stems_and_pairs, words

# An entry's own phrasings are how members ask, so they weigh most. The mean of the best three
# beats the best one: a single lucky phrasing no longer decides.
PHRASINGS, TITLE, BODY = 0.8, 0.12, 0.08
BEST = 3

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Match:
    """An entry or a topic, and how well it fits, from 0 (not at all) to 1 (the very question)."""

    found: Entry | Topic
    score: float


class Index:
    """TF-IDF similarity over phrasings, title and text as separate fields.

    The cosine is the mean of two: over stemmed words and pairs, and over pieces of words.
    It is multiplied by the share of the question that the knowledge has ever seen, since
    scikit-learn drops unseen words before it normalises: without that, "book a flight to
    Lisbon" would fit an entry about booking perfectly.
    """

    def __init__(self, candidates: Sequence[Entry | Topic]) -> None:
        self._candidates = tuple(candidates)
        phrasings = [phrasing for one in candidates for phrasing in one.phrasings]
        titles = [one.title if isinstance(one, Entry) else "" for one in candidates]
        bodies = [one.text if isinstance(one, Entry) else one.say for one in candidates]
        self._vectorizer = FeatureUnion(
            [
                ("words", TfidfVectorizer(analyzer=stems_and_pairs, sublinear_tf=True)),
                ("pieces", TfidfVectorizer(analyzer=pieces, sublinear_tf=True)),
            ]
        ).fit(phrasings + titles + bodies)
        self._fields = [self._vectorizer.transform(field) for field in (phrasings, titles, bodies)]
        self._starts = np.cumsum([0] + [len(one.phrasings) for one in candidates])
        self._seen = TfidfVectorizer(analyzer=stems).fit(phrasings + titles + bodies)
        self._speller = Speller(chain.from_iterable(map(words, phrasings + titles + bodies)))
        self._unseen_idf = 1 + np.log(1 + len(phrasings) + 2 * len(candidates))
        self._exact = {
            tuple(words(asked)): position
            for position, one in enumerate(candidates)
            for asked in (*one.phrasings, titles[position] or one.phrasings[0])
        }

    def find(self, text: str) -> list[Match]:
        """Every candidate with its score, best first; nothing for a text that says nothing."""
        asked = self._speller.mend(words(text))
        exact = self._exact.get(tuple(asked))
        asked_about = content(" ".join(asked))
        if not asked_about and exact is None:
            return []
        scores = self._fit(" ".join(asked)) * self._known_share(asked_about)
        if exact is not None:
            scores[exact] = 1.0
        return self._ranked(scores)

    def complete(self, typed: str) -> list[Match]:
        """The candidates that what is typed so far may lead to, best first.

        A half-typed word is no unseen word, so the known share does not count here.
        """
        return [match for match in self._ranked(self._fit(typed)) if match.score > 0]

    def rank(self, text: str, sentences: Sequence[str]) -> Scores:
        """How well each sentence fits what the text is about; shape (len(sentences),)."""
        return self._cosine(self._vectorizer.transform(sentences), " ".join(content(text)))

    def _ranked(self, scores: Scores) -> list[Match]:
        order = np.argsort(-scores, kind="stable")
        return [Match(self._candidates[position], float(scores[position])) for position in order]

    def _fit(self, text: str) -> Scores:
        phrasings, titles, bodies = (self._cosine(field, text) for field in self._fields)
        best = [
            np.sort(phrasings[start:end])[-BEST:].mean() for start, end in pairwise(self._starts)
        ]
        return PHRASINGS * np.array(best) + TITLE * titles + BODY * bodies

    def _cosine(self, field: csr_matrix, text: str) -> Scores:
        # Each half of the union has length 1, so the product is the sum of two cosines.
        product = field @ self._vectorizer.transform([text]).T
        return np.asarray(product.todense()).ravel() / 2

    def _known_share(self, asked_about: list[str]) -> float:
        """|known part of the question| / |question|, an unseen word weighing its idf."""
        seen, unseen = 0.0, 0.0
        for word in set(map(stem, asked_about)):
            column = self._seen.vocabulary_.get(word)
            if column is None:
                unseen += self._unseen_idf**2
            else:
                seen += self._seen.idf_[column] ** 2
        return float(np.sqrt(seen / (seen + unseen))) if seen else 0.0
