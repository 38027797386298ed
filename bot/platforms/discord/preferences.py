"""/kb settings: what holds in this server, with lists to change it."""

import logging
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

import discord
from discord import ui

from bot.answering.replies import Option
from bot.errors import BotError
from bot.moderation.preferences import QuietHours, quiet_hours, read_quiet_hours
from bot.platforms.discord import rendering
from bot.platforms.discord.desk_controls import Act, Used, button, channels, options, roles
from bot.platforms.discord.rights import may_moderate
from bot.platforms.discord.telling import apologise, show, tell
from bot.records.servers import NOBODY, NONE, Preferences

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

log = logging.getLogger(__name__)

Press: TypeAlias = "discord.Interaction[AnswersClient]"

MOST_CHANNELS = 25  # to listen in
NO_REGION = "none"  # of the list
NOBODY_CHOSE = "As whoever runs me set it"

HEADING = (
    "### Settings of this server\n"
    "What you choose here holds at once. What nobody chose is as whoever runs the bot set it."
)
NO_CONTENT = (
    "-# Discord does not give me the text of messages that do not mention me. Whoever runs me has "
    "to switch on the Message Content Intent and restart me, before I can read along."
)


def settings(client: "AnswersClient", server: int) -> ui.LayoutView:
    """What holds, and the lists to change it."""
    now = client.servers.of(server)
    regions = client.library.live.answerer.knowledge.crisis.regions
    listed = [Option(NO_REGION, NOBODY_CHOSE), *(Option(name, name) for name in regions)]
    hours = quiet_hours(now)
    items: list[ui.Item[Any]] = [
        ui.TextDisplay(HEADING),
        ui.TextDisplay("**Channels in which I read along**"),
        _listening(_here(client, server, now.listening or ())),
        ui.TextDisplay("**The moderators' channel**: who may be in danger, and what is passed on"),
        _alerts(_here(client, server, [now.alert_channel or NOBODY])),
        ui.TextDisplay("**Role that is mentioned** when somebody may be in danger"),
        roles("No role is mentioned", Act.ALERT_ROLE, now.alert_role),
        ui.TextDisplay("**Region** whose crisis lines come first"),
        options("Region", Act.REGION, listed, default=now.region or NO_REGION),
        ui.TextDisplay(f"**Quiet hours**, in which I do not speak unasked: {hours or 'none'}"),
        ui.ActionRow(
            button("Quiet hours", Act.QUIET_HOURS), button("Back to the defaults", Act.DEFAULTS)
        ),
    ]
    if now.listening and not client.intents.message_content:
        items.append(ui.TextDisplay(NO_CONTENT))
    return rendering.view(*items)


async def change(press: Press, used: Used) -> None:
    """Keep what was chosen, and show what holds now.

    Raises:
        RecordsError: it could not be kept.
    """
    if press.guild_id is None:
        return
    if used.act is Act.QUIET_HOURS:
        hours = quiet_hours(press.client.servers.of(press.guild_id))
        await press.response.send_modal(QuietHoursForm(hours))
        return
    await _keep(press, _changed(press.client.servers.chosen(press.guild_id), used))


class QuietHoursForm(ui.Modal, title="Quiet hours"):
    """From when until when the bot does not speak unasked."""

    def __init__(self, hours: QuietHours | None) -> None:
        super().__init__()
        start, end = hours.clock if hours else ("", "")
        zone = hours.time_zone if hours else ""
        self._start: ui.TextInput[Any] = _input(start, "22:00")
        self._end: ui.TextInput[Any] = _input(end, "07:00")
        self._zone: ui.TextInput[Any] = _input(zone, "Europe/Berlin")
        self.add_item(ui.Label(text="From", component=self._start))
        self.add_item(ui.Label(text="Until", component=self._end))
        self.add_item(ui.Label(text="Time zone", component=self._zone))

    async def on_submit(self, interaction: Press) -> None:  # type: ignore[override]  # our client
        """Keep the hours; nothing in any field ends them."""
        if interaction.guild_id is None or not await may_moderate(interaction):
            return
        chosen = interaction.client.servers.chosen(interaction.guild_id)
        written = (self._start.value, self._end.value, self._zone.value)
        try:
            hours = read_quiet_hours(*written) if any(one.strip() for one in written) else None
            await _keep(interaction, with_hours(chosen, hours))
        except BotError as error:
            await tell(interaction, str(error))

    async def on_error(self, interaction: Press, error: Exception) -> None:  # type: ignore[override]
        """Say that it failed."""
        log.error("keeping quiet hours failed", exc_info=error)
        await apologise(interaction)


def with_hours(chosen: Preferences, hours: QuietHours | None) -> Preferences:
    """The preferences with these quiet hours."""
    if hours is None:
        return replace(chosen, quiet_from=None, quiet_until=None, time_zone=None)
    start, end, zone = hours.start, hours.end, hours.time_zone
    return replace(chosen, quiet_from=start, quiet_until=end, time_zone=zone)


async def _keep(press: Press, chosen: Preferences) -> None:
    if press.guild_id is None:
        return
    await press.client.servers.choose(press.guild_id, chosen)
    view = settings(press.client, press.guild_id)
    if press.message is not None and press.message.flags.ephemeral:
        await press.response.edit_message(view=view)
    else:
        await show(press, view)


def _changed(chosen: Preferences, used: Used) -> Preferences:
    first = used.chosen[0] if used.chosen else None
    match used.act:
        case Act.LISTENING:
            return replace(chosen, listening=tuple(map(int, used.chosen)))
        case Act.ALERT_CHANNEL:
            return replace(chosen, alert_channel=int(first) if first else NOBODY)
        case Act.ALERT_ROLE:
            return replace(chosen, alert_role=int(first) if first else None)
        case Act.REGION:
            return replace(chosen, region=None if first == NO_REGION else first)
        case _:
            return NONE


def _here(client: "AnswersClient", server: int, chosen: Iterable[int]) -> list[int]:
    """Those that are channels of this server: a default may be another's, and any may be gone."""
    guild = client.get_guild(server)
    return [one for one in chosen if guild and guild.get_channel(one)]


def _listening(chosen: list[int]) -> ui.ActionRow[Any]:
    kinds = (discord.ChannelType.text, discord.ChannelType.forum)
    shown = chosen[:MOST_CHANNELS]
    return channels("Only where I am mentioned", Act.LISTENING, shown, MOST_CHANNELS, *kinds)


def _alerts(chosen: list[int]) -> ui.ActionRow[Any]:
    return channels("Nobody is told", Act.ALERT_CHANNEL, chosen, 1, discord.ChannelType.text)


def _input(default: str, example: str) -> ui.TextInput[Any]:
    return ui.TextInput(default=default or None, placeholder=example, required=False, max_length=50)
