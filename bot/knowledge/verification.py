"""Whether the numbers of the crisis card were verified within a year.

Apart from loading: a bot must not go mute because a date has passed. Only `check` asks.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.errors import Fault
from bot.knowledge.document import Document, Where, parse
from bot.knowledge.loading import CRISIS
from bot.knowledge.model import Contact, CrisisFile

_ADVICE = "verify the number again at its source, and set verified_on to the day you did"


def unverified(folder: Path, today: date) -> list[Fault]:
    """A fault for each number of a valid folder that was not verified in the last 12 months."""
    document = parse(CRISIS, (folder / CRISIS).read_bytes())
    return list(_faults(document, today))


def is_outdated(verified: date, today: date) -> bool:
    """Whether a number was verified more than 12 months ago."""
    return (verified.year + 1, verified.month, verified.day) < (today.year, today.month, today.day)


def _faults(document: Document, today: date) -> Iterator[Fault]:
    for where, contact in _contacts(CrisisFile.model_validate(document.value)):
        day, when = contact.verified_on, None
        if day > today:
            when = "in the future"
        elif is_outdated(day, today):
            when = "more than 12 months ago"
        if when:
            message = f"'{contact.name}' was verified on {day}, {when}: {_ADVICE}"
            yield document.fault((*where, "verified_on"), message)


def _contacts(crisis: CrisisFile) -> Iterator[tuple[Where, Contact]]:
    """Everybody the card names, and where in the file they stand."""
    for key, lines in (("emergency", crisis.emergency), ("lines", crisis.lines)):
        for position, line in enumerate(lines):
            yield (key, position), line
    yield ("directory",), crisis.directory
