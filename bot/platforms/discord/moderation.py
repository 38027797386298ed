"""What moderators can call, /kb: each command does one thing, privately, for who may."""

import io
import logging
from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeAlias

import discord
from discord import app_commands

from bot.answering.replies import Place, Question
from bot.errors import BotError
from bot.evaluation.explaining import explain as why
from bot.knowledge.exporting import as_yaml
from bot.moderation.diagnosis import diagnose as checks
from bot.moderation.stale import stale
from bot.moderation.statistics import gather, summary
from bot.platforms.discord import diagnosing, gaps, preferences, rendering, reports, teaching
from bot.platforms.discord.desk_controls import Act, Used
from bot.platforms.discord.escaping import carried
from bot.platforms.discord.rights import may_moderate, why_not
from bot.platforms.discord.telling import apologise, show, tell
from bot.records import history as acts
from bot.records import taught as lessons

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

log = logging.getLogger(__name__)

Call: TypeAlias = "discord.Interaction[AnswersClient]"
P = ParamSpec("P")
_Command: TypeAlias = Callable[Concatenate[Call, P], Coroutine[Any, Any, None]]

MOST_CHOICES = 25  # of an autocomplete, 100 characters each (Discord's limits)
MOST_NAME = 100

kb = app_commands.Group(
    name="kb",
    description="The knowledge base, for moderators.",
    guild_only=True,
    default_permissions=discord.Permissions(manage_guild=True),
)


def _for_moderators(work: _Command[P]) -> _Command[P]:
    """A command for who may moderate: Discord waits, and what comes is for them alone."""

    @wraps(work)
    async def guarded(interaction: Call, /, *args: P.args, **kwargs: P.kwargs) -> None:
        if not await may_moderate(interaction):
            return
        await interaction.response.defer(ephemeral=True, thinking=True)
        try:
            await work(interaction, *args, **kwargs)
        except BotError as error:
            await tell(interaction, reports.refused(error))

    return guarded


@kb.command(name="reload", description="Read the knowledge files again.")
@_for_moderators
async def reload(interaction: Call) -> None:
    """Swap in what the files say now, or keep the old answers and list the faults."""
    changes = await interaction.client.desk.reload(interaction.user.id)
    await tell(interaction, reports.changes(changes))


@kb.command(name="status", description="Show what is loaded, how well it answers, what is stale.")
@_for_moderators
async def status(interaction: Call) -> None:
    """Show the live edition."""
    live = interaction.client.library.live
    old = stale(live.answerer.knowledge, interaction.client.today())
    await tell(interaction, reports.status(live, list(old)))


@kb.command(name="gaps", description="Show what members passed on: teach, answer or dismiss it.")
@_for_moderators
async def show_gaps(interaction: Call) -> None:
    """The first page of passed-on questions."""
    await show(interaction, await gaps.page(interaction))


@kb.command(name="teach", description="Teach a way to ask for an entry or a topic.")
@app_commands.describe(phrasing="How members ask", target="What it shall lead to")
@_for_moderators
async def teach(interaction: Call, phrasing: app_commands.Range[str, 1, 300], target: str) -> None:
    """Show what would change, to be confirmed."""
    await teaching.preview(interaction, phrasing, target)


@kb.command(name="forget-phrasing", description="Take back a phrasing that was taught.")
@app_commands.describe(phrasing="One of those that were taught")
@_for_moderators
async def forget_phrasing(interaction: Call, phrasing: str) -> None:
    """Take it out of the live index at once."""
    changes = await interaction.client.desk.forget(phrasing, interaction.user.id)
    await tell(interaction, reports.forgotten(phrasing, changes))


@kb.command(name="rollback", description="Go back to what was live before the last change.")
@_for_moderators
async def rollback(interaction: Call) -> None:
    """Swap the edition before back in."""
    changes = await interaction.client.desk.rollback(interaction.user.id)
    await tell(interaction, reports.changes(changes, "Rolled back"))


@kb.command(name="history", description="Show who changed what, and its effect.")
@_for_moderators
async def history(interaction: Call) -> None:
    """The newest acts."""
    done = await acts.newest(interaction.client.database)
    await tell(interaction, reports.history(done))


@kb.command(name="explain", description="Show why a message gets the reply that it gets.")
@app_commands.describe(text="A message", overheard="As if it was not said to me")
@_for_moderators
async def explain(interaction: Call, text: str, overheard: bool = False) -> None:  # noqa: FBT001, FBT002 - an option of a command
    """Which rule decided, what was read, and what fits."""
    question = Question(text, addressed=not overheard, place=Place.COMMUNITY)
    answerer = interaction.client.library.live.answerer
    await tell(interaction, reports.explanation(why(answerer, question)))


