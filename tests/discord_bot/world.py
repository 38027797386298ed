"""The server the tests play in, and what a person there can see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import discord
import simcord
from crisis_file import CRISIS
from wire.limits import texts, walk

from bot.answering.crisis import card
from bot.answering.library import Library
from bot.answering.signs import Need
from bot.platforms.discord.client import AnswersClient
from bot.records.database import Database
from bot.records.servers import Preferences

NAUSEA = "does it make you nauseous?"  # reaches the entry nausea, of which an excerpt is shown
RELIEF = "how long does the relief last?"
SESSION = "when is the session over?"
DRIVING = "can I drive after the infusion?"
QUESTIONS = (NAUSEA, RELIEF, SESSION, DRIVING)
EITHER = "how long does it last?"  # the relief, or a session?
NOWHERE = "where can I buy a bicycle?"
PRICE = "does my insurance pay for it?"  # a topic that is not covered
DANGER = "I want to end it all"
CARD = card(CRISIS, region=None, need=Need.SUICIDE)  # what is shown to who says so
STATEMENT = "nausea after the infusion"  # a phrasing, word by word, that asks nothing

FEEDBACK = ["Helpful", "Not helpful", "Related"]  # the buttons under every answer
ASK_MODERATORS = "Ask the moderators (without my name)"

BUTTON = 2  # the type of this component

Seen = discord.Message | simcord.ResponseMessage


@dataclass
class FakeClock:
    """The time as the bot reads it; it passes when a test says so."""

    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class World:
    """A server with #help, where the bot reads along, and #general, where it does not."""

    env: simcord.Env
    guild: simcord.GuildHandle
    help: simcord.ChannelHandle
    general: simcord.ChannelHandle
    ann: simcord.MemberActor
    bob: simcord.MemberActor
    max: simcord.MemberActor  # a moderator: Manage Server and Manage Messages
    folder: Path
    library: Library
    database: Database
    clock: FakeClock = field(default_factory=FakeClock)
    alert_channel: int | None = None

    def new_client(self, *, listening: bool = True, home: Iterable[int] = ()) -> AnswersClient:
        default = Preferences(
            listening=(self.help.id,) if listening else (), alert_channel=self.alert_channel
        )
        return AnswersClient(
            self.library,
            self.database,
            default=default,
            home_guilds=frozenset(home),
            reads_content=listening,
            clock=self.clock,
        )

    async def restart(self, *, listening: bool = True, home: Iterable[int] = ()) -> None:
        """The process ends and another one comes up; Discord keeps all it has."""
        await self.env.restart_bot(self.new_client(listening=listening, home=home))

    @property
    def client(self) -> AnswersClient:
        assert isinstance(self.env.bot, AnswersClient)
        return self.env.bot

    @property
    def mention(self) -> str:
        assert self.env.bot.user is not None
        return self.env.bot.user.mention

    def replies(self, channel: simcord.ChannelHandle) -> list[discord.Message]:
        """What the bot has said in the channel, for all to read, oldest first."""
        assert self.env.bot.user is not None
        me = self.env.bot.user.id
        return [
            message
            for message in channel.history()
            if message.author.id == me and not message.flags.ephemeral
        ]

    def reply(self, channel: simcord.ChannelHandle) -> discord.Message:
        """The one thing the bot has said in the channel."""
        replies = self.replies(channel)
        assert len(replies) == 1, [text(reply) for reply in replies]
        return replies[0]

    def sent(self, method: str, ending: str = "") -> list[Any]:
        """The bodies of the bot's requests whose path ends so, oldest first."""
        return [
            request.json
            for request in self.env.http_requests
            if request.method == method and request.path.endswith(ending)
        ]


def payload(message: Seen) -> dict[str, Any]:
    """The message's components as Discord keeps them."""
    if isinstance(message, simcord.ResponseMessage):
        return {"components": message.components}
    return {"components": [component.to_dict() for component in message.components]}


def text(message: Seen) -> str:
    """All that the message says, line by line."""
    return "\n".join(texts(payload(message)))


def labels(message: Seen) -> list[str]:
    """The labels of the message's buttons, from top to bottom."""
    return labels_in(payload(message)["components"])


def labels_in(components: list[dict[str, Any]]) -> list[str]:
    """The labels of the buttons among the components."""
    return [one["label"] for one in walk(components) if one["type"] == BUTTON]


def links(message: Seen) -> list[str]:
    """The addresses that the message's buttons lead to."""
    return [one["url"] for one in walk(payload(message)["components"]) if one.get("url")]


def private(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    """The answer to a command or a press, which nobody else can read."""
    answer = result.followups[-1] if result.followups else result.response
    assert answer is not None, "the person got no answer"
    assert answer.ephemeral, "everybody can read the answer"
    return answer
