"""Saying something to the one person who called or pressed, and never to the channel instead."""

import logging
from typing import Any

import discord
from discord import ui

from bot.platforms.discord import rendering, wording

log = logging.getLogger(__name__)


async def tell(interaction: discord.Interaction[Any], text: str) -> None:
    """A few private words."""
    await show(interaction, rendering.note(text))


async def show(interaction: discord.Interaction[Any], view: ui.LayoutView) -> None:
    """A private message, as the first answer to the interaction or as a later one."""
    if interaction.response.is_done():
        await interaction.followup.send(view=view, ephemeral=True)
    else:
        await interaction.response.send_message(view=view, ephemeral=True)


async def apologise(interaction: discord.Interaction[Any]) -> None:
    """Tell the person that it failed, if Discord still takes an answer."""
    try:
        await tell(interaction, wording.FAILED)
    except discord.HTTPException as error:
        log.warning("an interaction ended before its answer: %s", error.code)
