"""What people think of an answer: votes, and what else might have helped."""

from typing import TYPE_CHECKING, TypeAlias

import discord

from bot.answering.replies import Answer
from bot.platforms.discord import rendering, wording
from bot.platforms.discord.buttons import Action, EntryButton
from bot.platforms.discord.telling import show, tell
from bot.records import votes

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

Press: TypeAlias = "discord.Interaction[AnswersClient]"


async def vote(interaction: Press, answer: Answer, *, helpful: bool) -> None:
    """Keep the vote of the one who pressed; who did not find help is offered more.

    Raises:
        RecordsError: the vote could not be kept.
    """
    client = interaction.client
    person, today = interaction.user.id, client.today()
    await votes.cast(client.database, answer.entry, person, today, helpful=helpful)
    if helpful:
        await tell(interaction, wording.THANKS)
        return
    options = client.library.live.answerer.related(answer.entry)
    text = wording.NOT_HELPFUL if options else wording.NOT_HELPFUL_ALONE
    await show(interaction, rendering.choices(text, options, EntryButton(Action.ASK_MODERATORS)))


async def related(interaction: Press, answer: Answer) -> None:
    """Offer the neighbours of the entry."""
    options = interaction.client.library.live.answerer.related(answer.entry)
    if options:
        await show(interaction, rendering.choices(wording.RELATED, options))
    else:
        await tell(interaction, wording.NO_RELATED)
