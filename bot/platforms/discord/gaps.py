"""Passed-on questions, page by page, each to be taught, answered in the channel, or dismissed."""

from typing import TYPE_CHECKING, Any, TypeAlias

import discord
from discord import ui

from bot.answering.replies import Answer
from bot.moderation.gaps import Gap, gaps, holding
from bot.platforms.discord import rendering, teaching, wording
from bot.platforms.discord.desk_controls import Act, button, options
from bot.platforms.discord.escaping import shown
from bot.platforms.discord.permissions import missing
from bot.platforms.discord.telling import show, tell
from bot.records import passed_on

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

Press: TypeAlias = "discord.Interaction[AnswersClient]"

A_PAGE = 5  # gaps
MOST_OF_A_QUESTION = 250  # characters, in a list of them


async def every(interaction: Press) -> tuple[Gap, ...]:
    """The gaps that concern this server: asked in it, or in a direct message.

    Raises:
        RecordsError: they could not be read.
    """
    client = interaction.client
    found = await passed_on.newest(client.database)
    here = [one for one in found if one.server in (None, interaction.guild_id)]
    return gaps(client.library.live.answerer.index, here)


async def page(interaction: Press, number: int = 0) -> ui.LayoutView:
    """One page of gaps.

    Raises:
        RecordsError: they could not be read.
    """
    found = await every(interaction)
    pages = max(1, -(-len(found) // A_PAGE))
    number = min(number, pages - 1)
    items: list[ui.Item[Any]] = [ui.TextDisplay(_heading(found, number, pages))]
    for gap in found[number * A_PAGE : (number + 1) * A_PAGE]:
        items += [ui.Separator(), ui.TextDisplay(_told(gap)), _acts(gap)]
    if pages > 1:
        items.append(
            ui.ActionRow(
                button("Back", Act.SHOW_GAPS, max(number - 1, 0), "back", disabled=number == 0),
                button("Next", Act.SHOW_GAPS, number + 1, "next", disabled=number == pages - 1),
            )
        )
    return rendering.view(*items)


async def show_page(press: Press, number: int) -> None:
    """Turn to a page in place, or show it where none stands yet."""
    shown_page = await page(press, number)
    if press.message is not None and press.message.flags.ephemeral:
        await press.response.edit_message(view=shown_page)
    else:
        await show(press, shown_page)


async def teach(press: Press, question: int) -> None:
    """Ask what the question shall lead to."""
    if gap := await _still_there(press, question):
        await teaching.choose_target(press, gap.newest.text)


async def answer(press: Press, question: int) -> None:
    """Ask which entry shall be posted where the question was asked."""
    gap = await _still_there(press, question)
    if gap is None:
        return
    if not _writable(press, gap):
        await tell(press, wording.NOT_POSTABLE)
        return
    suggested = press.client.library.live.answerer.suggest(gap.newest.text)
    listed = options("Which entry answers it?", Act.ENTRY, suggested, question)
    await show(press, rendering.view(ui.TextDisplay(_told(gap)), listed))


async def preview_answer(press: Press, question: int, entry: str) -> None:
    """Show the entry as it would be posted."""
    gap = await _still_there(press, question)
    found = await _known(press, entry) if gap else None
    if gap is None or found is None:
        return
    posting = button(f"Post to #{_name(press, gap)}", Act.POST, question, entry)
    view = rendering.private(found, may_post=False)
    view.add_item(ui.ActionRow(posting))
    await press.response.edit_message(view=view)


async def post(press: Press, question: int, entry: str) -> None:
    """Post the entry where the question was asked, once; the question itself is not repeated."""
    async with press.client.posting:
        await _post(press, question, entry)


async def dismiss(press: Press, question: int) -> None:
    """Delete the questions of a gap, and show what is left."""
    if gap := await _still_there(press, question):
        await _settle(press, gap)
        await press.response.edit_message(view=await page(press))


async def _post(press: Press, question: int, entry: str) -> None:
    gap = await _still_there(press, question)
    found = await _known(press, entry) if gap else None
    if gap is None or found is None:
        return
    channel = _writable(press, gap)
    if channel is None:
        await tell(press, wording.NOT_POSTABLE)
        return
    await channel.send(view=_for_the_channel(found))
    await _settle(press, gap)
    done = rendering.note(wording.POSTED.format(channel=channel.mention))
    await press.response.edit_message(view=done)


async def _settle(press: Press, gap: Gap) -> None:
    async with press.client.database.deleting() as connection:
        await passed_on.settle(connection, gap.ids)


async def _still_there(press: Press, question: int) -> Gap | None:
    """The gap that holds the question; tells the moderator if there is none any more."""
    gap = holding(await every(press), question)
    if gap is None:
        await tell(press, wording.SETTLED)
    return gap


async def _known(press: Press, entry: str) -> Answer | None:
    """The whole entry; tells the moderator if the knowledge no longer has it."""
    found = press.client.library.live.answerer.whole(entry)
    if found is None:
        await tell(press, wording.GONE)
    return found


def _writable(press: Press, gap: Gap) -> discord.TextChannel | discord.Thread | None:
    """The channel where the question was asked, if it can be answered there."""
    where, guild = gap.newest.channel, press.guild
    channel = guild.get_channel_or_thread(where) if guild and where else None
    if not isinstance(channel, discord.TextChannel | discord.Thread) or guild is None:
        return None
    return None if missing(channel.permissions_for(guild.me), channel) else channel


def _name(press: Press, gap: Gap) -> str:
    channel = _writable(press, gap)
    return channel.name if channel else "the channel"


def _for_the_channel(found: Answer) -> ui.LayoutView:
    heading: ui.TextDisplay[Any] = ui.TextDisplay(wording.MODERATORS_ANSWER)
    return rendering.view(heading, *rendering.public(found).children)


def _heading(found: tuple[Gap, ...], number: int, pages: int) -> str:
    if not found:
        return "### Passed-on questions\nNone waits."
    turned = f", page {number + 1} of {pages}" if pages > 1 else ""
    questions = sum(len(gap.questions) for gap in found)
    return f"### Passed-on questions\n{questions} in {len(found)} groups{turned}."


def _told(gap: Gap) -> str:
    times = f"asked {len(gap.questions)} times, last" if len(gap.questions) > 1 else "asked"
    text = shown(gap.newest.text, MOST_OF_A_QUESTION)
    return f"{text}\n-# {times} <t:{gap.newest.at}:R>"


def _acts(gap: Gap) -> ui.ActionRow[Any]:
    number = gap.newest.id
    return ui.ActionRow(
        button("Teach", Act.TEACH, number),
        button("Answer in the channel", Act.ANSWER, number),
        button("Dismiss", Act.DISMISS, number),
    )
