"""Tells the moderators that somebody may be in danger: by a link, never by the words."""

import logging

import discord

from bot.platforms.discord import rendering, wording

log = logging.getLogger(__name__)


async def alert(client: discord.Client, channel: int, message: discord.Message) -> None:
    """Post a link to the message into the moderators' channel, if it is of the same server."""
    moderators = client.get_channel(channel)
    if not isinstance(moderators, discord.TextChannel) or moderators.guild != message.guild:
        log.warning("ALERT_CHANNEL %s is no text channel of this server", channel)
        return
    try:
        await moderators.send(view=rendering.note(wording.alert(message.jump_url)))
    except discord.HTTPException as error:
        log.warning("an alert to channel %s failed: %s", channel, error.code)
