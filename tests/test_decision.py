"""The rules: what is made of a message that has been read."""

from typing import Any

import pytest
from conftest import entry

from bot.answering.decision import Reading, Rule, decide
from bot.answering.personal import Asked, Personal
from bot.knowledge.calibration import Thresholds
from bot.knowledge.model import Entry, Topic
from bot.matching.index import Match

THRESHOLDS = Thresholds(possible=0.2, margin=1.0, overheard=0.4, unnamed=0.6)
REST, FOOD = entry("rest"), entry("food")
COST = Topic(id="cost", say="Ask the clinic.", phrasings=("the price",))
LIKELY = Asked(Personal.STOPPING, likely=True)
POSSIBLE = Asked(Personal.STOPPING, likely=False)
DOSE = Topic(id="dose", kind="personal", say="Ask your doctor.", phrasings=("how much",))


def reading(
    *found: tuple[Entry | Topic, float],
    score: float = 0.5,
    addressed: bool = True,
    doubtful: bool = False,
    personal: Asked | None = None,
    named: bool = True,
    asks: bool = True,
    follows: Entry | None = None,
) -> Reading:
    """What was found, each so many nats behind the best, all with one score."""
    matches = tuple(Match(one, score, -behind) for one, behind in found)
    return Reading(addressed, named, None, doubtful, personal, "", matches, asks, follows)


def rule(read: Reading) -> object:
    return decide(read, THRESHOLDS).rule


def test_an_entry_that_leads_by_the_margin_answers() -> None:
    assert rule(reading((REST, 0), (FOOD, 1.0))) is Rule.SURE
    assert rule(reading((REST, 0))) is Rule.SURE


def test_entries_that_are_close_are_offered_without_the_topics_among_them() -> None:
    decision = decide(reading((REST, 0), (COST, 0.5), (FOOD, 0.9)), THRESHOLDS)
    assert decision.rule is Rule.CLOSE
    assert decision.found == (REST, FOOD)


def test_an_entry_must_lead_a_personal_topic_by_more() -> None:
    assert rule(reading((REST, 0), (COST, 1.5))) is Rule.SURE
    assert rule(reading((REST, 0), (DOSE, 1.5))) is Rule.CLOSE
    assert rule(reading((REST, 0), (DOSE, 2.0))) is Rule.SURE
    assert rule(reading((REST, 0), (FOOD, 1.2), (DOSE, 1.5))) is Rule.CLOSE


def test_a_topic_need_not_lead_a_personal_one_by_more() -> None:
    assert rule(reading((COST, 0), (DOSE, 1.0))) is Rule.TOPIC


def test_what_fits_nothing_well_is_unknown() -> None:
    assert rule(reading((REST, 0), (FOOD, 5.0), score=0.1)) is Rule.FAR
    assert rule(reading()) is Rule.FAR


def test_where_somebody_may_be_in_danger_an_entry_is_only_offered() -> None:
    decision = decide(reading((REST, 0), doubtful=True), THRESHOLDS)
    assert decision.rule is Rule.DOUBT
    assert decision.found == (REST,)


@pytest.mark.parametrize("personal", [LIKELY, POSSIBLE])
def test_where_a_personal_decision_may_be_asked_for_an_entry_is_only_offered(
    personal: Asked,
) -> None:
    decision = decide(reading((REST, 0), personal=personal), THRESHOLDS)
    assert (decision.rule, decision.found) == (Rule.PERHAPS_PERSONAL, (REST,))


@pytest.mark.parametrize("read", [{"score": 0.1}, {"score": 0.1, "follows": FOOD}, {}])
def test_a_question_for_a_personal_decision_that_no_entry_fits_is_told_whom_to_ask(
    read: dict[str, Any],
) -> None:
    found = (REST, 0), (FOOD, 0)
    assert rule(reading(*found, personal=LIKELY, **read)) is Personal.STOPPING
    assert rule(reading(*found, personal=POSSIBLE, **read)) in {Rule.FAR, Rule.CLOSE, Rule.ASKS_ON}


def test_what_is_not_covered_is_said_to_a_personal_question_as_well() -> None:
    assert rule(reading((COST, 0), personal=LIKELY)) is Rule.TOPIC


def test_what_asks_nothing_is_offered_what_fits_unless_it_names_the_subject() -> None:
    decision = decide(reading((REST, 0), score=0.9, asks=False, named=False), THRESHOLDS)
    assert (decision.rule, decision.found) == (Rule.STATES, (REST,))
    assert rule(reading((REST, 0), score=0.3, asks=False)) is Rule.SURE


def test_what_is_open_by_itself_leans_to_the_entry_it_replies_to() -> None:
    decision = decide(reading((REST, 0), (FOOD, 0.0), follows=FOOD), THRESHOLDS)
    assert (decision.rule, decision.found) == (Rule.SURE, (FOOD,))
    behind = decide(reading((REST, 0), (FOOD, 0.8), follows=FOOD), THRESHOLDS)
    assert (behind.rule, behind.found) == (Rule.CLOSE, (FOOD, REST))


def test_what_is_clear_by_itself_is_not_bent_by_what_it_replies_to() -> None:
    decision = decide(reading((REST, 0), (FOOD, 1.0), follows=FOOD), THRESHOLDS)
    assert (decision.rule, decision.found) == (Rule.SURE, (REST,))


def test_what_says_nothing_by_itself_is_offered_what_it_replies_to() -> None:
    assert decide(reading(follows=FOOD), THRESHOLDS).found == (FOOD,)
    decision = decide(reading((REST, 0), score=0.1, follows=FOOD), THRESHOLDS)
    assert (decision.rule, decision.found) == (Rule.ASKS_ON, (FOOD, REST))


def test_what_is_far_from_the_entry_it_replies_to_may_be_about_it_all_the_same() -> None:
    close = reading((REST, 0), (DOSE, 0.2), follows=FOOD)
    assert FOOD in decide(close, THRESHOLDS).found


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (reading((REST, 0), (FOOD, 1.0), addressed=False), Rule.SURE),
        (reading((REST, 0), (FOOD, 0.5), addressed=False), Rule.UNSURE),
        (reading((REST, 0), addressed=False, score=0.3), Rule.UNSURE),
        (reading((REST, 0), addressed=False, named=False), Rule.UNSURE),
        (reading((REST, 0), addressed=False, named=False, score=0.6), Rule.SURE),
        (reading((REST, 0), addressed=False, doubtful=True), Rule.UNSURE),
        (reading((REST, 0), addressed=False, personal=POSSIBLE), Rule.UNSURE),
        (reading(addressed=False, personal=LIKELY), Rule.UNSURE),
        (reading((COST, 0), addressed=False), Rule.UNSURE),
        (reading(addressed=False), Rule.UNSURE),
    ],
)
def test_what_is_overheard_is_answered_only_when_it_is_sure(read: Reading, expected: Rule) -> None:
    assert rule(read) is expected
