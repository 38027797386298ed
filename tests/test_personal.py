"""Questions for a personal decision: told from general ones, and never answered by an excerpt."""

import re

import pytest

from bot.answering.answerer import Answerer
from bot.answering.personal import SIGNS, Personal, decision_in
from bot.answering.replies import NotCovered, Question, Silence
from bot.answering.wording import PERSONAL

PERSONAL_QUESTIONS = {
    Personal.DOSE: [
        "is 60mg a lot for one infusion?",
        "how many mg per session",
        "where do people end up, in mg?",
        "what is the right dose in my case",
        "what dose for a small woman?",
        "should they increase the dose next week?",
        "how much ketamine do they put in the bag",
        "my nurse never told me how much they gave",
        "do clinics titrate upwards?",
        "They gave me 1.2mg/kg, my friend gets half of that. Who is right?",
        "can they give a smaller dose?",
        "did I get too much ketamine?",
        "should they have upped mine?",
        "does it go by body weight?",
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
        "is a washout needed before",
        "discontinuing Cymbalta first, yes or no?",
        "I came off paroxetine by myself, is that a problem?",
        "must I be med free before?",
        "can I give up my Lexapro?",
        "I take two kinds for my mood. Is it all right to quit them?",
        "I feel so well after the fourth. Can I skip the next?",
        "do I finish the series or leave now",
        "one bad session, do I bail",
        "I am leaving out my pills on those days, is that right?",
    ],
    Personal.MIXING: [
        "can I take tramadol the same day?",
        "Do those two interact?",
        "which medicines are contraindicated?",
        "what drugs must not mix",
        "any drug interactions?",
        "do my tablets clash with the drip",
        "is stacking ket with anything bad",
        "I have shock therapy on Monday too. Is doing both on one day safe?",
        "I take lithium. Do I have to worry about that?",
        "can I drink tea or smoke after the session",
    ],
    Personal.SOURCING: [
        "where can I buy some",
        "where does one buy",
        "know a dealer?",
        "does anyone here ship it?",
        "is anybody selling ket around Leeds?",
        "can I get it from somebody in this server",
        "can I have it without seeing a doctor",
        "is there an online pharmacy for it",
        "which doctor writes it with no questions asked",
        "what vendor do you use",
        "who is a reliable source",
        "do you know a doctor who will write it for me",
        "can anybody spare me a lozenge",
        "is there somebody who I can get it from",
    ],
}
GENERAL = [
    "is the dose lower than for surgery?",
    "can I stay on my antidepressant?",
    "can it be combined with medication?",
    "is ketamine an opioid?",
    "I tried lithium and abilify and nothing worked. Does ketamine help people like me?",
    "I tried seroquel, lamictal, everything failed, does this work?",
    "how long does the relief last?",
    "will it stop working?",
    "where do they put the needle?",
    "where can I buy a bicycle?",
    "how do the drug and the brain interact?",
    "sell me on it, what does it do better?",
    "would it be quicker than pills?",
    "how often do people need it?",
    "when does it stop helping?",
    "what questions are asked first?",
    "can I leave right after the drip?",
    "can I drink water before it?",
    "would one be enough to feel something?",
    "do they leave the lights off?",
    "is there a website about it?",
    "My sister was on lithium. What does ketamine do to the brain?",
    "what dose range do they use, like for surgery or less?",
    "",
]
EVERY = [(kind, text) for kind, texts in PERSONAL_QUESTIONS.items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), EVERY)
def test_a_personal_decision_is_seen(kind: Personal, text: str) -> None:
    assert decision_in(text) is kind


@pytest.mark.parametrize("text", GENERAL)
def test_a_general_question_is_left_alone(text: str) -> None:
    assert decision_in(text) is None


@pytest.mark.parametrize(
    ("kind", "sign"), [(kind, sign) for kind, signs in SIGNS.items() for sign in signs]
)
def test_each_sign_has_an_example(kind: Personal, sign: str) -> None:
    asked = [text.lower().replace("?", "").replace(",", "") for text in PERSONAL_QUESTIONS[kind]]
    assert any(re.search(rf"\b({sign})\b", text) for text in asked)


@pytest.mark.parametrize(("kind", "text"), EVERY)
def test_it_gets_no_excerpt_but_whom_to_ask(shipped: Answerer, kind: Personal, text: str) -> None:
    reply = shipped.answer(Question(text, addressed=True))
    assert isinstance(reply, NotCovered)
    assert reply.text == PERSONAL[kind]
    assert isinstance(shipped.answer(Question(text, addressed=False)), Silence)


def test_only_the_question_of_a_story_counts() -> None:
    assert decision_in("My doctor put me on lithium years ago. Does ketamine help?") is None
    assert decision_in("My doctor likes ketamine. Can I take it with lithium?") is Personal.MIXING
