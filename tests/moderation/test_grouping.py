"""Passed-on questions that ask the same become one gap."""

from __future__ import annotations

from conftest import entry, knowledge

from bot.answering.answerer import Answerer
from bot.knowledge.model import Synonym
from bot.matching.index import Index
from bot.matching.synonyms import Synonyms
from bot.moderation.gaps import Gap, asked_as, gaps, holding
from bot.records.passed_on import PassedOn

INDEX = Answerer(knowledge(entry("food"))).index
DOG, ALSO_DOG = "can I bring my dog?", "May I bring my DOG with me"
BUS, ALSO_BUS = "is there a bus to the clinic?", "which bus goes to the clinic"


def grouped(*texts: str, index: Index = INDEX) -> tuple[Gap, ...]:
    """The gaps of questions, the oldest of which is given first."""
    asked = [PassedOn(at, text, None, None, at) for at, text in enumerate(texts, 1)]
    return gaps(index, reversed(asked))


def texts(found: tuple[Gap, ...]) -> list[list[str]]:
    return [[one.text for one in gap.questions] for gap in found]


def test_questions_that_ask_the_same_are_one_gap_newest_first() -> None:
    assert texts(grouped(DOG, ALSO_DOG)) == [[ALSO_DOG, DOG]]


def test_the_newest_stands_for_all() -> None:
    (gap,) = grouped(DOG, ALSO_DOG)
    assert gap.newest.text == ALSO_DOG
    assert gap.ids == (2, 1)


def test_the_most_frequent_comes_first_and_of_those_the_newest() -> None:
    assert texts(grouped(DOG, BUS, ALSO_BUS, "what about wine?")) == [
        [ALSO_BUS, BUS],
        ["what about wine?"],
        [DOG],
    ]


def test_questions_that_share_only_words_that_tell_nothing_are_apart() -> None:
    assert len(grouped("can I do this with that?", "what can I do?", DOG, BUS)) == 4


def test_synonyms_are_one_word() -> None:
    index = Index([entry("food")], Synonyms([Synonym(term="dog", also=("hound",))]))
    assert len(grouped(DOG, "can I bring my hound?", index=index)) == 1
    assert len(grouped(DOG, "can I bring my hound?")) == 2


def test_what_says_nothing_stands_alone() -> None:
    assert len(grouped("?", "!", "🙂")) == 3
    assert len(grouped("?", "!", DOG, ALSO_DOG)) == 3


def test_of_no_question_there_is_no_gap() -> None:
    assert grouped() == ()


def test_a_gap_is_found_by_any_of_its_questions_until_they_are_settled() -> None:
    found = grouped(DOG, BUS, ALSO_DOG)
    assert holding(found, 1) is holding(found, 3) is found[0]
    assert holding(found, 4) is None


def test_a_phrasing_settles_the_whole_gap_in_which_one_asks_so() -> None:
    found = grouped(DOG, BUS, ALSO_DOG)
    assert asked_as(found, "  CAN I  bring my dog? ") == (3, 1)
    assert asked_as(found, "may I bring my cat") == ()
