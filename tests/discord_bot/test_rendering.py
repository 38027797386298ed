"""What an answer looks like, up to the largest one the knowledge may hold."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from crisis_file import CRISIS
from discord import ui
from reloading import reload
from wire.limits import texts

from bot.answering.crisis import quiet_line
from bot.answering.replies import Answer, Choices, Option
from bot.answering.wording import DISCLAIMER
from bot.knowledge.model import Contact, Helpline
from bot.platforms.discord import rendering

from .knowledge_files import add, entry
from .world import (
    ASK_MODERATORS,
    DRIVING,
    EITHER,
    FEEDBACK,
    NAUSEA,
    World,
    labels,
    labels_in,
    private,
    text,
)

MOST_TEXT = 4_000


async def test_an_answer_has_all_its_parts_in_order(world: World) -> None:
    await world.ann.send(world.help, NAUSEA)
    reply = text(world.reply(world.help)).splitlines()
    title, excerpt, warning, disclaimer, source = reply
    assert title == "### Can the treatment cause nausea?"
    assert "The nausea passes within an hour." in excerpt
    assert "Call the clinic at once if you cannot keep water down for a day." in warning
    assert disclaimer == f"*{DISCLAIMER}*"
    assert source == "-# Source: Leaflet of the clinic, page 4. Reviewed 05 March 2026."


async def test_an_excerpt_leaves_something_out_and_offers_it(world: World) -> None:
    await world.ann.send(world.help, NAUSEA)
    reply = world.reply(world.help)
    assert "The clinic keeps a record of what helped." not in text(reply)
    assert labels(reply) == [*FEEDBACK, "Show everything", "Remove"]


async def test_a_whole_answer_offers_no_more_and_has_no_warning(world: World) -> None:
    await world.ann.send(world.help, DRIVING)
    reply = world.reply(world.help)
    assert "Ask somebody to take you home." in text(reply)
    assert "Please note" not in text(reply)
    assert labels(reply) == [*FEEDBACK, "Remove"]


async def test_choices_have_a_button_each_and_one_to_remove(world: World) -> None:
    await world.ann.send(world.help, f"{world.mention} {EITHER}")
    titles = ["How long does the relief last?", "How long does the session last?"]
    reply = world.reply(world.help)
    assert labels(reply) == [*titles, ASK_MODERATORS, "Remove"]
    assert "choose" in text(reply)


async def test_the_largest_entry_fits_into_one_message(world: World) -> None:
    largest = entry(
        "largest",
        title="title ".ljust(100, "t"),
        text="a sentence. ".ljust(2_400, "x"),
        must_include="caution ".ljust(600, "c"),
        source="source ".ljust(300, "s"),
        phrasings=["the largest of them all"],
    )
    add(world.folder, largest)
    reload(world.library)
    await world.ann.send(world.help, f"{world.mention} the largest of them all")
    answers = (
        world.reply(world.help),
        private(await world.ann.slash(world.help, "ask", question=largest["title"])),
    )
    for answer in answers:
        for part in ("title", "text", "must_include", "source"):
            assert largest[part] in text(answer)
        assert len(text(answer)) <= MOST_TEXT


def test_the_largest_answer_fits_with_the_longest_line_of_help() -> None:
    day = date(2026, 3, 5)
    longest = Helpline(
        region="US", place="p", name="n" * 60, do="d" * 60, verified_on=day, source="s"
    )
    directory = Contact(name="f" * 60, do="d", verified_on=day, source="s")
    crisis = CRISIS.model_copy(update={"lines": (longest,), "directory": directory})
    largest = Answer(
        entry="largest",
        title="t" * 100,
        excerpt="x" * 2_400,
        warning="c" * 600,
        more=True,
        source="s" * 300,
        reviewed=day,
        disclaimer=DISCLAIMER,
        score=1.0,
        help=quiet_line(crisis, "US"),
    )
    parts = list(texts({"components": components(rendering.public(largest))}))
    assert parts[-1] == largest.help
    assert sum(map(len, parts)) <= MOST_TEXT


@pytest.mark.parametrize(("length", "label"), [(80, "t" * 80), (81, "t" * 79 + "…")])
def test_labels_are_cut_where_discord_ends_them(length: int, label: str) -> None:
    offered = Choices("Which?", (Option("one", "t" * length), Option("two", "Two?")), 0.3)
    assert labels_in(components(rendering.public(offered))) == [
        label,
        "Two?",
        ASK_MODERATORS,
        "Remove",
    ]


async def test_long_titles_of_choices_are_cut_and_still_lead_to_their_entry(world: World) -> None:
    titles = [f"{word} ".ljust(100, "?") for word in ("seldom", "often")]
    add(
        world.folder,
        entry("first", title=titles[0], phrasings=["is the zebra hungry"]),
        entry("second", title=titles[1], phrasings=["is the zebra thirsty"]),
    )
    reload(world.library)
    await world.ann.send(world.help, f"{world.mention} the zebra")
    offered = world.reply(world.help)
    cut = [title[:79] + "…" for title in titles]
    assert labels(offered) == [*cut, ASK_MODERATORS, "Remove"]
    await world.ann.click(offered, label=cut[1])
    assert titles[1] in text(world.reply(world.help))


@pytest.mark.parametrize(("length", "shown"), [(MOST_TEXT, "n" * MOST_TEXT), (4_001, None)])
def test_a_note_ends_where_a_message_ends(length: int, shown: str | None) -> None:
    (component,) = components(rendering.note("n" * length))
    assert component["content"] == (shown or "n" * 3_999 + "…")


def components(view: ui.LayoutView) -> list[dict[str, Any]]:
    """The components as discord.py sends them."""
    sent: list[dict[str, Any]] = view.to_components()  # type: ignore[no-untyped-call]
    return sent
