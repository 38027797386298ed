"""Who may change what the bot knows."""

from collections.abc import Collection
from enum import Enum


class Refusal(Enum):
    """Why somebody may not, in words for them."""

    NO_MODERATOR = "This is for moderators: it needs the permission Manage Server."
    NOT_AT_HOME = (
        "The knowledge base is not managed from this server. Whoever runs the bot can add this "
        "server's id to HOME_GUILDS."
    )


def home(named: Collection[int], every: Collection[int]) -> Collection[int]:
    """The servers from which the knowledge is managed, of every one where the bot is.

    If none is named, it is the one server where the bot is, and no server while it is in several.
    """
    return named or (every if len(every) == 1 else ())


def refusal(*, manages: bool, server: int | None, homes: Collection[int]) -> Refusal | None:
    """Why a person may not moderate in a server; None if they may."""
    if not manages:
        return Refusal.NO_MODERATOR
    return None if server in homes else Refusal.NOT_AT_HOME
