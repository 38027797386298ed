"""What each button under a reply does."""

import logging
from typing import TYPE_CHECKING, TypeAlias

import discord

from bot.answering.replies import Answer
from bot.errors import BotError
from bot.moderation.statistics import CHOSEN
from bot.platforms.discord import feedback, passing_on, privacy, rendering, wording
from bot.platforms.discord.buttons import Action, EntryButton
from bot.platforms.discord.permissions import missing, title
from bot.platforms.discord.telling import apologise, asked_by, show, tell

log = logging.getLogger(__name__)

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

Press: TypeAlias = "discord.Interaction[AnswersClient]"


async def serve(interaction: Press, button: EntryButton) -> None:
    """Do what the button says; the person who pressed it always gets an answer."""
    try:
        await _do(interaction, button)
    except BotError as error:
        await tell(interaction, str(error))
    except discord.HTTPException as error:
        log.warning("button %s failed: %s", button.action.value, error.code)
        await apologise(interaction)
    except Exception:
        log.exception("button %s failed", button.action.value)
        await apologise(interaction)


async def outdated(interaction: Press) -> None:
    """A button or a list of a version of the bot that had others was used."""
    try:
        await tell(interaction, wording.OLD_BUTTON)
    except discord.HTTPException as error:
        log.warning("an old button failed: %s", error.code)


async def _do(interaction: Press, button: EntryButton) -> None:
    match button.action:
        case Action.REMOVE:
            await _remove(interaction)
        case Action.ASK_MODERATORS:
            await passing_on.offer(interaction)
        case Action.FORGET_ME:
            await privacy.forget(interaction)
        case _:
            await _do_with_entry(interaction, button)


async def _do_with_entry(interaction: Press, button: EntryButton) -> None:
    client = interaction.client
    region = client.servers.of(interaction.guild_id).region
    answer = client.library.live.answerer.whole(button.entry, helps=button.helps, region=region)
    if answer is None:
        await tell(interaction, wording.GONE)
        return
    match button.action:
        case Action.HELPFUL | Action.UNHELPFUL as given:
            await feedback.vote(interaction, answer, helpful=given is Action.HELPFUL)
        case Action.RELATED:
            await feedback.related(interaction, answer)
        case Action.POST:
            await _post(interaction, answer)
        case _:
            await _show(interaction, button.action, answer)


async def _show(interaction: Press, action: Action, answer: Answer) -> None:
    """In place where only the asker reads it, or where the asker chooses; else privately."""
    if action is Action.CHOOSE:
        interaction.client.count(CHOSEN, answer.entry)
    message = _message(interaction)
    alone = message.flags.ephemeral or interaction.guild is None
    if alone:
        may_post = interaction.guild is not None
        view = (
            rendering.private(answer, may_post=may_post) if may_post else rendering.public(answer)
        )
        await interaction.response.edit_message(view=view)
    elif action is Action.CHOOSE and await _is_asker(interaction, message):
        await interaction.response.edit_message(view=rendering.public(answer))
        interaction.client.recent.remember(message.channel.id, answer.entry, message.id)
    else:
        await show(interaction, rendering.private(answer, may_post=False))


async def _post(interaction: Press, answer: Answer) -> None:
    """Post a private answer to the channel, as the person who pressed asked for."""
    channel, client = interaction.channel, interaction.client
    if interaction.guild is None or channel is None:
        await tell(interaction, wording.GONE)
        return
    lacking = missing(interaction.app_permissions, channel)
    if lacking or missing(interaction.permissions, channel):
        names = lacking or missing(interaction.permissions, channel)
        await tell(interaction, wording.may_not_post(", ".join(map(title, names))))
        return
    earlier = client.recent.find(channel.id, answer.entry)
    if earlier is not None:
        url = rendering.address(interaction.guild.id, channel.id, earlier)
        await tell(interaction, f"{wording.EARLIER} {url}")
        return
    await interaction.response.edit_message(view=rendering.private(answer, may_post=False))
    posted = await interaction.followup.send(view=rendering.public(answer), wait=True)
    client.recent.remember(channel.id, answer.entry, posted.id)


async def _remove(interaction: Press) -> None:
    message = _message(interaction)
    moderator = interaction.guild is not None and interaction.permissions.manage_messages
    asker = interaction.guild is None or await _is_asker(interaction, message)
    if not (moderator or asker):
        await tell(interaction, wording.NOT_YOURS)
        return
    await interaction.response.defer()
    await interaction.delete_original_response()


def _message(interaction: Press) -> discord.Message:
    message = interaction.message
    if message is None:  # Discord sends the message of every button
        raise RuntimeError("a button without a message")
    return message


async def _is_asker(interaction: Press, message: discord.Message) -> bool:
    asked = await asked_by(message)
    return asked is not None and asked.author == interaction.user.id
