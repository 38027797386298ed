"""Questions for a personal decision: told from general ones, and never answered by an excerpt."""

import pytest

from bot.answering.answerer import Answerer
from bot.answering.personal import Decisions, Personal
from bot.answering.readers import shipped as readers
from bot.answering.replies import Answer, NotCovered, Question, Silence
from bot.answering.wording import PERSONAL

PERSONAL_QUESTIONS = {
    Personal.DOSE: [
        "how many mg per session",
        "what dose for a small woman?",
        "should they increase the dose next week?",
        "They gave me 1.2mg/kg, my friend gets half of that. Who is right?",
        "can they give a smaller dose?",
        "should they have upped mine?",
        "half a mg per kilo, is that much?",
        "what amount should I ask them for?",
        "I missed Tuesday, should I double up on Thursday?",
        "how often should I be taking mine?",
        "is half of the usual dose enough for me?",
        "could she ask for 80",
        "the label says one lozenge, would 2 be alright",
    ],
    Personal.STOPPING: [
        "can I stop taking my lithium now?",
        "is it ok to drop my meds",
        "my pills, can i quit them cold turkey?",
        "how do i come off the tablets",
        "how do I taper the prozac",
        "discontinuing Cymbalta first, yes or no?",
        "I came off paroxetine by myself, is that a problem?",
        "can I give up my Lexapro?",
        "I feel so well after the fourth. Can I skip the next?",
        "do I finish the series or leave now",
        "one bad session, do I bail",
    ],
    Personal.MIXING: [
        "can I take tramadol the same day?",
        "Do those two interact?",
        "do my tablets clash with the drip",
        "I take lithium. Do I have to worry about that?",
        "can I drink tea or smoke after the session",
        "my inhaler in the morning, is that all right beside it?",
    ],
    Personal.SOURCING: [
        "where can I buy some",
        "where does one buy",
        "know a dealer?",
        "is anybody selling ket around Leeds?",
        "can I have it without seeing a doctor",
        "is there an online pharmacy for it",
        "which doctor writes it with no questions asked",
        "who is a reliable source",
        "do you know a doctor who will write it for me",
        "can anybody spare me a lozenge",
        "is there somebody who I can get it from",
    ],
}
# Those that hardly look like one: they may be taken for something else, but get no excerpt.
VEILED = [
    "is 60mg a lot for one infusion?",
    "what is the right dose in my case",
    "my nurse never told me how much they gave",
    "did I get too much ketamine?",
    "I take two kinds for my mood. Is it all right to quit them?",
    "I am leaving out my pills on those days, is that right?",
    "which medicines are contraindicated?",
    "what drugs must not mix",
    "is stacking ket with anything bad",
    "I have shock therapy on Monday too. Is doing both on one day safe?",
    "The clinic quoted me the figure for adults, and he is fifteen. Is that right for him?",
    "the gp says no, so whom do I ask for it",
]
GENERAL = [
    "is the dose lower than for surgery?",
    "can it be combined with medication?",
    "is ketamine an opioid?",
    "I tried lithium and abilify and nothing worked. Does ketamine help people like me?",
    "I tried seroquel, lamictal, everything failed, does this work?",
    "My doctor put me on lithium years ago. Does ketamine help?",
    "how long does the relief last?",
    "will it stop working?",
    "where do they put the needle?",
    "sell me on it, what does it do better?",
    "when does it stop helping?",
    "what questions are asked first?",
    "do they leave the lights off?",
    "My sister was on lithium. What does ketamine do to the brain?",
    "what dose range do they use, like for surgery or less?",
    "dose",
    "3",
    "",
]
EVERY = [(kind, text) for kind, texts in PERSONAL_QUESTIONS.items() for text in texts]


@pytest.fixture(scope="session")
def decisions() -> Decisions:
    return readers().decisions


@pytest.mark.parametrize(("kind", "text"), EVERY)
def test_a_personal_decision_is_seen(decisions: Decisions, kind: Personal, text: str) -> None:
    asked = decisions.asked(text)
    assert asked
    assert asked.decision in {kind, Personal.OTHER}


@pytest.mark.parametrize("text", GENERAL)
def test_a_general_question_is_left_alone(decisions: Decisions, text: str) -> None:
    assert decisions.asked(text) is None


@pytest.mark.parametrize("text", [*[text for _, text in EVERY], *VEILED])
def test_it_gets_no_excerpt(shipped: Answerer, text: str) -> None:
    assert not isinstance(shipped.answer(Question(text, addressed=True)), Answer)
    assert isinstance(shipped.answer(Question(text, addressed=False)), Silence)


def test_it_is_told_whom_to_ask(shipped: Answerer) -> None:
    reply = shipped.answer(Question("is it ok to drop my meds", addressed=True))
    assert isinstance(reply, NotCovered)
    assert reply.text == PERSONAL[Personal.STOPPING]
