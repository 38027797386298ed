"""What the bot says to a question, and when it says nothing."""

import re
from unittest.mock import Mock

import pytest
from conftest import entry, knowledge
from crisis_file import CRISIS
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.answerer import Answerer
from bot.answering.excerpt import sentences
from bot.answering.readers import Readers
from bot.answering.readers import shipped as readers
from bot.answering.replies import (
    Answer,
    Choices,
    Crisis,
    NotCovered,
    Place,
    Question,
    Reply,
    Silence,
    Unknown,
)
from bot.answering.safety import THRESHOLD, Assessment, Safety
from bot.knowledge.model import Knowledge, Topic

CAUTION = "Never change a medicine alone. Ask first: your doctor knows you."
NAP_TEXT = """\
A nap is a short sleep during the day. Most naps last 20 minutes.
Pillows make a nap comfortable. Coffee after lunch spoils it.
- Dim the light!
- Set an alarm?
Dr. Grey says "rest" is not sleep. "Quiet" rooms are best."""
NAPS = entry(
    "naps",
    title="Do naps help?",
    text=NAP_TEXT,
    must_include=CAUTION,
    phrasings=["do naps help", "is a short nap good for me", "should I nap after lunch"],
)
MORNING_PILLS = entry(
    "morning-pills",
    title="May I take the pills in the morning?",
    phrasings=["when do I take the pills in the morning", "the pills in the morning"],
)
EVENING_PILLS = entry(
    "evening-pills",
    title="May I take the pills in the evening?",
    phrasings=["when do I take the pills in the evening", "the pills in the evening"],
)
COST = Topic(
    id="cost",
    say="Please ask the clinic about prices.",
    phrasings=("what is the price", "how expensive is a bed", "do I have to pay"),
)
SMALL = Answerer(
    Knowledge(
        articles=knowledge(NAPS, MORNING_PILLS, EVENING_PILLS, entry("dreams")).articles,
        crisis=CRISIS,
        topics=(COST,),
    )
)
ANY = st.text() | st.text(st.characters(categories=["Cs", "Cc", "L", "P", "Zs"]))


def ask(text: str, answerer: Answerer = SMALL, place: Place = Place.PRIVATE) -> Reply:
    return answerer.answer(Question(text, addressed=True, place=place))


def overhear(text: str, answerer: Answerer = SMALL) -> Reply:
    return answerer.answer(Question(text, addressed=False, place=Place.COMMUNITY))


def test_answers_with_everything_the_entry_says_of_itself() -> None:
    reply = ask("Do naps help?")
    assert isinstance(reply, Answer)
    assert (reply.entry, reply.title, reply.source) == ("naps", NAPS.title, NAPS.source)
    assert reply.reviewed == NAPS.reviewed
    assert reply.warning == CAUTION


@pytest.mark.parametrize("text", ["do i need a nap", "short naps", "Is it good to nap, for me?"])
def test_answers_what_is_asked_in_other_words(text: str) -> None:
    reply = ask(text)
    assert isinstance(reply, Answer)
    assert reply.entry == "naps"


@pytest.mark.parametrize("addressed", [True, False])
def test_every_title_of_the_shipped_knowledge_reaches_its_entry(
    shipped: Answerer, *, addressed: bool
) -> None:
    entries = shipped.knowledge.entries
    replies = [shipped.answer(Question(one.title, addressed)) for one in entries]
    assert [one.entry for one in replies if isinstance(one, Answer)] == [one.id for one in entries]


def test_beside_a_doubt_only_the_very_question_is_answered() -> None:
    safety = Mock(spec=Safety)
    safety.assess.return_value = Assessment(risk=THRESHOLD)
    safety.signals.return_value = False
    unsure = Answerer(SMALL.knowledge, Readers(safety, readers().decisions))
    assert isinstance(ask("Do naps help?", unsure), Answer)
    reply = ask("I have been lying here for days. Do naps help?", unsure)
    assert isinstance(reply, Choices)
    assert reply.help is not None


def test_offers_a_choice_between_entries_that_fit_equally_well() -> None:
    reply = ask("when do I take the pills")
    assert isinstance(reply, Choices)
    assert {option.entry for option in reply.options} == {"morning-pills", "evening-pills"}
    assert {option.title for option in reply.options} == {MORNING_PILLS.title, EVENING_PILLS.title}
    assert reply.prompt


@pytest.mark.parametrize(
    "text", ["what is the price", "is a bed expensive", "Do I have to pay for it?"]
)
def test_says_whom_to_ask_about_what_is_not_covered(text: str) -> None:
    reply = ask(text)
    assert isinstance(reply, NotCovered)
    assert reply.text == COST.say


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize(
    "text",
    ["xylophone tuning?", "zebra", "what is it", "can you do this for me?"],
)
def test_says_so_when_it_does_not_know(text: str, place: Place, shipped: Answerer) -> None:
    for answerer in (SMALL, shipped):
        reply = ask(text, answerer, place)
        assert isinstance(reply, Unknown)
        assert "healthcare provider" in reply.text
        assert ("Somebody here" in reply.text) == (place is Place.COMMUNITY)


@pytest.mark.parametrize("text", ["", "  ", "hello", "Hi there!", "help", "\U0001f642"])
def test_tells_what_it_can_do_when_greeted(text: str) -> None:
    reply = ask(text)
    assert isinstance(reply, Unknown)
    assert "/topics" in reply.text
    assert "do not know" not in reply.text


@pytest.mark.parametrize("text", ["thanks", "Thank you so much!", "ok cool"])
def test_keeps_quiet_at_thanks(text: str) -> None:
    assert isinstance(ask(text), Silence)


