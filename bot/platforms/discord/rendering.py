"""A `Reply` becomes a Discord message of components V2."""

from collections.abc import Iterator, Sequence

import discord
from discord import ui

from bot.answering.replies import (
    Answer,
    Choices,
    Crisis,
    NotCovered,
    Option,
    Reply,
    Silence,
    Unknown,
)
from bot.answering.wording import HELP
from bot.platforms.discord import wording
from bot.platforms.discord.buttons import Action, EntryButton, Row
from bot.platforms.discord.escaping import carrying, storable

CALM = discord.Colour(0x4F7CAC)
MOST_TEXT = 4000  # characters of text in one message of components V2 (Discord's limit)

Item = ui.Item[ui.LayoutView]


def public(reply: Reply) -> ui.LayoutView:
    """The reply as others see it, with a button to take it away again."""
    return view(_container(reply), *_rows(reply, [EntryButton(Action.REMOVE)]))


def private(reply: Reply, *, may_post: bool, asked: str = "") -> ui.LayoutView:
    """The reply for one person alone, with a button to post it where they asked.

    A question that may be passed on to the moderators stands above the reply, from where it is
    read when the person presses for that: it is kept nowhere else.
    """
    last: list[EntryButton] = []
    if may_post and isinstance(reply, Answer):
        last = [_button(Action.POST, reply, reply.entry)]
    above: list[Item] = []
    question = storable(asked)
    if question and _may_pass_on(reply):
        above = [ui.TextDisplay(wording.YOU_ASKED), carrying(question)]
    return view(*above, _container(reply), *_rows(reply, last))


def choices(
    text: str, options: Sequence[Option], *last: EntryButton, helps: bool = False
) -> ui.LayoutView:
    """Entries to choose from, with the line of help if it `helps`, and what else one can do."""
    rows = [_choice(option, helps=helps) for option in options]
    if last:
        rows.append(ui.ActionRow(*last))
    return view(ui.TextDisplay(text), *rows)


def earlier(url: str) -> ui.LayoutView:
    """Points to the same answer, given in the channel a few minutes ago."""
    row: Row = ui.ActionRow(
        ui.Button(label=wording.SHOW_EARLIER, url=url, style=discord.ButtonStyle.link),
        EntryButton(Action.REMOVE),
    )
    return view(ui.TextDisplay(wording.EARLIER), row)


def address(guild: int, channel: int, message: int) -> str:
    """The address of a message in a server."""
    return f"https://discord.com/channels/{guild}/{channel}/{message}"


def note(text: str) -> ui.LayoutView:
    """A few words of the bot about itself, cut where a message ends."""
    return view(ui.TextDisplay(text if len(text) <= MOST_TEXT else text[: MOST_TEXT - 1] + "…"))


def view(*items: Item) -> ui.LayoutView:
    """A message of these items; its buttons carry all they need, so it never ends."""
    whole = ui.LayoutView(timeout=None)
    for item in items:
        whole.add_item(item)
    return whole


def _container(reply: Reply) -> ui.Container[ui.LayoutView]:
    items: list[Item]
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


def _answer(answer: Answer) -> Iterator[Item]:
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
        rows = [_choice(option, helps=reply.help is not None) for option in reply.options]
    if isinstance(reply, Answer):
        last = [*_under(reply), *last]
    elif _may_pass_on(reply):
        last = [EntryButton(Action.ASK_MODERATORS), *last]
    return [*rows, ui.ActionRow(*last)] if last else rows


def _under(answer: Answer) -> Iterator[EntryButton]:
    yield _button(Action.HELPFUL, answer, answer.entry)
    yield _button(Action.UNHELPFUL, answer, answer.entry)
    yield _button(Action.RELATED, answer, answer.entry)
    if answer.more:
        yield _button(Action.SHOW_EVERYTHING, answer, answer.entry)


def _may_pass_on(reply: Reply) -> bool:
    return isinstance(reply, Choices | NotCovered | Unknown)


def _choice(option: Option, *, helps: bool) -> Row:
    return ui.ActionRow(EntryButton(Action.CHOOSE, option.entry, option.title, helps=helps))


def _button(action: Action, reply: Reply, entry: str) -> EntryButton:
    return EntryButton(action, entry, helps=reply.help is not None)
