"""A member passes a question on to the moderators: without a name, and only on submit."""

from __future__ import annotations

import discord
import pytest
import simcord
from wire.limits import texts

from bot.platforms.discord import wording
from bot.platforms.discord.passing_on import MOST, PassOn

from .world import (
    ASK_MODERATORS,
    CARD,
    DANGER,
    EITHER,
    NOWHERE,
    PRICE,
    World,
    fill_in,
    pass_on,
    prefilled,
    private,
    text,
)

FAQ = "Answer from FAQ"
UNANSWERED = pytest.mark.parametrize("question", [NOWHERE, PRICE, EITHER])
OTHER_WORDS = "is there a shop for bicycles nearby?"


async def form_under_public_reply(world: World, question: str) -> simcord.InteractionResult:
    await world.ann.send(world.general, f"{world.mention} {question}")
    return await world.ann.click(world.reply(world.general), label=ASK_MODERATORS)


@UNANSWERED
async def test_under_a_public_reply_the_form_holds_what_the_asker_wrote(
    world: World, question: str
) -> None:
    assert prefilled(await form_under_public_reply(world, question)) == question


@UNANSWERED
async def test_under_a_private_reply_the_form_holds_what_was_asked(
    world: World, question: str
) -> None:
    answer = private(await world.ann.slash(world.general, "ask", question=question))
    form = await world.ann.click(answer, label=ASK_MODERATORS)
    assert prefilled(form) == question


@UNANSWERED
async def test_in_a_direct_message_the_form_holds_what_was_asked(
    world: World, question: str
) -> None:
    await world.ann.send_dm(question)
    place = world.ann.user.dm_channel
    form = await world.ann.user.click(world.reply(place), label=ASK_MODERATORS)
    assert prefilled(form) == question


async def test_the_form_holds_the_question_as_it_was_edited(world: World) -> None:
    question = await world.ann.send(world.general, f"{world.mention} {NOWHERE}")
    await world.ann.edit(question, f"{world.mention} {OTHER_WORDS}")
    form = await world.ann.click(world.reply(world.general), label=ASK_MODERATORS)
    assert prefilled(form) == OTHER_WORDS


async def test_the_form_holds_the_question_after_a_restart(world: World) -> None:
    await world.ann.send(world.general, f"{world.mention} {NOWHERE}")
    answer = private(await world.bob.slash(world.general, "ask", question=PRICE))
    await world.restart()
    public = await world.ann.click(world.reply(world.general), label=ASK_MODERATORS)
    own = await world.bob.click(answer, label=ASK_MODERATORS)
    assert (prefilled(public), prefilled(own)) == (NOWHERE, PRICE)


async def test_the_words_of_somebody_else_are_in_nobodys_form(world: World) -> None:
    await world.ann.send(world.general, f"{world.mention} {NOWHERE}")
    form = await world.bob.click(world.reply(world.general), label=ASK_MODERATORS)
    assert prefilled(form) == ""


async def test_a_question_that_was_answered_for_its_asker_is_in_no_form(world: World) -> None:
    message = await world.bob.send(world.general, NOWHERE)
    answer = private(await world.ann.context_menu(world.general, FAQ, message))
    assert NOWHERE not in text(answer)
    assert prefilled(await world.ann.click(answer, label=ASK_MODERATORS)) == ""


async def test_the_form_says_what_is_kept_and_for_how_long(world: World) -> None:
    form = await form_under_public_reply(world, NOWHERE)
    assert form.modal is not None
    assert texts(form.modal) == [wording.WHAT_IS_KEPT]
    for promise in ("without your name", "90 days", "/privacy"):
        assert promise in wording.WHAT_IS_KEPT


async def test_nothing_is_kept_or_told_before_the_form_is_sent(world: World) -> None:
    moderators = await world.with_moderators()
    await form_under_public_reply(world, NOWHERE)
    assert await world.waiting() == []
    assert world.replies(moderators) == []


async def test_what_is_sent_is_kept_and_the_moderators_are_told_without_the_words(
    world: World,
) -> None:
    moderators = await world.with_moderators()
    sent = await fill_in(world.ann, await form_under_public_reply(world, NOWHERE), OTHER_WORDS)
    assert text(private(sent)) == wording.PASSED_ON
    assert await world.waiting() == [OTHER_WORDS]
    note = world.reply(moderators)
    assert text(note) == wording.QUESTION_WAITS
    assert note.mentions == []
    assert len(world.replies(world.general)) == 1


