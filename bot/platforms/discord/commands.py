"""What members can call: /ask, /topics, /help, /privacy, and "Answer from FAQ" on any message."""

import logging
from typing import TYPE_CHECKING, TypeAlias

import discord
from discord import app_commands

from bot.answering.replies import Crisis, Place, Question
from bot.errors import RecordsError
from bot.platforms.discord import privacy, rendering, wording
from bot.platforms.discord.telling import apologise, show, tell

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

log = logging.getLogger(__name__)

Call: TypeAlias = "discord.Interaction[AnswersClient]"

MOST_CHOICES = 25  # choices of an autocomplete (Discord's limit; one more is an HTTP 400)


@app_commands.command(name="ask", description="Ask about the treatment. Only you see the answer.")
@app_commands.describe(question="Your question, in your own words")
async def ask(interaction: Call, question: app_commands.Range[str, 1, 1000]) -> None:
    """Answer privately."""
    await _answer(interaction, question, asked=question)


@ask.autocomplete("question")
async def known_questions(interaction: Call, typed: str) -> list[app_commands.Choice[str]]:
    """The questions the bot knows, those that fit best what is typed so far first."""
    options = interaction.client.library.live.answerer.suggest(typed)
    return [
        app_commands.Choice(name=option.title, value=option.title)
        for option in options[:MOST_CHOICES]
    ]


@app_commands.command(name="topics", description="Show what I can answer.")
async def topics(interaction: Call) -> None:
    """List all titles, article by article."""
    articles = interaction.client.library.live.answerer.knowledge.articles
    lists = [
        "\n".join([f"### {article.article}", *(f"- {entry.title}" for entry in article.entries)])
        for article in articles
    ]
    await tell(interaction, "\n".join([*lists, wording.HOW_TO_ASK]))


@app_commands.command(name="help", description="Show what I do, and how to ask me.")
async def show_help(interaction: Call) -> None:
    """Tell what there is, in a few lines."""
    await tell(interaction, wording.HELP_FOR_ALL)


@app_commands.command(name="privacy", description="Show what I keep about you, and delete it.")
async def show_privacy(interaction: Call) -> None:
    """List it, with a button to delete it."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    try:
        await show(interaction, await privacy.kept(interaction))
    except RecordsError as error:
        await tell(interaction, str(error))


@app_commands.context_menu(name="Answer from FAQ")
async def answer_from_faq(interaction: Call, message: discord.Message) -> None:
    """Answer somebody's message, to the person who called this first."""
    await _answer(interaction, message.content)


async def failed(interaction: Call, error: app_commands.AppCommandError) -> None:
    """A command raised: the log gets the reason, the person a sentence."""
    log.error("a command failed", exc_info=error)
    await apologise(interaction)


def add_to(tree: app_commands.CommandTree["AnswersClient"]) -> None:
    """Give the tree the members' commands."""
    tree.add_command(ask)
    tree.add_command(topics)
    tree.add_command(show_help)
    tree.add_command(show_privacy)
    tree.add_command(answer_from_faq)
    tree.error(failed)


async def _answer(interaction: Call, text: str, *, asked: str = "") -> None:
    in_guild = interaction.guild is not None
    place = Place.COMMUNITY if in_guild else Place.PRIVATE
    region = interaction.client.servers.of(interaction.guild_id).region
    reply = interaction.client.decide(Question(text, addressed=True, place=place, region=region))
    # Help for a person in danger never waits for a cooldown.
    if isinstance(reply, Crisis) or interaction.client.cooldown.allows(interaction.user.id):
        await show(interaction, rendering.private(reply, may_post=in_guild, asked=asked))
    else:
        await tell(interaction, wording.SLOW_DOWN)
