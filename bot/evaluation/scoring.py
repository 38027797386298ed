"""What becomes of labelled messages: each is asked, judged and counted."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.answering.answerer import Answerer
from bot.answering.decision import Decision, Reading, Rule, decide
from bot.answering.personal import Personal
from bot.answering.replies import Question
from bot.answering.signs.outright import Need
from bot.evaluation.messages import Message, Want
from bot.knowledge.calibration import Thresholds

# What is reached where no entry answers; for all other rules it is silence.
CHOICES = (Rule.CLOSE, Rule.DOUBT, Rule.PERHAPS_PERSONAL, Rule.STATES, Rule.ASKS_ON)
NO_ENTRIES: Mapping[Rule | Personal | Need, str] = {
    **dict.fromkeys(Personal, "not covered"),
    **dict.fromkeys(CHOICES, "choices"),
    Rule.TOPIC: "not covered",
    Rule.FAR: "unknown",
    Rule.GREETING: "unknown",
    **dict.fromkeys(Need, "crisis"),
}
NOTHING = "silence"
OVERHEARD = "answer, overheard"  # the kind of a question with an answer, not asked of the bot


class Outcome(StrEnum):
    """How a reply compares with what was wanted.

    `offered` is a choice; for an answer, one that holds it. `silent` says that it does not know,
    or nothing at all, where something was wanted.
    """

    RIGHT = "right"
    WRONG = "wrong"
    OFFERED = "offered"
    SILENT = "silent"


_Outcomes = Mapping[Rule | Personal | Need, Outcome]
_CARD: _Outcomes = dict.fromkeys(Need, Outcome.WRONG)
_FOUND: _Outcomes = dict.fromkeys(Need, Outcome.RIGHT)
_OFFERED: _Outcomes = dict.fromkeys(CHOICES, Outcome.OFFERED)
_UNWANTED: _Outcomes = {**_CARD, **_OFFERED, Rule.SURE: Outcome.WRONG}
# The outcome of each rule, and of all others, for a message that no entry answers.
_WITHOUT_ANSWER: Mapping[Want, tuple[_Outcomes, Outcome]] = {
    Want.NO_ANSWER: (_UNWANTED, Outcome.RIGHT),
    Want.SILENCE: (_UNWANTED, Outcome.RIGHT),
    Want.CRISIS: ({**_UNWANTED, **_FOUND}, Outcome.SILENT),
    Want.NOT_CRISIS: (_CARD, Outcome.RIGHT),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One way of asking a message, read but not yet decided."""

    message: Message
    reading: Reading

    @property
    def kind(self) -> str:
        """What the message wants and, where that matters, how it is asked."""
        if self.message.want is Want.ANSWER and not self.reading.addressed:
            return OVERHEARD
        detail = f", {self.message.kind}" if self.message.kind else ""
        return f"{self.message.want}{detail}"


@dataclass(frozen=True, slots=True)
class Result:
    """A case and what was decided."""

    case: Case
    decision: Decision

    @property
    def outcome(self) -> Outcome:
        """Whether that is what was wanted."""
        entries, rule = self.case.message.entries, self.decision.rule
        if self.case.message.want is not Want.ANSWER:
            outcomes, otherwise = _WITHOUT_ANSWER[self.case.message.want]
            return outcomes.get(rule, otherwise)
        if rule not in (Rule.SURE, *CHOICES):
            return Outcome.SILENT
        if not any(one.id in entries for one in self.decision.found):
            return Outcome.WRONG if rule is Rule.SURE else Outcome.SILENT
        return Outcome.RIGHT if rule is Rule.SURE else Outcome.OFFERED

    @property
    def wanted(self) -> str:
        """The first entry that is right, or the kind of message."""
        return next(iter(self.case.message.entries), self.case.message.want)

    @property
    def reached(self) -> str:
        """The entry that answered, or what happened instead."""
        rule = self.decision.rule
        if rule is not Rule.SURE:
            return NO_ENTRIES.get(rule, NOTHING)
        name = self.decision.found[0].id
        return self.wanted if name in self.case.message.entries else name


@dataclass(frozen=True, slots=True)
class Confusion:
    """What was wanted, what was reached instead, how often, and one such message."""

    wanted: str
    reached: str
    times: int
    example: str


def cases(answerer: Answerer, messages: Iterable[Message]) -> list[Case]:
    """Each message as it is asked: of the bot, or overheard; those with an answer both ways."""
    return [
        Case(message, answerer.read(Question(message.text, addressed, about=message.about)))
        for message in messages
        for addressed in _ways(message.want)
    ]


def _ways(want: Want) -> tuple[bool, ...]:
    return {Want.SILENCE: (False,), Want.ANSWER: (True, False)}.get(want, (True,))


def results(asked: Iterable[Case], thresholds: Thresholds) -> list[Result]:
    """What the thresholds make of the cases."""
    return [Result(case, decide(case.reading, thresholds)) for case in asked]


def by_kind(found: Iterable[Result]) -> dict[str, Counter[str]]:
    """How many messages of each kind had which outcome."""
    return _counts(found, lambda result: result.case.kind)


def by_entry(found: Iterable[Result]) -> dict[str, Counter[str]]:
    """How many of each entry's questions, as asked of the bot, had which outcome."""
    asked = [one for one in found if one.case.message.entries and one.case.reading.addressed]
    return _counts(asked, lambda result: result.wanted)


def _counts(found: Iterable[Result], name: Callable[[Result], str]) -> dict[str, Counter[str]]:
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    for result in found:
        outcomes[name(result)][result.outcome] += 1
    return outcomes


def confusions(found: Iterable[Result]) -> list[Confusion]:
    """What was reached wrongly, the most frequent first."""
    examples: dict[tuple[str, str], list[str]] = defaultdict(list)
    for result in found:
        if result.outcome is Outcome.WRONG:
            examples[result.wanted, result.reached].append(result.case.message.text)
    worst = sorted(examples.items(), key=lambda item: (-len(item[1]), item[0]))
    return [Confusion(*pair, len(texts), texts[0]) for pair, texts in worst]
