"""Every error the bot raises on purpose. The message of each may be shown to a person.

BotError                  something went wrong that a person can act on
├── ConfigurationError    the operator has a setting to change
├── KnowledgeError        the knowledge folder has faults to mend
├── MessagesError         the labelled messages cannot be used
├── RecordsError          the database cannot be used now
├── TeachingError         a phrasing cannot be taught
└── ChoiceError           a setting of a server cannot be chosen
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """What the process tells its supervisor; 78 is EX_CONFIG of BSD's sysexits.h."""

    STOPPED = 0
    FAILURE = 1
    CONFIGURATION = 78


class BotError(Exception):
    """An error whose message says what happened and what to do."""

    exit_code = ExitCode.FAILURE


class ConfigurationError(BotError):
    """A setting is missing or wrong; restarting without changing it cannot help."""

    exit_code = ExitCode.CONFIGURATION


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend in a file: where it is, and what to write instead."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class KnowledgeError(BotError):
    """The knowledge folder cannot be used; `faults` lists everything there is to mend."""

    exit_code = ExitCode.CONFIGURATION
    MOST = 500  # faults in the message; nobody reads on, and a broken file may have thousands

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: (fault.file, fault.line)))
        left = len(self.faults) - self.MOST
        more = [f"... and {left} more faults"] if left > 0 else []
        super().__init__("\n".join([*map(str, self.faults[: self.MOST]), *more]))


class MessagesError(BotError):
    """A file of labelled messages cannot be read, or has too little in it."""


class RecordsError(BotError):
    """The database is gone or locked; answers go on without it."""

    def __init__(self) -> None:
        super().__init__(
            "My records cannot be reached at the moment, so nothing was saved or changed. Please "
            "try again in a few minutes."
        )


class TeachingError(BotError):
    """A phrasing cannot be taught as it is."""


class ChoiceError(BotError):
    """What a moderator chose for a server is not allowed."""
