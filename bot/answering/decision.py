"""Which kind of reply a message gets: the rules, apart from the words of the reply.

A message is read once (`Reading`); what is then decided depends on the thresholds alone.
"""

from dataclasses import dataclass, replace
from enum import Enum
from math import inf
from operator import attrgetter

from bot.answering.personal import Asked, Personal
from bot.answering.signs.outright import Need
from bot.knowledge.calibration import Thresholds
from bot.knowledge.model import Entry, Topic
from bot.matching.index import Match

CLOSEST = 3  # the right entry is among the first three in 97 of 100 questions
GUARD = 2  # times the margin: by so much an entry has to lead a personal topic
AHEAD = 1.5  # times the margin: an entry gains so much where a message asks on about it; 1 to 2 do
NEAR = 4  # matches; entries and topics that lie further back are no guess worth showing


class Rule(Enum):
    """What decided, in words for a moderator."""

    GREETING = "it is only a greeting, so the bot tells what it can do"
    THANKS = "it only gives thanks, so the bot says nothing"
    NO_QUESTION = "it was not said to the bot and asks it nothing, so the bot says nothing"
    FAR = "nothing reaches the score `possible`, so the bot says that it does not know"
    TOPIC = "a topic that is not covered fits best, so the bot says whom to ask instead"
    SURE = "an entry fits best and leads by the margin, so the bot answers"
    DOUBT = "an entry fits best, but somebody may be in danger, so it is offered beside help"
    PERHAPS_PERSONAL = "an entry fits best, but a personal decision may be meant, so it is offered"
    STATES = "it asks nothing and does not name the treatment, so what fits is only offered"
    CLOSE = "no entry leads by the margin, so the bot offers those that are close"
    ASKS_ON = "it asks on about the answer that it replies to, so that entry is offered as well"
    UNSURE = "it was not said to the bot and no entry is sure, so the bot says nothing"


# Where nothing fits well, a personal decision that is likely meant is what there is to speak of.
UNCERTAIN = (Rule.FAR, Rule.CLOSE, Rule.ASKS_ON)


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a message before any threshold is asked."""

    addressed: bool
    named: bool  # whether it names what the articles are about
    early: Rule | Need | None  # what needs no look at the knowledge; no match then
    doubtful: bool = False  # whether somebody may be in danger, though it is not likely
    personal: Asked | None = None  # the decision that it asks for, where it may
    about: str = ""  # what was looked up: the message, or the one question in it
    matches: tuple[Match, ...] = ()  # best first
    asks: bool = True  # whether it is worded as a question, or the knowledge has it word for word
    follows: Entry | None = None  # what it replies to, where it may need that to be understood


@dataclass(frozen=True, slots=True)
class Decision:
    """The rule that decided, what the reply is about, best first, and the best score."""

    rule: Rule | Personal | Need
    found: tuple[Entry | Topic, ...]
    score: float


def decide(reading: Reading, thresholds: Thresholds) -> Decision:
    """What to do with a message."""
    score = reading.matches[0].score if reading.matches else 0.0
    if reading.early:
        return Decision(reading.early, (), score)
    choose = _addressed if reading.addressed else _overheard
    rule, found = choose(reading, thresholds)
    if reading.follows and rule in (Rule.FAR, Rule.CLOSE):
        rule, found = _asking_on(reading, reading.follows, thresholds)
    asked = reading.personal
    if asked and asked.likely and rule in UNCERTAIN:
        return Decision(asked.decision, (), score)
    return Decision(rule, found, score)


def lead(matches: tuple[Match, ...]) -> float:
    """By how much, in nats, the best match leads; as much as can be if it has no rival."""
    return matches[0].evidence - matches[1].evidence if len(matches) > 1 else inf


def _is_sure(matches: tuple[Match, ...], margin: float) -> bool:
    """Whether the best leads by the margin, and an entry leads each personal topic by more."""
    best = matches[0]
    personal = [one for one in matches if isinstance(one.found, Topic) and one.found.kind]
    near = any(best.evidence - one.evidence < GUARD * margin for one in personal)
    return lead(matches) >= margin and not (near and isinstance(best.found, Entry))


def _addressed(reading: Reading, thresholds: Thresholds) -> tuple[Rule, tuple[Entry | Topic, ...]]:
    matches = reading.matches
    if not matches or matches[0].score < thresholds.possible:
        return Rule.FAR, ()
    best = matches[0].found
    if _is_sure(matches, thresholds.margin):
        if isinstance(best, Topic):
            return Rule.TOPIC, (best,)
        if reading.doubtful:
            return Rule.DOUBT, (best,)
        if reading.personal:
            return Rule.PERHAPS_PERSONAL, (best,)
        return Rule.SURE if reading.asks or reading.named else Rule.STATES, (best,)
    near = [one.found for one in matches[:NEAR] if one.score >= thresholds.possible]
    options = tuple(one for one in near if isinstance(one, Entry))[:CLOSEST]
    return (Rule.CLOSE, options) if options else (Rule.TOPIC, (best,))


def _asking_on(
    reading: Reading, entry: Entry, thresholds: Thresholds
) -> tuple[Rule, tuple[Entry | Topic, ...]]:
    """What a message that is not clear by itself means together with the entry it replies to."""
    matches = reading.matches
    if not matches or matches[0].score < thresholds.possible:
        others = [one.found for one in matches if isinstance(one.found, Entry)]
        return Rule.ASKS_ON, tuple(dict.fromkeys((entry, *others)))[:CLOSEST]
    own = next((one for one in matches if one.found == entry), None)
    if own is None:
        own = Match(entry, thresholds.possible, matches[-1].evidence)
    ahead = Match(
        entry, max(own.score, thresholds.possible), own.evidence + AHEAD * thresholds.margin
    )
    others_first = [ahead, *(one for one in matches if one.found != entry)]
    ranked = tuple(sorted(others_first, key=attrgetter("evidence"), reverse=True))
    return _addressed(replace(reading, matches=ranked), thresholds)


def _overheard(reading: Reading, thresholds: Thresholds) -> tuple[Rule, tuple[Entry | Topic, ...]]:
    matches = reading.matches
    delicate = reading.doubtful or reading.personal
    if not matches or delicate or not _is_sure(matches, thresholds.margin):
        return Rule.UNSURE, ()
    near = thresholds.overheard if reading.named else thresholds.unnamed
    if matches[0].score < near or not isinstance(matches[0].found, Entry):
        return Rule.UNSURE, ()
    return Rule.SURE, (matches[0].found,)
