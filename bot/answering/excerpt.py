"""Which sentences of an entry's text answer a question best."""

import re

from bot.matching.index import Index

SENTENCES = 3  # an excerpt that is read at a glance in a chat

# A sentence ends at its mark before a space and a capital, a digit or a quote; a line break ends
# one too, so that an item of a list stays whole.
_END = re.compile(r"(?<=[.!?])\s+(?=[\"'A-Z0-9])|\n+")


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order."""
    return [sentence.strip() for sentence in _END.split(text) if sentence.strip()]


def excerpt(index: Index, question: str, text: str) -> tuple[str, bool]:
    """The best sentences in the order of the text, and whether there is more than them."""
    every = sentences(text)
    if len(every) <= SENTENCES:
        return text, False
    scores = index.rank(question, every)
    best = sorted(range(len(every)), key=lambda position: (-scores[position], position))
    return " ".join(every[position] for position in sorted(best[:SENTENCES])), True
