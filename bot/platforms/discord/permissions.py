"""Which permissions the bot lacks in a channel, and saying so once instead of failing silently."""

import logging

import discord

log = logging.getLogger(__name__)

# To post a reply: see the channel, write into it, and read the message that is replied to.
_IN_CHANNEL = ("view_channel", "send_messages", "read_message_history")
_IN_THREAD = ("view_channel", "send_messages_in_threads", "read_message_history")


def missing(permissions: discord.Permissions, channel: object) -> tuple[str, ...]:
    """The names of the permissions that posting a reply in the channel still needs."""
    needed = _IN_THREAD if isinstance(channel, discord.Thread) else _IN_CHANNEL
    return tuple(name for name in needed if not getattr(permissions, name))


def title(name: str) -> str:
    """A permission as Discord's settings call it."""
    return name.replace("_", " ").title()


class Complaints:
    """Logs a missing permission once for each channel, not at every message."""

    def __init__(self) -> None:
        self._made: set[tuple[int, str]] = set()

    def log(self, channel: int, names: tuple[str, ...]) -> None:
        """Name each permission that is missing in the channel, the first time only."""
        for name in names:
            if (channel, name) not in self._made:
                self._made.add((channel, name))
                log.warning("cannot reply in channel %s: permission %s is missing", channel, name)
