"""Everybody writes at once while moderators teach and reload: who asked is answered right.

How fast that goes, `make firehose` measures.
"""

from __future__ import annotations

import asyncio
import itertools
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import discord
import pytest
from crisis_file import write_crisis
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.answering.library import Library
from bot.platforms.discord.client import AnswersClient
from bot.platforms.discord.running import connect
from bot.records.database import Database
from bot.records.servers import Preferences

from .payloads import GENERAL_ID, SUPPORT_ID
from .server import TOKEN, LoopbackDiscord
from .shown import Shown

KNOWLEDGE = Path(__file__).parents[1] / "discord_bot" / "knowledge"
CHANNELS = (GENERAL_ID, SUPPORT_ID)
MESSAGES = "/channels/{channel}/messages"
FOLLOW_UP = "/webhooks/{application}/{token}"
FIRST_AUTHOR = 210_000_000_000_000_000
MODERATOR = 7
CROWD = 500
REPLIES = 3  # to one person, which is within what the bot allows in a minute

ASKED = {
    "<@BOT> does it make you nauseous?": "nausea",
    "<@BOT> how long does the relief last?": "relief",
    "<@BOT> can I drive after the infusion?": "driving",
    "when is the session over?": "session",
}
CHATTER = (
    "good morning everyone",
    "how was your week?",
    "lol same",
    "did anybody see the game last night?",
    "I slept eight hours, what a feeling",
    "where can I buy a bicycle?",
)
TAUGHT = {
    "is zarpix a part of it": "nausea",
    "what became of zerpix": "relief",
    "who is afraid of zirpix": "driving",
    "where do I find zorpix": "session",
    "when comes zurpix": "relief",
}
NEW_ARTICLE = """\
article: What is new
entries:
  - id: glumbarine
    title: What is glumbarine?
    text: Glumbarine is nothing but a word that was made up.
    source: The guide
    reviewed: 2026-03-05
    phrasings:
      - tell me about glumbarine
"""


class Crowd:
    """People who write, and the entry that each question is to get."""

    def __init__(self, server: LoopbackDiscord) -> None:
        self.wanted: dict[str, list[str | None]] = {}
        self._server = server
        self._asked = itertools.count()
        self._channels = itertools.cycle(CHANNELS)

    async def chat(self, messages: int) -> None:
        """Mostly chatter; every tenth message is a question, and not always to the bot."""
        questions, chatter = itertools.cycle(ASKED.items()), itertools.cycle(CHATTER)
        for number in range(messages):
            if number % 10:
                await self._server.message(
                    next(chatter),
                    channel=next(self._channels),
                    author=str(FIRST_AUTHOR + number),
                )
            else:
                await self.ask(*next(questions))

    async def ask(self, text: str, entry: str) -> None:
        """A question that is to get this entry."""
        author = str(FIRST_AUTHOR + next(self._asked) // REPLIES)
        written = await self._server.message(text, channel=next(self._channels), author=author)
        self.wanted[written["id"]] = [entry]

    async def answered(self) -> None:
        """Ask a last time in each channel, and wait until every question has a reply."""
        for channel in CHANNELS:
            text, entry = next(iter(ASKED.items()))
            written = await self._server.message(text, channel=channel)
            self.wanted[written["id"]] = [entry]
        await self._server.request("POST", MESSAGES, count=len(self.wanted), within=60)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(KNOWLEDGE, tmp_path / "knowledge"))
    write_crisis(folder)
    return folder


@asynccontextmanager
async def serving(
    server: LoopbackDiscord, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[AnswersClient]:
    """The bot in this process, reading along in both channels of the server."""
    # What `connect` sets for the whole process is to be as before.
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    monkeypatch.setattr(discord.client, "DiscordWebSocket", DiscordWebSocket)
    database = Database(f"sqlite:///{folder.parent}/records.db")
    default = Preferences(listening=tuple(map(int, CHANNELS)))
    async with AnswersClient(
        Library(folder), database, default=default, reads_content=True
    ) as client:
        connection = asyncio.create_task(connect(client, server.api_url, TOKEN))
        await server.ready()
        yield client
        await client.close()
        await connection


async def manage(
    server: LoopbackDiscord, client: AnswersClient, crowd: Crowd, folder: Path
) -> None:
    """Teach and reload; whatever is said to be done is asked for at once."""
    for phrasing, entry in TAUGHT.items():
        await client.desk.teach(phrasing, entry, MODERATOR)
        await crowd.ask(f"<@BOT> {phrasing}", entry)
    (folder / "new.yaml").write_text(NEW_ARTICLE)
    await server.moderate("kb", "reload")
    await server.request("POST", FOLLOW_UP)
    await crowd.ask("<@BOT> tell me about glumbarine", "glumbarine")


async def test_everybody_who_asks_in_a_crowd_is_answered_right_and_nobody_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with LoopbackDiscord() as server, serving(server, folder, monkeypatch) as client:
        crowd = Crowd(server)
        await asyncio.gather(crowd.chat(CROWD), manage(server, client, crowd, folder))
        await crowd.answered()
    assert Shown().replies(server.rest.messages) == crowd.wanted
