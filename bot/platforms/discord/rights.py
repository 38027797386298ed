"""Checks again what `default_permissions` only hints at, and tells the person who may not."""

from typing import TYPE_CHECKING, TypeAlias

import discord

from bot.moderation.rights import refusal
from bot.platforms.discord.telling import tell

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

Call: TypeAlias = "discord.Interaction[AnswersClient]"


async def may_moderate(interaction: Call) -> bool:
    """Whether the person may moderate here."""
    why_not = refusal(
        manages=interaction.permissions.manage_guild,
        server=interaction.guild_id,
        homes=interaction.client.homes,
    )
    if why_not:
        await tell(interaction, why_not.value)
    return why_not is None
