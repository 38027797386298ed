"""The one door: a `Question` goes in, a `Reply` comes out. Synchronous and pure."""

from dataclasses import dataclass, replace

from bot.answering import wording
from bot.answering.asking import acknowledges, asks, greets, questions_in
from bot.answering.crisis import card, known_region, quiet_line
from bot.answering.excerpt import excerpt
from bot.answering.personal import decision_in
from bot.answering.replies import (
    Answer,
    Choices,
    Crisis,
    NotCovered,
    Option,
    Question,
    Reply,
    Silence,
    Unknown,
)
from bot.answering.safety import Safety, plain, shipped
from bot.answering.signs import names
from bot.knowledge.model import Entry, Knowledge, Topic
from bot.matching.index import Index, Match
from bot.matching.text import content, says_something, stems, words


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which score on the bot speaks; chosen on 180 labelled messages and 4,000 of chat."""

    possible: float = 0.17
    sure: float = 0.22
    margin: float = 0.03  # closer than this to the best is a tie
    unaddressed: float = 0.32


THRESHOLDS = Thresholds()
SUGGESTIONS = 25  # as many as a list on Discord shows
CLOSEST = 3  # the right entry is among the first three in 95 of 100 questions


class Answerer:
    """Answers questions from one `Knowledge`, which never changes."""

    def __init__(
        self,
        knowledge: Knowledge,
        thresholds: Thresholds = THRESHOLDS,
        safety: Safety | None = None,
        region: str | None = None,
    ) -> None:
        """Make ready to answer; the crisis lines of `region` come first.

        Raises:
            ConfigurationError: the crisis card has nothing for that region.
        """
        self.knowledge = knowledge
        self._region = known_region(knowledge.crisis, region)
        self._safety = safety or shipped()
        self._entries = {entry.id: entry for entry in knowledge.entries}
        self._index = Index((*knowledge.entries, *knowledge.topics))
        self._thresholds = thresholds
        # What the articles are about; an overheard story is read only if it names that.
        self._subject = {
            name
            for article in knowledge.articles
            for name in stems(content(words(article.article)))
        }

    def answer(self, question: Question) -> Reply:
        """What to say to the question: one of the six kinds of reply, never an exception."""
        if need := self._safety.need(question.text):
            return Crisis(card(self.knowledge.crisis, self._region, need))
        answer = self._answer_addressed if question.addressed else self._answer_overheard
        reply = answer(question)
        if isinstance(reply, Crisis | Silence) or not names(plain(question.text)):
            return reply
        return replace(reply, help=quiet_line(self.knowledge.crisis, self._region))

    def whole(self, entry_id: str) -> Answer | None:
        """Everything about one entry; None if the knowledge no longer has it."""
        entry = self._entries.get(entry_id)
        return None if entry is None else _answer(entry, entry.text, more=False, score=1.0)

    def suggest(self, typed: str) -> tuple[Option, ...]:
        """The entries a person may be about to ask for, best first; all while nothing is typed."""
        limit = SUGGESTIONS + len(self.knowledge.topics)
        found = [match.found for match in self._index.complete(typed, limit)]
        entries = [one for one in found if isinstance(one, Entry)] or self.knowledge.entries
        return tuple(Option(one.id, one.title) for one in entries[:SUGGESTIONS])

    def _answer_addressed(self, question: Question) -> Reply:
        if greets(question.text):
            return Unknown(wording.HELP, score=0.0)
        if acknowledges(question.text):
            return Silence(score=0.0)
        if decision := decision_in(question.text):
            return NotCovered(wording.PERSONAL[decision], score=1.0)
        return self._answer_matched(question, self._find_in_story(question.text))

    def _answer_matched(self, question: Question, matches: list[Match]) -> Reply:
        possible = [one for one in matches if one.score >= self._thresholds.possible]
        if not possible:
            return Unknown(wording.UNKNOWN[question.place], matches[0].score if matches else 0.0)
        best = possible[0]
        options = [one.found for one in possible if isinstance(one.found, Entry)]
        if self._is_sure(matches, self._thresholds.sure) or not options:
            if isinstance(best.found, Topic):
                return NotCovered(best.found.say, best.score)
            return self._excerpt(best.found, question.text, best.score)
        prompt = wording.CHOOSE if len(options) > 1 else wording.CHOOSE_ONE
        return Choices(prompt, tuple(Option(one.id, one.title) for one in options), best.score)

    def _answer_overheard(self, question: Question) -> Reply:
        text = question.text
        if not (asks(text) and says_something(text)) or decision_in(text):
            return Silence(score=0.0)
        about_it = not self._subject.isdisjoint(stems(words(text)))
        matches = self._find_in_story(text) if about_it else self._index.find(text, CLOSEST)
        if self._is_sure(matches, self._thresholds.unaddressed):
            best = matches[0]
            if isinstance(best.found, Entry):
                return self._excerpt(best.found, question.text, best.score)
        return Silence(matches[0].score if matches else 0.0)

    def _find_in_story(self, text: str) -> list[Match]:
        """The matches of the whole message, or of the question in it that matches better."""
        tries = [self._index.find(part, CLOSEST) for part in (text, *questions_in(text))]
        return max(tries, key=lambda matches: matches[0].score if matches else 0.0)

    def _is_sure(self, matches: list[Match], threshold: float) -> bool:
        """Whether the best match is good enough, and no other comes close to it."""
        if not matches or matches[0].score < threshold:
            return False
        return len(matches) == 1 or matches[0].score - matches[1].score >= self._thresholds.margin

    def _excerpt(self, entry: Entry, text: str, score: float) -> Answer:
        shown, more = excerpt(self._index, text, entry.text)
        return _answer(entry, shown, more=more, score=score)


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