async def test_a_question_from_a_direct_message_reaches_the_moderators(world: World) -> None:
    moderators = await world.with_moderators()
    await world.ann.send_dm(NOWHERE)
    ann = world.ann.user
    sent = await pass_on(ann, world.reply(ann.dm_channel), NOWHERE)
    assert text(private(sent)) == wording.PASSED_ON
    assert await world.waiting() == [NOWHERE]
    assert text(world.reply(moderators)) == wording.QUESTION_WAITS
    assert "buy a bicycle" in text(await world.kb("gaps"))


async def test_another_server_is_told_nothing(world: World) -> None:
    await world.restart(home=[world.guild.id])
    moderators = await world.with_moderators()
    elsewhere = world.env.create_guild("Elsewhere")
    place = elsewhere.create_text_channel("general")
    eve = elsewhere.add_member(world.env.create_user("eve"))
    await eve.send(place, f"{world.mention} {NOWHERE}")
    sent = await pass_on(eve, world.reply(place), NOWHERE)
    assert text(private(sent)) == wording.PASSED_ON
    assert world.replies(moderators) == []


async def test_without_a_channel_of_the_moderators_the_question_waits_all_the_same(
    world: World,
) -> None:
    sent = await fill_in(world.ann, await form_under_public_reply(world, NOWHERE), NOWHERE)
    assert text(private(sent)) == wording.PASSED_ON
    assert await world.waiting() == [NOWHERE]


async def test_a_note_that_discord_refuses_loses_no_question(world: World) -> None:
    moderators = await world.with_moderators()
    form = await form_under_public_reply(world, NOWHERE)
    world.env.inject_error("POST", f"/channels/{moderators.id}/messages", status=500)
    assert text(private(await fill_in(world.ann, form, NOWHERE))) == wording.PASSED_ON
    assert await world.waiting() == [NOWHERE]


async def test_a_question_that_shows_danger_brings_the_card_privately_and_is_passed_on(
    world: World,
) -> None:
    moderators = await world.with_moderators()
    sent = await fill_in(world.ann, await form_under_public_reply(world, NOWHERE), DANGER)
    assert sent.response is not None
    assert sent.response.ephemeral
    assert text(sent.response) == CARD
    assert text(private(sent)) == wording.PASSED_ON
    assert await world.waiting() == [DANGER]
    assert text(world.reply(moderators)) == wording.QUESTION_WAITS
    assert len(world.replies(world.general)) == 1


async def test_a_question_whose_message_is_gone_is_written_anew(world: World) -> None:
    """The asker deletes the question, and Discord does not let the bot take its reply away."""
    question = await world.ann.send(world.general, f"{world.mention} {NOWHERE}")
    world.env.inject_error("DELETE", "/channels/*/messages/*", status=500)
    await world.ann.delete(question)
    form = await world.ann.click(world.reply(world.general), label=ASK_MODERATORS)
    assert prefilled(form) == ""


async def test_a_private_reply_is_for_its_asker_alone_to_press(world: World) -> None:
    answer = private(await world.ann.slash(world.general, "ask", question=NOWHERE))
    assert answer.id not in [one.id for one in world.general.history(viewer=world.bob)]
    with pytest.raises(simcord.SetupError, match="not visible"):
        await world.bob.click(answer, label=ASK_MODERATORS)


async def test_a_form_that_fails_apologises_and_its_words_stay_out_of_the_log(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = await form_under_public_reply(world, NOWHERE)

    def broken(question: object) -> None:
        raise LookupError(question)

    monkeypatch.setattr(world.library.live.answerer, "answer", broken)
    assert text(private(await fill_in(world.ann, form, OTHER_WORDS))) == wording.FAILED
    simcord.assert_error(world.env, LookupError)


def test_the_form_takes_as_much_as_discord_does() -> None:
    form = PassOn("w" * (MOST + 1))
    (field,) = [one for one in form.walk_children() if isinstance(one, discord.ui.TextInput)]
    assert field.default == "w" * MOST
