"""Golden questions: what the bot must answer, asked of an `Answerer`."""

from dataclasses import dataclass

from bot.answering.answerer import Answerer
from bot.answering.replies import Answer, Choices, Question
from bot.knowledge.model import NO_ENTRY


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a golden question reached: an entry's id, `none`, or the choices offered."""

    question: str
    expected: str
    reached: str

    @property
    def passed(self) -> bool:
        """Whether it is what the moderators expect."""
        return self.reached == self.expected


def run(answerer: Answerer) -> tuple[Outcome, ...]:
    """The outcome of every golden question of the answerer's own knowledge."""
    return tuple(
        Outcome(golden.question, golden.entry, reached(answerer, golden.question))
        for golden in answerer.knowledge.golden
    )


def reached(answerer: Answerer, text: str) -> str:
    """Which entry the text reaches when the bot is asked."""
    match answerer.answer(Question(text, addressed=True)):
        case Answer(entry=entry):
            return entry
        case Choices(options=options):
            return "a choice of " + ", ".join(option.entry for option in options)
        case _:
            return NO_ENTRY
