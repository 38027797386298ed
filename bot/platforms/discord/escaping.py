"""What a person wrote, shown as it was written: no markdown, no ping, and read back unchanged."""

import re
from collections.abc import Iterable
from typing import Any

import discord

CARRIED = 77  # the id of the component whose text a later press reads back
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_PERSON = re.compile(r"<@!?\d+>")  # a mention, as Discord writes it
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
MOST_SHOWN = 1_800  # characters: twice as many, when each is escaped, still fit into a message


def storable(text: str) -> str:
    """The text as it can be kept: without ids of people, half characters and the character 0."""
    whole = text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
    return _PERSON.sub("@somebody", whole).strip()


def escaped(text: str) -> str:
    """The text as Discord shows it letter by letter; a mention in it is no mention."""
    return _PUNCTUATION.sub(r"\\\1", text)


def shown(text: str, most: int = MOST_SHOWN) -> str:
    """The text escaped, cut if it is long."""
    return escaped(text if len(text) <= most else f"{text[: most - 1]}…")


def carrying(text: str) -> discord.ui.TextDisplay[Any]:
    """A component that shows the text, and from which `carried` reads it back."""
    return discord.ui.TextDisplay(escaped(text), id=CARRIED)


def carried(message: discord.Message | None) -> str:
    """The text that a message carries; empty if it carries none."""
    components: Iterable[Any] = message.components if message else ()
    found = (one for one in _walk(components) if getattr(one, "id", None) == CARRIED)
    return _ESCAPED.sub(r"\1", next((one.content for one in found if hasattr(one, "content")), ""))


def _walk(components: Iterable[Any]) -> Iterable[Any]:
    for component in components:
        yield component
        yield from _walk(getattr(component, "children", ()))
