"""The value types that every platform shares: what was asked, and what the bot makes of it.

A reply is decided once, with all its words; a platform only lays it out. There are six kinds,
so that none of them has to stand in for another: no None, no empty text with a meaning.

`help` is one quiet line, shown last, where the question speaks of suicide, self-harm or overdose.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import ClassVar


class Place(Enum):
    """Who else reads the reply, which decides whom it can point to."""

    COMMUNITY = "community"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Question:
    """A message that may ask something.

    `addressed` is true where the bot was spoken to: a mention, a reply to it, a direct
    message, a command. `text` is any text; mentions in it are no words of the question.
    `region` is the one whose crisis lines come first there, if it is not the answerer's own.
    `about` is the entry of the answer that the message replies to, if it replies to one.
    """

    text: str
    addressed: bool
    place: Place = Place.PRIVATE
    region: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The bot is sure. Everything here is shown, the warning and the disclaimer always whole."""

    kind: ClassVar = "answer"
    entry: str
    title: str
    excerpt: str
    warning: str | None
    more: bool
    source: str
    reviewed: date
    disclaimer: str
    score: float
    help: str | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """One of the entries a person can choose."""

    entry: str
    title: str


@dataclass(frozen=True, slots=True)
class Choices:
    """Several entries fit about equally well; the person chooses."""

    kind: ClassVar = "choices"
    prompt: str
    options: tuple[Option, ...]
    score: float
    help: str | None = None


@dataclass(frozen=True, slots=True)
class NotCovered:
    """The question is understood, and the knowledge has no answer to it."""

    kind: ClassVar = "not_covered"
    text: str
    score: float
    help: str | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """The bot was asked and does not know."""

    kind: ClassVar = "unknown"
    text: str
    score: float
    help: str | None = None


@dataclass(frozen=True, slots=True)
class Crisis:
    """Somebody may be in danger: help, and never an excerpt."""

    kind: ClassVar = "crisis"
    text: str
    score: ClassVar = None
    help: ClassVar = None


@dataclass(frozen=True, slots=True)
class Silence:
    """Not for the bot, or not surely enough."""

    kind: ClassVar = "silence"
    score: float
    help: ClassVar = None


Reply = Answer | Choices | NotCovered | Unknown | Crisis | Silence
