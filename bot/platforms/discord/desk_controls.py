"""The buttons and lists that moderators use. Like those of members they outlive a restart."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Self

import discord
from discord import ui

from bot.answering.replies import Option
from bot.platforms.discord.buttons import MOST_LABEL

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

MOST_OPTIONS = 25  # of a list (Discord's limit)
MOST_OPTION_LABEL = 100  # characters


class Act(Enum):
    """What a control does; its value stands in the custom id, so it must not change."""

    SHOW_GAPS = "gaps"
    TEACH = "teach"
    TARGET = "target"
    CONFIRM = "confirm"
    ANSWER = "answer"
    ENTRY = "entry"
    POST = "post"
    DISMISS = "dismiss"
    LISTENING = "listening"
    ALERT_CHANNEL = "alerts"
    ALERT_ROLE = "role"
    REGION = "region"
    QUIET_HOURS = "quiet"
    DEFAULTS = "defaults"


_STYLES = {
    Act.TEACH: discord.ButtonStyle.primary,
    Act.CONFIRM: discord.ButtonStyle.primary,
    Act.POST: discord.ButtonStyle.primary,
    Act.DISMISS: discord.ButtonStyle.danger,
    Act.DEFAULTS: discord.ButtonStyle.danger,
}
_REST = rf"(?P<act>{'|'.join(act.value for act in Act)}):(?P<number>\d*):(?P<name>[a-z0-9-]*)$"


@dataclass(frozen=True, slots=True)
class Used:
    """What was used: the act, the number and the name it is about, and what was chosen."""

    act: Act
    number: int
    name: str
    chosen: tuple[str, ...]


class _Control:
    """What all of them share: the item as Discord keeps it, and that the client serves it."""

    item: Any  # a button or a list
    match: re.Match[str] | None = None

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],
        item: Any,  # noqa: ANN401 - as above
        match: re.Match[str],
        /,
    ) -> Self:
        """Take the item again, as it stands in the message."""
        del interaction
        control = cls(item)  # type: ignore[call-arg]  # each kind is made of its item
        control.match = match
        return control

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Hand what was used to the client that serves it."""
        if self.match is None:
            return
        chosen = tuple(str(getattr(one, "id", one)) for one in getattr(self.item, "values", ()))
        act, number = Act(self.match["act"]), int(self.match["number"] or 0)
        client: AnswersClient = interaction.client
        await client.moderated(interaction, Used(act, number, self.match["name"], chosen))


class DeskButton(_Control, ui.DynamicItem[ui.Button[Any]], template=f"desk:{_REST}"):
    """A button."""


class DeskList(_Control, ui.DynamicItem[ui.Select[Any]], template=f"desk-list:{_REST}"):
    """A list of words to choose from."""


class DeskChannels(
    _Control, ui.DynamicItem[ui.ChannelSelect[Any]], template=f"desk-channels:{_REST}"
):
    """A list of the server's channels."""


class DeskRoles(_Control, ui.DynamicItem[ui.RoleSelect[Any]], template=f"desk-roles:{_REST}"):
    """A list of the server's roles."""


CONTROLS = (DeskButton, DeskList, DeskChannels, DeskRoles)


def button(
    label: str, act: Act, number: int = 0, name: str = "", *, disabled: bool = False
) -> DeskButton:
    """A button for an act on a question, a page or an entry."""
    style = _STYLES.get(act, discord.ButtonStyle.secondary)
    custom_id = f"desk:{act.value}:{number}:{name}"
    text = label if len(label) <= MOST_LABEL else label[: MOST_LABEL - 1] + "…"
    return DeskButton(ui.Button(label=text, custom_id=custom_id, style=style, disabled=disabled))


def options(
    hint: str, act: Act, listed: Iterable[Option], number: int = 0, default: str | None = None
) -> ui.ActionRow[Any]:
    """A list of which one is chosen; the first 25 of what is given."""
    shown = [
        discord.SelectOption(
            label=one.title[:MOST_OPTION_LABEL], value=one.entry, default=one.entry == default
        )
        for one in listed
    ]
    select: ui.Select[Any] = ui.Select(
        custom_id=f"desk-list:{act.value}:{number}:",
        placeholder=hint,
        options=shown[:MOST_OPTIONS],
    )
    return ui.ActionRow(DeskList(select))


def channels(
    hint: str, act: Act, chosen: Iterable[int], most: int, *kinds: discord.ChannelType
) -> ui.ActionRow[Any]:
    """A list of channels of these kinds, of which up to so many can be chosen, or none."""
    select: ui.ChannelSelect[Any] = ui.ChannelSelect(
        custom_id=f"desk-channels:{act.value}:0:",
        placeholder=hint,
        channel_types=list(kinds),
        min_values=0,
        max_values=most,
        default_values=[
            discord.SelectDefaultValue(id=one, type=discord.SelectDefaultValueType.channel)
            for one in chosen
        ],
    )
    return ui.ActionRow(DeskChannels(select))


def roles(hint: str, act: Act, chosen: int | None) -> ui.ActionRow[Any]:
    """A list of roles, of which one can be chosen, or none."""
    kind = discord.SelectDefaultValueType.role
    defaults = [discord.SelectDefaultValue(id=chosen, type=kind)] if chosen else []
    select: ui.RoleSelect[Any] = ui.RoleSelect(
        custom_id=f"desk-roles:{act.value}:0:",
        placeholder=hint,
        min_values=0,
        max_values=1,
        default_values=defaults,
    )
    return ui.ActionRow(DeskRoles(select))
