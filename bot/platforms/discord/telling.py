"""Saying something to the one person who called or pressed, and never to the channel instead."""

import logging
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

from bot.platforms.discord import rendering, wording

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asked for a reply, and what they wrote, if that can be read."""

    author: int
    text: str = ""


async def tell(interaction: discord.Interaction[Any], text: str) -> None:
    """A few private words."""
    await show(interaction, rendering.note(text))


async def show(
    interaction: discord.Interaction[Any],
    view: ui.LayoutView,
    file: discord.File = discord.utils.MISSING,
) -> None:
    """A private message, as the first answer to the interaction or as a later one."""
    if interaction.response.is_done():
        await interaction.followup.send(view=view, ephemeral=True, file=file)
    else:
        await interaction.response.send_message(view=view, ephemeral=True, file=file)


async def apologise(interaction: discord.Interaction[Any]) -> None:
    """Tell the person that it failed, if Discord still takes an answer."""
    try:
        await tell(interaction, wording.FAILED)
    except discord.HTTPException as error:
        log.warning("an interaction ended before its answer: %s", error.code)


async def asked_by(message: discord.Message) -> Asked | None:
    """Who asked for the reply: read off Discord each time, since the bot keeps no user ids."""
    if message.interaction_metadata is not None:
        return Asked(message.interaction_metadata.user.id)
    reference = message.reference
    if reference is None or reference.message_id is None:
        return None
    question = reference.resolved
    if not isinstance(question, discord.Message):
        try:
            question = await message.channel.fetch_message(reference.message_id)
        except discord.HTTPException:
            return None
    return Asked(question.author.id, question.content)
