"""The buttons under a reply. Each carries all it needs, so it outlives a restart and a reload."""

import re
from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

MOST_LABEL = 80  # characters of a button's label (Discord's limit)

_VOTE = re.compile(r"answers:helpful:(?P<entry>[a-z0-9-]+)")  # stands under every answer

Row = ui.ActionRow[Any]


class Action(Enum):
    """What a button does; its value stands in the button's custom id, so it must not change."""

    SHOW_EVERYTHING = "all"
    CHOOSE = "choose"
    POST = "post"
    REMOVE = "remove"
    HELPFUL = "helpful"
    UNHELPFUL = "unhelpful"
    RELATED = "related"
    ASK_MODERATORS = "ask"
    FORGET_ME = "forget"


_LABELS = {
    Action.SHOW_EVERYTHING: "Show everything",
    Action.POST: "Post to the channel",
    Action.REMOVE: "Remove",
    Action.HELPFUL: "Helpful",
    Action.UNHELPFUL: "Not helpful",
    Action.RELATED: "Related",
    Action.ASK_MODERATORS: "Ask the moderators (without my name)",
    Action.FORGET_ME: "Delete all of it",
}
_STYLES = {
    Action.CHOOSE: discord.ButtonStyle.primary,
    Action.FORGET_ME: discord.ButtonStyle.danger,
}
_ACTIONS = "|".join(action.value for action in Action)


class EntryButton(
    ui.DynamicItem[ui.Button[Any]],
    template=rf"answers:(?P<action>{_ACTIONS}):(?P<entry>[a-z0-9-]*)(?P<help>:help)?$",
):
    """A button that does one thing, most often with one entry.

    With `helps`, what it shows carries the line of help that the reply above it has.
    """

    def __init__(
        self, action: Action, entry: str = "", label: str | None = None, *, helps: bool = False
    ) -> None:
        text = label or _LABELS.get(action, entry)
        super().__init__(
            ui.Button(
                label=text if len(text) <= MOST_LABEL else text[: MOST_LABEL - 1] + "…",
                custom_id=f"answers:{action.value}:{entry}{':help' if helps else ''}",
                style=_STYLES.get(action, discord.ButtonStyle.secondary),
            )
        )
        self.action = action
        self.entry = entry
        self.helps = helps

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Build the button again from what Discord kept of it."""
        del interaction, item
        return cls(Action(match["action"]), match["entry"], helps=bool(match["help"]))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand the press to the client that serves it."""
        client: AnswersClient = interaction.client
        await client.pressed(interaction, self)


def entry_under(components: Iterable[Any]) -> str | None:
    """The entry that the buttons of a message are about; None if it shows no answer."""
    for component in components:
        if match := _VOTE.match(getattr(component, "custom_id", None) or ""):
            return match["entry"]
        if found := entry_under(getattr(component, "children", ())):
            return found
    return None
