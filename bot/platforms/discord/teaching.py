"""Teaching a phrasing: choose what it leads to, see what would change, confirm."""

from typing import TYPE_CHECKING, Any, TypeAlias

import discord
from discord import ui

from bot.answering.replies import Option
from bot.knowledge.model import Entry, Topic
from bot.knowledge.taught import worded
from bot.moderation.desk import Preview
from bot.moderation.gaps import asked_as
from bot.platforms.discord import gaps, rendering, reports
from bot.platforms.discord.desk_controls import MOST_OPTIONS, Act, button, options
from bot.platforms.discord.escaping import carried, carrying
from bot.platforms.discord.telling import show

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

Press: TypeAlias = "discord.Interaction[AnswersClient]"


async def choose_target(press: Press, phrasing: str) -> None:
    """Offer the entries and topics that the phrasing may be about, the nearest first.

    Raises:
        TeachingError: it is too long for a phrasing.
    """
    asked = worded(phrasing)
    listed = options("What shall it lead to?", Act.TARGET, targets(press, asked))
    hint: ui.TextDisplay[Any] = ui.TextDisplay(
        "-# Not in the list? `/kb teach` finds every entry and topic as you type."
    )
    await show(press, rendering.view(carrying(asked), listed, hint))


def targets(press: Press, typed: str) -> list[Option]:
    """Entries and topics for what is typed, best first; all of them while nothing is."""
    answerer = press.client.library.live.answerer
    every: tuple[Entry | Topic, ...] = (*answerer.knowledge.entries, *answerer.knowledge.topics)
    found = answerer.index.complete(typed, len(every)) or every
    named = [one for one in every if typed and typed.casefold() in one.id]
    return [
        Option(one.id, f"{one.title if isinstance(one, Entry) else one.say} ({one.id})")
        for one in dict.fromkeys((*named, *found, *every))
    ][:MOST_OPTIONS]


async def preview(press: Press, phrasing: str, target: str) -> None:
    """Show what would change, with a button to confirm it.

    Raises:
        TeachingError: the phrasing cannot be taught.
        RecordsError: what was taught before cannot be read.
    """
    if not press.response.is_done():
        await press.response.defer(ephemeral=True, thinking=True)
    found = await press.client.desk.preview(phrasing, target)
    await show(press, _preview(found))


async def confirm(press: Press, target: str) -> None:
    """Teach it, and settle the passed-on questions that are worded so, or ask the same.

    Raises:
        TeachingError: the phrasing cannot be taught.
        RecordsError: it could not be kept.
    """
    phrasing = carried(press.message)
    await press.response.defer()
    settled = asked_as(await gaps.every(press), phrasing)
    done = await press.client.desk.teach(phrasing, target, press.user.id, settled)
    await press.edit_original_response(view=rendering.note(reports.taught(done, len(settled))))


def _preview(found: Preview) -> ui.LayoutView:
    confirming: ui.ActionRow[Any] = ui.ActionRow(
        button(
            "Teach it", Act.CONFIRM, name=found.lesson.target, disabled=bool(found.changes.broken)
        )
    )
    return rendering.view(
        ui.TextDisplay("### Teach this phrasing?"),
        carrying(found.lesson.phrasing),
        ui.TextDisplay(reports.preview(found)),
        confirming,
    )
