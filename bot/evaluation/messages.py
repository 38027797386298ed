"""Labelled messages: what members write, and what they should get. One JSON object a line.

{"text": "how long does it last?", "want": "answer", "entries": ["faq-duration"]}
{"text": "what does it cost?", "want": "no answer"}
{"text": "why is that?", "want": "answer", "entries": ["mechanism"], "about": "benefits"}
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from bot.errors import Fault, MessagesError

EXAMPLE = '{"text": "how long does it last?", "want": "answer", "entries": ["faq-duration"]}'
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Want(StrEnum):
    """What a message should get."""

    ANSWER = "answer"
    NO_ANSWER = "no answer"
    CRISIS = "crisis"
    NOT_CRISIS = "not crisis"
    SILENCE = "silence"


class Message(BaseModel):
    """A message and what it should get; keys that are not known here are passed over."""

    model_config = ConfigDict(frozen=True, strict=True)

    text: str
    want: Want
    entries: tuple[str, ...] = ()  # any of them is right
    about: str | None = None  # the entry of the answer that it replies to, if it replies to one
    kind: str | None = None  # what they are counted under, beside what they want

    @model_validator(mode="after")
    def _answers_name_entries(self) -> Self:
        if (self.want is Want.ANSWER) != bool(self.entries):
            raise PydanticCustomError("entries", "'answer' needs the key 'entries', no other does")
        return self


@dataclass(frozen=True, slots=True)
class Messages:
    """The lines of some files that can be used, and what is wrong with the others."""

    messages: tuple[Message, ...]
    faults: tuple[Fault, ...]


def read(paths: Iterable[Path], entries: Collection[str]) -> Messages:
    """Read the files; `entries` are the ids that there are.

    Raises:
        MessagesError: a file cannot be read, or no line of any can be used.
    """
    found = [one for path in paths for one in _lines(path, entries)]
    messages = tuple(one for one in found if isinstance(one, Message))
    faults = tuple(one for one in found if isinstance(one, Fault))
    if not messages:
        advice = f"There is no message to use: write lines as {EXAMPLE}"
        raise MessagesError("\n".join([*map(str, faults), advice]))
    return Messages(messages, faults)


def _lines(path: Path, entries: Collection[str]) -> Iterator[Message | Fault]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise MessagesError(f"{path} cannot be read ({reason}): name another file.") from None
    for number, line in enumerate(raw.removeprefix(_BYTE_ORDER_MARK).split(b"\n"), 1):
        if line.strip():
            yield _message(path, number, line, entries)


def _message(path: Path, number: int, line: bytes, entries: Collection[str]) -> Message | Fault:
    try:
        message = Message.model_validate_json(line)
    except ValidationError as error:
        return Fault(str(path), number, _explain(error))
    for name in message.entries:
        if name not in entries:
            return Fault(str(path), number, f"there is no entry '{name}': write the id of an entry")
    return message


def _explain(error: ValidationError) -> str:
    first = error.errors()[0]
    key = ".".join(map(str, first["loc"]))
    match first["type"]:
        case "json_invalid" | "model_type":
            return f"not one JSON object: write {EXAMPLE}"
        case "missing":
            return f"the key '{key}' is missing: write {EXAMPLE}"
        case "entries":
            return f"{first['msg']}: write {EXAMPLE}"
        case _:
            return f"'{key}' cannot be used ({first['msg']}): write {EXAMPLE}"
