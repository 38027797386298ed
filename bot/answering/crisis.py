"""The words for somebody in danger, and the quiet line for who only asks about it.

What is said stands in `crisis.yaml`; here it is put in the order that the need asks for.
"""

import re
from collections.abc import Iterable

from bot.answering.signs.outright import Need
from bot.errors import ConfigurationError
from bot.knowledge.model import Contact, CrisisFile, Helpline

# Not every country's number is known here, so the card never speaks of the known ones alone.
EMERGENCY = (
    "If a life is at risk, call your local emergency number or go to the nearest emergency "
    "department:"
)
LISTENING = "To talk to somebody who listens:"
QUIET = "If this is about you or somebody near: {}."

# Suicide, self-harm or overdose, in whatever sense.
_NAMED = re.compile(
    r"\b(suicid\w*|ideation|(passive|active|chronic|my|with|reduces?|for) si|self ?(harm|injur)\w*|"
    r"overdos\w*|od(s|ed|ing)?|lethal|kill(s|ed|ing)? (my|your|one|him|her|them) ?sel\w+|"
    r"(want|wants|wanted|wanting|wish|wishing) to (die|be dead)|"
    r"(end|ends|ended|ending|take|takes|took|taking) (my|your|his|her|their|ones) own life|"
    r"cut(s|ting)? (my|your|one|him|her|them) ?sel\w+)\b"
)


def card(crisis: CrisisFile, region: str | None, need: Need) -> str:
    """The whole card: what is needed first comes first, and the numbers of the region lead."""
    numbers = [EMERGENCY, *_items(_home_first(crisis.emergency, region))]
    lines = [LISTENING, *_items(_home_first(crisis.lines, region)), _anywhere(crisis.directory)]
    parts = [numbers, lines] if need is Need.EMERGENCY else [lines, numbers]
    return "\n\n".join([crisis.opening, *map("\n".join, parts), crisis.closing])


def quiet_line(crisis: CrisisFile, region: str | None) -> str:
    """One line of help under an answer: the region's crisis line, and the directory."""
    here = [_told(line) for line in crisis.lines if line.region == region][:1]
    where = crisis.directory.name if here else _told(crisis.directory)
    return QUIET.format(", or ".join([*here, where]))


def names(plain: str) -> bool:
    """Whether a plain text speaks of suicide, self-harm or overdose at all."""
    return _NAMED.search(plain) is not None


def known_region(crisis: CrisisFile, region: str | None) -> str | None:
    """The region, which has to be one that the card has a number for.

    Raises:
        ConfigurationError: it has none; names those that do.
    """
    if region is None or region in crisis.regions:
        return region
    known = ", ".join(crisis.regions)
    raise ConfigurationError(
        f"CRISIS_REGION is {region!r}, which crisis.yaml does not know: give one of {known}."
    )


def _home_first(lines: Iterable[Helpline], region: str | None) -> list[Helpline]:
    return sorted(lines, key=lambda line: line.region != region)


def _items(lines: Iterable[Helpline]) -> list[str]:
    return [f"- {line.place}: {_told(line)}." for line in lines]


def _anywhere(directory: Contact) -> str:
    return f"- Anywhere else: {_told(directory)}."


def _told(contact: Contact) -> str:
    return f"{contact.name}, {contact.do}"
