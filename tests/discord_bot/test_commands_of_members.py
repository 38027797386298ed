"""/ask, /topics and "Answer from FAQ": what only the person who calls them can read."""

from __future__ import annotations

import pytest
import simcord
from reloading import reload

from bot.answering.replies import Question, Reply
from bot.answering.wording import HELP
from bot.platforms.discord import wording
from bot.platforms.discord.commands import MOST_CHOICES

from .knowledge_files import add, entry
from .world import (
    ASK_MODERATORS,
    EITHER,
    FEEDBACK,
    NAUSEA,
    NOWHERE,
    RELIEF,
    World,
    labels,
    private,
    text,
)

FAQ = "Answer from FAQ"
POST = "Post to the channel"
TITLES = (
    "Can the treatment cause nausea?",
    "How long does the relief last?",
    "How long does the session last?",
    "May I drive home afterwards?",
)


async def test_ask_answers_privately(world: World) -> None:
    answer = private(await world.ann.slash(world.general, "ask", question=RELIEF))
    assert "after one or two weeks" in text(answer)
    assert labels(answer) == [*FEEDBACK, POST]
    assert world.replies(world.general) == []
    seen_by_bob = world.general.history(viewer=world.bob)
    assert answer.id not in [message.id for message in seen_by_bob]


async def test_ask_in_a_direct_message_offers_no_channel_to_post_to(world: World) -> None:
    answer = private(await world.ann.user.slash("ask", question=RELIEF))
    assert "after one or two weeks" in text(answer)
    assert labels(answer) == FEEDBACK


async def test_ask_says_privately_that_it_does_not_know(world: World) -> None:
    answer = private(await world.ann.slash(world.general, "ask", question=NOWHERE))
    assert "I do not know" in text(answer)
    assert labels(answer) == [ASK_MODERATORS]


async def test_ask_always_says_something(world: World) -> None:
    assert text(private(await world.ann.slash(world.general, "ask", question="thanks"))) == HELP


async def test_context_menu_answers_somebody_elses_message_privately(world: World) -> None:
    message = await world.bob.send(world.general, NAUSEA)
    answer = private(await world.ann.context_menu(world.general, FAQ, message))
    assert "The nausea passes within an hour." in text(answer)
    assert POST in labels(answer)
    assert world.replies(world.general) == []


async def test_context_menu_reads_the_message_also_without_the_intent(world: World) -> None:
    await world.restart(listening=False)
    message = await world.bob.send(world.general, NAUSEA)
    answer = private(await world.ann.context_menu(world.general, FAQ, message))
    assert "The nausea passes within an hour." in text(answer)


async def test_choosing_in_a_private_reply_changes_that_reply(world: World) -> None:
    offered = private(await world.ann.slash(world.general, "ask", question=EITHER))
    titles = ["How long does the relief last?", "How long does the session last?"]
    assert labels(offered) == [*titles, ASK_MODERATORS]
    chosen = private(await world.ann.click(offered, label="How long does the session last?"))
    assert chosen.id == offered.id
    assert "forty minutes" in text(chosen)
    assert labels(chosen) == [*FEEDBACK, POST]


async def test_topics_lists_every_title_under_its_article(world: World) -> None:
    listed = text(private(await world.ann.slash(world.general, "topics"))).splitlines()
    assert listed == [
        "### A treatment for tests",
        *(f"- {title}" for title in TITLES),
        wording.HOW_TO_ASK,
    ]


async def test_typing_nothing_suggests_everything(world: World) -> None:
    assert await suggested(world, "") == list(TITLES)


async def test_the_start_of_a_word_suggests_what_it_may_become(world: World) -> None:
    assert await suggested(world, "nau") == ["Can the treatment cause nausea?"]


@pytest.mark.parametrize("title", TITLES)
async def test_a_chosen_suggestion_gives_its_entry(world: World, title: str) -> None:
    (choice,) = [
        choice
        for choice in await world.ann.autocomplete(world.general, "ask", "question", title)
        if choice["name"] == title
    ]
    answer = private(await world.ann.slash(world.general, "ask", question=choice["value"]))
    assert text(answer).splitlines()[0] == f"### {title}"


async def test_a_large_knowledge_suggests_no_more_than_discord_takes(world: World) -> None:
    longest = [f"{number} ".ljust(100, "?") for number in range(MOST_CHOICES)]
    add(world.folder, *(entry(f"e{at}", title=title) for at, title in enumerate(longest)))
    reload(world.library)
    names = await suggested(world, "")
    assert len(names) == MOST_CHOICES == 25
    assert max(map(len, names)) == 100


async def test_a_command_that_fails_apologises_privately(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(question: Question) -> Reply:
        raise LookupError(type(question))

    monkeypatch.setattr(world.client, "decide", broken)
    answer = private(await world.ann.slash(world.general, "ask", question=NAUSEA))
    assert text(answer) == wording.FAILED
    assert world.replies(world.general) == []
    simcord.assert_error(world.env, LookupError)


async def suggested(world: World, typed: str) -> list[str]:
    choices = await world.ann.autocomplete(world.general, "ask", "question", typed)
    return [choice["name"] for choice in choices]
