"""Why a text gets the reply that it gets."""

from dataclasses import dataclass

from bot.answering.answerer import Answerer
from bot.answering.decision import Decision, decide
from bot.answering.replies import Question
from bot.knowledge.calibration import Thresholds
from bot.knowledge.model import Entry, Topic
from bot.matching.index import Match, Term

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that led to a decision. It also tells what fits when no one looked."""

    words: tuple[str, ...]  # as they were looked up
    terms: tuple[Term, ...]  # what fits the best match; the weights add up to its score
    entries: tuple[Match, ...]
    topics: tuple[Match, ...]
    margin: float  # by how much the best leads
    decision: Decision
    thresholds: Thresholds


def explain(answerer: Answerer, question: Question) -> Explanation:
    """What the answerer makes of the question, and why."""
    index = answerer.index
    matches = index.find(question.text)
    scores = [*(match.score for match in matches), 0.0, 0.0]
    return Explanation(
        words=tuple(index.read(question.text)),
        terms=tuple(index.terms(question.text, matches[0].found)) if matches else (),
        entries=_first(matches, Entry),
        topics=_first(matches, Topic),
        margin=scores[0] - scores[1],
        decision=decide(answerer.read(question), answerer.thresholds),
        thresholds=answerer.thresholds,
    )


def _first(matches: list[Match], kind: type[Entry | Topic]) -> tuple[Match, ...]:
    return tuple(one for one in matches if isinstance(one.found, kind))[:SHOWN]
