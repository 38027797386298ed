"""A `Reply` becomes a Discord message of components V2."""

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
from bot.platforms.discord import wording
from bot.platforms.discord.buttons import Action, Row, row

CALM = discord.Colour(0x4F7CAC)
MOST_TEXT = 4000  # characters of text in one message of components V2 (Discord's limit)


def public(reply: Reply) -> ui.LayoutView:
    """The reply as others see it, with a button to take it away again."""
    return _view(_container(reply), *_buttons(reply), row(Action.REMOVE))


def private(reply: Reply, *, may_post: bool) -> ui.LayoutView:
    """The reply for one person alone, with a button to post it where they asked."""
    post = [row(Action.POST, reply.entry)] if may_post and isinstance(reply, Answer) else []
    return _view(_container(reply), *_buttons(reply), *post)


def earlier(url: str) -> ui.LayoutView:
    """Points to the same answer, given in the channel a few minutes ago."""
    link: Row = ui.ActionRow(
        ui.Button(label=wording.SHOW_EARLIER, url=url, style=discord.ButtonStyle.link)
    )
    return _view(ui.TextDisplay(wording.EARLIER), link, row(Action.REMOVE))


def note(text: str) -> ui.LayoutView:
    """A few words of the bot about itself, cut where a message ends."""
    return _view(ui.TextDisplay(text if len(text) <= MOST_TEXT else text[: MOST_TEXT - 1] + "…"))


def _container(reply: Reply) -> ui.Container[ui.LayoutView]:
    match reply:
        case Answer():
            texts = _answer(reply)
        case Choices():
            texts = [reply.prompt]
        case NotCovered() | Unknown() | Crisis():
            texts = [reply.text]
        case Silence():
            texts = [wording.NO_QUESTION]
    return ui.Container(*map(ui.TextDisplay, texts), accent_colour=CALM)


def _answer(answer: Answer) -> list[str]:
    warning = [f"**Please note:** {answer.warning}"] if answer.warning else []
    return [
        f"### {answer.title}",
        answer.excerpt,
        *warning,
        f"*{answer.disclaimer}*",
        f"-# Source: {answer.source}. Reviewed {answer.reviewed:%d %B %Y}.",
    ]


def _buttons(reply: Reply) -> list[Row]:
    match reply:
        case Answer(more=True):
            return [row(Action.SHOW_EVERYTHING, reply.entry)]
        case Choices():
            return [row(Action.CHOOSE, option.entry, option.title) for option in reply.options]
        case _:
            return []


def _view(*items: ui.Item[ui.LayoutView]) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)  # its buttons carry all they need, so it never ends
    for item in items:
        view.add_item(item)
    return view
