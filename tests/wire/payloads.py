"""Discord's objects, complete enough for discord.py to read: one guild, two channels, two members.

Shapes follow Discord's API v10; only what a client reads unconditionally or what matters here.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

BOT_ID = "200000000000000001"
HUMAN_ID = "200000000000000002"
OWNER_ID = "200000000000000003"
MODERATOR_ID = "200000000000000004"
GUILD_ID = "300000000000000001"
GENERAL_ID = "400000000000000001"
SUPPORT_ID = "400000000000000002"
BOT_ROLE_ID = "500000000000000001"

MENTION = f"<@{BOT_ID}>"
GUILD_MESSAGES = 1 << 9
MESSAGE_CONTENT = 1 << 15
COMPONENTS_V2 = 1 << 15

_JOINED = "2024-01-01T00:00:00.000000+00:00"
_DISCORD_EPOCH_MS = 1_420_070_400_000
_MAY_READ_AND_WRITE = 1 << 6 | 1 << 10 | 1 << 11 | 1 << 14 | 1 << 16 | 1 << 31 | 1 << 38
_MAY_MANAGE_THE_GUILD = 1 << 5
_MAY_READ_MESSAGES = 1 << 19  # application flag: a small bot with that intent switched on


def snowflakes() -> Iterator[str]:
    """Ids that carry the present time, as Discord's do: a bot may judge a message's age by it."""
    for count in itertools.count():
        yield str(int(time.time() * 1000 - _DISCORD_EPOCH_MS) << 22 | count)


def user(user_id: str, name: str, *, bot: bool = False) -> Json:
    """A user as embedded in messages and members."""
    return {
        "id": user_id,
        "username": name,
        "global_name": name.title(),
        "discriminator": "0",
        "avatar": None,
        "bot": bot,
        "public_flags": 0,
    }


def bot_user() -> Json:
    """The bot's own user."""
    return user(BOT_ID, "loopback-bot", bot=True) | {"verified": True, "mfa_enabled": True}


def application() -> Json:
    """The bot's application; its id is the bot user's, as for every bot made since 2016."""
    return {
        "id": BOT_ID,
        "name": "loopback-bot",
        "icon": None,
        "description": "",
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": user(OWNER_ID, "owner"),
        "team": None,
        "verify_key": "0" * 64,
        "flags": _MAY_READ_MESSAGES,
    }


def member(roles: list[str] | None = None) -> Json:
    """A guild member without its user, as messages embed it."""
    return {
        "roles": roles or [],
        "nick": None,
        "avatar": None,
        "joined_at": _JOINED,
        "deaf": False,
        "mute": False,
        "flags": 0,
    }


def role(role_id: str, name: str, permissions: int) -> Json:
    """A role; the one with the guild's own id is @everyone."""
    return {
        "id": role_id,
        "name": name,
        "permissions": str(permissions),
        "position": int(role_id != GUILD_ID),
        "color": 0,
        "hoist": False,
        "managed": role_id == BOT_ROLE_ID,
        "mentionable": False,
        "flags": 0,
    }


def text_channel(channel_id: str) -> Json:
    """One of the guild's two text channels."""
    return {
        "id": channel_id,
        "guild_id": GUILD_ID,
        "type": 0,
        "name": "general" if channel_id == GENERAL_ID else "support",
        "position": 0,
        "topic": None,
        "nsfw": False,
        "parent_id": None,
        "last_message_id": None,
        "rate_limit_per_user": 0,
        "permission_overwrites": [],
        "flags": 0,
    }


def guild() -> Json:
    """The guild as GUILD_CREATE carries it."""
    return {
        "id": GUILD_ID,
        "name": "Loopback",
        "owner_id": OWNER_ID,
        "unavailable": False,
        "large": False,
        "joined_at": _JOINED,
        "member_count": 2,
        "roles": [
            role(GUILD_ID, "@everyone", _MAY_READ_AND_WRITE),
            role(BOT_ROLE_ID, "loopback-bot", _MAY_READ_AND_WRITE),
        ],
        "channels": [text_channel(GENERAL_ID), text_channel(SUPPORT_ID)],
        "members": [
            member([BOT_ROLE_ID]) | {"user": bot_user()},
            member() | {"user": user(HUMAN_ID, "human")},
        ],
        "threads": [],
        "emojis": [],
        "stickers": [],
        "features": [],
        "presences": [],
        "voice_states": [],
    }


