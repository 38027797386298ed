"""A member passes a question on to the moderators, without a name: the only text that is kept."""

import logging
from typing import TYPE_CHECKING, Any, TypeAlias

import discord
from discord import ui

from bot.answering.replies import Crisis, Question
from bot.errors import RecordsError
from bot.matching.text import without_links, words
from bot.platforms.discord import alerts, rendering, wording
from bot.platforms.discord.escaping import carried, storable
from bot.platforms.discord.telling import apologise, asked_by, show, tell
from bot.records import passed_on

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

log = logging.getLogger(__name__)

Press: TypeAlias = "discord.Interaction[AnswersClient]"

MOST = 4_000  # characters of a text input (Discord's limit)


class PassOn(ui.Modal, title="Ask the moderators"):
    """Shows the question, to be changed or not, and what is kept of it."""

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question: ui.TextInput[Any] = ui.TextInput(
            style=discord.TextStyle.paragraph, default=question[:MOST] or None, max_length=MOST
        )
        self.add_item(ui.TextDisplay(wording.WHAT_IS_KEPT))
        self.add_item(ui.Label(text=wording.YOUR_QUESTION, component=self._question))

    async def on_submit(self, interaction: Press) -> None:  # type: ignore[override]  # our client
        """Keep the question and tell the moderators; help comes first for who is in danger."""
        if not words(self._question.value):
            await tell(interaction, wording.NO_QUESTION)
            return
        text = storable(self._question.value)
        card = _card(interaction, text)
        if card:
            await show(interaction, rendering.private(card, may_post=False))
        try:
            await _keep(interaction, text)
        except RecordsError as error:
            await tell(interaction, str(error))
            return
        await alerts.passed_on(interaction.client, interaction.guild_id)
        await tell(interaction, wording.PASSED_ON)

    async def on_error(self, interaction: Press, error: Exception) -> None:  # type: ignore[override]
        """Say that it failed; the log gets the kind of error, since its text may be theirs."""
        log.error("passing a question on failed: %s", type(error).__name__)
        await apologise(interaction)


async def offer(interaction: Press) -> None:
    """Open the form, with the question in it if it is of the one who presses."""
    if not interaction.client.cooldown.allows(interaction.user.id):
        await tell(interaction, wording.SLOW_DOWN)
        return
    question = carried(interaction.message)
    if not question and interaction.message is not None:
        asked = await asked_by(interaction.message)
        if asked and asked.author == interaction.user.id:
            question = storable(without_links(asked.text))  # nor the mention of the bot
    await interaction.response.send_modal(PassOn(question))


async def _keep(interaction: Press, text: str) -> None:
    where = (interaction.guild_id, interaction.channel_id if interaction.guild else None)
    client = interaction.client
    await passed_on.add(client.database, text, interaction.user.id, where, client.now())


def _card(interaction: Press, text: str) -> Crisis | None:
    client = interaction.client
    region = client.servers.of(interaction.guild_id).region
    reply = client.library.live.answerer.answer(Question(text, addressed=True, region=region))
    return reply if isinstance(reply, Crisis) else None
