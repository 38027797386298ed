"""Tells Discord about the slash commands, only when they differ from what it has.

A sync on every start runs into Discord's daily limit on creating commands.
"""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from discord import app_commands

log = logging.getLogger(__name__)

Commands = Sequence[Mapping[str, Any]]

_DERIVED = {"dm_permission"}  # Discord makes it from `contexts`
# What Discord adds, which we never give.
_ADDED = {"id", "application_id", "version", "name_localizations", "description_localizations"}


async def sync_if_changed(tree: app_commands.CommandTree[Any]) -> None:
    """Compare the tree with what Discord has, and sync if they differ."""
    client = tree.client
    ours = [command.to_dict(tree) for command in tree._get_all_commands()]  # noqa: SLF001
    theirs = await client.http.get_global_commands(client.application_id or 0)
    if same_commands(ours, theirs):
        log.info("slash commands are unchanged")
        return
    await tree.sync()
    log.info("slash commands were synced")


def same_commands(ours: Commands, theirs: Commands) -> bool:
    """Whether Discord has exactly our commands, whatever it adds to each."""

    def by_name(commands: Commands) -> dict[tuple[Any, Any], Mapping[str, Any]]:
        return {(command.get("type", 1), command["name"]): command for command in commands}

    mine, known = by_name(ours), by_name(theirs)
    return mine.keys() == known.keys() and all(
        _same(value, known[key].get(part))
        for key, command in mine.items()
        for part, value in command.items()
        if part not in _DERIVED
    )


def _same(ours: Any, theirs: Any) -> bool:  # noqa: ANN401 - JSON of any shape
    """Equal, where Discord may leave out what is empty and writes ids as text."""
    if not ours and not theirs:  # absent, None, False, 0, "" and [] mean the same
        return True
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
        parts = (ours.keys() | theirs.keys()) - _ADDED
        return all(_same(ours.get(part), theirs.get(part)) for part in parts)
    if isinstance(ours, list) and isinstance(theirs, list):
        return len(ours) == len(theirs) and all(map(_same, ours, theirs))
    return str(ours) == str(theirs)