@pytest.mark.parametrize(
    "text",
    [
        "Naps help me so much",
        "I had a short nap after lunch",
        "what is the price?",
        "how do I install python on windows?",
        "when do I take the pills",
        "what is it?",
        "hello",
        "",
    ],
)
def test_keeps_quiet_at_what_is_overheard_and_not_surely_a_question_for_it(text: str) -> None:
    assert isinstance(overhear(text), Silence)


def test_keeps_quiet_at_every_statement_though_it_holds_a_title(shipped: Answerer) -> None:
    for one in shipped.knowledge.entries:
        said = f"I read this yesterday, {one.title.replace('?', '')}"
        assert isinstance(overhear(said, shipped), Silence)


@pytest.mark.parametrize("text", ["Do naps help?", "is a short nap good for me"])
def test_answers_a_question_that_is_overheard_and_surely_for_it(text: str) -> None:
    reply = overhear(text)
    assert isinstance(reply, Answer)
    assert reply.entry == "naps"


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("do naps help after coffee", "Coffee after lunch spoils it."),
        ("do naps help with an alarm", "- Set an alarm?"),
        ("do naps help in 20 minutes", "Most naps last 20 minutes."),
        ("do naps help in quiet rooms", '"Quiet" rooms are best.'),
    ],
)
def test_shows_the_sentence_that_answers(question: str, shown: str) -> None:
    reply = ask(question)
    assert isinstance(reply, Answer)
    assert shown in reply.excerpt
    assert reply.more
    assert len(reply.excerpt) < len(NAP_TEXT)


@given(text=st.lists(st.sampled_from(NAP_TEXT.split())).map(" ".join))
def test_an_excerpt_is_whole_sentences_in_the_order_of_the_text(text: str) -> None:
    reply = ask(f"do naps help {text}")
    if isinstance(reply, Answer) and reply.entry == "naps":
        every = sentences(NAP_TEXT)
        places = [NAP_TEXT.index(one) for one in every if one in reply.excerpt]
        assert places == sorted(places)
        assert " ".join(one for one in every if one in reply.excerpt) == reply.excerpt
        assert reply.warning == CAUTION


def test_sentences_end_where_a_person_sees_them_end() -> None:
    assert sentences("It takes 1.5 hours. Then rest! Why? \n\n- one\n- two, i.e. both\n") == [
        "It takes 1.5 hours.",
        "Then rest!",
        "Why?",
        "- one",
        "- two, i.e. both",
    ]


@given(text=st.text() | st.text('aA.!? \n"1'))
def test_sentences_lose_nothing_but_space(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(one == one.strip() != "" for one in found)


def test_a_short_text_is_shown_whole_and_there_is_no_more() -> None:
    reply = ask("tell me about dreams")
    assert isinstance(reply, Answer)
    assert reply.excerpt == "Here is what dreams means."
    assert not reply.more
    assert reply.warning is None


def test_shows_the_whole_of_an_entry(shipped: Answerer) -> None:
    for one in shipped.knowledge.entries:
        answer = shipped.whole(one.id)
        assert answer
        assert (answer.entry, answer.excerpt, answer.warning) == (
            one.id,
            one.text,
            one.must_include,
        )
        assert not answer.more


@pytest.mark.parametrize("name", ["", "nonsense", "cost", "NAPS"])
def test_has_nothing_whole_for_an_id_it_does_not_know(name: str) -> None:
    assert SMALL.whole(name) is None


@pytest.mark.parametrize(
    ("typed", "first"),
    [("nap", "naps"), ("the pills in the eve", "evening-pills"), ("drea", "dreams")],
)
def test_suggests_what_is_being_typed(typed: str, first: str) -> None:
    options = SMALL.suggest(typed)
    assert options[0].entry == first
    assert options[0].title == next(one.title for one in SMALL.knowledge.entries if one.id == first)


@pytest.mark.parametrize("typed", ["", "  ", "qqqq", "\U0001f642"])
def test_suggests_everything_while_nothing_fits(typed: str) -> None:
    ids = [option.entry for option in SMALL.suggest(typed)]
    assert ids == ["naps", "morning-pills", "evening-pills", "dreams"]


@given(text=ANY, addressed=st.booleans(), place=st.sampled_from(Place))
def test_any_text_gets_one_of_the_replies(text: str, *, addressed: bool, place: Place) -> None:
    reply = SMALL.answer(Question(text, addressed, place))
    assert isinstance(reply, Answer | Choices | NotCovered | Unknown | Crisis | Silence)
    assert {option.entry for option in SMALL.suggest(text)} <= {
        one.id for one in SMALL.knowledge.entries
    }


@pytest.mark.parametrize(
    "text",
    [
        "do naps help " + "very " * 1_800,
        "do naps help\x00\x00",
        "do naps help \ud800",
        "@everyone do naps help",
        "<@1174000000000000001> do naps help https://x.test/?q=1",
    ],
)
def test_what_chat_may_hold_does_not_hide_the_question(text: str) -> None:
    assert isinstance(ask(text), Answer)


DISCLAIMER = re.compile(r"not medical advice.*consult your healthcare provider")


def test_every_answer_carries_the_disclaimer(shipped: Answerer) -> None:
    for one in shipped.knowledge.entries:
        for answer in (
            shipped.whole(one.id),
            ask(one.title, shipped),
            overhear(one.title, shipped),
        ):
            assert isinstance(answer, Answer)
            assert DISCLAIMER.search(answer.disclaimer)
