"""Why a message gets its reply: what was read, what fits, and which rule decided."""

from dataclasses import replace
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelled import KNOWN

from bot.answering.answerer import Answerer
from bot.answering.decision import Rule
from bot.answering.personal import Personal
from bot.answering.replies import Question
from bot.answering.signs.outright import Need
from bot.evaluation.explaining import Explanation, explain
from bot.knowledge.model import Entry, Synonym, Topic
from bot.matching import index
from bot.matching.index import Index
from bot.matching.terms import EXACT, terms

SMALL = Answerer(KNOWN)
CANDIDATES: tuple[Entry | Topic, ...] = (*KNOWN.entries, *KNOWN.topics)
WORDS = "do naps help is a nap good sleep after lunch who drives me price zebra brekfast".split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join) | st.text()


def why(text: str, *, addressed: bool = True) -> Explanation:
    return explain(SMALL, Question(text, addressed))


# --- the terms


def check_weights(index: Index, text: str) -> None:
    for match in index.find(text):
        weights = [term.weight for term in terms(index, text, match)]
        assert sum(weights) == pytest.approx(match.score, abs=1e-6)
        assert weights == sorted(weights, reverse=True)


@given(text=TEXTS)
def test_the_weights_of_the_terms_add_up_to_the_score(text: str) -> None:
    check_weights(SMALL.index, text)


@given(text=TEXTS)
def test_they_do_so_in_large_knowledge_too(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "FINE", 0)
        check_weights(Index(CANDIDATES), text)


@pytest.mark.parametrize("text", ["how long do the effects last", "is it covered by insurence"])
def test_they_do_so_in_the_shipped_knowledge(shipped: Answerer, text: str) -> None:
    check_weights(shipped.index, text)


def test_an_exact_phrasing_is_shown_as_such() -> None:
    assert EXACT in {term.text for term in why("Do naps HELP?").terms}
    assert EXACT not in {term.text for term in why("do the naps help").terms}


def test_terms_are_stems_pairs_and_pieces_by_the_word_they_are_from() -> None:
    told = [term.text for term in why("is the brekfast fine").terms]
    assert {"breakfast", "is", "fine", "breakfast fine", "pieces of breakfast"} <= set(told)
    assert not [name for name in told if "zebra" in name]


# --- the explanation


@pytest.mark.parametrize(
    ("text", "addressed", "rule", "reached"),
    [
        ("do naps help", True, Rule.SURE, ["naps"]),
        ("is a shrt nap good", True, Rule.SURE, ["naps"]),
        ("do naps help", False, Rule.SURE, ["naps"]),
        ("what is the price", True, Rule.TOPIC, ["cost"]),
        ("what is the price", False, Rule.UNSURE, []),
        ("should I take a higher dose", True, Personal.DOSE, []),
        ("zebra", True, Rule.FAR, []),
    ],
)
def test_explains_which_rule_decided(
    text: str, *, addressed: bool, rule: Rule | Personal, reached: list[str]
) -> None:
    found = why(text, addressed=addressed)
    assert found.looked
    assert found.decision.rule is rule
    assert [one.id for one in found.decision.found] == reached


@pytest.mark.parametrize(
    ("text", "addressed", "rule"),
    [
        ("hello", True, Rule.GREETING),
        ("thanks", True, Rule.THANKS),
        ("my nap was good", False, Rule.NO_QUESTION),
        ("I want to kill myself after lunch", True, Need.SUICIDE),
    ],
)
def test_shows_what_would_fit_where_nothing_was_looked_up(
    text: str, *, addressed: bool, rule: Rule | Need
) -> None:
    found = why(text, addressed=addressed)
    assert not found.looked
    assert found.decision.rule is rule
    assert found.decision.found == ()
    assert bool(found.entries) == ("nap" in text or "lunch" in text)


def test_shows_what_was_read_and_what_fits() -> None:
    found = why("Is BREKFAST fine, what?")
    assert found.words == ("is", "breakfast", "fine", "what")
    assert found.entries[0].match.found.id == "food"
    assert [fit.match.found.id for fit in found.topics] == ["cost"]
    behind = [fit.behind for fit in found.entries]
    assert behind == sorted(behind)
    assert found.margin == min(fit.behind for fit in (*found.entries, *found.topics) if fit.behind)


def test_an_exact_phrasing_leads_by_more_than_any_evidence() -> None:
    found = why("is a nap good")
    assert found.margin == inf
    assert [fit.behind for fit in found.entries] == [0, *[inf] * (len(found.entries) - 1)]


def test_tells_which_part_of_a_story_was_looked_up() -> None:
    told = "I was at my aunt's on the lake with the dog all week. Is a nap good?"
    assert why(told).about == "Is a nap good?"


def test_shows_synonyms_as_the_term_they_are_read_as() -> None:
    known = replace(KNOWN, synonyms=(Synonym(term="nap", also=("forty winks",)),))
    found = explain(Answerer(known), Question("are forty winks good", addressed=True))
    assert found.words == ("are", "nap", "good")


@pytest.mark.parametrize("text", ["", "zebra", "what is it"])
def test_explains_that_nothing_fits(text: str) -> None:
    found = why(text)
    assert (found.terms, found.entries, found.topics, found.margin) == ((), (), (), 0)
