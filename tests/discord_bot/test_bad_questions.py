"""Whatever a member writes into the form is kept and shown as plain text, or refused."""

from __future__ import annotations

import pytest
import simcord

from bot.platforms.discord import wording
from bot.platforms.discord.escaping import escaped, shown
from bot.platforms.discord.gaps import MOST_OF_A_QUESTION
from bot.platforms.discord.privacy import MOST_OF_ONE
from bot.records import passed_on

from .world import ASK_MODERATORS, NOWHERE, World, fill_in, pass_on, prefilled, private, text

LONGEST = "why? ".ljust(4_000, "*")
MARKDOWN = "# Why\n> **is** `it` ~~so~~ ||dark||? [look](https://example.org) <https://example.org>"
PINGS = "why does @everyone and @here and <@&1> in <#1> wait?"
CONTROL = "why \u202e\u200b\u0007\r\n does it turn around?"
LETTERS = "¿por qué? 为什么呢 لماذا 👩‍⚕️"
AS_THEY_ARE = [LONGEST, MARKDOWN, PINGS, CONTROL, LETTERS]
MADE_WHOLE = [
    ("why \ud83d is it half?", "why ? is it half?"),
    ("why\0 is it\0 so?", "why is it so?"),
    ("  why is it so?\n\n", "why is it so?"),
]


async def sent(world: World, question: str) -> simcord.InteractionResult:
    """What Ann gets who passes the question on."""
    answer = private(await world.ann.slash(world.general, "ask", question=NOWHERE))
    return await pass_on(world.ann, answer, question)


async def shown_to_both(world: World) -> tuple[str, str]:
    """What /kb gaps shows to Max, and /privacy to Ann."""
    own = private(await world.ann.slash(world.general, "privacy"))
    return text(await world.kb("gaps")), text(own)


@pytest.mark.parametrize("question", AS_THEY_ARE)
async def test_any_text_is_kept_and_shown_as_it_was_written(world: World, question: str) -> None:
    moderators = await world.with_moderators()
    assert text(private(await sent(world, question))) == wording.PASSED_ON
    assert await world.waiting() == [question]
    gaps, own = await shown_to_both(world)
    assert shown(question, MOST_OF_A_QUESTION) in gaps
    assert shown(question, MOST_OF_ONE) in own
    assert text(world.reply(moderators)) == wording.QUESTION_WAITS


@pytest.mark.parametrize(("question", "kept"), MADE_WHOLE)
async def test_what_no_database_takes_is_left_out(world: World, question: str, kept: str) -> None:
    assert text(private(await sent(world, question))) == wording.PASSED_ON
    assert await world.waiting() == [kept]
    for page in await shown_to_both(world):
        assert escaped(kept) in page


async def test_who_is_mentioned_is_not_kept(world: World) -> None:
    await sent(world, f"does {world.bob.mention} know why?")
    assert await world.waiting() == ["does @somebody know why?"]


async def test_who_is_mentioned_to_ask_is_not_kept_either(world: World) -> None:
    """A command takes mentions, and the form holds what the command took."""
    asked = f"does {world.bob.mention} sell bicycles?"
    answer = private(await world.ann.slash(world.general, "ask", question=asked))
    form = await world.ann.click(answer, label=ASK_MODERATORS)
    await fill_in(world.ann, form, prefilled(form))
    assert await world.waiting() == ["does @somebody sell bicycles?"]


@pytest.mark.parametrize("nothing", ["   \n ", "???!", "\0", "https://example.org", "<@1> <#2>"])
async def test_what_holds_no_word_is_refused_and_not_kept(world: World, nothing: str) -> None:
    moderators = await world.with_moderators()
    assert text(private(await sent(world, nothing))) == wording.NO_QUESTION
    assert await world.waiting() == []
    assert world.replies(moderators) == []


async def test_discord_itself_takes_no_empty_form_and_none_that_is_too_long(world: World) -> None:
    for refused in ("", "w" * 4_001):
        with pytest.raises(simcord.SetupError):
            await sent(world, refused)


@pytest.mark.parametrize("asked", ["?" * 1_000, "*_~`" * 250, "1. what\n- is it?"])
async def test_any_text_can_be_asked_and_comes_back_into_the_form(world: World, asked: str) -> None:
    answer = private(await world.ann.slash(world.general, "ask", question=asked))
    assert escaped(asked) in text(answer)
    form = await world.ann.click(answer, label=ASK_MODERATORS)
    assert prefilled(form) == asked


@pytest.mark.parametrize(("asked", "read"), [("what\ud83d", "what?"), ("\0", ""), ("   ", "")])
async def test_what_discord_does_not_take_is_not_sent_back_to_it(
    world: World, asked: str, read: str
) -> None:
    answer = private(await world.ann.slash(world.general, "ask", question=asked))
    assert (wording.YOU_ASKED in text(answer)) == bool(read)
    assert prefilled(await world.ann.click(answer, label=ASK_MODERATORS)) == read


async def test_many_long_questions_are_shown_on_pages_that_fit(world: World) -> None:
    where = (world.guild.id, world.general.id)
    for number in range(12):
        question = f"why{number} ".ljust(4_000, "*")
        await passed_on.add(world.database, question, world.ann.id, where, number)
    gaps, own = await shown_to_both(world)
    assert "12 in 12 groups, page 1 of 3." in gaps
    assert "passed on to the moderators: 12" in own
    assert "why11" in own
