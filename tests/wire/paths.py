"""Path templates such as `/channels/{channel_id}/messages`, as Discord's description has them."""

from __future__ import annotations

import re

Ids = dict[str, str]

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def bind(template: str, path: str) -> Ids | None:
    """The values that `path` gives to the placeholders of `template`; None when it does not fit."""
    names, values = template.strip("/").split("/"), path.strip("/").split("/")
    if len(names) != len(values):
        return None
    ids: Ids = {}
    for name, value in zip(names, values, strict=True):
        placeholder = _PLACEHOLDER.fullmatch(name)
        if placeholder:
            ids[placeholder[1]] = value
        elif name != value:
            return None
    return ids


def literalness(template: str) -> int:
    """How many segments are spelled out: `.../@original` is to win over `.../{message_id}`."""
    return sum(not _PLACEHOLDER.fullmatch(segment) for segment in template.split("/"))
