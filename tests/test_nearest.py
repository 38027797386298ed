"""The nearest examples: as near as scikit-learn's own cosine says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics.pairwise import cosine_similarity

from bot.matching.nearest import NEAREST, Nearest

WANTED = ["the cat sat down", "a cat sat on a mat", "cats sleep", "the cat sleeps all day"]
OTHERS = ["the dog ran off", "a dog ran to the park", "dogs bark", "the dog barks all day", "rain"]
WORDS = sorted({word for text in WANTED + OTHERS for word in text.split()})


@pytest.fixture(scope="module")
def nearest() -> Nearest:
    return Nearest(WANTED, OTHERS)


@given(st.lists(st.sampled_from(WORDS), min_size=1, unique=True).map(" ".join))
def test_the_lead_is_the_difference_of_the_cosines_of_scikit_learn(
    nearest: Nearest, text: str
) -> None:
    vectorizer = TfidfVectorizer(analyzer=str.split, binary=True).fit(WANTED + OTHERS)
    means = []
    for kind in (WANTED, OTHERS):
        cosines = cosine_similarity(vectorizer.transform([text]), vectorizer.transform(kind))
        means.append(sum(sorted(cosines[0])[-NEAREST:]) / NEAREST)
    assert nearest.lead(text) == pytest.approx(means[0] - means[1], abs=1e-6)


def test_it_tells_apart_what_it_has_never_seen(nearest: Nearest) -> None:
    assert nearest.lead("a cat sat all day") > 0 > nearest.lead("a dog ran all day")


def test_strange_words_bring_it_nearer_to_nothing(nearest: Nearest) -> None:
    assert nearest.lead("cat") > nearest.lead("cat zygote xylophone") > 0
    assert nearest.lead("zygote") == nearest.lead("") == 0
