"""The Discord client: what the bot asks Discord for, and who serves each event."""

import logging
import time

import discord
from discord import app_commands

from bot.answering.library import Library
from bot.answering.replies import Question, Reply
from bot.platforms.discord import commands, moderation, presses
from bot.platforms.discord.buttons import EntryButton
from bot.platforms.discord.conversation import Conversation
from bot.platforms.discord.limits import Cards, Clock, Cooldown, RecentAnswers
from bot.platforms.discord.sync import sync_if_changed

log = logging.getLogger(__name__)


def intents(*, listening: bool) -> discord.Intents:
    """The least that serves: message content only where the bot reads unaddressed messages."""
    wanted = discord.Intents.none()
    wanted.guilds = wanted.guild_messages = wanted.dm_messages = True
    wanted.message_content = listening
    return wanted


class AnswersClient(discord.Client):
    """The bot on Discord. It keeps no messages and no members in memory."""

    def __init__(
        self,
        library: Library,
        *,
        listen_channels: frozenset[int] = frozenset(),
        home_guilds: frozenset[int] = frozenset(),
        alert_channel: int | None = None,
        clock: Clock = time.monotonic,
    ) -> None:
        super().__init__(
            intents=intents(listening=bool(listen_channels)),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
        )
        self.library = library
        self.home_guilds = home_guilds
        self.alert_channel = alert_channel
        self.cards = Cards(clock)
        self.cooldown = Cooldown(clock)
        self.recent = RecentAnswers(clock)
        # Said outright, since Discord fills it in: what it has can then be compared with ours.
        installs = app_commands.AppInstallationType(guild=True, user=False)
        self.tree = app_commands.CommandTree(self, allowed_installs=installs)
        self._conversation = Conversation(self, listen_channels)
        commands.add_to(self.tree)
        moderation.add_to(self.tree)

    def decide(self, question: Question) -> Reply:
        """The reply to a question, and the one line about it that is logged: never its text."""
        start = time.perf_counter()
        reply = self.library.live.answerer.answer(question)
        log.info(
            "reply kind=%s entry=%s score=%s ms=%.1f",
            reply.kind,
            getattr(reply, "entry", "-"),
            "-" if reply.score is None else f"{reply.score:.1f}",
            (time.perf_counter() - start) * 1000,
        )
        return reply

    async def setup_hook(self) -> None:
        """Before the gateway is reached: buttons of old messages work, commands are known."""
        self.add_dynamic_items(EntryButton)
        await sync_if_changed(self.tree)

    async def pressed(
        self, interaction: "discord.Interaction[AnswersClient]", button: EntryButton
    ) -> None:
        """A button under a reply was pressed."""
        await presses.serve(interaction, button)

    async def on_ready(self) -> None:
        """Connected, and all servers are known."""
        log.info("ready in %d servers", len(self.guilds))

    async def on_message(self, message: discord.Message) -> None:
        """Somebody wrote."""
        await self._conversation.heard(message)

    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Somebody rewrote a message; Discord also sends this when it unfurls a link."""
        if payload.message.edited_at is not None:
            await self._conversation.heard(payload.message)

    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """A message was deleted."""
        await self._conversation.deleted(payload.message_id)

    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """A moderator cleared messages."""
        for message in payload.message_ids:
            await self._conversation.deleted(message)
