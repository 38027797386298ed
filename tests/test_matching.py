"""Which entry fits a text, and how well."""

import math

import pytest
from conftest import entry
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.model import Topic
from bot.matching.index import Index
from bot.matching.text import content, pieces, stems_and_pairs, words

FOOD = entry(
    "food",
    title="May I eat before the session?",
    text="Have a light breakfast. Heavy meals can wait.",
    phrasings=["may I eat before the session", "should I skip breakfast", "is lunch allowed"],
)
WITH = entry("with", phrasings=["take the tablet with food"], title="With food?")
WITHOUT = entry("without", phrasings=["take the tablet without food"], title="Without food?")
RIDE = entry(
    "ride",
    title="Who drives me home?",
    text="Bring somebody who can drive you home.",
    phrasings=["who drives me home afterwards", "do I need a driver", "can I take the bus"],
)
COST = Topic(id="cost", say="Please ask the clinic.", phrasings=("what is the price",))
INDEX = Index([FOOD, RIDE, COST])
ONE_EACH = Index([entry("sleep"), entry("dreams"), entry("pillows")])

ANY = st.text() | st.text(st.characters(categories=["Cs", "Cc", "Co", "L", "P", "Zs"]))


def best(index: Index, text: str) -> str | None:
    """The id of what fits best, if anything fits at all."""
    matches = index.find(text)
    return matches[0].found.id if matches and matches[0].score > 0 else None


def score(index: Index, text: str) -> float:
    return index.find(text)[0].score


@pytest.mark.parametrize(
    ("text", "same"),
    [
        pytest.param("How LONG does it Last", "how long does it last", id="case"),
        pytest.param("what\u2019s next", "what's next", id="curly apostrophe"),
        pytest.param("whats next", "what's next", id="no apostrophe"),
        pytest.param("what`s next", "what's next", id="backtick"),
        pytest.param("<@1174000000000000001> what next", "what next", id="mention"),
        pytest.param("what next <@!1174000000000000001>", "what next", id="mention of a nickname"),
        pytest.param("in <#1174000000000000001> what next", "in what next", id="channel"),
        pytest.param("what next <:smile:1174000000000000001>", "what next", id="emoji of a server"),
        pytest.param("what next <a:hi:1174000000000000001>", "what next", id="moving emoji"),
        pytest.param("what <t:1618953630:R> next", "what next", id="time stamp"),
        pytest.param("what https://x.test/sleep?a=b next", "what next", id="link"),
        pytest.param("what <https://x.test/sleep> next", "what next", id="link in brackets"),
        pytest.param("what,next!?\n\t...", "what next", id="marks"),
        pytest.param("what_next", "what next", id="underscore"),
        pytest.param("\uff57\uff48\uff41\uff54 next", "what next", id="full width"),
        pytest.param("cafe\u0301 next", "caf\u00e9 next", id="accent of its own"),
        pytest.param("what\x00next\ud800", "what next", id="NUL and half a character"),
    ],
)
def test_one_spelling_for_the_same_words(text: str, same: str) -> None:
    assert words(text) == words(same) != []


def test_keeps_what_only_looks_like_a_mention() -> None:
    assert words("3 < 4 and 5 > 4") == ["3", "4", "and", "5", "4"]
    assert words("i <3 you") == ["i", "3", "you"]


@given(text=ANY)
def test_any_text_becomes_words_without_space_or_capitals(text: str) -> None:
    for word in words(text):
        assert word
        assert word == word.casefold()
        assert not any(character.isspace() for character in word)
    said = words(text)
    assert set(content(said)) <= set(said)
    assert bool(stems_and_pairs(said)) == bool(pieces(said)) == bool(said)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("shoud I skip brekfast", "food"),
        ("is lunch alowed", "food"),
        ("who drivs me homee aftrwards", "ride"),
        ("whats the prise", "cost"),
        ("do i need a drver", "ride"),
        ("breckfast?", "food"),
        ("skipping breakfasts", "food"),
        ("heavy meals", "food"),
        ("MAY I EAT BEFORE THE SESSION???", "food"),
    ],
)
def test_finds_the_entry_in_spite_of_typos_and_other_forms(text: str, found: str) -> None:
    assert best(INDEX, text) == found


