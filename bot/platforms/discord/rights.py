"""Checks again what `default_permissions` only hints at, and tells the person who may not."""

from typing import TYPE_CHECKING, TypeAlias

import discord

from bot.moderation.rights import Refusal, refusal
from bot.platforms.discord.telling import tell

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

Call: TypeAlias = "discord.Interaction[AnswersClient]"


def why_not(interaction: Call) -> Refusal | None:
    """Why the person may not moderate here; None if they may."""
    return refusal(
        manages=interaction.permissions.manage_guild,
        server=interaction.guild_id,
        homes=interaction.client.homes,
    )


async def may_moderate(interaction: Call) -> bool:
    """Whether the person may moderate here; who may not is told why."""
    refused = why_not(interaction)
    if refused:
        await tell(interaction, refused.value)
    return refused is None
