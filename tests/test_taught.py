"""Phrasings that were taught: which can be, where they lead, and how they are exported."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml
from conftest import entry, knowledge
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import TeachingError
from bot.knowledge.exporting import as_yaml
from bot.knowledge.model import Entry, Knowledge, Topic
from bot.knowledge.taught import Taught, key, lesson, taught, worded

FOOD, SLEEP = entry("food"), entry("sleep")
COST = Topic(id="cost", say="Please ask the clinic.", phrasings=("what does it cost",))
KNOWN = replace(knowledge(FOOD, SLEEP), topics=(COST,))
LUNCH = "when is lunch served?"


def phrasings(known: Knowledge) -> dict[str, tuple[str, ...]]:
    """What leads to each entry and topic, beyond what the files have."""
    targets: tuple[Entry | Topic, ...] = (*known.entries, *known.topics)
    return {one.id: one.phrasings[1:] for one in targets if len(one.phrasings) > 1}


def test_what_was_taught_stands_behind_the_phrasings_of_its_target() -> None:
    lessons = [Taught(LUNCH, "food"), Taught("is it dear", "cost"), Taught("and dinner", "food")]
    assert phrasings(taught(KNOWN, lessons)) == {
        "food": (LUNCH, "and dinner"),
        "cost": ("is it dear",),
    }


def test_the_files_themselves_stay_as_they_are() -> None:
    taught(KNOWN, [Taught(LUNCH, "food")])
    assert phrasings(KNOWN) == {}
    assert taught(KNOWN, []) == KNOWN


def test_one_whose_target_is_gone_is_passed_over() -> None:
    assert phrasings(taught(KNOWN, [Taught(LUNCH, "gone"), Taught("why", "food")])) == {
        "food": ("why",)
    }


def test_one_that_a_file_has_by_now_is_passed_over_wherever_it_leads() -> None:
    lessons = [Taught("Tell ME about  food", target) for target in ("food", "sleep")]
    assert phrasings(taught(KNOWN, lessons)) == {}


def test_of_two_that_are_the_same_the_first_holds() -> None:
    lessons = [Taught(LUNCH, "food"), Taught(LUNCH.upper(), "sleep")]
    assert phrasings(taught(KNOWN, lessons)) == {"food": (LUNCH,)}


@pytest.mark.parametrize("target", ["food", "cost"])
def test_a_phrasing_is_taught_on_one_line(target: str) -> None:
    assert lesson(KNOWN, "  when is\n\tlunch   served? ", target) == Taught(LUNCH, target)


@pytest.mark.parametrize("phrasing", ["", "  \n ", "?!", "🙂", "why " * 76])
def test_what_is_no_phrasing_is_refused(phrasing: str) -> None:
    for refuse in (worded, lambda text: lesson(KNOWN, text, "food")):
        with pytest.raises(TeachingError, match="at most 300 characters, with a word in it"):
            refuse(phrasing)


def test_three_hundred_characters_are_a_phrasing_and_more_are_not() -> None:
    assert worded("y" * 300) == "y" * 300
    with pytest.raises(TeachingError):
        worded("y" * 301)


@pytest.mark.parametrize("target", ["gone", "", "FOOD", "What is food?"])
def test_a_target_that_is_not_there_is_refused(target: str) -> None:
    with pytest.raises(TeachingError, match=r"There is no entry or topic .*: choose one"):
        lesson(KNOWN, LUNCH, target)


def test_what_stands_anywhere_already_is_refused_by_name() -> None:
    for phrasing, where in (("TELL me  about food", "food"), ("What does it cost", "cost")):
        for target in ("food", "sleep", "cost"):
            with pytest.raises(TeachingError, match=f"stands already under {where}"):
                lesson(KNOWN, phrasing, target)


def test_what_was_taught_stands_already() -> None:
    known = taught(KNOWN, [Taught(LUNCH, "food")])
    with pytest.raises(TeachingError, match="stands already under food"):
        lesson(known, LUNCH, "sleep")


def test_capitals_and_spaces_make_no_difference_and_all_else_does() -> None:
    assert key("  Why\nNOT ") == key("why not")
    assert key("Straße") == key("STRASSE")
    assert key("why not?") != key("why not")


def test_the_export_lists_phrasings_by_target_in_the_order_in_which_they_were_taught() -> None:
    text = as_yaml([Taught("b", "sleep"), Taught("z", "food"), Taught("a", "food")])
    assert text.splitlines()[-5:] == ["food:", "- z", "- a", "sleep:", "- b"]


def test_the_export_of_nothing_is_valid_too() -> None:
    assert yaml.safe_load(as_yaml([])) == {}


# As `worded` leaves them: on one line.
WORDED = st.text(min_size=1, max_size=300).map(lambda text: " ".join(text.split())).filter(bool)


@given(st.lists(WORDED, max_size=5))
def test_whatever_was_taught_is_read_back_unchanged(texts: list[str]) -> None:
    text = as_yaml(Taught(one, "food") for one in texts)
    assert yaml.safe_load(text) == ({"food": texts} if texts else {})


@given(WORDED)
def test_each_phrasing_takes_one_line_to_be_pasted(phrasing: str) -> None:
    head = as_yaml([]).rpartition("{}")[0]
    lines = as_yaml([Taught(phrasing, "food")]).removeprefix(head).splitlines()
    assert lines[0] == "food:"
    assert len(lines) == 2
