"""The frozen values that the knowledge files hold, and the limits they keep to."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError

from bot.knowledge.calibration import CAREFUL, Calibration, Thresholds, fingerprint

NO_ENTRY = "none"  # what a golden question names when no entry may answer it

# The limits keep a whole entry, with its warning and the disclaimer, inside one Discord
# message (4,000 characters), and its title inside one autocomplete choice (100).
EntryId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=50)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\n]*$")]
Title = Annotated[str, StringConstraints(min_length=1, max_length=100, pattern=r"^[^\n]*$")]
Caution = Annotated[str, StringConstraints(min_length=1, max_length=600)]
Body = Annotated[str, StringConstraints(min_length=1, max_length=2400)]


def _with_a_word(text: str) -> str:
    if "\n" in text or not any(map(str.isalnum, text)):
        raise PydanticCustomError("phrasing", "no word, or several lines")
    return text


Phrasing = Annotated[
    str, StringConstraints(min_length=1, max_length=300), AfterValidator(_with_a_word)
]
# YAML has lists only; the values are tuples so that nobody can change them.
Phrasings = Annotated[tuple[Phrasing, ...], Field(min_length=1, strict=False)]


def _visible(text: str) -> str:
    if not text.isprintable():
        raise PydanticCustomError("visible", "several lines, or a character nobody can see")
    return text


# What the crisis card shows, whose limits keep a line of it on one line of a screen.
Region = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Short = Annotated[str, StringConstraints(min_length=1, max_length=60), AfterValidator(_visible)]
Passage = Annotated[str, StringConstraints(min_length=1, max_length=300), AfterValidator(_visible)]
MOST_OF_A_CARD = 1500  # characters: with its headings, far below 1,900
BETWEEN = 8  # characters between the parts of a line


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, str_strip_whitespace=True)


class Entry(_Strict):
    """One thing the bot can answer, as a moderator wrote it."""

    id: EntryId
    title: Title
    text: Body
    must_include: Caution | None = None
    source: Line
    reviewed: date
    review_by: date | None = None  # from then on moderators are asked to look again
    phrasings: Phrasings


class Topic(_Strict):
    """What members ask and the knowledge does not answer, with one sentence on whom to ask.

    A personal one is about a decision that only the person and a provider can make.
    """

    id: EntryId
    kind: Literal["personal"] | None = None
    say: Line
    phrasings: Phrasings


class Article(_Strict):
    """One knowledge file: an article and its entries."""

    article: Title
    entries: Annotated[tuple[Entry, ...], Field(min_length=1, strict=False)]


class TopicsFile(_Strict):
    """The file `topics.yaml`."""

    topics: Annotated[tuple[Topic, ...], Field(strict=False)]


class Synonym(_Strict):
    """A term, and other words for it."""

    term: Phrasing
    also: Phrasings


class SynonymsFile(_Strict):
    """The file `synonyms.yaml`."""

    synonyms: Annotated[tuple[Synonym, ...], Field(strict=False)]


class GoldenQuestion(_Strict):
    """A question and the id of the entry it must reach, or `NO_ENTRY`."""

    question: Phrasing
    entry: EntryId


class GoldenFile(_Strict):
    """The file `golden.yaml`."""

    questions: Annotated[tuple[GoldenQuestion, ...], Field(strict=False)]


class Contact(_Strict):
    """Somebody who helps: who it is, how to reach them, and when a person last verified that."""

    name: Short
    do: Short
    verified_on: date
    source: Passage


class Helpline(Contact):
    """A number to call, and the region where it works."""

    region: Region
    place: Short


Helplines = Annotated[tuple[Helpline, ...], Field(min_length=1, strict=False)]


class CrisisFile(_Strict):
    """The file `crisis.yaml`: what somebody in danger is shown."""

    opening: Passage
    emergency: Helplines
    lines: Helplines
    directory: Contact
    closing: Passage

    @model_validator(mode="after")
    def _fits(self) -> Self:
        lines = [*self.emergency, *self.lines]
        texts = [self.opening, self.closing, self.directory.name, self.directory.do]
        length = sum(map(len, texts)) + sum(
            BETWEEN + len(line.place) + len(line.name) + len(line.do) for line in lines
        )
        if length > MOST_OF_A_CARD:
            raise PydanticCustomError("card", "too long a card")
        return self

    @property
    def regions(self) -> tuple[str, ...]:
        """The regions that have a number, each once, in the order of the file."""
        return tuple(dict.fromkeys(line.region for line in (*self.emergency, *self.lines)))


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything the bot knows at one moment."""

    articles: tuple[Article, ...]
    crisis: CrisisFile
    topics: tuple[Topic, ...] = ()
    golden: tuple[GoldenQuestion, ...] = ()
    synonyms: tuple[Synonym, ...] = ()
    calibration: Calibration | None = None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in the order of the files."""
        return tuple(entry for article in self.articles for entry in article.entries)

    @property
    def thresholds(self) -> Thresholds:
        """From where on the bot speaks."""
        return self.calibration.thresholds if self.calibration else CAREFUL

    @property
    def fingerprint(self) -> str:
        """Tells whether anything changed that decides which entry fits a message."""
        return fingerprint((*self.entries, *self.topics, *self.synonyms))

    @property
    def doubt(self) -> str | None:
        """Why the thresholds may not suit the knowledge, and what to do; None if they do."""
        if self.calibration is None:
            return (
                "The knowledge has no calibration, so the bot goes by careful defaults: run "
                "`python -m bot calibrate` with a file of labelled messages."
            )
        if self.calibration.knowledge != self.fingerprint:
            return (
                f"The knowledge has changed since its calibration of {self.calibration.date}: run "
                "`python -m bot calibrate` again."
            )
        return None
