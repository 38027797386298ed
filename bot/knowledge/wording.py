"""Says in plain words what pydantic found wrong with a knowledge file."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from textwrap import shorten

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from bot.errors import Fault
from bot.knowledge.document import Document
from bot.knowledge.model import (
    MOST_OF_A_CARD,
    Contact,
    Entry,
    GoldenQuestion,
    Helpline,
    Synonym,
    Topic,
)

_EXAMPLES = {
    "article": "article: Ketamine infusion therapy",
    "entries": "entries: and below it a list, each item starting with '- id:'",
    "id": "id: side-effects",
    "title": "title: Does it have side effects?",
    "text": "text: what the bot answers",
    "must_include": "must_include: the warning that always travels with the answer",
    "source": "source: where the facts come from",
    "reviewed": "reviewed: 2026-01-31",
    "review_by": "review_by: 2027-01-31",
    "phrasings": "phrasings: and below it a list of ways to ask, each starting with '- '",
    "topics": "topics: and below it a list, each item starting with '- id:'",
    "kind": "kind: personal",
    "say": "say: one sentence on whom to ask instead",
    "questions": "questions: and below it a list, each item starting with '- question:'",
    "question": "question: how long does it last?",
    "entry": "entry: the id of an entry, or none",
    "synonyms": "synonyms: and below it a list, each item starting with '- term:'",
    "term": "term: infusion",
    "also": "also: [drip, iv]",
    "opening": "opening: one warm sentence",
    "emergency": "emergency: and below it a list of numbers, each starting with '- region:'",
    "lines": "lines: and below it a list of numbers, each starting with '- region:'",
    "directory": "directory: and below it the keys name, do, verified_on and source",
    "closing": "closing: that nobody has to be alone, and that the bot calls nobody",
    "region": "region: US",
    "place": "place: United States",
    "name": "name: who answers there",
    "do": "do: call or text 988",
    "verified_on": "verified_on: 2026-01-31",
}

_WORDS = {
    "missing": "the key '{key}' is missing: {example}",
    "string_too_short": "{what} is empty: {example}",
    "too_short": "{what} is empty: {example}",
    "string_too_long": "{what} is longer than {most} characters: shorten it",
    "string_pattern_mismatch": "{what} runs over several lines: write it on one",
    "string_type": "{what} is {given}, which is not text: put text in quotes",
    "string_unicode": "{what} holds half a character: write it anew",
    "tuple_type": "{what} is not a list: {example}",
    "model_type": "{what} is not a group of keys: {example}",
    "literal_error": "{what} is {given}: {example}, or leave it out",
    "id": "{what} is {given}: write small letters, digits and single dashes",
    "phrasing": "{what} holds no word, or runs over several lines: write a question on one line",
    "date": "{what} is {given}, which is no date: {example}, without quotes",
    "region": "{what} is {given}: write two capital letters, such as US",
    "visible": "{what} holds a character nobody can see, or runs over several lines: write it anew",
    "card": f"the texts are longer than {MOST_OF_A_CARD:,} characters together: shorten them",
}


def faults(
    document: Document, shape: type[BaseModel], errors: Iterable[ErrorDetails]
) -> Iterator[Fault]:
    """The faults that the errors tell of, each once, with line and what to write instead."""
    listed = list(errors)
    around = {error["loc"][:depth] for error in listed for depth in range(len(error["loc"]))}
    for error in listed:
        where = error["loc"]
        # A list whose items are all wrong is not empty, though pydantic calls it so as well.
        if not (error["type"] == "too_short" and where in around):
            yield document.fault(where, f"{_subject(document, where)}{_explain(error, shape)}")


def recalibrate(document: Document, errors: Iterable[ErrorDetails]) -> Iterator[Fault]:
    """The faults in a calibration, which no person writes: the advice is the same for each."""
    for error in errors:
        name = ".".join(map(str, error["loc"])) or "the file"
        yield document.fault(
            error["loc"],
            f"'{name}' cannot be used ({error['msg']}): delete the file, and run "
            "`python -m bot calibrate` again",
        )


def _subject(document: Document, where: tuple[str | int, ...]) -> str:
    """Names the entry a fault lies in, where it has an id to name it by."""
    match document.value, where:
        case dict(lists), (("entries" | "topics") as key, int(position), *_):
            match lists[key][position]:
                case {"id": str(name)}:
                    return f"{'entry' if key == 'entries' else 'topic'} '{name}': "
    return ""


def _explain(error: ErrorDetails, shape: type[BaseModel]) -> str:
    where = error["loc"]
    if error["type"] == "extra_forbidden":
        return _unknown_key(where, shape)
    if error["type"] == "model_type" and not where:
        keys = " and ".join(f"'{key}:'" for key in shape.model_fields)
        return f"the file is not a group of keys: start it with {keys}"
    key = next((part for part in reversed(where) if isinstance(part, str)), "")
    what = f"an item of '{key}'" if where and isinstance(where[-1], int) else f"'{key}'"
    words = _WORDS.get(_kind(error, key), f"{{what}} cannot be used ({error['msg']}): {{example}}")
    return words.format(
        key=key,
        what=what,
        example=f"write '{_EXAMPLES[key]}'" if key in _EXAMPLES else "see the comment at the top",
        given=shorten(repr(error["input"]), 60, placeholder="..."),
        most=error.get("ctx", {}).get("max_length"),
    )


def _kind(error: ErrorDetails, key: str) -> str:
    """The kind of error as pydantic names it, or as our keys make it."""
    kind = error["type"]
    if kind == "missing":
        return kind
    if error["input"] is None:
        return "too_short"
    if key in ("reviewed", "review_by", "verified_on"):
        return "date"
    if kind == "string_pattern_mismatch" and key in ("id", "entry"):
        return "id"
    if kind == "string_pattern_mismatch" and key == "region":
        return "region"
    return kind


def _unknown_key(where: tuple[str | int, ...], shape: type[BaseModel]) -> str:
    known = _keys_beside(where, shape)
    close = get_close_matches(str(where[-1]), known, n=1)
    advice = f"did you mean '{close[0]}'?" if close else f"the keys are {', '.join(known)}"
    return f"the key '{where[-1]}' is not known: {advice}"


def _keys_beside(where: tuple[str | int, ...], shape: type[BaseModel]) -> list[str]:
    shapes: dict[str, type[BaseModel]] = {
        "entries": Entry,
        "topics": Topic,
        "questions": GoldenQuestion,
        "synonyms": Synonym,
        "emergency": Helpline,
        "lines": Helpline,
        "directory": Contact,
    }
    return list((shapes[str(where[0])] if len(where) > 1 else shape).model_fields)
