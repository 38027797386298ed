"""What the buttons under a reply do, for whom, and for how long."""

from __future__ import annotations

import logging

import pytest
from reloading import reload

from bot.platforms.discord import wording

from .knowledge_files import remove
from .world import DRIVING, EITHER, FEEDBACK, NAUSEA, World, labels, links, private, text

ALL = "Show everything"
POST = "Post to the channel"
REMOVE = "Remove"
SESSION = "How long does the session last?"
LEFT_OUT = "The clinic keeps a record of what helped."
FORTY = "The session is over after forty minutes."


async def test_everything_is_shown_privately_in_a_channel(world: World) -> None:
    await world.ann.send(world.help, NAUSEA)
    before = text(world.reply(world.help))
    shown = private(await world.bob.click(world.reply(world.help), label=ALL))
    assert LEFT_OUT in text(shown)
    assert labels(shown) == FEEDBACK
    assert text(world.reply(world.help)) == before


async def test_everything_is_shown_in_place_in_a_direct_message(world: World) -> None:
    await world.ann.send_dm(NAUSEA)
    place = world.ann.user.dm_channel
    await world.ann.user.click(world.reply(place), label=ALL)
    assert LEFT_OUT in text(world.reply(place))
    assert labels(world.reply(place)) == [*FEEDBACK, REMOVE]


async def test_everything_is_shown_in_place_in_a_private_reply(world: World) -> None:
    excerpt = private(await world.ann.slash(world.help, "ask", question=NAUSEA))
    assert LEFT_OUT not in text(excerpt)
    shown = private(await world.ann.click(excerpt, label=ALL))
    assert shown.id == excerpt.id
    assert LEFT_OUT in text(shown)
    assert labels(shown) == [*FEEDBACK, POST]


async def test_the_asker_chooses_in_place(world: World) -> None:
    await world.ann.send(world.help, f"{world.mention} {EITHER}")
    offered = world.reply(world.help)
    await world.ann.click(offered, label=SESSION)
    chosen = world.reply(world.help)
    assert chosen.id == offered.id
    assert FORTY in text(chosen)
    assert labels(chosen) == [*FEEDBACK, REMOVE]


async def test_another_person_chooses_privately(world: World) -> None:
    await world.ann.send(world.help, f"{world.mention} {EITHER}")
    offered = world.reply(world.help)
    chosen = private(await world.bob.click(offered, label=SESSION))
    assert FORTY in text(chosen)
    assert labels(world.reply(world.help)) == labels(offered)


async def test_a_choice_in_a_direct_message_is_made_in_place(world: World) -> None:
    await world.ann.send_dm(EITHER)
    place = world.ann.user.dm_channel
    await world.ann.user.click(world.reply(place), label=SESSION)
    assert FORTY in text(world.reply(place))


async def test_a_chosen_answer_counts_as_given_in_the_channel(world: World) -> None:
    await world.ann.send(world.help, f"{world.mention} {EITHER}")
    chosen = world.reply(world.help)
    await world.ann.click(chosen, label=SESSION)
    await world.bob.send(world.help, "when is the session over?")
    assert links(world.replies(world.help)[-1]) == [chosen.jump_url]


async def test_old_buttons_work_after_a_restart(world: World) -> None:
    await world.ann.send(world.help, NAUSEA)
    await world.bob.send(world.help, f"{world.mention} {EITHER}")
    excerpt, offered = world.replies(world.help)
    await world.restart()
    assert LEFT_OUT in text(private(await world.bob.click(excerpt, label=ALL)))
    await world.bob.click(offered, label=SESSION)
    assert FORTY in text(world.replies(world.help)[-1])
    await world.ann.click(excerpt, label=REMOVE)
    assert [reply.id for reply in world.replies(world.help)] == [offered.id]


async def test_a_private_reply_can_be_posted_after_a_restart(world: World) -> None:
    answer = private(await world.ann.slash(world.general, "ask", question=DRIVING))
    await world.restart()
    await world.ann.click(answer, label=POST)
    assert "Do not drive" in text(world.reply(world.general))


