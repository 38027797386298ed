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
    asking = EntryButton(Action.ASK_MODERATORS)
    helps = answer.help is not None
    await show(interaction, rendering.choices(text, options, asking, helps=helps))


async def related(interaction: Press, answer: Answer) -> None:
    """Offer the neighbours of the entry."""
    options = interaction.client.library.live.answerer.related(answer.entry)
    if options:
        helps = answer.help is not None
        await show(interaction, rendering.choices(wording.RELATED, options, helps=helps))
    else:
        await tell(interaction, wording.NO_RELATED)
