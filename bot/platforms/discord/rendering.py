"""A `Reply` becomes a Discord message of components V2."""

from collections.abc import Iterator

import discord
from discord import ui

from bot.answering.replies import (
    Answer,
    Choices,
    Crisis,
    NotCovered,
    Reply,
    Silence,
    Unknown,
)
from bot.answering.wording import HELP
from bot.platforms.discord import wording
from bot.platforms.discord.buttons import Action, EntryButton, Row

CALM = discord.Colour(0x4F7CAC)
MOST_TEXT = 4000  # characters of text in one message of components V2 (Discord's limit)


def public(reply: Reply) -> ui.LayoutView:
    """The reply as others see it, with a button to take it away again."""
    return _view(_container(reply), *_rows(reply, [EntryButton(Action.REMOVE)]))


def private(reply: Reply, *, may_post: bool) -> ui.LayoutView:
    """The reply for one person alone, with a button to post it where they asked."""
    if may_post and isinstance(reply, Answer):
        return _view(_container(reply), *_rows(reply, [_button(Action.POST, reply, reply.entry)]))
    return _view(_container(reply), *_rows(reply, []))


def earlier(url: str) -> ui.LayoutView:
    """Points to the same answer, given in the channel a few minutes ago."""
    row: Row = ui.ActionRow(
        ui.Button(label=wording.SHOW_EARLIER, url=url, style=discord.ButtonStyle.link),
        EntryButton(Action.REMOVE),
    )
    return _view(ui.TextDisplay(wording.EARLIER), row)


def address(guild: int, channel: int, message: int) -> str:
    """The address of a message in a server."""
    return f"https://discord.com/channels/{guild}/{channel}/{message}"


def note(text: str) -> ui.LayoutView:
    """A few words of the bot about itself, cut where a message ends."""
    return _view(ui.TextDisplay(text if len(text) <= MOST_TEXT else text[: MOST_TEXT - 1] + "…"))


def _container(reply: Reply) -> ui.Container[ui.LayoutView]:
    items: list[ui.Item[ui.LayoutView]]
    match reply:
        case Answer():
            items = list(_answer(reply))
        case Choices():
            items = [ui.TextDisplay(reply.prompt)]
        case Silence():
            items = [ui.TextDisplay(HELP)]  # only a command shows silence: it must say something
        case NotCovered() | Unknown() | Crisis():
            items = [ui.TextDisplay(reply.text)]
    if reply.help:
        items += [ui.Separator(), ui.TextDisplay(reply.help)]
    return ui.Container(*items, accent_colour=CALM)


def _answer(answer: Answer) -> Iterator[ui.Item[ui.LayoutView]]:
    yield ui.TextDisplay(f"### {answer.title}\n{answer.excerpt}")
    if answer.warning:
        yield ui.Separator()
        yield ui.TextDisplay(f"**Please note:** {answer.warning}")
    yield ui.Separator()
    yield ui.TextDisplay(
        f"*{answer.disclaimer}*\n-# Source: {answer.source}. Reviewed {answer.reviewed:%d %B %Y}."
    )


def _rows(reply: Reply, last: list[EntryButton]) -> list[Row]:
    """The choices one below the other, since titles are long; all else in one row."""
    rows: list[Row] = []
    if isinstance(reply, Choices):
        rows = [
            ui.ActionRow(_button(Action.CHOOSE, reply, option.entry, option.title))
            for option in reply.options
        ]
    elif isinstance(reply, Answer) and reply.more:
        last = [_button(Action.SHOW_EVERYTHING, reply, reply.entry), *last]
    return [*rows, ui.ActionRow(*last)] if last else rows


def _button(action: Action, reply: Reply, entry: str, label: str | None = None) -> EntryButton:
    return EntryButton(action, entry, label, helps=reply.help is not None)


def _view(*items: ui.Item[ui.LayoutView]) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)  # its buttons carry all they need, so it never ends
    for item in items:
        view.add_item(item)
    return view