@pytest.mark.parametrize("name", ["sleep", "dreams", "pillows"])
def test_one_phrasing_an_entry_is_enough(name: str) -> None:
    assert best(ONE_EACH, f"anything on {name}") == name


@pytest.mark.parametrize(
    ("known", "with_unseen_words"),
    [
        ("should I skip breakfast", "should I skip breakfast in Lisbon"),
        ("do I need a driver", "do I need a driver licence number"),
        ("can I take the bus", "can I take the bus to the zoo"),
    ],
)
def test_unseen_words_make_it_less_sure(known: str, with_unseen_words: str) -> None:
    assert score(INDEX, with_unseen_words) < score(INDEX, f"{known} please") <= 1


@pytest.mark.parametrize(
    "text", ["", "   ", "what is it", "can you do this for me", "\U0001f634", "?!"]
)
def test_finds_nothing_in_a_text_that_says_nothing(text: str) -> None:
    assert INDEX.find(text) == []


def test_with_and_without_differ() -> None:
    index = Index([WITH, WITHOUT, FOOD])
    assert best(index, "tablet with food") == "with"
    assert best(index, "tablet without food") == "without"


@pytest.mark.parametrize(
    "asked",
    ["should I skip breakfast", "Is lunch allowed?!", "May I eat before the session?", "EAT IT"],
)
def test_the_very_question_fits_perfectly(asked: str) -> None:
    index = Index([RIDE, FOOD.model_copy(update={"phrasings": (*FOOD.phrasings, "eat it")})])
    assert best(index, asked) == "food"
    assert score(index, asked) == 1.0


def test_a_phrasing_of_the_commonest_words_is_found_when_asked_literally() -> None:
    index = Index([RIDE, entry("suits", phrasings=["is it for me"])])
    assert best(index, "Is it for me?") == "suits"


@pytest.mark.parametrize("text", ["what is the price of lunch", "zebra", "home", "a driver"])
def test_what_fits_at_all_is_ranked_once_and_best_first(text: str) -> None:
    matches = INDEX.find(text)
    scores = [match.score for match in matches]
    assert scores == sorted(scores, reverse=True)
    assert 0 not in scores
    assert len({match.found.id for match in matches}) == len(matches)
    assert INDEX.find(text, limit=1) == matches[:1]


@pytest.mark.parametrize(
    ("typed", "first"), [("brea", "food"), ("who dri", "ride"), ("pri", "cost")]
)
def test_completes_what_is_half_typed(typed: str, first: str) -> None:
    assert INDEX.complete(typed)[0].id == first


def test_completes_nothing_from_nothing() -> None:
    assert INDEX.complete("") == INDEX.complete("\U0001f634") == []


def test_ranks_the_sentence_that_answers_first() -> None:
    sentences = ["Heavy meals can wait.", "Have a light breakfast.", "Bring somebody."]
    scores = INDEX.rank("what about breakfast", sentences)
    assert scores.shape == (3,)
    assert scores.argmax() == 1


WORDS = " ".join(words(" ".join([FOOD.text, RIDE.text, *FOOD.phrasings, *RIDE.phrasings]))).split()


@given(text=ANY | st.lists(st.sampled_from([*WORDS, "zebra", "?"])).map(" ".join))
def test_every_score_is_a_share(text: str) -> None:
    for match in INDEX.find(text):
        assert math.isfinite(match.score)
        assert 0 <= match.score <= 1.000001
    ranked = INDEX.rank(text, [text, "Have a light breakfast."])
    assert all(math.isfinite(value) for value in ranked)


LINE = st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1, max_size=20)


@given(asked=st.lists(LINE.map("nap {}".format), min_size=1, max_size=4))
def test_any_phrasing_can_be_indexed_and_asked(asked: list[str]) -> None:
    index = Index([entry("any", phrasings=asked, title=asked[0]), RIDE])
    for text in asked:
        assert all(match.score <= 1.000001 for match in index.find(text))
