"""The file `calibration.yaml`: from where on the bot speaks, and how that was chosen.

`python -m bot calibrate` writes it, at a moderator's word; the bot itself only ever reads it.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import date as day
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from bot.errors import BotError
from bot.knowledge.document import NotText

FILE = "calibration.yaml"

_COMMENT = """\
# From where on the bot speaks. Written by `python -m bot calibrate`: rather than edit it, run that
# again, also when `python -m bot check` says that the knowledge has changed.
#   thresholds  what the bot goes by: scores from 0 to 1; the margin in nats
#   knowledge   the fingerprint of the knowledge that they were chosen for
#   budget      the errors that were allowed, as shares (0.05 is 5 in 100)
#   figures     what the thresholds do with the labelled messages, as shares
"""


def _number(written: object) -> object:
    """Our reader of YAML keeps what is no text as it was written."""
    try:
        return float(written.written) if isinstance(written, NotText) else written
    except ValueError:
        return written


Share = Annotated[float, BeforeValidator(_number), Field(ge=0, le=1)]
Nats = Annotated[float, BeforeValidator(_number), Field(ge=0)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Thresholds(_Strict):
    """From where on the bot speaks."""

    possible: Share  # the score below which nothing fits
    margin: Nats  # by how much the best must lead to be the answer and no choice
    overheard: Share  # the score from which on it answers what was not said to it
    unnamed: Share  # the same, where the message does not even name what the knowledge is about


# For knowledge without a calibration: in doubt it offers a choice, or says nothing.
CAREFUL = Thresholds(possible=0.15, margin=1.5, overheard=0.32, unnamed=0.5)


class Budget(_Strict):
    """The errors that are allowed, as shares of the messages of a kind."""

    wrong: Share = 0.03  # of the questions with an answer: answered with another
    uncovered: Share = 0.04  # of the questions without one: answered all the same
    offered: Share = 0.15  # of the questions without one: offered a choice
    chatter: Share = 0.005  # of what wants no reply: replied to


class Figures(_Strict):
    """What thresholds do with labelled messages, as shares of each kind."""

    right: Share  # of the questions with an answer
    right_or_offered: Share
    wrong: Share
    uncovered: Share
    offered: Share
    chatter: Share
    overheard: Share  # of the questions with an answer, not asked of the bot: answered right


class Calibration(_Strict):
    """Thresholds, and everything that a moderator needs to trust them."""

    thresholds: Thresholds
    date: day
    knowledge: Annotated[str, Field(pattern="^[0-9a-f]{16}$")]
    budget: Budget
    figures: Figures


def fingerprint(known: Iterable[BaseModel]) -> str:
    """A short hash of all that decides which entry fits a message; the order does not matter."""
    told = {"id", "kind", "title", "text", "say", "phrasings", "term", "also"}
    parts = sorted(json.dumps(one.model_dump(mode="json", include=told)) for one in known)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def write(calibration: Calibration, folder: Path) -> Path:
    """Put the calibration into the folder, whole or not at all.

    Raises:
        BotError: the folder cannot be written to.
    """
    path = folder / FILE
    half = folder / f".{FILE}.half"
    try:
        half.write_text(_COMMENT + yaml.safe_dump(calibration.model_dump(), sort_keys=False))
        half.replace(path)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise BotError(f"{path} cannot be written ({reason}): check its permissions.") from None
    return path
