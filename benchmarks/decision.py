"""What one message of chat costs the bot, beside what it costs discord.py to hand it over.

Ours: the whole `Answerer.answer` of a message that is not addressed to the bot, safety included,
with the shipped knowledge. discord.py's: from the JSON text of a MESSAGE_CREATE to the first line
of `on_message`, as the gateway would bring it, without a network.
"""

import asyncio
import json
from dataclasses import dataclass
from statistics import median
from time import perf_counter_ns

from discord import Client, MemberCacheFlags, Message
from discord.gateway import DiscordWebSocket

from benchmarks.chat import CHAT
from benchmarks.events import guild, message_create
from bot.answering.answerer import Answerer
from bot.answering.replies import Question
from bot.knowledge.loading import load
from bot.platforms.discord.client import intents
from bot.settings import SHIPPED_KNOWLEDGE

ROUNDS = 50


@dataclass(frozen=True, slots=True)
class DecisionFigure:
    """The median over all messages and rounds."""

    ours_us: float
    discord_us: float


def measure() -> DecisionFigure:
    """Both costs, message by message; the first round warms up and does not count."""
    return asyncio.run(_measure())


async def _measure() -> DecisionFigure:
    answerer = Answerer(load(SHIPPED_KNOWLEDGE))
    gateway = Gateway()
    ours, theirs = [], []
    for number in range(ROUNDS + 1):
        for text in CHAT:
            handed_over = await gateway.receive(text)
            start = perf_counter_ns()
            answerer.answer(Question(text, addressed=False))
            decided = perf_counter_ns() - start
            if number > 0:
                ours.append(decided / 1000)
                theirs.append(handed_over / 1000)
    return DecisionFigure(median(ours), median(theirs))


class Gateway(Client):
    """A client that keeps no messages, as the bot does, and a gateway without a socket."""

    def __init__(self) -> None:
        super().__init__(
            intents=intents(listening=True),
            member_cache_flags=MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
        )
        self.loop = asyncio.get_running_loop()
        # What Client.connect does, but for the connection.
        self._gateway = DiscordWebSocket(None, loop=self.loop)  # type: ignore[arg-type]
        self._gateway._dispatch = self.dispatch  # noqa: SLF001
        self._gateway._discord_parsers = self._connection.parsers  # noqa: SLF001
        self._gateway._max_heartbeat_timeout = 60.0  # noqa: SLF001
        self._gateway.shard_id = None
        self._connection.parsers["GUILD_CREATE"](guild())
        self._arrived = 0
        self._count = 0

    async def receive(self, text: str) -> int:
        """Nanoseconds from the text of the event to `on_message`."""
        self._count += 1
        event = json.dumps(message_create(text, self._count))
        start = perf_counter_ns()
        await self._gateway.received_message(event)
        await asyncio.sleep(0)  # on_message is a task of its own
        return self._arrived - start

    async def on_message(self, _message: Message) -> None:
        """Only note the time."""
        self._arrived = perf_counter_ns()
