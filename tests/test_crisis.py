"""What somebody in danger is shown, in which order, and the quiet line for who only asks."""

from datetime import date

import pytest
from conftest import entry, knowledge
from crisis_file import CRISIS

from bot.answering.answerer import Answerer
from bot.answering.crisis import card, quiet_line
from bot.answering.replies import (
    Answer,
    Choices,
    Crisis,
    NotCovered,
    Question,
    Reply,
    Silence,
    Unknown,
)
from bot.answering.signs.outright import Need
from bot.errors import ConfigurationError, ExitCode
from bot.knowledge.model import MOST_OF_A_CARD, Contact, CrisisFile, Helpline
from bot.matching.index import Index

KILL = "I want to kill myself"
OVERDOSED = "I swallowed all my pills"
HELP = "If this is about you or somebody near: findahelpline.com, find a line in your country."


def test_despair_is_shown_first_who_listens() -> None:
    assert card(CRISIS, None, Need.SUICIDE) == (
        "I am glad that you said so.\n\n"
        "To talk to somebody who listens:\n"
        "- United States: Lifeline, call or text 988.\n"
        "- Canada: 9-8-8, call or text 9-8-8.\n"
        "- Anywhere else: findahelpline.com, find a line in your country.\n\n"
        "If a life is at risk, call your local emergency number or go to the nearest emergency "
        "department:\n"
        "- United States: emergency services, call 911.\n"
        "- European Union: emergency services, call 112.\n\n"
        "Nobody has to be alone with this. I am a bot, and nobody is called for you."
    )


def test_an_emergency_is_shown_the_number_to_call_first() -> None:
    shown = card(CRISIS, None, Need.EMERGENCY)
    assert shown.index("I am glad") < shown.index("call 911") < shown.index("988")
    assert sorted(shown) == sorted(card(CRISIS, None, Need.SUICIDE))


@pytest.mark.parametrize("need", Need)
@pytest.mark.parametrize(
    ("region", "first", "second"),
    [
        ("CA", "- Canada", "- United States: Lifeline"),
        ("EU", "- European Union", "- United States: emergency"),
        ("US", "- United States: Lifeline", "- Canada"),
    ],
)
def test_the_numbers_of_the_region_lead(region: str, first: str, second: str, need: Need) -> None:
    shown = card(CRISIS, region, need)
    assert shown.index(first) < shown.index(second)
    assert shown.index("Anywhere else") > shown.index("- Canada")
    assert sorted(shown) == sorted(card(CRISIS, None, need))


def test_the_longest_card_is_far_from_the_limit_of_a_message() -> None:
    day = date(2026, 11, 23)
    directory = Contact(name="d" * 60, do="d" * 60, verified_on=day, source="s")
    short = Helpline(region="US", place="p", name="n", do="d", verified_on=day, source="s")
    most = MOST_OF_A_CARD - 300 - 300 - 120
    largest = CrisisFile(
        opening="o" * 300,
        emergency=(short,) * (most // 11 // 2),
        lines=(short,) * (most // 11 // 2),
        directory=directory,
        closing="c" * 300,
    )
    assert len(card(largest, "US", Need.SUICIDE)) < 1_800


def test_the_quiet_line_names_the_line_of_the_region() -> None:
    assert quiet_line(CRISIS, "CA") == (
        "If this is about you or somebody near: 9-8-8, call or text 9-8-8, or findahelpline.com."
    )


@pytest.mark.parametrize("region", [None, "EU"])
def test_without_a_line_for_the_region_it_names_the_directory(region: str | None) -> None:
    assert quiet_line(CRISIS, region) == HELP


# --- as the bot says it

KNOWN = knowledge(
    entry("thoughts", title="Does it reduce suicidal thoughts?", phrasings=["suicidal thoughts"]),
    entry("morning", phrasings=["self-harm and the pills in the morning", "pills, morning"]),
    entry("evening", phrasings=["self-harm and the pills in the evening", "pills, evening"]),
)
SMALL = Answerer(KNOWN)


def ask(text: str, answerer: Answerer = SMALL, *, addressed: bool = True) -> Reply:
    return answerer.answer(Question(text, addressed))


@pytest.mark.parametrize(("text", "need"), [(KILL, Need.SUICIDE), (OVERDOSED, Need.EMERGENCY)])
@pytest.mark.parametrize("region", [None, "CA"])
def test_the_card_follows_the_need_and_the_region(
    text: str, need: Need, region: str | None
) -> None:
    for addressed in (True, False):
        reply = ask(text, Answerer(KNOWN, region=region), addressed=addressed)
        assert reply == Crisis(card(CRISIS, region, need))


def test_the_card_is_shown_even_if_nothing_can_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(Index, "find")
    assert isinstance(ask(KILL), Crisis)


def test_a_region_that_the_card_does_not_know_is_a_fault_of_configuration() -> None:
    with pytest.raises(ConfigurationError, match=r"'NZ'.* one of US, EU, CA\.") as caught:
        Answerer(KNOWN, region="NZ")
    assert caught.value.exit_code is ExitCode.CONFIGURATION


@pytest.mark.parametrize(
    ("text", "addressed", "kind"),
    [
        ("Does it reduce suicidal thoughts?", True, Answer),
        ("Does it reduce suicidal thoughts?", False, Answer),
        ("do pills help against self-harm?", True, Choices),
        ("how many mg is an overdose", True, NotCovered),
        ("what does the word suicide come from in Latin?", True, Unknown),
    ],
)
def test_who_asks_about_it_in_general_gets_a_quiet_line(
    text: str, kind: type[Reply], *, addressed: bool
) -> None:
    reply = ask(text, addressed=addressed)
    assert isinstance(reply, kind)
    assert reply.help == HELP


def test_the_quiet_line_is_the_one_of_the_region() -> None:
    reply = ask("Does it reduce suicidal thoughts?", Answerer(KNOWN, region="US"))
    assert reply.help == quiet_line(CRISIS, "US") != HELP


@pytest.mark.parametrize(
    ("text", "addressed"),
    [
        ("what about the pills in the morning?", True),
        ("where can I buy a bicycle?", True),
        ("how do I write about suicide", False),
        (KILL, True),
    ],
)
def test_nothing_else_carries_the_line(text: str, *, addressed: bool) -> None:
    assert ask(text, addressed=addressed).help is None


def test_who_is_silent_stays_silent() -> None:
    assert isinstance(ask("the suicide rate fell last year", addressed=False), Silence)
