"""Tells Discord about the slash commands, only when they differ from what it has.

A sync on every start runs into Discord's daily limit on creating commands.
"""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from discord import app_commands

log = logging.getLogger(__name__)

Commands = Sequence[Mapping[str, Any]]

_IGNORED = {"dm_permission"}  # Discord derives it from `contexts`


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
    return mine.keys() == known.keys() and all(_same(mine[key], known[key]) for key in mine)


def _same(ours: Any, theirs: Any) -> bool:  # noqa: ANN401 - JSON of any shape
    """Equal, where Discord may leave out what is empty, add keys, and write ids as text."""
    if isinstance(ours, Mapping):
        return isinstance(theirs, Mapping) and all(
            _same(value, theirs.get(key)) for key, value in ours.items() if key not in _IGNORED
        )
    if isinstance(ours, list) and ours:
        return (
            isinstance(theirs, list) and len(ours) == len(theirs) and all(map(_same, ours, theirs))
        )
    if not ours and not theirs:  # absent, None, False, 0, "" and [] mean the same
        return True
    return ours == theirs or str(ours) == str(theirs)