@pytest.mark.parametrize(
    ("question", "label", "entry"),
    [(NAUSEA, ALL, "nausea"), (NAUSEA, POST, "nausea"), (EITHER, SESSION, "session")],
)
async def test_buttons_of_an_entry_that_was_removed_say_so(
    world: World, question: str, label: str, entry: str
) -> None:
    answer = private(await world.ann.slash(world.help, "ask", question=question))
    remove(world.folder, entry)
    reload(world.library)
    said = private(await world.ann.click(answer, label=label))
    assert text(said) == wording.GONE
    assert world.replies(world.help) == []


async def test_the_asker_removes_the_reply(world: World) -> None:
    await world.ann.send(world.help, DRIVING)
    await world.ann.click(world.reply(world.help), label=REMOVE)
    assert world.replies(world.help) == []


async def test_a_moderator_removes_the_reply(world: World) -> None:
    await world.ann.send(world.help, DRIVING)
    await world.max.click(world.reply(world.help), label=REMOVE)
    assert world.replies(world.help) == []


async def test_another_member_is_told_privately_that_they_may_not(world: World) -> None:
    await world.ann.send(world.help, DRIVING)
    refused = private(await world.bob.click(world.reply(world.help), label=REMOVE))
    assert text(refused) == wording.NOT_YOURS
    assert len(world.replies(world.help)) == 1


async def test_nobody_but_a_moderator_removes_a_reply_whose_question_is_lost(
    world: World,
) -> None:
    question = await world.ann.send(world.help, DRIVING)
    reply = world.reply(world.help)
    world.env.inject_error("DELETE", "/channels/*/messages/*", status=500)
    await world.ann.delete(question)
    refused = private(await world.bob.click(reply, label=REMOVE))
    assert text(refused) == wording.NOT_YOURS
    await world.max.click(reply, label=REMOVE)
    assert world.replies(world.help) == []


async def test_a_person_removes_a_reply_in_a_direct_message(world: World) -> None:
    await world.ann.send_dm(DRIVING)
    place = world.ann.user.dm_channel
    await world.ann.user.click(world.reply(place), label=REMOVE)
    assert world.replies(place) == []


async def test_a_button_that_fails_apologises_privately(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.ann.send(world.help, NAUSEA)
    before = text(world.reply(world.help))

    def broken(entry: str) -> None:
        raise LookupError(entry)

    monkeypatch.setattr(world.library.live.answerer, "whole", broken)
    said = private(await world.ann.click(world.reply(world.help), label=ALL))
    assert text(said) == wording.FAILED
    assert text(world.reply(world.help)) == before


async def test_a_press_that_discord_refuses_apologises_privately(world: World) -> None:
    await world.ann.send(world.help, f"{world.mention} {EITHER}")
    world.env.inject_error("POST", "/interactions/*/callback", status=500)
    said = private(await world.ann.click(world.reply(world.help), label=SESSION))
    assert text(said) == wording.FAILED
    assert SESSION in labels(world.reply(world.help))


async def test_a_press_that_discord_has_forgotten_is_noted_in_the_log(
    world: World, log: pytest.LogCaptureFixture
) -> None:
    await world.ann.send(world.help, NAUSEA)
    for path in ("/interactions/*/callback", "/webhooks/*"):
        world.env.inject_error("POST", path, status=404, code=10062, times=None)
    result = await world.ann.click(world.reply(world.help), label=ALL)
    assert not result.acknowledged
    warnings = [one for one in log.get_records("call") if one.levelno >= logging.WARNING]
    assert all("10062" in one.getMessage() for one in warnings)
    assert len(warnings) == 2


async def test_the_line_of_help_stays_when_everything_is_shown(world: World) -> None:
    await world.ann.send_dm(f"{NAUSEA} And what about the risk of suicide in general?")
    place = world.ann.user.dm_channel
    line = text(world.reply(place)).splitlines()[-1]
    assert line.startswith("If this is about you")
    await world.ann.user.click(world.reply(place), label=ALL)
    assert LEFT_OUT in text(world.reply(place))
    assert text(world.reply(place)).splitlines()[-1] == line
