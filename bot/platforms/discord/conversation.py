"""Messages in channels: which of them are for the bot, and a reply that follows its question."""

import logging
from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.answering.replies import Answer, Crisis, Place, Question, Reply, Silence
from bot.moderation.preferences import is_quiet
from bot.platforms.discord import alerts, rendering, wording
from bot.platforms.discord.buttons import entry_under
from bot.platforms.discord.links import Link, Links
from bot.platforms.discord.permissions import Complaints, missing
from bot.records import replies
from bot.records.replies import Replied
from bot.records.servers import Preferences

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

log = logging.getLogger(__name__)


class Conversation:
    """Listens to messages, and to what becomes of them."""

    def __init__(self, client: "AnswersClient") -> None:
        self._client = client
        self._links = Links()
        self._complaints = Complaints()

    async def remember(self) -> None:
        """Take up the replies of the last day, so that they follow their questions on.

        Raises:
            RecordsError: they could not be read.
        """
        client = self._client
        for one in await replies.newest(client.database, Links.MOST, client.now()):
            channel = client.get_partial_messageable(one.channel)
            self._links.restore(one.question, channel.get_partial_message(one.reply))

    async def heard(self, message: discord.Message) -> None:
        """A new message, or one that was edited: reply, mend the reply, or take it away."""
        if message.author.bot or message.webhook_id or message.is_system():
            return
        if not (self._is_for_us(message) or message.id in self._links):
            return
        async with self._links.hold(message.id) as link:
            # Discord also reports an edit when it unfurls a link or a message is pinned.
            if not link.followed or link.edited != message.edited_at:
                link.followed, link.edited = True, message.edited_at
                await self._follow(message, link)

    async def deleted(self, message: int) -> None:
        """A message is gone: a question takes its reply with it."""
        self._client.recent.forget(message)
        question = self._links.forget_reply(message)
        if question is not None:
            self._client.pending.withdrawn(question)
        if message in self._links:
            async with self._links.hold(message) as link:
                await self._withdraw(message, link)

    def _is_for_us(self, message: discord.Message) -> bool:
        return self._is_addressed(message) or self._listens_in(message)

    def _listens_in(self, message: discord.Message) -> bool:
        if message.guild is None:
            return False
        listening = self._client.servers.of(message.guild.id).listening or ()
        channel = message.channel
        parent = channel.parent_id if isinstance(channel, discord.Thread) else channel.id
        return channel.id in listening or parent in listening

    def _is_addressed(self, message: discord.Message) -> bool:
        me = self._client.user
        if message.guild is None or me in message.mentions:
            return True
        # Content that Discord withholds (a reply without a ping, without the intent) cannot
        # be answered, and a reply of stickers alone asks nothing.
        replied = message.reference.resolved if message.reference else None
        return (
            isinstance(replied, discord.Message) and replied.author == me and bool(message.content)
        )

    def _question(self, message: discord.Message, here: Preferences) -> Question:
        return Question(
            text=message.content,
            addressed=self._is_addressed(message),
            place=Place.PRIVATE if message.guild is None else Place.COMMUNITY,
            region=here.region,
            about=_entry_of(message),
        )

    async def _follow(self, message: discord.Message, link: Link) -> None:
        """Make what stands under the question fit what the question says now."""
        reply = self._decide(message)
        if isinstance(reply, Silence):
            await self._withdraw(message.id, link)
            return
        if isinstance(reply, Crisis):
            await self._help(message, reply, link)
            return
        cooldown, asker = self._client.cooldown, message.author.id
        if cooldown.allows(asker):
            earlier = self._earlier(message, reply, link)
            view = rendering.earlier(earlier) if earlier else rendering.public(reply)
            if await self._show(message, link, view):
                self._remember(message, link, None if earlier else reply)
        elif link.reply is None and cooldown.notices(asker):
            await self._show(message, link, rendering.note(wording.SLOW_DOWN))

    async def _help(self, message: discord.Message, card: Crisis, link: Link) -> None:
        """Show the card, which waits for no cooldown, and tell the moderators."""
        if link.reply is not None or self._client.cards.allows(message.author.id):
            await self._show(message, link, rendering.public(card))
        await alerts.danger(self._client, message)

    def _decide(self, message: discord.Message) -> Reply:
        if not self._is_for_us(message):
            return Silence(score=0.0)
        here = self._client.servers.of(message.guild.id if message.guild else None)
        question = self._question(message, here)
        return self._client.decide(question, quiet=is_quiet(here, self._client.moment()))

    def _earlier(self, message: discord.Message, reply: Reply, link: Link) -> str | None:
        """The address of the same answer, if it stands in this channel since a few minutes.

        An answer with a line of help is always given: the one that stands there may have none.
        So is one to who asks on about the answer that stands there, and may get other sentences.
        """
        if not isinstance(reply, Answer) or reply.help or message.guild is None:
            return None
        earlier = self._client.recent.find(message.channel.id, reply.entry)
        own = link.reply.id if link.reply else None
        asked_on = message.reference.message_id if message.reference else None
        if earlier is None or earlier in (own, asked_on):
            return None
        return rendering.address(message.guild.id, message.channel.id, earlier)

    def _remember(self, message: discord.Message, link: Link, shown: Reply | None) -> None:
        """Which entry the reply shows now, if it shows one."""
        if link.reply is None:
            return
        self._client.recent.forget(link.reply.id)
        if isinstance(shown, Answer) and message.guild is not None:
            self._client.recent.remember(message.channel.id, shown.entry, link.reply.id)

    async def _show(self, message: discord.Message, link: Link, view: ui.LayoutView) -> bool:
        """Post or mend the reply; false where Discord does not let us."""
        if link.reply is None and self._lacks_permission(message):
            return False
        try:
            if link.reply is not None:
                await link.reply.edit(view=view)
                return True
            # A question deleted in this moment must not fail: its deletion, which waits for
            # the link, takes the reply away.
            sent = await message.channel.send(
                view=view,
                reference=message.to_reference(fail_if_not_exists=False),
                mention_author=False,
            )
        except discord.HTTPException as error:
            log.warning("a reply in channel %s failed: %s", message.channel.id, error.code)
            return False
        # The ids alone: the message that was sent carries the text it replies to.
        channel = self._client.get_partial_messageable(sent.channel.id)
        link.reply = channel.get_partial_message(sent.id)
        now = self._client.now()
        self._client.pending.replied(Replied(message.id, sent.channel.id, sent.id, now))
        return True

    def _lacks_permission(self, message: discord.Message) -> bool:
        channel, guild = message.channel, message.guild
        if guild is None or isinstance(channel, discord.PartialMessageable):
            return False  # of a thread it has not seen before, discord.py knows no permissions
        lacking = missing(channel.permissions_for(guild.me), channel)
        self._complaints.log(channel.id, lacking)
        return bool(lacking)

    async def _withdraw(self, question: int, link: Link) -> None:
        if link.reply is None:
            return
        reply, link.reply = link.reply, None
        self._client.pending.withdrawn(question)
        try:
            await reply.delete()
        except discord.HTTPException as error:
            log.warning("removing a reply in channel %s failed: %s", reply.channel.id, error.code)


def _entry_of(message: discord.Message) -> str | None:
    """The entry of the reply that a message replies to, read off the buttons under it."""
    replied = message.reference.resolved if message.reference else None
    return entry_under(replied.components) if isinstance(replied, discord.Message) else None
