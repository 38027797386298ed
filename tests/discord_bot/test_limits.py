"""How often one person is answered, and how often one answer stands in a channel."""

from __future__ import annotations

from bot.platforms.discord import wording

from .world import DRIVING, EITHER, RELIEF, World, labels, links, private, text

MINUTE = 60
TEN_MINUTES = 600


async def ask_in_help(world: World, number: int = 1) -> None:
    """Ann asks something else each time, so that no answer stands in the channel already."""
    for at in range(number):
        await world.ann.send(world.help, f"{world.mention} who is zzz{at}")


async def test_the_sixth_question_in_a_minute_gets_a_notice_and_the_seventh_nothing(
    world: World,
) -> None:
    await ask_in_help(world, 5)
    assert wording.SLOW_DOWN not in map(text, world.replies(world.help))
    await ask_in_help(world, 3)
    replies = world.replies(world.help)
    assert [text(reply) for reply in replies[5:]] == [wording.SLOW_DOWN]


async def test_after_a_minute_all_is_as_before(world: World) -> None:
    await ask_in_help(world, 7)
    world.clock.advance(MINUTE - 1)
    await ask_in_help(world)
    assert len(world.replies(world.help)) == 6
    world.clock.advance(1)
    await ask_in_help(world, 6)
    replies = [text(reply) for reply in world.replies(world.help)]
    assert replies.count(wording.SLOW_DOWN) == 2
    assert len(replies) == 12


async def test_one_persons_cooldown_is_nobody_elses(world: World) -> None:
    await ask_in_help(world, 7)
    await world.bob.send(world.help, DRIVING)
    assert "Do not drive" in text(world.replies(world.help)[-1])


async def test_talk_that_is_not_answered_does_not_count(world: World) -> None:
    for _ in range(6):
        await world.ann.send(world.help, "good morning everybody")
    await ask_in_help(world)
    assert "I do not know" in text(world.reply(world.help))


async def test_ask_over_the_cooldown_answers_privately_every_time(world: World) -> None:
    await ask_in_help(world, 5)
    for _ in range(3):
        result = await world.ann.slash(world.help, "ask", question="who is zzz")
        assert text(private(result)) == wording.SLOW_DOWN
    assert len(world.replies(world.help)) == 5


async def test_an_edit_over_the_cooldown_leaves_the_answer_standing(world: World) -> None:
    question = await world.ann.send(world.help, DRIVING)
    await ask_in_help(world, 4)
    await world.ann.edit(question, f"{DRIVING}?")
    assert "Do not drive" in text(world.replies(world.help)[0])


async def test_an_edit_over_the_cooldown_does_not_use_the_notice_up(world: World) -> None:
    question = await world.ann.send(world.help, DRIVING)
    await ask_in_help(world, 4)
    await world.ann.edit(question, f"{DRIVING}?")
    await ask_in_help(world)
    assert text(world.replies(world.help)[-1]) == wording.SLOW_DOWN


async def test_the_same_answer_within_ten_minutes_leads_to_the_first(world: World) -> None:
    await world.ann.send(world.help, DRIVING)
    first = world.reply(world.help)
    for asker in (world.bob, world.max):
        world.clock.advance(TEN_MINUTES / 2 - 1)
        await asker.send(world.help, DRIVING)
        later = world.replies(world.help)[-1]
        assert text(later) == wording.EARLIER
        assert links(later) == [first.jump_url]
        assert labels(later) == [wording.SHOW_EARLIER, "Remove"]


async def test_after_ten_minutes_the_answer_is_given_again(world: World) -> None:
    await world.ann.send(world.help, DRIVING)
    world.clock.advance(TEN_MINUTES)
    await world.bob.send(world.help, DRIVING)
    assert "Do not drive" in text(world.replies(world.help)[-1])


async def test_a_link_to_the_answer_does_not_prolong_the_ten_minutes(world: World) -> None:
    for asker in (world.ann, world.bob, world.max):
        await asker.send(world.help, DRIVING)
        world.clock.advance(TEN_MINUTES / 2)
    assert "Do not drive" in text(world.replies(world.help)[-1])


async def test_an_answer_that_was_deleted_is_given_again(world: World) -> None:
    await world.ann.send(world.help, DRIVING)
    await world.max.delete(world.reply(world.help))
    await world.bob.send(world.help, DRIVING)
    assert "Do not drive" in text(world.reply(world.help))


async def test_an_answer_that_an_edit_took_away_is_given_again(world: World) -> None:
    question = await world.ann.send(world.help, f"{world.mention} {DRIVING}")
    await world.ann.edit(question, f"{world.mention} {EITHER}")
    await world.bob.send(world.help, DRIVING)
    assert "Do not drive" in text(world.replies(world.help)[-1])


async def test_an_answer_that_an_edit_turned_into_a_link_is_given_again(world: World) -> None:
    question = await world.ann.send(world.help, DRIVING)
    await world.bob.send(world.help, RELIEF)
    await world.ann.edit(question, RELIEF)
    assert text(world.replies(world.help)[0]) == wording.EARLIER
    await world.max.send(world.help, DRIVING)
    assert "Do not drive" in text(world.replies(world.help)[-1])


async def test_a_notice_to_slow_down_is_not_taken_for_the_answer(world: World) -> None:
    await ask_in_help(world, 5)
    await world.ann.send(world.help, DRIVING)
    await world.bob.send(world.help, DRIVING)
    assert "Do not drive" in text(world.replies(world.help)[-1])


async def test_other_channels_and_direct_messages_have_answers_of_their_own(world: World) -> None:
    await world.ann.send(world.help, DRIVING)
    await world.ann.send(world.general, f"{world.mention} {DRIVING}")
    assert "Do not drive" in text(world.reply(world.general))
    for _ in range(2):
        await world.ann.send_dm(DRIVING)
    assert wording.EARLIER not in map(text, world.replies(world.ann.user.dm_channel))
