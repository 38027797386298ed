"""The Discord client: what the bot asks Discord for, and who serves each event."""

import asyncio
import logging
import time
from collections.abc import Collection
from datetime import UTC, date, datetime

import discord
from discord import app_commands

from bot.answering.library import Library
from bot.answering.replies import Answer, Crisis, Question, Reply, Silence
from bot.errors import RecordsError
from bot.moderation.desk import Desk
from bot.moderation.preferences import Servers
from bot.moderation.rights import home
from bot.platforms.discord import commands, moderation, presses
from bot.platforms.discord.background import Background
from bot.platforms.discord.buttons import EntryButton
from bot.platforms.discord.conversation import Conversation
from bot.platforms.discord.desk_controls import CONTROLS, Used
from bot.platforms.discord.limits import Cards, Clock, Cooldown, RecentAnswers
from bot.platforms.discord.sync import sync_if_changed
from bot.records.counts import Count
from bot.records.database import Database
from bot.records.pending import Pending
from bot.records.servers import NONE, Preferences

log = logging.getLogger(__name__)

_SERVED = (EntryButton, *CONTROLS)  # what can be pressed or chosen from


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
        database: Database,
        *,
        default: Preferences = NONE,
        home_guilds: frozenset[int] = frozenset(),
        reads_content: bool = False,
        clock: Clock = time.monotonic,
        now: Clock = time.time,
    ) -> None:
        """Take what to answer from, where to keep records, and what the environment chose.

        `clock` measures how much time has passed, `now` tells the time of day.
        """
        super().__init__(
            intents=intents(listening=reads_content),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_messages=None,
        )
        self.library = library
        self.database = database
        self.desk = Desk(library, database, now)
        self.servers = Servers(database, default)
        self.pending = Pending()
        self.home_guilds = home_guilds
        self.cards = Cards(clock)
        self.cooldown = Cooldown(clock)
        self.recent = RecentAnswers(clock)
        self.posting = asyncio.Lock()  # so that two moderators do not post the same answer
        self.background = Background(self)
        # Said outright, since Discord fills it in: what it has can then be compared with ours.
        installs = app_commands.AppInstallationType(guild=True, user=False)
        self.tree = app_commands.CommandTree(self, allowed_installs=installs)
        self._conversation = Conversation(self)
        self._now = now
        commands.add_to(self.tree)
        moderation.add_to(self.tree)

    @property
    def homes(self) -> Collection[int]:
        """The servers from which the knowledge is managed."""
        return home(self.home_guilds, [guild.id for guild in self.guilds])

    def now(self) -> int:
        """The time, in seconds since 1970."""
        return int(self._now())

    def moment(self) -> datetime:
        """The time, as a date and a time of day in UTC."""
        return datetime.fromtimestamp(self._now(), UTC)

    def today(self) -> date:
        """The day, in UTC."""
        return self.moment().date()

    def decide(self, question: Question, *, quiet: bool = False) -> Reply:
        """The reply to a question, and the one line about it that is logged: never its text.

        In quiet hours nothing is said to what was not addressed to the bot, but for a crisis card.
        """
        start = time.perf_counter()
        reply = self.library.live.answerer.answer(question)
        if quiet and not (question.addressed or isinstance(reply, Crisis)):
            reply = Silence(reply.score)
        entry = reply.entry if isinstance(reply, Answer) else ""
        if not isinstance(reply, Silence):
            self.count(reply.kind, entry)
        log.info(
            "reply kind=%s entry=%s score=%s ms=%.1f",
            reply.kind,
            entry or "-",
            "-" if reply.score is None else f"{reply.score:.1f}",
            (time.perf_counter() - start) * 1000,
        )
        return reply

    def count(self, kind: str, entry: str = "") -> None:
        """One more of a kind today, without a word on who or what."""
        self.pending.count(Count(self.today(), kind, entry))

    async def setup_hook(self) -> None:
        """Before the gateway is reached: buttons of old messages work, commands are known."""
        self.add_dynamic_items(*_SERVED)
        await sync_if_changed(self.tree)
        try:
            await self.background.catch_up()
            await self._conversation.remember()
        except RecordsError:
            log.warning("what was taught and chosen is not known until the records can be read")
        self.background.start()

    async def close(self) -> None:
        """Write what is not written yet, and leave."""
        if not self.is_closed():
            await self.background.stop()
            await self.background.flush()
        await super().close()
        await self.database.close()

    async def pressed(
        self, interaction: "discord.Interaction[AnswersClient]", button: EntryButton
    ) -> None:
        """A button under a reply was pressed."""
        await presses.serve(interaction, button)

    async def moderated(
        self, interaction: "discord.Interaction[AnswersClient]", used: Used
    ) -> None:
        """A control of the moderators was used."""
        await moderation.serve(interaction, used)

    async def on_interaction(self, interaction: "discord.Interaction[AnswersClient]") -> None:
        """Somebody did something, of which discord.py passes over what nobody serves any more."""
        used = str(dict(interaction.data or {}).get("custom_id", ""))
        served = any(one.__discord_ui_compiled_template__.fullmatch(used) for one in _SERVED)
        if interaction.type is discord.InteractionType.component and not served:
            await presses.outdated(interaction)

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
