"""Which reply belongs to which question, so that the reply can follow an edit or a deletion."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

import discord


@dataclass(slots=True)
class Link:
    """A question's reply, and the lock that lets one event of the question in at a time."""

    reply: discord.PartialMessage | None = None
    followed: bool = False
    edited: datetime | None = None  # when the question was last rewritten, as far as we followed
    removed: bool = False  # somebody took the reply away: it comes back for a new question only
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    holders: int = 0


class Links:
    """The links of the newest questions, by message id; ids only."""

    MOST = 1000

    def __init__(self) -> None:
        self._links: OrderedDict[int, Link] = OrderedDict()

    def __contains__(self, question: int) -> bool:
        return question in self._links

    @asynccontextmanager
    async def hold(self, question: int) -> AsyncIterator[Link]:
        """The question's link, kept afterwards only if it has a reply.

        A deletion that arrives while the reply is on its way waits here, and then finds it.
        """
        link = self._links.setdefault(question, Link())
        link.holders += 1
        try:
            async with link.lock:
                yield link
        finally:
            link.holders -= 1
            if link.reply is None and not link.removed and not link.holders:
                del self._links[question]
            elif len(self._links) > self.MOST:
                self._drop_oldest()

    def _drop_oldest(self) -> None:
        for question, link in self._links.items():
            if not link.holders:
                del self._links[question]
                return

    def restore(self, question: int, reply: discord.PartialMessage) -> None:
        """The reply to a question that was asked before the bot was started."""
        self._links[question] = Link(reply)

    def forget_reply(self, reply: int) -> int | None:
        """The bot's reply was deleted by somebody; returns its question, if it is known."""
        for question, link in self._links.items():
            if link.reply is not None and link.reply.id == reply:
                link.reply, link.removed = None, True
                return question
        return None
