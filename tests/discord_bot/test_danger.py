"""A person in danger is shown help at once, once, and the moderators are told where."""

from __future__ import annotations

import discord
import pytest
from crisis_file import CRISIS

from bot.answering.crisis import quiet_line
from bot.platforms.discord.limits import Cards

from .world import (
    CARD,
    DANGER,
    NAUSEA,
    NOWHERE,
    QUESTIONS,
    RELIEF,
    World,
    private,
    text,
)


async def with_alerts(world: World, channel: int) -> None:
    world.alert_channel = channel
    await world.restart()


async def test_the_card_is_shown_unasked_where_the_bot_listens(world: World) -> None:
    await world.ann.send(world.help, DANGER)
    assert text(world.reply(world.help)) == CARD
    await world.bob.send(world.general, DANGER)
    assert world.replies(world.general) == []


async def test_an_emergency_is_shown_the_number_to_call_first(world: World) -> None:
    await world.ann.send(world.help, "he is not breathing")
    shown = text(world.reply(world.help))
    assert shown.index("call 911") < shown.index("988")


async def test_who_asks_about_it_in_general_gets_a_line_of_help_last(world: World) -> None:
    for asked in (f"{NAUSEA} how is an overdose defined?", f"{NOWHERE} any book on suicide?"):
        await world.ann.send(world.general, f"{world.mention} {asked}")
    answer, unknown = map(text, world.replies(world.general))
    assert "### Can the treatment cause nausea?" in answer
    for shown in (answer, unknown):
        assert shown.splitlines()[-1] == quiet_line(CRISIS, region=None)
    await world.ann.send(world.general, f"{world.mention} {RELIEF}")
    assert "findahelpline" not in text(world.replies(world.general)[-1])


async def test_a_line_of_help_is_not_lost_where_the_same_answer_stands_already(
    world: World,
) -> None:
    await world.ann.send(world.help, NAUSEA)
    await world.bob.send(world.general, f"{world.mention} {NAUSEA}")
    await world.bob.send(world.general, f"{world.mention} {NAUSEA} how is an overdose defined?")
    assert quiet_line(CRISIS, region=None) in text(world.replies(world.general)[-1])


async def test_one_card_for_a_person_in_half_an_hour(world: World) -> None:
    for _ in range(3):
        await world.ann.send(world.help, DANGER)
    assert len(world.replies(world.help)) == 1
    await world.bob.send(world.help, DANGER)
    assert len(world.replies(world.help)) == 2
    world.clock.advance(Cards.SECONDS)
    await world.ann.send(world.help, DANGER)
    assert len(world.replies(world.help)) == 3


async def test_the_card_waits_for_no_cooldown(world: World) -> None:
    for _ in range(2):
        for question in QUESTIONS:
            await world.ann.send(world.general, f"{world.mention} {question}")
    await world.ann.send(world.general, f"{world.mention} {DANGER}")
    assert text(world.replies(world.general)[-1]) == CARD


async def test_a_command_shows_the_card_privately_every_time(world: World) -> None:
    for _ in range(2):
        shown = await world.ann.slash(world.general, "ask", question=DANGER)
        assert text(private(shown)) == CARD


async def test_the_moderators_get_a_link_each_time_and_never_the_words(world: World) -> None:
    moderators = world.guild.create_text_channel("moderators")
    await with_alerts(world, moderators.id)
    messages = [await world.ann.send(world.help, DANGER) for _ in range(2)]
    alerts = [text(alert) for alert in world.replies(moderators)]
    for message, alert in zip(messages, alerts, strict=True):
        assert message.jump_url in alert
        assert DANGER not in alert
        assert world.ann.mention not in alert


async def test_direct_messages_and_commands_alert_nobody(world: World) -> None:
    moderators = world.guild.create_text_channel("moderators")
    await with_alerts(world, moderators.id)
    await world.ann.send_dm(DANGER)
    await world.ann.slash(world.help, "ask", question=DANGER)
    assert world.replies(moderators) == []


async def test_an_alert_never_goes_to_another_server(
    world: World, log: pytest.LogCaptureFixture
) -> None:
    elsewhere = world.env.create_guild("Elsewhere").create_text_channel("moderators")
    await with_alerts(world, elsewhere.id)
    await world.ann.send(world.help, DANGER)
    assert world.replies(elsewhere) == []
    assert f"the alert channel {elsewhere.id} is no text channel of this server" in log.text
    assert text(world.reply(world.help)) == CARD


async def test_an_alert_that_discord_refuses_is_logged(
    world: World, log: pytest.LogCaptureFixture
) -> None:
    nobody = discord.PermissionOverwrite(send_messages=False)
    moderators = world.guild.create_text_channel(
        "moderators", overwrites={world.guild.default_role: nobody}
    )
    await with_alerts(world, moderators.id)
    world.env.inject_error("POST", f"/channels/{moderators.id}/messages", status=403)
    await world.ann.send(world.help, DANGER)
    assert f"an alert to channel {moderators.id} failed" in log.text
    assert text(world.reply(world.help)) == CARD
