"""Reads a text for the signs of danger, and tells what each needs first.

A text is read as its plain words (`speech.plain`).
"""

import re
from enum import Enum

from bot.answering.denials import taken_back
from bot.answering.signs.emergency import EMERGENCY
from bot.answering.signs.self_harm import SELF_HARM
from bot.answering.signs.suicide import SUICIDE


class Need(Enum):
    """What somebody in danger needs first; the more urgent one stands first."""

    EMERGENCY = (
        "somebody seems to be in medical danger, so help comes first and nothing is looked up"
    )
    SUICIDE = (
        "somebody seems to think of suicide or self-harm, so help comes first, and nothing else"
    )


SIGNS = {Need.EMERGENCY: EMERGENCY, Need.SUICIDE: SUICIDE + SELF_HARM}
# One after the other: joined into one expression they take twice as long (measured).
_SIGNS = tuple(
    (need, re.compile(rf"\b(?:{sign})\b")) for need, signs in SIGNS.items() for sign in signs
)


def outright(plain: str) -> Need | None:
    """What the signs that a plain text shows need first, if nothing in it takes them back."""
    need = next((need for need, sign in _SIGNS if sign.search(plain)), None)
    return None if need is None or taken_back(plain) else need
