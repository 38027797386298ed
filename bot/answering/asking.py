"""Whether a message asks anything at all: the gate for messages not addressed to the bot."""

import re

_OPENINGS = frozenset(
    """what whats who whos whom whose when where wheres which why whys how hows is are am was were
    do does did can could will would should has have may might anyone anybody""".split()
)
_FIRST_WORD = re.compile(r"[^\W_]+")


def asks(text: str) -> bool:
    """True for a text with a question mark, or one that opens as a question does."""
    first = _FIRST_WORD.search(text.replace("'", ""))
    return "?" in text or (first is not None and first[0].casefold() in _OPENINGS)
