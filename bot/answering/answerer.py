"""The one door: a `Question` goes in, a `Reply` comes out. Synchronous and pure."""

from dataclasses import replace
from math import inf

from bot.answering import wording
from bot.answering.asking import (
    acknowledges,
    asks_the_room,
    greets,
    may_ask,
    points_back,
    questions_in,
)
from bot.answering.crisis import card, known_region, names, quiet_line
from bot.answering.decision import Decision, Reading, Rule, decide, lead
from bot.answering.excerpt import excerpt
from bot.answering.personal import Personal
from bot.answering.readers import Readers, shipped
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
from bot.answering.signs.outright import Need
from bot.answering.speech import plain
from bot.knowledge.model import Entry, Knowledge, Topic
from bot.matching.index import Index, Match
from bot.matching.synonyms import Synonyms

SUGGESTIONS = 25  # as many as a list on Discord shows
RELATED = 3


class Answerer:
    """Answers questions from one `Knowledge`, which never changes."""

    def __init__(
        self, knowledge: Knowledge, readers: Readers | None = None, region: str | None = None
    ) -> None:
        """Make ready to answer; the crisis lines of `region` come first.

        Raises:
            ConfigurationError: the crisis card has nothing for that region.
        """
        self.knowledge = knowledge
        self.index = Index((*knowledge.entries, *knowledge.topics), Synonyms(knowledge.synonyms))
        self._region = known_region(knowledge.crisis, region)
        self._readers = readers or shipped()
        self._entries = {entry.id: entry for entry in knowledge.entries}
        self._subject = self._stems(" ".join(article.article for article in knowledge.articles))

    def answer(self, question: Question) -> Reply:
        """What to say to the question: one of the six kinds of reply, never an exception."""
        reading = self.read(question)
        reply = self._say(decide(reading, self.knowledge.thresholds), question)
        if isinstance(reply, Crisis | Silence):
            return reply
        if not (reading.doubtful or names(plain(question.text))):
            return reply
        return replace(reply, help=self._quiet_line(question.region))

    def read(self, question: Question) -> Reading:
        """What is known of the question before any threshold is asked.

        Safety comes before all else, and needs nothing of the index.
        """
        safety, decisions = self._readers
        danger = safety.assess(question.text)
        early = danger.need(overheard=not question.addressed) or _early(question)
        if early:
            return Reading(question.addressed, named=False, early=early)
        found = self.look_up(question)
        known = found.about == question.text and _is_exact(found.matches)
        doubtful = not known and (
            danger.doubts(named=found.named, asks=found.asks) or safety.signals(question.text)
        )
        personal = None if known else decisions.asked(question.text)
        return replace(found, doubtful=doubtful, personal=personal, asks=found.asks or known)

    def look_up(self, question: Question) -> Reading:
        """What the knowledge has for the question, also where something else decides before."""
        named = not self._subject.isdisjoint(self._stems(question.text))
        # A story is about the question in it; what is overheard is read so only if it is ours.
        parts = questions_in(question.text) if question.addressed or named else []
        about, matches = self._find([question.text, *parts])
        return Reading(
            addressed=question.addressed,
            named=named,
            early=None,
            about=about,
            matches=matches,
            asks=may_ask(question.text),
            follows=self._entries.get(question.about or "") if points_back(question.text) else None,
        )

    def whole(
        self, entry_id: str, *, helps: bool = False, region: str | None = None
    ) -> Answer | None:
        """Everything about one entry; None if the knowledge no longer has it.

        With `helps` it carries the line of help, as the reply did that led to it.
        """
        entry = self._entries.get(entry_id)
        if entry is None:
            return None
        answer = _answer(entry, entry.text, more=False, score=1.0)
        return replace(answer, help=self._quiet_line(region)) if helps else answer

    def related(self, entry_id: str) -> tuple[Option, ...]:
        """The entries nearest to one, best first; none if the knowledge no longer has it."""
        entry = self._entries.get(entry_id)
        if entry is None:
            return ()
        near = self.index.find(entry.title, limit=len(self._entries) + len(self.knowledge.topics))
        others = [one.found for one in near if isinstance(one.found, Entry) and one.found != entry]
        return tuple(map(_option, others[:RELATED]))

    def suggest(self, typed: str) -> tuple[Option, ...]:
        """The entries a person may be about to ask for, best first; all while nothing is typed."""
        limit = SUGGESTIONS + len(self.knowledge.topics)
        found = self.index.complete(typed, limit)
        entries = [one for one in found if isinstance(one, Entry)] or self.knowledge.entries
        return tuple(map(_option, entries[:SUGGESTIONS]))

    def _quiet_line(self, region: str | None) -> str:
        return quiet_line(self.knowledge.crisis, region or self._region)

    def _find(self, texts: list[str]) -> tuple[str, tuple[Match, ...]]:
        """The text for which one candidate leads most, and its matches."""
        found = [(text, matches) for text in texts if (matches := tuple(self.index.find(text)))]
        return max(found, key=lambda one: lead(one[1]), default=(texts[0], ()))

    def _say(self, decision: Decision, question: Question) -> Reply:
        score = decision.score
        reply: Reply = Silence(score)
        match decision.rule, decision.found:
            case Need() as need, _:
                reply = Crisis(card(self.knowledge.crisis, question.region or self._region, need))
            case Rule.GREETING, _:
                reply = Unknown(wording.HELP, score)
            case Personal() as personal, _:
                reply = NotCovered(wording.PERSONAL[personal], score)
            case Rule.PERHAPS_PERSONAL, (Entry() as entry,):
                reply = Choices(wording.CHOOSE_IN_GENERAL, (_option(entry),), score)
            case Rule.FAR, _:
                reply = Unknown(wording.UNKNOWN[question.place], score)
            case Rule.TOPIC, (Topic(say=say),):
                reply = NotCovered(say, score)
            case Rule.SURE, (Entry() as entry,):
                reply = self._excerpt(entry, question.text, score)
            case ((Rule.CLOSE | Rule.DOUBT | Rule.STATES | Rule.ASKS_ON), found):
                reply = _choices([one for one in found if isinstance(one, Entry)], score)
        return reply

    def _stems(self, text: str) -> set[str]:
        """The stems of the words in a text that tell what it is about."""
        return {word.stem for word in self.index.read(text) if word.tells}

    def _excerpt(self, entry: Entry, text: str, score: float) -> Answer:
        shown, more = excerpt(self.index, text, entry.text)
        return _answer(entry, shown, more=more, score=score)


def _early(question: Question) -> Rule | None:
    """What decides without a look at the knowledge."""
    text = question.text
    if not question.addressed:
        return None if asks_the_room(text) else Rule.NO_QUESTION
    if greets(text):
        return Rule.GREETING
    return Rule.THANKS if acknowledges(text) else None


def _is_exact(matches: tuple[Match, ...]) -> bool:
    """Whether the message is, word for word, one that the knowledge has."""
    return bool(matches) and matches[0].evidence == inf


def _choices(entries: list[Entry], score: float) -> Choices:
    prompt = wording.CHOOSE if len(entries) > 1 else wording.CHOOSE_ONE
    return Choices(prompt, tuple(map(_option, entries)), score)


def _option(entry: Entry) -> Option:
    return Option(entry.id, entry.title)


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
