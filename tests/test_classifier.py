"""The classifier: what it reads from its dict is what scikit-learn would say."""

import math

import pytest

from bot.matching.classifier import Classifier, fragments, phrases
from bot.matching.learner import Learner

WANTED = ["the cat sat down", "a cat sat on a mat", "cats sleep", "the cat sleeps all day"]
OTHERS = ["the dog ran off", "a dog ran to the park", "dogs bark", "the dog barks all day", "rain"]


@pytest.fixture(scope="module")
def learner() -> Learner:
    return Learner(WANTED, OTHERS)


@pytest.fixture(scope="module")
def classifier(learner: Learner) -> Classifier:
    return Classifier(learner.weights())


@pytest.mark.parametrize("text", WANTED + OTHERS)
def test_it_reads_what_scikit_learn_would_say(
    learner: Learner, classifier: Classifier, text: str
) -> None:
    expected = learner.model.predict_proba(learner.vectors([text]))[0, 1]
    assert 1 / (1 + math.exp(-classifier.log_odds(text))) == pytest.approx(expected, abs=1e-6)


def test_it_tells_apart_what_it_has_never_seen(classifier: Classifier) -> None:
    assert classifier.log_odds("my cats sat there") > 0 > classifier.log_odds("the dogs ran home")


def test_what_adds_little_may_be_left_out(learner: Learner) -> None:
    every, few = learner.weights(), learner.weights(faint=0.1)
    assert {name for name, (adds, _) in every.phrases.items() if abs(adds) >= 0.1} == {*few.phrases}
    assert 0 < len(few.fragments) < len(every.fragments)


def test_strange_words_leave_less_to_the_known_one(classifier: Classifier) -> None:
    assert classifier.log_odds("cat") > classifier.log_odds("cat zygote xylophone quux")


def test_nothing_is_as_likely_as_the_examples_make_it(
    learner: Learner, classifier: Classifier
) -> None:
    assert classifier.log_odds("") == pytest.approx(float(learner.model.intercept_[0]))


def test_features() -> None:
    assert phrases("a b c") == {"a", "b", "c", "a b", "b c", "a _ c"}
    assert fragments("a a") == [" a "]
    assert sorted(fragments("as a")) == [" a ", " as "]
    assert phrases("") == set()
    assert fragments("") == []
