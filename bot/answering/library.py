"""The live answers, and how new ones are drafted and put in their place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.answering import golden
from bot.answering.answerer import Answerer
from bot.knowledge.loading import CRISIS, load
from bot.knowledge.model import CrisisFile, Entry, Knowledge, Topic
from bot.knowledge.taught import Taught, taught


@dataclass(frozen=True, slots=True)
class Edition:
    """The knowledge of one moment, ready to answer."""

    files: Knowledge  # as the folder had it, without what was taught
    lessons: tuple[Taught, ...]
    answerer: Answerer
    golden: tuple[golden.Outcome, ...]
    loaded: datetime

    @property
    def passed(self) -> int:
        """How many golden questions were answered as expected."""
        return sum(outcome.passed for outcome in self.golden)


@dataclass(frozen=True, slots=True)
class GoldenChange:
    """A golden question that reaches something else than before."""

    question: str
    before: str
    now: str
    expected: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a new edition changes, by the ids of entries and topics; the crisis card by its file."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    golden: tuple[GoldenChange, ...]
    before: Edition
    edition: Edition

    @property
    def broken(self) -> tuple[GoldenChange, ...]:
        """The golden questions that were answered as expected and would no longer be."""
        return tuple(one for one in self.golden if one.before == one.expected)


class Library:
    """Holds the live edition. Take `live` once at the top of a call: `publish` may swap it.

    A new edition is drafted, which takes a while and changes nothing, and then published with one
    assignment. Whoever does so lets nobody else between the two.
    """

    def __init__(self, folder: Path, region: str | None = None) -> None:
        """Load the folder; the crisis lines of `region` come first.

        Raises:
            KnowledgeError: with every fault in the folder.
            ConfigurationError: the crisis card has nothing for that region.
        """
        self._folder = folder
        self._region = region
        self._live = self._edition(load(folder), ())
        self._previous: Edition | None = None

    @property
    def live(self) -> Edition:
        """The edition that answers now."""
        return self._live

    def draft_from_files(self, lessons: Iterable[Taught]) -> Changes:
        """What the folder has now, with what was taught. Slow, so call it in a thread.

        Raises:
            KnowledgeError: with every fault.
            ConfigurationError: the card has lost the region.
        """
        return _compare(self._live, self._edition(load(self._folder), tuple(lessons)))

    def draft(self, lessons: Iterable[Taught]) -> Changes:
        """What is live now, with other lessons. Slow, so call it in a thread."""
        return _compare(self._live, self._edition(self._live.files, tuple(lessons)))

    def draft_of_previous(self) -> Changes | None:
        """The edition before the live one, if there is one."""
        return _compare(self._live, self._previous) if self._previous else None

    def publish(self, changes: Changes, *, undoable: bool = True) -> None:
        """Put the new edition in place of the live one, to which one can go back if `undoable`."""
        self._previous, self._live = self._live if undoable else None, changes.edition

    def _edition(self, files: Knowledge, lessons: tuple[Taught, ...]) -> Edition:
        answerer = Answerer(taught(files, lessons), region=self._region)
        return Edition(files, lessons, answerer, golden.run(answerer), datetime.now(UTC))


def _by_id(edition: Edition) -> dict[str, Entry | Topic | CrisisFile]:
    knowledge = edition.answerer.knowledge
    known: tuple[Entry | Topic, ...] = (*knowledge.entries, *knowledge.topics)
    return {one.id: one for one in known} | {CRISIS: knowledge.crisis}


def _compare(old: Edition, new: Edition) -> Changes:
    before, now = _by_id(old), _by_id(new)
    return Changes(
        added=tuple(name for name in now if name not in before),
        changed=tuple(name for name in now if name in before and now[name] != before[name]),
        removed=tuple(name for name in before if name not in now),
        golden=tuple(
            GoldenChange(outcome.question, was, outcome.reached, outcome.expected)
            for outcome in new.golden
            if (was := golden.reached(old.answerer, outcome.question)) != outcome.reached
        ),
        before=old,
        edition=new,
    )
