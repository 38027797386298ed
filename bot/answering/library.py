"""The live answers, and the transaction that puts new ones in their place."""

import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.answering import golden
from bot.answering.answerer import Answerer
from bot.knowledge.loading import CRISIS, load
from bot.knowledge.model import CrisisFile, Entry, Topic


@dataclass(frozen=True, slots=True)
class Edition:
    """The knowledge of one moment, ready to answer."""

    answerer: Answerer
    golden: tuple[golden.Outcome, ...]
    loaded: datetime


@dataclass(frozen=True, slots=True)
class GoldenChange:
    """A golden question that reaches something else than before."""

    question: str
    before: str
    now: str
    expected: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a reload did, by the ids of entries and topics; the crisis card by its file."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    golden: tuple[GoldenChange, ...]
    edition: Edition


class Library:
    """Holds the live edition. Take `live` once at the top of a call: a reload may swap it."""

    def __init__(self, folder: Path, region: str | None = None) -> None:
        """Load the folder; the crisis lines of `region` come first.

        Raises:
            KnowledgeError: with every fault in the folder.
            ConfigurationError: the crisis card has nothing for that region.
        """
        self._folder = folder
        self._region = region
        self._lock = threading.Lock()
        self._live = _edition(folder, region)

    @property
    def live(self) -> Edition:
        """The edition that answers now."""
        return self._live

    def reload(self) -> Changes:
        """Build a new edition from the folder, then swap it in with one assignment.

        Slow, so call it in a thread.

        Raises:
            KnowledgeError: with every fault; the old edition stays.
            ConfigurationError: the card has lost the region; the old edition stays.
        """
        with self._lock:
            new = _edition(self._folder, self._region)
            changes = _compare(self._live, new)
            self._live = new
        return changes


def _edition(folder: Path, region: str | None) -> Edition:
    answerer = Answerer(load(folder), region=region)
    return Edition(answerer, golden.run(answerer), datetime.now(UTC))


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
        edition=new,
    )
