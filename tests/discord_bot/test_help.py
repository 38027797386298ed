"""/help tells everybody, everywhere, what there is."""

from __future__ import annotations

from bot.platforms.discord import wording

from .world import ASK_MODERATORS, FEEDBACK, World, private, text


async def test_help_is_shown_privately_in_a_server(world: World) -> None:
    for person in (world.ann, world.max):
        assert "help" in person.available_commands(world.general)
        assert text(private(await person.slash(world.general, "help"))) == wording.HELP_FOR_ALL
    assert world.replies(world.general) == []


async def test_help_is_shown_in_a_direct_message(world: World) -> None:
    assert "help" in world.ann.user.available_commands()
    assert text(private(await world.ann.user.slash("help"))) == wording.HELP_FOR_ALL


async def test_help_names_every_command_that_a_member_has(world: World) -> None:
    shown = text(private(await world.ann.slash(world.general, "help")))
    for command in world.ann.available_commands(world.general):
        assert command == "help" or f"/{command}" in shown, command
    for name in ("Answer from FAQ", *FEEDBACK[:2], "Remove", "Ask the moderators"):
        assert f"**{name}**" in shown
    assert ASK_MODERATORS.startswith("Ask the moderators")


async def test_help_does_not_need_the_other_commands_to_rest(world: World) -> None:
    """It is no answer: who has asked a lot still gets it."""
    for _ in range(8):
        await world.ann.slash(world.general, "ask", question="what helps against the nausea?")
    assert text(private(await world.ann.slash(world.general, "help"))) == wording.HELP_FOR_ALL
