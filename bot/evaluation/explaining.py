"""Why a message gets the reply that it gets."""

from dataclasses import dataclass

from bot.answering.answerer import Answerer
from bot.answering.decision import Decision, decide, lead
from bot.answering.replies import Question
from bot.knowledge.calibration import Thresholds
from bot.knowledge.model import Entry, Topic
from bot.matching.index import Match
from bot.matching.terms import Term, terms

SHOWN = 3  # entries, and as many topics


@dataclass(frozen=True, slots=True)
class Fit:
    """An entry or a topic that fits, and how far its evidence lies behind the best, in nats."""

    match: Match
    behind: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """What led to a decision; where it was made without a look, what would have been found."""

    decision: Decision
    looked: bool  # whether what fits had a say in it
    about: str  # what was looked up: the message, or the one question in it
    words: tuple[str, ...]  # of that, as they were looked up
    named: bool  # whether the message names what the articles are about
    terms: tuple[Term, ...]  # of the best match; the weights add up to its score
    entries: tuple[Fit, ...]
    topics: tuple[Fit, ...]
    margin: float  # by how many nats the best match leads; 0 if there is none
    thresholds: Thresholds


def explain(answerer: Answerer, question: Question) -> Explanation:
    """What the answerer makes of the question, and why."""
    thresholds, index = answerer.knowledge.thresholds, answerer.index
    read, looked_up = answerer.read(question), answerer.look_up(question)
    about, matches = looked_up.about, looked_up.matches
    return Explanation(
        decision=decide(read, thresholds),
        looked=read.early is None,
        about=about,
        words=tuple(word.text for word in index.read(about)),
        named=looked_up.named,
        terms=tuple(terms(index, about, matches[0])) if matches else (),
        entries=_first(matches, Entry),
        topics=_first(matches, Topic),
        margin=lead(matches) if matches else 0.0,
        thresholds=thresholds,
    )


def _first(matches: tuple[Match, ...], kind: type[Entry | Topic]) -> tuple[Fit, ...]:
    """The first of a kind; the best has to be told apart, as infinity less itself is no number."""
    fits = [
        Fit(one, matches[0].evidence - one.evidence if one is not matches[0] else 0.0)
        for one in matches
        if isinstance(one.found, kind)
    ]
    return tuple(fits[:SHOWN])