@kb.command(name="stats", description="Show the last 30 days in a picture.")
@_for_moderators
async def stats(interaction: Call) -> None:
    """The picture, and the same as text beside it."""
    found = await gather(interaction.client.database, interaction.client.today())
    await show(interaction, *await reports.statistics(list(summary(found)), found))


@kb.command(name="settings", description="Choose where I read along, and who is told what.")
@_for_moderators
async def settings(interaction: Call) -> None:
    """What holds in this server."""
    await interaction.client.servers.refresh()
    await show(interaction, preferences.settings(interaction.client, interaction.guild_id or 0))


@kb.command(name="diagnose", description="Find out why I do not answer in a channel.")
@app_commands.describe(channel="The channel")
@_for_moderators
async def diagnose(interaction: Call, channel: discord.TextChannel) -> None:
    """What is wrong, and what to do about it."""
    found = list(checks(await diagnosing.facts(interaction, channel)))
    await tell(interaction, reports.diagnosis(channel.mention, found))


@kb.command(name="export", description="Get what was taught as YAML, for the knowledge files.")
@_for_moderators
async def export(interaction: Call) -> None:
    """The taught phrasings as a file."""
    taught = await lessons.every(interaction.client.database)
    text = as_yaml(taught).encode()
    file = discord.File(io.BytesIO(text), "taught-phrasings.yaml")
    view = rendering.view(
        discord.ui.TextDisplay(reports.exported(len(taught))), discord.ui.File(file)
    )
    await show(interaction, view, file)


@teach.autocomplete("phrasing")
async def passed_on_phrasings(interaction: Call, typed: str) -> list[app_commands.Choice[str]]:
    """What members passed on, the most frequent first."""
    found = [gap.newest.text for gap in await _quietly(interaction, gaps.every)]
    return _choices([(text, text) for text in found if typed.casefold() in text.casefold()])


@teach.autocomplete("target")
async def known_targets(interaction: Call, typed: str) -> list[app_commands.Choice[str]]:
    """Entries and topics, those that fit best what is typed so far first."""
    if why_not(interaction):
        return []
    return _choices([(one.title, one.entry) for one in teaching.targets(interaction, typed)])


@forget_phrasing.autocomplete("phrasing")
async def taught_phrasings(interaction: Call, typed: str) -> list[app_commands.Choice[str]]:
    """What was taught, newest first."""
    found = await _quietly(interaction, lambda call: lessons.every(call.client.database))
    texts = [one.phrasing for one in reversed(found)]
    return _choices([(text, text) for text in texts if typed.casefold() in text.casefold()])


async def serve(press: Call, used: Used) -> None:
    """A control of the moderators was used; whoever used it always gets an answer."""
    try:
        if await may_moderate(press):
            await _act(press, used)
    except BotError as error:
        await tell(press, reports.refused(error))
    except discord.HTTPException as error:
        log.warning("the control %s failed: %s", used.act.value, error.code)
        await apologise(press)
    except Exception:
        log.exception("the control %s failed", used.act.value)
        await apologise(press)


def add_to(tree: app_commands.CommandTree["AnswersClient"]) -> None:
    """Give the tree the moderators' commands."""
    tree.add_command(kb)


async def _act(press: Call, used: Used) -> None:
    match used.act:
        case Act.SHOW_GAPS:
            await gaps.show_page(press, used.number)
        case Act.TEACH:
            await gaps.teach(press, used.number)
        case Act.TARGET:
            await teaching.preview(press, carried(press.message), *used.chosen)
        case Act.CONFIRM:
            await teaching.confirm(press, used.name)
        case Act.ANSWER:
            await gaps.answer(press, used.number)
        case Act.ENTRY:
            await gaps.preview_answer(press, used.number, *used.chosen)
        case Act.POST:
            await gaps.post(press, used.number, used.name)
        case Act.DISMISS:
            await gaps.dismiss(press, used.number)
        case _:
            await preferences.change(press, used)


async def _quietly(call: Call, read: Callable[[Call], Awaitable[Any]]) -> Any:  # noqa: ANN401 - whatever is read
    """What is read, or nothing for who may not and while the database is gone."""
    try:
        return () if why_not(call) else await read(call)
    except BotError:
        return ()


def _choices(found: list[tuple[str, str]]) -> list[app_commands.Choice[str]]:
    fit = [(name, value) for name, value in found if len(value) <= MOST_NAME]
    return [
        app_commands.Choice(name=name[:MOST_NAME], value=value)
        for name, value in fit[:MOST_CHOICES]
    ]
