"""What the shipped knowledge has to be, whoever edits it."""

import re
from itertools import chain

import pytest
import textstat  # type: ignore[import-untyped]

from bot.answering import golden
from bot.answering.answerer import Answerer
from bot.knowledge.model import NO_ENTRY

IDS = [
    "intro",
    "understanding",
    "mechanism",
    "benefits",
    "expect",
    "right-for-you",
    "faq-duration",
    "faq-side-effects",
    "faq-combination",
]
SPAM = ["99exch", "laser247", "yolo247", "similar posts"]
DOSE = re.compile(r"\b(mg|mcg|milligrams?|micrograms?)\b|\d\s*[mµ]g", re.IGNORECASE)


def said(answerer: Answerer) -> list[str]:
    """Everything that a member may be shown."""
    known = answerer.knowledge
    shown = [article.article for article in known.articles]
    for entry in known.entries:
        shown += [entry.title, entry.text, entry.must_include or "", entry.source]
    return shown + [topic.say for topic in known.topics]


def test_holds_the_nine_entries_in_order(shipped: Answerer) -> None:
    assert [entry.id for entry in shipped.knowledge.entries] == IDS


@pytest.mark.parametrize("name", IDS)
def test_an_entry_is_easy_to_read_and_can_be_asked_for_in_many_ways(
    shipped: Answerer, name: str
) -> None:
    (entry,) = (one for one in shipped.knowledge.entries if one.id == name)
    assert textstat.flesch_kincaid_grade(entry.text) <= 9
    assert len(entry.phrasings) >= 80


@pytest.mark.parametrize("name", ["benefits", "right-for-you"])
def test_the_warning_of_the_regulator_travels_with_what_could_persuade(
    shipped: Answerer, name: str
) -> None:
    answer = shipped.whole(name)
    assert answer
    assert answer.warning
    assert "FDA" in answer.warning
    assert "10 October 2023" in answer.warning


def test_names_no_dose(shipped: Answerer) -> None:
    assert [text for text in said(shipped) if DOSE.search(text)] == []


def test_holds_no_spam(shipped: Answerer) -> None:
    known = shipped.knowledge
    asked = [*(one.phrasings for one in known.entries), *(one.phrasings for one in known.topics)]
    everything = "\n".join([*said(shipped), *chain.from_iterable(asked)]).casefold()
    assert [word for word in SPAM if word in everything] == []


def test_every_golden_question_reaches_its_entry(shipped: Answerer) -> None:
    assert [outcome for outcome in golden.run(shipped) if not outcome.passed] == []


def test_every_entry_has_golden_questions_and_so_has_what_is_not_covered(
    shipped: Answerer,
) -> None:
    asked = [question.entry for question in shipped.knowledge.golden]
    assert {name for name in [*IDS, NO_ENTRY] if asked.count(name) < 5} == set()


def test_every_topic_says_whom_to_ask_in_one_sentence(shipped: Answerer) -> None:
    topics = shipped.knowledge.topics
    assert topics
    assert [topic.id for topic in topics if not re.fullmatch(r"[^.?!]+\.", topic.say)] == []


def test_the_calibration_is_that_of_this_knowledge(shipped: Answerer) -> None:
    assert shipped.knowledge.doubt is None


def test_what_only_a_provider_decides_is_personal(shipped: Answerer) -> None:
    personal = {topic.id for topic in shipped.knowledge.topics if topic.kind}
    assert {"dose", "stopping-meds", "other-drug-interactions", "sourcing"} <= personal
