"""Events of the gateway in the shape in which Discord's API v10 sends them, as for JSON."""

from typing import Any

Json = dict[str, Any]

GUILD, CHANNEL, MEMBER = "300000000000000001", "400000000000000001", "200000000000000002"


def message_create(text: str, number: int) -> Json:
    """A member's message in the channel, the `number`-th event."""
    return {"op": 0, "t": "MESSAGE_CREATE", "s": number, "d": _message(text, number)}


def _message(text: str, number: int) -> Json:
    return {
        "id": str(1_174_000_000_000_000_000 + number),
        "type": 0,
        "channel_id": CHANNEL,
        "channel_type": 0,
        "guild_id": GUILD,
        "author": {
            "id": MEMBER,
            "username": "sam",
            "global_name": "Sam",
            "discriminator": "0",
            "avatar": "8342729096ea3675442027381ff50dfe",
            "avatar_decoration_data": None,
            "clan": None,
            "primary_guild": None,
            "public_flags": 0,
        },
        "member": {
            "roles": [],
            "nick": None,
            "avatar": None,
            "banner": None,
            "joined_at": "2024-01-01T00:00:00.000000+00:00",
            "premium_since": None,
            "communication_disabled_until": None,
            "deaf": False,
            "mute": False,
            "pending": False,
            "flags": 0,
        },
        "content": text,
        "timestamp": "2026-01-01T12:00:00.000000+00:00",
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
        "nonce": str(1_174_000_000_000_000_001 + number),
    }


def guild() -> Json:
    """A server with one channel, as far as discord.py reads it."""
    return {
        "id": GUILD,
        "name": "Community",
        "owner_id": MEMBER,
        "member_count": 2,
        "unavailable": False,
        "large": False,
        "roles": [
            {
                "id": GUILD,
                "name": "@everyone",
                "permissions": "1024",
                "position": 0,
                "color": 0,
                "hoist": False,
                "managed": False,
                "mentionable": False,
            }
        ],
        "channels": [
            {
                "id": CHANNEL,
                "type": 0,
                "name": "general",
                "position": 0,
                "permission_overwrites": [],
                "parent_id": None,
                "nsfw": False,
                "topic": None,
                "last_message_id": None,
            }
        ],
        "members": [],
        "threads": [],
        "emojis": [],
        "stickers": [],
        "features": [],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "premium_tier": 0,
        "preferred_locale": "en-US",
        "nsfw_level": 0,
        "system_channel_flags": 0,
    }
