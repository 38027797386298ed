"""In quiet hours, which moderators write into a form, the bot says nothing unasked."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import simcord

from .world import CARD, DANGER, DRIVING, NAUSEA, World, custom_id, fields, private, text

NIGHT = ("22:00", "7", "Europe/Berlin")
MIDNIGHT = datetime(2026, 1, 10, 23, tzinfo=UTC)  # in Berlin
NOON = datetime(2026, 1, 10, 11, tzinfo=UTC)


async def form(world: World) -> simcord.InteractionResult:
    """The form that Max opens."""
    shown = await world.kb("settings")
    return await world.max.click(shown, custom_id=custom_id(shown, "desk:quiet:"))


async def write(world: World, *written: str) -> str:
    """What Max is shown who fills in the form."""
    opened = await form(world)
    filled = dict(zip(fields(opened), written, strict=True))
    return text(private(await world.max.submit_modal(opened, filled)))


async def quiet(world: World) -> str:
    shown = text(await world.kb("settings"))
    return shown.split("do not speak unasked: ")[1].splitlines()[0]


async def test_hours_over_midnight_hold_at_once_and_are_shown_in_the_form(world: World) -> None:
    assert list(fields(await form(world)).values()) == ["", "", ""]
    assert "22:00 to 07:00, Europe/Berlin" in await write(world, *NIGHT)
    assert list(fields(await form(world)).values()) == ["22:00", "07:00", "Europe/Berlin"]
    world.time.moment = MIDNIGHT
    await world.ann.send(world.help, DRIVING)
    assert world.replies(world.help) == []
    world.time.moment = NOON
    await world.ann.send(world.help, DRIVING)
    assert "Do not drive" in text(world.reply(world.help))


async def test_who_asks_the_bot_is_answered_in_quiet_hours(world: World) -> None:
    await write(world, *NIGHT)
    world.time.moment = MIDNIGHT
    await world.ann.send(world.help, f"{world.mention} {DRIVING}")
    assert "Do not drive" in text(world.reply(world.help))
    said = private(await world.ann.slash(world.help, "ask", question=NAUSEA))
    assert "The nausea passes" in text(said)


async def test_who_is_in_danger_is_shown_the_card_in_quiet_hours(world: World) -> None:
    await write(world, *NIGHT)
    world.time.moment = MIDNIGHT
    await world.ann.send(world.help, DANGER)
    assert text(world.reply(world.help)) == CARD


@pytest.mark.parametrize(
    ("written", "why"),
    [
        (("25:00", "7", "Europe/Berlin"), "'25:00' is no time of day: write one such as 22:00."),
        (("22:00", "at nine", "Europe/Berlin"), "'at nine' is no time of day"),
        (("22:60", "7", "Europe/Berlin"), "'22:60' is no time of day"),
        (("22:00", "", "Europe/Berlin"), "'' is no time of day"),
        (("22:00", "22", "Europe/Berlin"), "begin and end at different times"),
        (("22:00", "7", "Berlin"), "'Berlin' is no time zone I know: write one such as"),
        (("22:00", "7", "../../etc/passwd"), "is no time zone I know"),
    ],
)
async def test_a_wrong_time_or_zone_is_named_and_what_held_before_still_holds(
    world: World, written: tuple[str, str, str], why: str
) -> None:
    await write(world, *NIGHT)
    assert why in await write(world, *written)
    assert await quiet(world) == "22:00 to 07:00, Europe/Berlin"


async def test_nothing_in_any_field_ends_the_quiet_hours(world: World) -> None:
    await write(world, *NIGHT)
    await write(world, "", " ", "")
    assert await quiet(world) == "none"
    world.time.moment = MIDNIGHT
    await world.ann.send(world.help, DRIVING)
    assert "Do not drive" in text(world.reply(world.help))


async def test_quiet_hours_leave_the_other_choices_alone(world: World) -> None:
    shown = await world.kb("settings")
    listening = custom_id(shown, "desk-channels:listening:")
    await world.max.select(shown, [world.general], custom_id=listening)
    await write(world, *NIGHT)
    world.time.moment = NOON
    await world.ann.send(world.general, DRIVING)
    assert "Do not drive" in text(world.reply(world.general))


async def test_a_form_that_fails_apologises(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(world.client.servers, "choose", broken)
    assert "Something went wrong on my side" in await write(world, *NIGHT)
    simcord.assert_error(world.env, MemoryError)
