"""Application commands as Discord gives them back: not as they were sent, but completed."""

from __future__ import annotations

from .payloads import BOT_ID, Json

_BOT_DM = 1

# What Discord leaves out of an option when it has its default value.
_SILENT_DEFAULTS: Json = {"required": False, "autocomplete": False, "options": [], "choices": []}


def completed(command: Json, command_id: str, version: str) -> Json:
    """A stored top-level command.

    A bot that compares what it would send with what it is given has to see through all of this:
    ids, defaults filled in, defaults left out, and permissions that come back as text.
    """
    permissions = command.get("default_member_permissions")
    contexts = command.get("contexts")
    stored = {
        "id": command_id,
        "application_id": BOT_ID,
        "version": version,
        "type": command.get("type") or 1,
        "name": command["name"],
        "description": command.get("description") or "",
        "default_member_permissions": None if permissions is None else str(permissions),
        "dm_permission": _BOT_DM in contexts if contexts else command.get("dm_permission", True),
        "contexts": contexts,
        "integration_types": command.get("integration_types") or [0],
        "nsfw": bool(command.get("nsfw")),
    }
    options = [_option(option) for option in command.get("options") or []]
    return stored | ({"options": options} if options else {})


def localized(command: Json) -> Json:
    """The same command as `?with_localizations=true` shows it, for a command that has none."""
    return command | {"name_localizations": None, "description_localizations": None}


def _option(option: Json) -> Json:
    """A stored option or subcommand."""
    kept = {
        key: value
        for key, value in option.items()
        if not (key in _SILENT_DEFAULTS and value == _SILENT_DEFAULTS[key])
    }
    if "options" in kept:
        kept["options"] = [_option(child) for child in kept["options"]]
    return kept
