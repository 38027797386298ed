"""A crowd that writes all at once: chat, remarks, questions to nobody and questions to the bot."""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.chat import CHAT
from bot.answering import golden
from bot.answering.answerer import Answerer
from bot.answering.replies import Answer, Question, Silence
from bot.knowledge.model import NO_ENTRY

AUTHORS = 3_000
FIRST_AUTHOR = 210_000_000_000_000_000
ASKING = 0.08  # of the messages are questions to the bot
OVERHEARD = 0.02  # are questions to nobody that it answers all the same
MESSAGES = Path(__file__).parent / "messages"


@dataclass(frozen=True, slots=True)
class Written:
    """A message, and the entry that answers it; None if it is to be passed over in silence."""

    author: str
    text: str
    addressed: bool
    entry: str | None


class Crowd:
    """Writes without end. The authors take turns, so that nobody asks too much in a minute."""

    def __init__(self, answerer: Answerer, chatter: Path | None = None, seed: int = 7) -> None:
        """Take what the bot answers from, and perhaps a file of lines that it must not answer."""
        self._random = random.Random(seed)  # noqa: S311 - an order, not a secret
        self._asked = _golden(answerer)
        self._overheard = list(_phrasings(answerer))
        self._chat = [text for text in [*CHAT, *_lines(chatter)] if _is_silent(answerer, text)]
        self._turn = 0

    def write(self, messages: int) -> list[Written]:
        """So many messages, in any order."""
        asking, overheard = int(messages * ASKING), int(messages * OVERHEARD)
        questions = [self._ask(self._asked, addressed=True) for _ in range(asking)]
        questions += [self._ask(self._overheard, addressed=False) for _ in range(overheard)]
        chat = [self._chatter() for _ in range(messages - asking - overheard)]
        return self._random.sample(questions + chat, messages)

    def ask(self, text: str, entry: str) -> Written:
        """A question to the bot by whoever's turn it is."""
        return Written(self._author(), text, addressed=True, entry=entry)

    def _ask(self, questions: Sequence[tuple[str, str]], *, addressed: bool) -> Written:
        text, entry = self._random.choice(questions)
        return Written(self._author(), text, addressed, entry)

    def _chatter(self) -> Written:
        author = str(FIRST_AUTHOR + self._random.randrange(AUTHORS))
        return Written(author, self._random.choice(self._chat), addressed=False, entry=None)

    def _author(self) -> str:
        self._turn += 1
        return str(FIRST_AUTHOR + self._turn % AUTHORS)


def _golden(answerer: Answerer) -> list[tuple[str, str]]:
    """The golden questions that an entry answers: teaching must not change that."""
    found = [(one.question, one.expected) for one in golden.run(answerer) if one.passed]
    return [(question, entry) for question, entry in found if entry != NO_ENTRY]


def _phrasings(answerer: Answerer) -> Iterator[tuple[str, str]]:
    """Phrasings that are answered where they are overheard, too."""
    for entry in answerer.knowledge.entries:
        for text in entry.phrasings:
            reply = answerer.answer(Question(text, addressed=False))
            if isinstance(reply, Answer) and reply.entry == entry.id:
                yield text, entry.id


def _lines(chatter: Path | None) -> list[str]:
    """What nobody asks the bot: labelled lines, of a file or of ours."""
    files = [chatter] if chatter else sorted(MESSAGES.glob("*.jsonl"))
    lines = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    return [line["text"] for line in lines if line["want"] in ("silence", "no answer")]


def _is_silent(answerer: Answerer, text: str) -> bool:
    return isinstance(answerer.answer(Question(text, addressed=False)), Silence)
