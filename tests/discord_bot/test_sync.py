"""The slash commands are sent to Discord when they differ from what it has, and else never."""

from __future__ import annotations

from typing import Any

import pytest
from discord import app_commands

from bot.platforms.discord.sync import same_commands

from .world import World

COMMANDS = "/commands"
Command = dict[str, Any]

ASK: Command = {
    "name": "ask",
    "type": 1,
    "description": "Ask.",
    "default_member_permissions": None,
    "contexts": None,
    "integration_types": [0],
    "nsfw": False,
    "dm_permission": True,
    "options": [
        {
            "name": "question",
            "type": 3,
            "description": "Your question",
            "required": True,
            "min_length": 1,
            "choices": [],
        }
    ],
}
COMMANDS_SENT = {"ask", "topics", "help", "privacy", "kb", "Answer from FAQ"}
MENU: Command = {"name": "ask", "type": 3, "integration_types": [0]}


async def test_the_first_start_sends_all_commands(world: World) -> None:
    (sent,) = world.sent("PUT", COMMANDS)
    assert {command["name"] for command in sent} == COMMANDS_SENT


async def test_another_start_sends_none(world: World) -> None:
    await world.restart()
    assert len(world.sent("GET", COMMANDS)) == 2
    assert len(world.sent("PUT", COMMANDS)) == 1


async def test_a_start_with_another_command_sends_all(world: World) -> None:
    client = world.new_client()
    client.tree.remove_command("topics")
    await world.env.restart_bot(client)
    sent = world.sent("PUT", COMMANDS)[-1]
    assert {command["name"] for command in sent} == COMMANDS_SENT - {"topics"}
    assert len(world.sent("PUT", COMMANDS)) == 2


async def test_a_start_with_other_words_for_a_command_sends_all(world: World) -> None:
    client = world.new_client()
    client.tree.remove_command("topics")

    @client.tree.command(name="topics", description="Show what I have learnt.")
    async def topics(interaction: Any) -> None: ...  # noqa: ANN401 - never called

    assert isinstance(topics, app_commands.Command)
    await world.env.restart_bot(client)
    sent = world.sent("PUT", COMMANDS)[-1]
    assert "Show what I have learnt." in [command.get("description") for command in sent]


def of_discord(command: Command) -> Command:
    """The command as Discord returns it: with more in it, ids as text, empty parts left out."""
    kept = {key: value for key, value in command.items() if value not in (None, False, [])}
    kept.pop("dm_permission", None)
    return kept | {"id": "7", "application_id": "8", "version": "9", "name_localizations": None}


def test_what_discord_adds_and_leaves_out_is_no_difference() -> None:
    theirs = of_discord(ASK)
    theirs["options"] = [of_discord(ASK["options"][0])]
    assert same_commands([ASK, MENU], [of_discord(MENU), theirs])


def test_permissions_are_the_same_as_text_and_as_a_number() -> None:
    ours = ASK | {"default_member_permissions": 32}
    assert same_commands([ours], [of_discord(ASK) | {"default_member_permissions": "32"}])
    assert not same_commands([ours], [of_discord(ASK) | {"default_member_permissions": "64"}])


@pytest.mark.parametrize(
    "change",
    [
        {"description": "Ask me."},
        {"name": "answer"},
        {"type": 2},
        {"nsfw": True},
        {"integration_types": [0, 1]},
        {"integration_types": [1]},
        {"contexts": [0]},
        {"options": []},
        {"options": [ASK["options"][0], ASK["options"][0] | {"name": "more"}]},
        {"options": [ASK["options"][0] | {"required": False}]},
        {"options": [ASK["options"][0] | {"autocomplete": True}]},
        {"options": [ASK["options"][0] | {"choices": [{"name": "a", "value": "a"}]}]},
    ],
    ids=str,
)
def test_a_change_in_ours_or_theirs_is_a_difference(change: Command) -> None:
    assert not same_commands([ASK | change], [of_discord(ASK)])
    assert not same_commands([ASK], [of_discord(ASK | change)])


def test_a_command_too_many_on_either_side_is_a_difference() -> None:
    assert not same_commands([ASK, MENU], [of_discord(ASK)])
    assert not same_commands([ASK], [of_discord(ASK), of_discord(MENU)])
    assert not same_commands([ASK], [])
