"""Tells the moderators that somebody may be in danger or asks them: never in a member's words."""

import logging
from typing import TYPE_CHECKING

import discord
from discord import ui

from bot.platforms.discord import rendering, wording

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

log = logging.getLogger(__name__)


async def danger(client: "AnswersClient", message: discord.Message) -> None:
    """Post a link to the message into the moderators' channel of its server, if it has one."""
    if message.guild is None:
        return
    role = client.servers.of(message.guild.id).alert_role
    called = f"<@&{role}> " if role else ""
    view = rendering.note(called + wording.alert(message.jump_url))
    await post(client, message.guild.id, view, role)


async def passed_on(client: "AnswersClient", server: int | None) -> None:
    """Tell the moderators that a question waits; one from a direct message goes to every home."""
    homes = [server] if server is not None else client.homes
    for home in homes:
        await post(client, home, rendering.note(wording.QUESTION_WAITS))


async def post(
    client: "AnswersClient", server: int, view: ui.LayoutView, role: int | None = None
) -> bool:
    """Post into the moderators' channel of a server; false where that cannot be done."""
    chosen = client.servers.of(server).alert_channel
    if not chosen:
        return False
    channel = client.get_channel(chosen)
    if not isinstance(channel, discord.TextChannel) or channel.guild.id != server:
        log.warning("the alert channel %s is no text channel of this server", chosen)
        return False
    pings = discord.AllowedMentions(roles=[discord.Object(role)] if role else False)
    try:
        await channel.send(view=view, allowed_mentions=pings)
    except discord.HTTPException as error:
        log.warning("an alert to channel %s failed: %s", chosen, error.code)
        return False
    return True
