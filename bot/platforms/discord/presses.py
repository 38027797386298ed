"""What each button under a reply does."""

import logging
from typing import TYPE_CHECKING, TypeAlias

import discord

from bot.answering.replies import Answer
from bot.platforms.discord import rendering, wording
from bot.platforms.discord.buttons import Action, EntryButton
from bot.platforms.discord.permissions import missing, title
from bot.platforms.discord.telling import apologise, show, tell

log = logging.getLogger(__name__)

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

Press: TypeAlias = "discord.Interaction[AnswersClient]"


async def serve(interaction: Press, button: EntryButton) -> None:
    """Do what the button says; the person who pressed it always gets an answer."""
    try:
        if button.action is Action.REMOVE:
            await _remove(interaction)
            return
        answerer = interaction.client.library.live.answerer
        answer = answerer.whole(button.entry, helps=button.helps)
        if answer is None:
            await tell(interaction, wording.GONE)
        elif button.action is Action.POST:
            await _post(interaction, answer)
        else:
            await _show(interaction, button.action, answer)
    except discord.HTTPException as error:
        log.warning("button %s failed: %s", button.action.value, error.code)
        await apologise(interaction)
    except Exception:
        log.exception("button %s failed", button.action.value)
        await apologise(interaction)


async def _show(interaction: Press, action: Action, answer: Answer) -> None:
    """In place where only the asker reads it, or where the asker chooses; else privately."""
    message = _message(interaction)
    alone = message.flags.ephemeral or interaction.guild is None
    if alone:
        may_post = interaction.guild is not None
        view = (
            rendering.private(answer, may_post=may_post) if may_post else rendering.public(answer)
        )
        await interaction.response.edit_message(view=view)
    elif action is Action.CHOOSE and await _asked_by(message) == interaction.user.id:
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
    asker = interaction.guild is None or await _asked_by(message) == interaction.user.id
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


async def _asked_by(message: discord.Message) -> int | None:
    """Who asked for the reply: read off Discord each time, since the bot keeps no user ids."""
    if message.interaction_metadata is not None:
        return message.interaction_metadata.user.id
    reference = message.reference
    if reference is None or reference.message_id is None:
        return None
    question = reference.resolved
    if not isinstance(question, discord.Message):
        try:
            question = await message.channel.fetch_message(reference.message_id)
        except discord.HTTPException:
            return None
    return question.author.id