def ready(session_id: str, gateway_url: str) -> Json:
    """READY: who the bot is, where to resume, and guilds that are still to come."""
    return {
        "v": 10,
        "user": bot_user(),
        "session_id": session_id,
        "resume_gateway_url": gateway_url,
        "guilds": [{"id": GUILD_ID, "unavailable": True}],
        "application": {"id": BOT_ID, "flags": _MAY_READ_MESSAGES},
    }


def message(message_id: str, channel_id: str, author: Json, **fields: object) -> Json:
    """A message as REST answers it, with everything that an empty one has."""
    return {
        "id": message_id,
        "channel_id": channel_id,
        "author": author,
        "type": 0,
        "content": "",
        "timestamp": time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime()),
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": False,
        "flags": 0,
    } | fields


def question(message_id: str, channel_id: str, author_id: str, text: str) -> Json:
    """MESSAGE_CREATE of a person in the guild; the bot is mentioned when the text mentions it."""
    return message(
        message_id,
        channel_id,
        user(author_id, "human"),
        guild_id=GUILD_ID,
        member=member(),
        content=text,
        mentions=[bot_user() | {"member": member([BOT_ROLE_ID])}] if MENTION in text else [],
    )


def interaction(interaction_id: str, kind: int, data: Json, **fields: object) -> Json:
    """INTERACTION_CREATE of the guild's human, who may do nothing special, in the first channel."""
    return {
        "id": interaction_id,
        "application_id": BOT_ID,
        "type": kind,
        "token": f"interaction-{interaction_id}",
        "version": 1,
        "guild_id": GUILD_ID,
        "channel_id": GENERAL_ID,
        "channel": text_channel(GENERAL_ID),
        "member": member() | {"user": user(HUMAN_ID, "human"), "permissions": "0"},
        "app_permissions": str(_MAY_READ_AND_WRITE),
        "locale": "en-US",
        "entitlements": [],
        "authorizing_integration_owners": {"0": GUILD_ID},
        "context": 0,
        "attachment_size_limit": 10_485_760,
        "data": data,
    } | fields


def slash(interaction_id: str, command: Json, options: dict[str, str]) -> Json:
    """The human calls a slash command."""
    listed = [{"name": key, "type": 3, "value": text} for key, text in options.items()]
    data = {"id": command["id"], "name": command["name"], "type": 1, "options": listed}
    return interaction(interaction_id, 2, data)


def moderate(interaction_id: str, command: Json, subcommand: str) -> Json:
    """A moderator calls a subcommand that takes nothing."""
    options = [{"name": subcommand, "type": 1, "options": []}]
    data = {"id": command["id"], "name": command["name"], "type": 1, "options": options}
    moderator = member() | {
        "user": user(MODERATOR_ID, "moderator"),
        "permissions": str(_MAY_MANAGE_THE_GUILD),
    }
    return interaction(interaction_id, 2, data, member=moderator)


def press(interaction_id: str, message: Json, custom_id: str) -> Json:
    """The human presses a button under a message of the bot."""
    data = {"custom_id": custom_id, "component_type": 2}
    return interaction(interaction_id, 3, data, message=message)


def submit(interaction_id: str, modal: Json, text: str) -> Json:
    """The human fills in the one text input of a form, and sends it."""
    components = [
        one | {"component": one["component"] | {"value": text}} if "component" in one else one
        for one in modal["components"]
    ]
    data = {"custom_id": modal["custom_id"], "components": components}
    return interaction(interaction_id, 5, data)


def visible(event: str, data: Json, intents: int) -> Json | None:
    """What a session with these intents is shown: without the privileged one, words only if asked.

    Discord blanks the content of messages that neither mention the bot nor come from it.
    """
    if event != "MESSAGE_CREATE" or "guild_id" not in data:
        return data
    if not intents & GUILD_MESSAGES:
        return None
    mentioned = any(one["id"] == BOT_ID for one in data["mentions"])
    if intents & MESSAGE_CONTENT or mentioned:
        return data
    return data | {"content": "", "embeds": [], "attachments": [], "components": []}
