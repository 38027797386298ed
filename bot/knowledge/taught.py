"""Phrasings that moderators taught the bot, on top of those that stand in the knowledge folder."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from bot.errors import TeachingError
from bot.knowledge.model import Entry, Knowledge, Phrasing, Topic

_Target = TypeVar("_Target", Entry, Topic)


@dataclass(frozen=True, slots=True)
class Taught:
    """A phrasing, and the id of the entry or topic that it leads to."""

    phrasing: str
    target: str


class _Valid(BaseModel):
    phrasing: Phrasing


def taught(knowledge: Knowledge, lessons: Iterable[Taught]) -> Knowledge:
    """The knowledge with the phrasings in their places.

    One whose target is gone, or that a file has by now, is passed over: the files come first.
    """
    known = {key(phrasing) for one in _targets(knowledge) for phrasing in one.phrasings}
    more: defaultdict[str, list[str]] = defaultdict(list)
    for lesson in lessons:
        if key(lesson.phrasing) not in known:
            known.add(key(lesson.phrasing))
            more[lesson.target].append(lesson.phrasing)
    articles = tuple(
        article.model_copy(update={"entries": tuple(_with(one, more) for one in article.entries)})
        for article in knowledge.articles
    )
    return replace(
        knowledge, articles=articles, topics=tuple(_with(one, more) for one in knowledge.topics)
    )


def lesson(knowledge: Knowledge, phrasing: str, target: str) -> Taught:
    """A phrasing that can be taught.

    Raises:
        TeachingError: it is no question on one line, there is no such target, or the phrasing
            leads somewhere already.
    """
    text = worded(phrasing)
    targets = _targets(knowledge)
    if target not in {one.id for one in targets}:
        raise TeachingError(
            f"There is no entry or topic {target!r}: choose one from the list that appears."
        )
    same = key(text)
    for one in targets:
        if same in map(key, one.phrasings):
            raise TeachingError(f"This phrasing stands already under {one.id}.")
    return Taught(text, target)


def worded(phrasing: str) -> str:
    """A phrasing on one line.

    Raises:
        TeachingError: it is too long, or has no word.
    """
    text = " ".join(phrasing.split())
    try:
        _Valid(phrasing=text)
    except ValidationError:
        raise TeachingError(
            "A phrasing is one question of at most 300 characters, with a word in it: shorten it "
            "to what is asked, and teach that with /kb teach."
        ) from None
    return text


def key(phrasing: str) -> str:
    """The same for phrasings that differ in capitals and spaces only."""
    return " ".join(phrasing.split()).casefold()


def _targets(knowledge: Knowledge) -> tuple[Entry | Topic, ...]:
    return (*knowledge.entries, *knowledge.topics)


def _with(target: _Target, more: dict[str, list[str]]) -> _Target:
    if target.id not in more:
        return target
    return target.model_copy(update={"phrasings": (*target.phrasings, *more[target.id])})
