"""The index gives the scores that scikit-learn's own vectors and cosines give."""

import numpy as np
import pytest
from conftest import entry
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import cosine_similarity

from bot.answering.answerer import Answerer
from bot.knowledge.loading import load
from bot.knowledge.model import Entry, Topic
from bot.matching import index as module
from bot.matching.fields import BEST, BODY, PHRASINGS, TITLE
from bot.matching.index import Index
from bot.matching.spelling import Speller
from bot.matching.text import FUNCTION_WORDS, pieces, stem, stems, stems_and_pairs, words
from bot.settings import SHIPPED_KNOWLEDGE

WORDS = ["sleep", "food", "price", "drip", "doctor", "slow", "home", "the", "is", "how", "long"]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
SHIPPED = load(SHIPPED_KNOWLEDGE)


class Reference:
    """The scores by `transform` and `cosine_similarity`, candidate by candidate."""

    def __init__(self, candidates: list[Entry | Topic], *, fine: bool) -> None:
        self.candidates = candidates
        titles = [one.title if isinstance(one, Entry) else "" for one in candidates]
        bodies = [one.text if isinstance(one, Entry) else one.say for one in candidates]
        phrasings = [phrasing for one in candidates for phrasing in one.phrasings]
        documents = [words(text) for text in (*phrasings, *titles, *bodies)]
        self.speller = Speller(word for document in documents for word in document)
        self.titles, self.bodies = titles, bodies
        self.vectorizers = [
            TfidfVectorizer(analyzer=analyzer, sublinear_tf=True).fit(documents)
            for analyzer in ([stems_and_pairs, pieces] if fine else [stems])
        ]
        self.unseen = 1 + np.log(1 + len(documents))

    def cosines(self, asked: list[str], texts: list[str]) -> NDArray[np.float64]:
        """The mean cosine of the question to each text; shape (len(texts),)."""
        halves = [
            cosine_similarity(
                one.transform([asked]), one.transform([words(text) for text in texts])
            )
            for one in self.vectorizers
        ]
        return np.asarray(np.mean(halves, axis=0)[0])

    def scores(self, text: str) -> dict[str, float]:
        """The score of each candidate by its id."""
        asked = list(map(self.speller.mend, words(text)))
        share = self.share(asked)
        titles, bodies = self.cosines(asked, self.titles), self.cosines(asked, self.bodies)
        found = {}
        for at, one in enumerate(self.candidates):
            best = np.sort(self.cosines(asked, list(one.phrasings)))[-BEST:].mean()
            found[one.id] = share * (PHRASINGS * best + TITLE * titles[at] + BODY * bodies[at])
        return found

    def share(self, asked: list[str]) -> float:
        seen = self.vectorizers[0]
        squares = {
            name: (name in seen.vocabulary_, seen.idf_[seen.vocabulary_[name]] ** 2)
            if name in seen.vocabulary_
            else (False, self.unseen**2)
            for name in {stem(word) for word in asked if word not in FUNCTION_WORDS}
        }
        known = sum(square for is_known, square in squares.values() if is_known)
        total = sum(square for _, square in squares.values())
        return float(np.sqrt(known / total)) if known else 0.0


def check(index: Index, reference: Reference, text: str) -> None:
    asked = " ".join(map(reference.speller.mend, words(text)))
    exact = {
        " ".join(words(said))
        for one in reference.candidates
        for said in (*one.phrasings, one.title if isinstance(one, Entry) else one.phrasings[0])
    }
    expected = reference.scores(text)
    found = {match.found.id: match.score for match in index.find(text, limit=1000)}
    if asked in exact:
        assert 1.0 in found.values()
        return
    for name, score in expected.items():
        assert found.get(name, 0.0) == pytest.approx(score, abs=1e-6), name


@given(
    phrasings=st.lists(st.lists(TEXTS, min_size=1, max_size=5), min_size=1, max_size=4),
    text=st.one_of(TEXTS, st.text(max_size=30)),
)
@pytest.mark.parametrize("fine", [True, False])
def test_any_knowledge_is_scored_as_scikit_learn_scores_it(
    phrasings: list[list[str]], text: str, *, fine: bool
) -> None:
    candidates: list[Entry | Topic] = [
        entry(f"e{at}", phrasings=tuple(said)) for at, said in enumerate(phrasings)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "FINE", len(candidates) if fine else 0)
        check(Index(candidates), Reference(candidates, fine=fine), text)


@pytest.mark.parametrize(
    "text",
    [
        "how soon would I feel any better",
        "will it make me feal sick or dizzy",
        "does a ketamine drip hurt the first time you have it",
        "what does my insurance say about flights to Lisbon",
    ],
)
def test_the_shipped_knowledge_is_scored_as_scikit_learn_scores_it(
    shipped: Answerer, text: str
) -> None:
    candidates: list[Entry | Topic] = [*SHIPPED.entries, *SHIPPED.topics]
    check(Index(candidates), Reference(candidates, fine=True), text)
    assert shipped.knowledge.entries == SHIPPED.entries
