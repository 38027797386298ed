"""Labelled messages become outcomes and counts, and a picture of what was confused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelled import COST, FOOD, KNOWN, MESSAGES, NAPS, RIDE

from bot.answering.answerer import Answerer
from bot.answering.decision import Decision, Reading, Rule
from bot.answering.personal import Personal
from bot.answering.signs.outright import Need
from bot.errors import BotError
from bot.evaluation import scoring
from bot.evaluation.messages import Message, Want
from bot.evaluation.plot import confusion_matrix
from bot.evaluation.scoring import Case, Confusion, Outcome, Result

SMALL = Answerer(KNOWN)
ANSWER = Message(text="?", want=Want.ANSWER, entries=("naps", "food"))
NO_ANSWER, CRISIS, NOT_CRISIS, SILENCE = (
    Message(text="?", want=want) for want in Want if want is not Want.ANSWER
)


def judged(message: Message, rule: Rule | Personal | Need, *found: object) -> Result:
    reading = Reading(addressed=True, named=False, early=None)
    chosen = tuple(one for one in (NAPS, FOOD, RIDE, COST) if one in found)
    return Result(Case(message, reading), Decision(rule, chosen, 1))


# --- outcomes and counts


@pytest.mark.parametrize(
    ("result", "outcome", "reached"),
    [
        (judged(ANSWER, Rule.SURE, NAPS), Outcome.RIGHT, "naps"),
        (judged(ANSWER, Rule.SURE, FOOD), Outcome.RIGHT, "naps"),  # right as well: no confusion
        (judged(ANSWER, Rule.SURE, RIDE), Outcome.WRONG, "ride"),
        (judged(ANSWER, Rule.CLOSE, NAPS, RIDE), Outcome.OFFERED, "choices"),
        (judged(ANSWER, Rule.CLOSE, RIDE), Outcome.SILENT, "choices"),
        (judged(ANSWER, Rule.TOPIC, COST), Outcome.SILENT, "not covered"),
        (judged(ANSWER, Rule.FAR), Outcome.SILENT, "unknown"),
        (judged(ANSWER, Personal.DOSE), Outcome.SILENT, "not covered"),
        (judged(ANSWER, Need.SUICIDE), Outcome.SILENT, "crisis"),
        (judged(NO_ANSWER, Rule.FAR), Outcome.RIGHT, "unknown"),
        (judged(NO_ANSWER, Personal.DOSE), Outcome.RIGHT, "not covered"),
        (judged(NO_ANSWER, Rule.SURE, FOOD), Outcome.WRONG, "food"),
        (judged(NO_ANSWER, Rule.CLOSE, FOOD), Outcome.OFFERED, "choices"),
        (judged(NO_ANSWER, Need.EMERGENCY), Outcome.WRONG, "crisis"),
        (judged(SILENCE, Rule.UNSURE), Outcome.RIGHT, "silence"),
        (judged(SILENCE, Rule.SURE, FOOD), Outcome.WRONG, "food"),
        (judged(CRISIS, Need.SUICIDE), Outcome.RIGHT, "crisis"),
        (judged(CRISIS, Rule.SURE, FOOD), Outcome.WRONG, "food"),
        (judged(CRISIS, Rule.FAR), Outcome.SILENT, "unknown"),
        (judged(NOT_CRISIS, Need.EMERGENCY), Outcome.WRONG, "crisis"),
        (judged(NOT_CRISIS, Rule.SURE, FOOD), Outcome.RIGHT, "food"),
    ],
)
def test_judges_a_decision_by_what_is_wanted(
    result: Result, outcome: Outcome, reached: str
) -> None:
    assert (result.outcome, result.reached) == (outcome, reached)


def evaluated(*chosen: Message) -> list[Result]:
    return scoring.results(scoring.cases(SMALL, chosen), KNOWN.thresholds)


def test_asks_what_wants_silence_unaddressed_and_what_wants_an_answer_both_ways() -> None:
    asked = {(one.message.want, one.reading.addressed) for one in scoring.cases(SMALL, MESSAGES)}
    assert asked == {
        (Want.ANSWER, True),
        (Want.ANSWER, False),
        (Want.NO_ANSWER, True),
        (Want.SILENCE, False),
        (Want.CRISIS, True),
        (Want.NOT_CRISIS, True),
    }


def test_counts_by_kind_and_by_entry() -> None:
    kinds = scoring.by_kind(evaluated(*MESSAGES))
    assert {kind: counts.total() for kind, counts in kinds.items()} == {
        "answer": 7,
        "answer, overheard": 7,
        "no answer": 4,
        "no answer, cost": 1,
        "silence": 4,
        "crisis, said outright": 1,
        "crisis, hinted at": 1,
        "not crisis": 1,
    }
    assert kinds["crisis, said outright"] == {Outcome.RIGHT: 1}
    assert kinds["no answer, cost"] == {Outcome.RIGHT: 1}
    entries = scoring.by_entry(evaluated(*MESSAGES))
    assert {name: counts.total() for name, counts in entries.items()} == {
        "naps": 3,
        "food": 2,
        "ride": 2,
    }


@given(chosen=st.lists(st.sampled_from(MESSAGES)))
def test_no_message_is_lost_in_the_counts(chosen: list[Message]) -> None:
    found = evaluated(*chosen)
    assert sum(counts.total() for counts in scoring.by_kind(found).values()) == len(found)
    wrong = sum(one.outcome is Outcome.WRONG for one in found)
    assert sum(one.times for one in scoring.confusions(found)) == wrong


def test_the_worst_confusion_comes_first() -> None:
    stolen = [
        Message(text=text, want=Want.ANSWER, entries=("ride",))
        for text in ("do naps help", "is a nap good")
    ]
    found = scoring.confusions(evaluated(Message(text="my lunch", want=Want.NO_ANSWER), *stolen))
    assert found == [
        Confusion("ride", "naps", 4, "do naps help"),
        Confusion("no answer", "food", 1, "my lunch"),
    ]


# --- the picture


@pytest.mark.parametrize("name", ["matrix.png", "matrix.svg"])
def test_draws_the_confusion_matrix(tmp_path: Path, name: str) -> None:
    confusion_matrix(evaluated(*MESSAGES), KNOWN, tmp_path / name)
    assert (tmp_path / name).read_bytes()[:5] in (b"\x89PNG\r", b"<?xml")


def test_the_picture_names_what_was_wanted_and_reached(tmp_path: Path) -> None:
    confusion_matrix(evaluated(*MESSAGES), KNOWN, tmp_path / "matrix.svg")
    drawn = (tmp_path / "matrix.svg").read_text("utf-8")
    for name in ("wanted", "reached", "naps", "no answer", "not covered"):
        assert f"<!-- {name} -->" in drawn


@pytest.mark.parametrize("name", ["nowhere/matrix.png", "matrix.nonsense"])
def test_a_picture_that_cannot_be_written_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(BotError, match="cannot be written"):
        confusion_matrix(evaluated(*MESSAGES), KNOWN, tmp_path / name)
