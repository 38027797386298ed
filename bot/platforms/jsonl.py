"""Questions and replies as lines of JSON, for other programs: the contract of `ask --json`.

in:  {"id": ..., "text": "...", "addressed": true}
out: {"id": ..., "kind": "...", "entry": ..., "choices": [...], "score": ..., "text": "...",
      "help": ...}
"""

import json
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator

from bot.answering.answerer import Answerer
from bot.answering.replies import Answer, Choices, Question
from bot.platforms import plain

_WANTED = 'give one object a line: {"id": 1, "text": "how long does it last?", "addressed": true}'


def replies(answerer: Answerer, lines: Iterable[bytes]) -> Iterator[str]:
    """One line of JSON for each line read, in order; a bad line gets an error, the rest goes on."""
    for line in lines:
        try:
            # An id such as NaN is no JSON, though Python would read and write it.
            yield json.dumps(_reply(answerer, line), allow_nan=False)
        except (ValueError, RecursionError):  # RecursionError: json, at thousands of brackets
            yield json.dumps({"id": None, "error": f"the line cannot be read: {_WANTED}"})


def _reply(answerer: Answerer, line: bytes) -> dict[str, object]:
    # Chat may hold half a surrogate pair; surrogatepass lets it through as it is. Some programs
    # begin a file with a byte order mark.
    match json.loads(line.removeprefix(BOM_UTF8).decode("utf-8", "surrogatepass")):
        case {"id": name, "text": str(text), "addressed": bool(addressed)}:
            reply = answerer.answer(Question(text, addressed))
        case _:
            raise ValueError
    return {
        "id": name,
        "kind": reply.kind,
        "entry": reply.entry if isinstance(reply, Answer) else None,
        "choices": [option.entry for option in reply.options] if isinstance(reply, Choices) else [],
        "score": reply.score,
        "text": plain.text(reply),
        "help": reply.help,
    }
