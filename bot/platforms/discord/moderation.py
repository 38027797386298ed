"""What moderators can call: /kb reload and /kb status."""

import asyncio
from typing import TYPE_CHECKING, TypeAlias

import discord
from discord import app_commands

from bot.errors import ConfigurationError, KnowledgeError
from bot.platforms.discord import reports, wording
from bot.platforms.discord.telling import tell

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

Call: TypeAlias = "discord.Interaction[AnswersClient]"

kb = app_commands.Group(
    name="kb",
    description="The knowledge base, for moderators.",
    guild_only=True,
    default_permissions=discord.Permissions(manage_guild=True),
)


@kb.command(name="reload", description="Read the knowledge files again.")
async def reload(interaction: Call) -> None:
    """Swap in what the files say now, or keep the old answers and list the faults."""
    if not await _allowed(interaction):
        return
    await interaction.response.defer(ephemeral=True, thinking=True)
    try:
        changes = await asyncio.to_thread(interaction.client.library.reload)
    except KnowledgeError as error:
        await tell(interaction, reports.faults(error))
    except ConfigurationError as error:
        await tell(interaction, reports.refused(error))
    else:
        await tell(interaction, reports.changes(changes))


@kb.command(name="status", description="Show what is loaded and how well it answers.")
async def status(interaction: Call) -> None:
    """Show the live edition."""
    if await _allowed(interaction):
        await tell(interaction, reports.status(interaction.client.library.live))


def add_to(tree: app_commands.CommandTree["AnswersClient"]) -> None:
    """Give the tree the moderators' commands."""
    tree.add_command(kb)


async def _allowed(interaction: Call) -> bool:
    """Check again what `default_permissions` only hints at, and tell the person who may not."""
    client, guild = interaction.client, interaction.guild_id
    if not interaction.permissions.manage_guild:
        await tell(interaction, wording.MODERATORS_ONLY)
        return False
    at_home = guild in client.home_guilds if client.home_guilds else len(client.guilds) == 1
    if not at_home:
        await tell(interaction, wording.NOT_THIS_SERVER)
    return at_home
