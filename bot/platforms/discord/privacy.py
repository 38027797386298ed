"""/privacy: what is kept about a person, and a button that deletes it."""

from typing import TYPE_CHECKING, Any, TypeAlias

import discord
from discord import ui

from bot.platforms.discord import rendering, wording
from bot.platforms.discord.buttons import Action, EntryButton
from bot.platforms.discord.escaping import shown
from bot.platforms.discord.telling import tell
from bot.records import personal
from bot.records.personal import Kept

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

Call: TypeAlias = "discord.Interaction[AnswersClient]"

MOST_QUESTIONS = 8  # shown, each as long as fits into one message with the others
MOST_OF_ONE = 180  # characters


async def kept(call: Call) -> ui.LayoutView:
    """What is kept about the one who asks.

    Raises:
        RecordsError: it could not be read.
    """
    found = await personal.about(call.client.database, call.user.id)
    items: list[ui.Item[Any]] = [ui.TextDisplay(text) for text in _told(found)]
    if found.votes or found.questions:
        items.append(ui.ActionRow(EntryButton(Action.FORGET_ME)))
    return rendering.view(*items)


async def forget(press: Call) -> None:
    """Delete it.

    Raises:
        RecordsError: nothing was deleted.
    """
    await personal.forget(press.client.database, press.user.id)
    if press.message is not None and press.message.flags.ephemeral:
        await press.response.edit_message(view=rendering.note(wording.FORGOTTEN))
    else:
        await tell(press, wording.FORGOTTEN)


def _told(found: Kept) -> list[str]:
    if not (found.votes or found.questions):
        return [wording.NOTHING_KEPT, wording.NEVER_KEPT]
    lines = [f"- Votes on answers: {found.votes}"] if found.votes else []
    if found.questions:
        lines.append(f"- Questions you passed on to the moderators: {len(found.questions)}")
        lines += [f"  - {shown(one, MOST_OF_ONE)}" for one in found.questions[-MOST_QUESTIONS:]]
    return ["\n".join([wording.KEPT, *lines]), wording.NEVER_KEPT]
