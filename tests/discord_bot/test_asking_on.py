"""A reply to an answer asks on about it; what stands on its own is understood by itself."""

from __future__ import annotations

import pytest

from .world import EITHER, NAUSEA, NOWHERE, RELIEF, SESSION, World, labels, text

WEEKS = "The relief is over after one or two weeks."
MINUTES = "The session is over after forty minutes."
ON = "and how long does that last?"


@pytest.mark.parametrize(
    ("first", "expected"), [(RELIEF, WEEKS), (SESSION, MINUTES)], ids=["relief", "session"]
)
async def test_what_points_back_is_about_the_answer_it_replies_to(
    world: World, first: str, expected: str
) -> None:
    await world.ann.send(world.general, f"{world.mention} {first}")
    await world.bob.send(world.general, ON, reply_to=world.reply(world.general))
    assert expected in text(world.replies(world.general)[-1])


async def test_without_an_answer_above_it_is_open_what_that_is(world: World) -> None:
    await world.ann.send(world.general, f"{world.mention} {ON}")
    assert "How long does the relief last?" in labels(world.reply(world.general))


async def test_what_stands_on_its_own_is_not_bent(world: World) -> None:
    await world.ann.send(world.general, f"{world.mention} {RELIEF}")
    await world.ann.send(world.general, SESSION, reply_to=world.reply(world.general))
    assert MINUTES in text(world.replies(world.general)[-1])


async def test_what_says_nothing_else_is_offered_the_answer_it_replies_to(world: World) -> None:
    await world.ann.send(world.general, f"{world.mention} {NAUSEA}")
    await world.ann.send(world.general, "why is that?", reply_to=world.reply(world.general))
    assert labels(world.replies(world.general)[-1])[0] == "Can the treatment cause nausea?"


async def test_a_reply_to_what_is_no_answer_is_read_alone(world: World) -> None:
    await world.ann.send(world.general, f"{world.mention} {NOWHERE}")
    await world.ann.send(
        world.general, f"{world.mention} {EITHER}", reply_to=world.reply(world.general)
    )
    assert "How long does the session last?" in labels(world.replies(world.general)[-1])
