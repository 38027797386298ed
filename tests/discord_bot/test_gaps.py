"""/kb gaps: what members passed on, for moderators to teach, answer or dismiss."""

from __future__ import annotations

import discord
import pytest
import simcord
from reloading import reload

from bot.platforms.discord import wording

from .knowledge_files import remove
from .world import (
    ASK_MODERATORS,
    RELIEF,
    World,
    custom_id,
    fields,
    labels,
    private,
    text,
)

DOG = "can I bring my dog?"
ALSO_DOG = "may I bring my dog with me?"
BUS = "is there a bus to the clinic?"
EACH = ["Teach", "Answer in the channel", "Dismiss"]
DRIVE = "Do not drive until the next morning."
TITLE = "### May I drive home afterwards?"


async def press(
    world: World, message: simcord.ResponseMessage, act: str
) -> simcord.ResponseMessage:
    """What Max gets who presses the first button of this kind."""
    return private(await world.max.click(message, custom_id=custom_id(message, f"desk:{act}:")))


async def choose(
    world: World, message: simcord.ResponseMessage, entry: str
) -> simcord.ResponseMessage:
    """What Max gets who chooses an entry from the list in the message."""
    chosen = await world.max.select(message, [entry], custom_id=custom_id(message, "desk-list:"))
    return private(chosen)


async def to_be_posted(world: World) -> simcord.ResponseMessage:
    """The entry on driving as it would answer the first gap."""
    return await choose(world, await press(world, await world.kb("gaps"), "answer"), "driving")


async def test_without_a_question_it_says_that_none_waits(world: World) -> None:
    page = await world.kb("gaps")
    assert "None waits." in text(page)
    assert labels(page) == []


async def test_a_question_that_a_member_passed_on_is_shown_without_the_name(world: World) -> None:
    await world.ann.send(world.general, f"{world.mention} {BUS}")
    form = await world.ann.click(world.reply(world.general), label=ASK_MODERATORS)
    (field,) = fields(form)
    await world.ann.submit_modal(form, {field: DOG})
    page = await world.kb("gaps")
    assert "can I bring my dog" in text(page)
    assert "ann" not in text(page).split()
    assert str(world.ann.id) not in text(page)
    assert labels(page) == EACH


async def test_questions_that_ask_the_same_are_one_group_and_the_most_frequent_comes_first(
    world: World,
) -> None:
    await world.wait(DOG, ALSO_DOG, BUS)
    shown = text(await world.kb("gaps"))
    assert "3 in 2 groups." in shown
    assert shown.index("bring my dog with me") < shown.index("asked 2 times") < shown.index("bus")
    assert "can I bring my dog\\?" not in shown


async def test_of_groups_as_frequent_the_newest_comes_first(world: World) -> None:
    await world.wait(DOG, BUS)
    shown = text(await world.kb("gaps"))
    assert shown.index("bus") < shown.index("dog")


async def test_many_groups_are_shown_page_by_page_in_place(world: World) -> None:
    await world.wait(*(f"is animal{at} allowed{at}?" for at in range(6)))
    first = await world.kb("gaps")
    assert "page 1 of 2" in text(first)
    assert labels(first) == [*EACH * 5, "Back", "Next"]
    second = private(await world.max.click(first, label="Next"))
    assert second.id == first.id
    assert "page 2 of 2" in text(second)
    assert "animal0" in text(second)
    assert labels(second) == [*EACH, "Back", "Next"]
    with pytest.raises(simcord.SetupError, match="disabled"):
        await world.max.click(second, label="Next")
    again = private(await world.max.click(second, label="Back"))
    assert "page 1 of 2" in text(again)
    assert "animal0" not in text(again)


async def test_a_page_that_is_gone_by_now_is_the_last_one_that_is_left(world: World) -> None:
    await world.wait(*(f"is animal{at} allowed{at}?" for at in range(6)))
    first = await world.kb("gaps")
    await press(world, await world.kb("gaps"), "dismiss")
    shown = private(await world.max.click(first, label="Next"))
    assert "5 in 5 groups." in text(shown)
    assert "animal4" in text(shown)


async def test_a_long_question_with_markdown_and_mentions_is_shown_letter_by_letter(
    world: World,
) -> None:
    await world.wait("may *my* cat @everyone <@123456> " + "?" * 3_900)
    shown = text(await world.kb("gaps"))
    assert r"may \*my\* cat \@everyone \<\@" in shown
    assert shown.splitlines()[2].endswith("…")


