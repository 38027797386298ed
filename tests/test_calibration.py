"""Thresholds are chosen for a budget, written, read back and used; what is stale is told."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from conftest import Folder, entry
from hypothesis import given
from hypothesis import settings as tried
from hypothesis import strategies as st
from labelled import FOOD, KNOWN, MESSAGES, NAPS, RIDE

from bot.answering.answerer import Answerer
from bot.answering.replies import Answer, Question, Unknown
from bot.errors import BotError, KnowledgeError, MessagesError
from bot.evaluation.calibration import Curve, calibrate
from bot.evaluation.messages import Message, Want
from bot.evaluation.scoring import cases
from bot.knowledge.calibration import (
    CAREFUL,
    Budget,
    Calibration,
    Thresholds,
    write,
)
from bot.knowledge.loading import load
from bot.knowledge.model import Article, Knowledge, Synonym, Topic

TODAY = date(2026, 11, 23)
ANY_ERROR = Budget(wrong=1, uncovered=1, offered=1, chatter=1)
HALF = Budget(wrong=0.5, uncovered=0.5, offered=0.5, chatter=0.5)
SMALL = Answerer(KNOWN)
ASKED = cases(SMALL, MESSAGES)


def chosen(budget: Budget, *more: Message) -> tuple[Calibration, list[Curve]]:
    return calibrate(SMALL, [*ASKED, *cases(SMALL, more)], budget, TODAY)


CHOSEN, CURVES = chosen(HALF)


def share(reply: type[Answer], kind: Want, calibration: Calibration) -> float:
    """The share of the messages that get such a reply, as the bot itself gives it."""
    answerer = Answerer(replace(KNOWN, calibration=calibration))
    asked = [Question(one.text, kind is not Want.SILENCE) for one in MESSAGES if one.want is kind]
    return sum(isinstance(answerer.answer(one), reply) for one in asked) / len(asked)


# --- the choice


@tried(max_examples=15)
@given(errors=st.lists(st.sampled_from([0.3, 0.5, 1.0]), min_size=4, max_size=4))
def test_the_choice_keeps_to_its_budget(errors: list[float]) -> None:
    budget = Budget(**dict(zip(Budget.model_fields, errors, strict=True)))
    found, _ = chosen(budget)
    for name, most in budget:
        assert getattr(found.figures, name) <= most
    assert share(Answer, Want.NO_ANSWER, found) == pytest.approx(found.figures.uncovered)
    assert share(Answer, Want.SILENCE, found) == pytest.approx(found.figures.chatter)


def test_no_error_seen_is_no_proof_of_none() -> None:
    """Of n messages, none wrong shows no more than that 1 in n + 1 may be."""
    silent = sum(one.want is Want.SILENCE for one in MESSAGES)
    just = HALF.model_copy(update={"chatter": 1 / (silent + 1)})
    assert chosen(just)[0].figures.chatter == 0
    with pytest.raises(BotError, match="`chatter`"):
        chosen(HALF.model_copy(update={"chatter": 0.99 / (silent + 1)}))


def test_thresholds_are_no_higher_than_the_budget_asks() -> None:
    open_to_all, _ = chosen(ANY_ERROR)
    assert open_to_all.thresholds == Thresholds(possible=0, margin=0, overheard=0, unnamed=0)
    for name, threshold in CHOSEN.thresholds:
        assert threshold >= getattr(open_to_all.thresholds, name)
    assert open_to_all.figures.right >= CHOSEN.figures.right > 0


def test_errors_only_fall_along_a_curve() -> None:
    errors = {
        "margin": ("wrong", "uncovered"),
        "possible": ("wrong", "uncovered", "offered"),
        "overheard": ("chatter",),
        "unnamed": ("chatter",),
    }
    assert [curve.name for curve in CURVES] == list(errors)
    for curve in CURVES:
        assert curve.chosen in curve.points
        for name in errors[curve.name]:
            shares = [found[name] for found in curve.points.values()]
            assert shares == sorted(shares, reverse=True)


def test_a_match_without_a_rival_is_kept_out_by_its_score() -> None:
    stray = Message(text="red bus", want=Want.NO_ANSWER)
    (match,) = SMALL.index.find(stray.text)
    found, _ = chosen(HALF, *[stray] * 10)
    assert found.thresholds.possible > match.score
    assert found.figures.right > 0


def test_a_budget_that_nothing_keeps_to_is_told() -> None:
    phrasing = Message(text="do naps help", want=Want.NO_ANSWER)
    with pytest.raises(BotError, match="No thresholds keep to the budget for `uncovered`"):
        chosen(Budget(wrong=1, uncovered=0.3, offered=1, chatter=1), *[phrasing] * 5)


@pytest.mark.parametrize("kind", [Want.ANSWER, Want.NO_ANSWER, Want.SILENCE])
def test_a_kind_of_message_that_is_missing_is_told(kind: Want) -> None:
    rest = [one for one in ASKED if one.message.want is not kind]
    with pytest.raises(MessagesError, match=f"No message is labelled '{kind}'"):
        calibrate(SMALL, rest, ANY_ERROR, TODAY)


def test_a_crisis_card_is_no_error_of_the_thresholds() -> None:
    alarm = Message(text="I want to kill myself", want=Want.SILENCE)
    assert chosen(HALF, *[alarm] * 20)[0].figures.chatter < 0.1


def test_messages_about_crises_choose_no_threshold() -> None:
    crisis = Message(text="do naps help", want=Want.CRISIS)
    assert chosen(HALF, *[crisis] * 20)[0] == CHOSEN


# --- the file


def test_the_file_is_written_read_back_and_used(folder: Folder) -> None:
    folder.entries(NAPS, FOOD, RIDE)
    before = load(folder.path)
    strict = CHOSEN.model_copy(
        update={"thresholds": Thresholds(possible=1, margin=0, overheard=1, unnamed=1)}
    )
    assert write(strict, folder.path).read_text().startswith("# ")
    known = load(folder.path)
    assert known == replace(before, calibration=strict)
    assert [one.name for one in folder.path.iterdir() if one.name.startswith(".")] == []
    question = Question("is the nap good", addressed=True)
    assert isinstance(Answerer(before).answer(question), Answer)
    assert isinstance(Answerer(known).answer(question), Unknown)


def test_knowledge_without_a_calibration_gets_careful_defaults() -> None:
    assert KNOWN.calibration is None
    assert KNOWN.thresholds == CAREFUL


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    with pytest.raises(BotError, match="cannot be written"):
        write(CHOSEN, tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("  margin: ", "  margin: x", 9, "thresholds.margin"),
        ("  margin: ", "  margin: -1 #", 9, "thresholds.margin"),
        ("  overheard: 0", "  overheard: 7", 10, "thresholds.overheard"),
        ("  possible: ", "  possible: true #", 8, "thresholds.possible"),
        ("  unnamed: ", "  unamed: ", 7, "thresholds.unnamed"),
        ("date: 2026-11-23", "date: today", 12, "date"),
        ("knowledge: ", "knowledge: Z", 13, "knowledge"),
        ("budget:", "budgets:", 7, "budget"),
    ],
)
def test_a_broken_file_is_told_with_its_line(
    folder: Folder, old: str, new: str, line: int, told: str
) -> None:
    folder.entries(NAPS)
    written = write(CHOSEN, folder.path).read_text()
    assert old in written
    folder.write("calibration.yaml", written.replace(old, new, 1))
    with pytest.raises(KnowledgeError) as caught:
        load(folder.path)
    faults = [one for one in caught.value.faults if f"'{told}' cannot be used" in one.message]
    assert [(one.file, one.line) for one in faults] == [("calibration.yaml", line)]
    assert "delete the file, and run `python -m bot calibrate` again" in faults[0].message


def test_a_file_that_is_no_group_of_keys_is_told(folder: Folder) -> None:
    folder.entries(NAPS)
    folder.write("calibration.yaml", "- margin\n")
    with pytest.raises(KnowledgeError, match=r"calibration\.yaml:1: 'the file' cannot be used"):
        load(folder.path)


# --- whether it still suits the knowledge


def changed(**changes: object) -> Knowledge:
    """The knowledge with another entry about naps."""
    other = entry("naps", **({"title": NAPS.title, "phrasings": NAPS.phrasings} | changes))
    return replace(KNOWN, articles=(Article(article="Guide", entries=(other, FOOD, RIDE)),))


@pytest.mark.parametrize(
    "known",
    [
        changed(id="nap"),
        changed(title="Are naps good?"),
        changed(text="Yes."),
        changed(phrasings=(*NAPS.phrasings, "nap")),
        replace(KNOWN, topics=()),
        replace(KNOWN, topics=(Topic(id="cost", say="No.", phrasings=("the price",)),)),
        replace(KNOWN, synonyms=(Synonym(term="nap", also=("doze",)),)),
    ],
)
def test_a_change_of_what_is_matched_is_told(known: Knowledge) -> None:
    doubt = replace(known, calibration=CHOSEN).doubt
    assert "has changed since its calibration of 2026-11-23" in str(doubt)


def test_nothing_else_makes_a_calibration_doubtful() -> None:
    same = changed(must_include="Ask.", reviewed=TODAY, source="A")
    turned = tuple(reversed(same.entries))
    same = replace(same, articles=(Article(article="Other", entries=turned),))
    assert replace(same, calibration=CHOSEN).doubt is None


def test_knowledge_without_a_calibration_is_doubtful() -> None:
    assert "has no calibration" in str(KNOWN.doubt)
