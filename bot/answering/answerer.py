"""The one door: a `Question` goes in, a `Reply` comes out. Synchronous and pure."""

from dataclasses import dataclass

from bot.answering import wording
from bot.answering.asking import asks
from bot.answering.excerpt import excerpt
from bot.answering.replies import Answer, Choices, Option, Question, Reply, Silence, Unknown
from bot.knowledge.model import Entry, Knowledge
from bot.matching.index import Index, Match


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which score on the bot speaks; chosen on 180 labelled messages and 4,000 of chat."""

    possible: float = 0.15
    sure: float = 0.25
    margin: float = 0.04  # closer than this to the best is a tie
    unaddressed: float = 0.45


THRESHOLDS = Thresholds()
MOST_CHOICES = 3


class Answerer:
    """Answers questions from one `Knowledge`, which never changes."""

    def __init__(self, knowledge: Knowledge, thresholds: Thresholds = THRESHOLDS) -> None:
        self.knowledge = knowledge
        self._entries = {entry.id: entry for entry in knowledge.entries}
        self._index = Index(knowledge.entries)
        self._thresholds = thresholds

    def answer(self, question: Question) -> Reply:
        """What to say to the question: one of the six kinds of reply, never an exception."""
        if not question.addressed and not asks(question.text):
            return Silence(score=0.0)
        matches = self._index.find(question.text)
        score = matches[0].score if matches else 0.0
        if not question.addressed:
            if self._is_sure(matches, self._thresholds.unaddressed):
                return self._excerpt(matches[0], question.text)
            return Silence(score)
        if self._is_sure(matches, self._thresholds.sure):
            return self._excerpt(matches[0], question.text)
        if score >= self._thresholds.possible:
            return self._choices(matches)
        return Unknown(wording.UNKNOWN[question.place], score)

    def whole(self, entry_id: str) -> Answer | None:
        """Everything about one entry; None if the knowledge no longer has it."""
        entry = self._entries.get(entry_id)
        return None if entry is None else _answer(entry, entry.text, more=False, score=1.0)

    def suggest(self, typed: str) -> tuple[Option, ...]:
        """The entries a person may be about to ask for, best first; all while nothing is typed."""
        fitting = [match.entry for match in self._index.complete(typed)]
        return tuple(Option(entry.id, entry.title) for entry in fitting or self.knowledge.entries)

    def _is_sure(self, matches: list[Match], threshold: float) -> bool:
        """Whether the best match is good enough, and no other comes close to it."""
        if not matches or matches[0].score < threshold:
            return False
        return len(matches) == 1 or matches[0].score - matches[1].score >= self._thresholds.margin

    def _excerpt(self, match: Match, text: str) -> Answer:
        shown, more = excerpt(self._index, text, match.entry.text)
        return _answer(match.entry, shown, more=more, score=match.score)

    def _choices(self, matches: list[Match]) -> Choices:
        options = tuple(
            Option(match.entry.id, match.entry.title)
            for match in matches[:MOST_CHOICES]
            if match.score >= self._thresholds.possible
        )
        return Choices(wording.CHOOSE, options, matches[0].score)


def _answer(entry: Entry, shown: str, *, more: bool, score: float) -> Answer:
    return Answer(
        entry=entry.id,
        title=entry.title,
        excerpt=shown,
        warning=entry.must_include,
        more=more,
        source=entry.source,
        reviewed=entry.reviewed,
        disclaimer=wording.DISCLAIMER,
        score=score,
    )
