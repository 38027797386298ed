"""People in danger: what sets off the card, and what must not."""

import re

import pytest

from bot.answering.answerer import Answerer
from bot.answering.replies import Crisis, Question
from bot.answering.safety import SIGNS, in_danger

DANGER = [
    "I am going to kill myself",
    "thinking about it. i will kill my self",
    "kms, for real this time",
    "catching the bus, ctb on friday",
    "I keep planning ending my own life",
    "I will take my own life",
    "it would be easier to end it all",
    "I really just want to die",
    "im gonna jump",
    "i just wanna d1e",
    "want to die so bad",
    "is it normal, this wanting to die",
    "I don't want to live anymore",
    "i dont wanna wake up tomorrow",
    "I hope I go to sleep and never wake up",
    "let me sleep forever please",
    "i want to sleep 4ever",
    "I wish I was dead",
    "wish i could just disappear",
    "they are better off without me",
    "Nobody would even notice if I was gone",
    "I am so tired of living",
    "there is no reason to live",
    "I can't go on like this",
    "I can't keep myself safe right now",
    "I'm feeling really suicidal",
    "cant stop thinking about su1c1de",
    "what is the most painless way to die",
    "how many pills to die",
    "my husband says he wants to die",
    "My sister is about to kill herself, what do I do",
    "a friend wrote that she will end her life",
    "my son doesn't want to live anymore",
    "my brother is suicidal and I am scared",
    "I might hurt myself tonight",
    "I keep cutting myself",
    "i started cutting again",
    "I scratch until I bleed",
    "my daughter is hurting herself",
    "she showed me her arm, she has been cutting",
    "he is not breathing",
    "help i cant breathe since the infusion",
    "her lips are turning blue",
    "he's having a seizure",
    "my wife took something and won't wake up",
    "the girl is unconscious",
    "I overdosed",
    "i swallowed all my pills",
    "I have chest pain",
    "chest pains that started after my infusion",
    "will ketamine stop me wanting to die tonight",
    "I used to be fine but tonight I want to kill myself",
]

CALM = [
    "does ketamine reduce suicidal thoughts?",
    "is it used for suicidal patients in the emergency room?",
    "not suicidal, just sad today",
    "I was suicidal ten years ago and ketamine helped",
    "when I was 19 I tried to kill myself, I am glad it failed",
    "this queue is killing me",
    "how do I kill a process in linux",
    "we ran 10 kms this morning",
    "I could die of embarrassment",
    "I want to die laughing every time",
    "these cookies are to die for",
    "I don't want to live in Texas",
    "my phone is dying",
    "he wants to jump ship to another team",
    "she will jump rope with the kids",
    "cutting carbs again",
    "he has been cutting the grass",
    "one year free from cutting",
    "my chest is sore from the gym",
    "the laptop won't wake up from sleep",
    "that song Overdose is stuck in my head",
    "do clinics keep naloxone in case of an overdose?",
    "wish I could sleep in",
    "nobody would notice the typo",
    "the painless way to go vegan",
    "how many infusions will I need",
    "skilled nurses kept an eye on me",
    "",
    "\ud800",
]


@pytest.mark.parametrize("text", DANGER)
def test_a_person_in_danger_is_seen(text: str) -> None:
    assert in_danger(text)


@pytest.mark.parametrize("text", CALM)
def test_idioms_clinical_questions_and_the_past_are_left_alone(text: str) -> None:
    assert not in_danger(text)


@pytest.mark.parametrize("sign", SIGNS)
def test_each_sign_has_an_example(sign: str) -> None:
    plain = [text.lower().replace("'", "").replace("1", "i").replace("4", "a") for text in DANGER]
    assert any(re.search(rf"\b({sign})\b", text) for text in plain)


def test_danger_is_seen_inside_a_long_message() -> None:
    assert in_danger(f"{'so much happened. ' * 200}I want to kill myself. {'bye ' * 200}")


@pytest.mark.parametrize("addressed", [True, False])
def test_a_person_in_danger_never_gets_an_excerpt(shipped: Answerer, *, addressed: bool) -> None:
    text = "how long does the relief last? I want to kill myself tonight"
    reply = shipped.answer(Question(text, addressed))
    assert isinstance(reply, Crisis)
    assert "emergency number" in reply.text
    assert "findahelpline.com" in reply.text
    assert "nobody is called for you" in reply.text
