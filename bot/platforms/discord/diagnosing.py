"""What Discord tells of a channel, for the diagnosis."""

from typing import TYPE_CHECKING, TypeAlias

import discord

from bot.errors import RecordsError
from bot.moderation.diagnosis import Facts
from bot.moderation.preferences import is_quiet
from bot.platforms.discord.permissions import missing, title
from bot.records import passed_on

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

Call: TypeAlias = "discord.Interaction[AnswersClient]"


async def facts(interaction: Call, channel: discord.TextChannel) -> Facts:
    """What holds in the channel for the one who asks."""
    client, guild = interaction.client, channel.guild
    here = client.servers.of(guild.id)
    return Facts(
        lacking=tuple(map(title, missing(channel.permissions_for(guild.me), channel))),
        listening=channel.id in (here.listening or ()),
        reads_content=client.intents.message_content,
        quiet=is_quiet(here, client.moment()),
        cooling_down=client.cooldown.rests(interaction.user.id),
        alerts=_can_write(guild, here.alert_channel),
        records=await _records_answer(client),
    )


def _can_write(guild: discord.Guild, channel_id: int | None) -> bool:
    channel = guild.get_channel(channel_id) if channel_id else None
    if not isinstance(channel, discord.TextChannel):
        return False
    return not missing(channel.permissions_for(guild.me), channel)


async def _records_answer(client: "AnswersClient") -> bool:
    try:
        await passed_on.count(client.database)
    except RecordsError:
        return False
    return True