async def test_a_dismissed_group_is_gone_with_all_its_questions(world: World) -> None:
    await world.wait(DOG, ALSO_DOG, BUS)
    page = await world.kb("gaps")
    left = await press(world, page, "dismiss")
    assert left.id == page.id
    assert "1 in 1 groups." in text(left)
    assert await world.waiting() == [BUS]


async def test_questions_of_another_server_are_not_shown(world: World) -> None:
    elsewhere = world.env.create_guild("Elsewhere")
    await world.restart(home=[world.guild.id, elsewhere.id])
    await world.wait(DOG)
    role = elsewhere.create_role("Mods", permissions=discord.Permissions(manage_guild=True))
    eve = elsewhere.add_member(world.env.create_user("eve"), roles=[role])
    page = private(await eve.slash(elsewhere.create_text_channel("general"), "kb gaps"))
    assert "None waits." in text(page)


async def test_an_entry_is_shown_before_it_is_posted_where_the_question_was_asked(
    world: World,
) -> None:
    await world.wait(ALSO_DOG, channel=world.help)
    preview = await to_be_posted(world)
    assert DRIVE in text(preview)
    assert world.replies(world.help) == []
    done = private(await world.max.click(preview, label="Post to #help"))
    assert text(done) == wording.POSTED.format(channel=world.help.mention)
    posted = text(world.reply(world.help))
    assert posted.startswith(f"{wording.MODERATORS_ANSWER}\n{TITLE}\n{DRIVE}")
    assert "consult your healthcare provider" in posted
    assert "dog" not in posted
    assert world.replies(world.general) == []
    assert await world.waiting() == []


async def test_a_posted_answer_has_the_buttons_of_any_answer(world: World) -> None:
    await world.wait(ALSO_DOG)
    await world.max.click(await to_be_posted(world), label="Post to #general")
    posted = world.reply(world.general)
    assert "nausea" in " ".join(labels(private(await world.ann.click(posted, label="Related"))))
    refused = private(await world.ann.click(posted, label="Remove"))
    assert text(refused) == wording.NOT_YOURS
    await world.max.click(posted, label="Remove")
    assert world.replies(world.general) == []


@pytest.mark.parametrize("denied", ["view_channel", "send_messages"])
async def test_where_the_bot_cannot_write_it_says_so(world: World, denied: str) -> None:
    nobody = discord.PermissionOverwrite(**{denied: False})
    silenced = world.guild.create_text_channel(
        "silenced", overwrites={world.guild.default_role: nobody}
    )
    await world.wait(DOG, channel=silenced)
    refused = await press(world, await world.kb("gaps"), "answer")
    assert text(refused) == wording.NOT_POSTABLE
    assert await world.waiting() == [DOG]


async def test_a_question_from_a_direct_message_can_be_taught_but_has_no_channel(
    world: World,
) -> None:
    await world.ann.send_dm(BUS)
    unknown = world.reply(world.ann.user.dm_channel)
    form = await world.ann.user.click(unknown, label=ASK_MODERATORS)
    await world.ann.user.submit_modal(form, dict.fromkeys(fields(form), DOG))
    page = await world.kb("gaps")
    assert "can I bring my dog" in text(page)
    assert text(await press(world, page, "answer")) == wording.NOT_POSTABLE
    assert "What shall it lead to?" in str((await press(world, page, "teach")).components)


async def test_moderators_who_post_at_the_same_moment_post_once(world: World) -> None:
    await world.wait(ALSO_DOG)
    previews = [await to_be_posted(world) for _ in range(4)]
    async with world.at_once():
        done = [await world.max.click(one, label="Post to #general") for one in previews]
    assert DRIVE in text(world.reply(world.general))
    said = [text(private(one)) for one in done]
    assert said.count(wording.POSTED.format(channel=world.general.mention)) == 1
    assert said.count(wording.SETTLED) == 3


async def test_an_answer_that_discord_refuses_settles_nothing(world: World) -> None:
    await world.wait(ALSO_DOG)
    preview = await to_be_posted(world)
    world.env.inject_error("POST", f"/channels/{world.general.id}/messages", status=403)
    said = private(await world.max.click(preview, label="Post to #general"))
    assert text(said) == wording.FAILED
    assert await world.waiting() == [ALSO_DOG]


async def test_an_entry_that_was_removed_meanwhile_is_neither_shown_nor_posted(
    world: World,
) -> None:
    await world.wait(RELIEF, ALSO_DOG)
    listed = await press(world, await world.kb("gaps"), "answer")
    preview = await to_be_posted(world)
    remove(world.folder, "driving")
    reload(world.library)
    assert text(await choose(world, listed, "driving")) == wording.GONE
    said = private(await world.max.click(preview, label="Post to #general"))
    assert text(said) == wording.GONE
    assert world.replies(world.general) == []
