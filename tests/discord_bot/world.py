"""The server the tests play in, and what a person there can see."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import AsyncMock, Mock

import discord
import pytest
import simcord
from crisis_file import CRISIS
from wire.limits import texts, walk

from bot.answering.crisis import card
from bot.answering.library import Library
from bot.answering.signs.outright import Need
from bot.errors import RecordsError
from bot.platforms.discord.client import AnswersClient
from bot.records import passed_on
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

BUTTON, TEXT_INPUT = 2, 4  # the types of these components

Seen = discord.Message | simcord.ResponseMessage
Person = simcord.MemberActor | simcord.UserHandle  # in a server, or in a direct message


@dataclass
class FakeClock:
    """The time as the bot reads it; it passes when a test says so."""

    now: float = 1_000.0

    def __call__(self) -> float:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class FakeTime:
    """The time of day as the bot reads it: the real one, until a test sets another."""

    moment: datetime | None = None

    def __call__(self) -> float:
        return (self.moment or datetime.now(UTC)).timestamp()


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
    time: FakeTime = field(default_factory=FakeTime)

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
            now=self.time,
        )

    async def restart(self, *, listening: bool = True, home: Iterable[int] = ()) -> None:
        """The process ends and another one comes up; Discord keeps all it has."""
        await self.env.restart_bot(self.new_client(listening=listening, home=home))

    async def with_moderators(self) -> simcord.ChannelHandle:
        """A channel in which the bot tells the moderators what concerns them, from now on."""
        channel = self.guild.create_text_channel("moderators")
        self.alert_channel = channel.id
        await self.restart()
        return channel

    @property
    def client(self) -> AnswersClient:
        assert isinstance(self.env.bot, AnswersClient)
        return self.env.bot

    @property
    def titles(self) -> list[str]:
        """What the entries are called."""
        return [one.title for one in self.library.live.answerer.knowledge.entries]

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

    async def kb(self, command: str, **options: object) -> simcord.ResponseMessage:
        """What Max, the moderator, gets to a command in #general, for him alone."""
        return private(await self.max.slash(self.general, f"kb {command}", **options))

    async def wait(self, *questions: str, channel: simcord.ChannelHandle | None = None) -> None:
        """Bob passed these questions on, one after the other, in the channel or in #general."""
        where = (self.guild.id, (channel or self.general).id)
        for question in questions:
            await passed_on.add(self.database, question, self.bob.id, where, int(self.time()))

    async def waiting(self) -> list[str]:
        """The questions that wait for the moderators, newest first."""
        return [one.text for one in await passed_on.newest(self.database)]

    @asynccontextmanager
    async def at_once(self) -> AsyncIterator[None]:
        """What people do inside reaches the bot at the same moment."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(self.env, "_settle_internal", AsyncMock())
            yield
        await self.env.settle()

    @contextmanager
    def without_records(self) -> Iterator[None]:
        """Inside, the database cannot be reached."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(self.database, "_connected", Mock(side_effect=RecordsError))
            yield

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


def custom_id(message: Seen, start: str) -> str:
    """The id of the first of the message's controls whose id starts so."""
    every = walk(payload(message)["components"])
    ids: list[str] = [one["custom_id"] for one in every if "custom_id" in one]
    return next(one for one in ids if one.startswith(start))


def fields(form: simcord.InteractionResult) -> dict[str, str]:
    """What stands in the fields of a form, by their ids, from top to bottom."""
    assert form.modal is not None, "no form was opened"
    inputs = [one for one in walk(form.modal["components"]) if one["type"] == TEXT_INPUT]
    return {one["custom_id"]: one.get("value") or "" for one in inputs}


def prefilled(form: simcord.InteractionResult) -> str:
    """What stands in the one field of a form before the person writes."""
    (written,) = fields(form).values()
    return written


async def fill_in(
    person: Person, form: simcord.InteractionResult, written: str
) -> simcord.InteractionResult:
    """Write into the one field of a form, and send it."""
    (field,) = fields(form)
    return await person.submit_modal(form, {field: written})


async def pass_on(person: Person, message: Seen, question: str) -> simcord.InteractionResult:
    """Press the button under the message, write the question into the form, and send it."""
    return await fill_in(person, await person.click(message, label=ASK_MODERATORS), question)


def outdate(world: World, message: Seen, label: str, written: str) -> None:
    """Discord keeps the message with what another version of the bot wrote into a button."""
    channel = message.channel.id if isinstance(message, discord.Message) else message.channel_id
    kept = world.env.backend.get_message(channel, message.id)
    (button,) = [one for one in walk(kept.components) if one.get("label") == label]
    button["custom_id"] = written


def private(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    """The answer to a command or a press, which nobody else can read."""
    answer = result.followups[-1] if result.followups else result.response
    assert answer is not None, "the person got no answer"
    assert answer.ephemeral, "everybody can read the answer"
    return answer
