"""Related: what else the knowledge has near to an answer, for the one who presses alone."""

from __future__ import annotations

from reloading import reload

from bot.platforms.discord import wording

from .knowledge_files import add, entry, remove
from .world import DRIVING, FEEDBACK, NAUSEA, World, labels, private, text

RELATED = "Related"
SESSION = "How long does the session last?"
RELIEF = "How long does the relief last?"
FORTY = "The session is over after forty minutes."
LINE_OF_HELP = "If this is about you"
GENERAL = "And what about the risk of suicide in general?"


async def test_neighbours_are_shown_privately_the_nearest_first(world: World) -> None:
    await world.ann.send(world.help, "how long does the relief last?")
    before = labels(world.reply(world.help))
    offered = private(await world.bob.click(world.reply(world.help), label=RELATED))
    assert text(offered) == wording.RELATED
    assert labels(offered)[0] == SESSION
    assert RELIEF not in labels(offered)
    assert labels(world.reply(world.help)) == before


async def test_there_are_three_neighbours_at_most(world: World) -> None:
    many = [entry(f"zebra-{at}", title=f"Is the zebra {at} hungry?") for at in range(5)]
    add(world.folder, *many)
    reload(world.library)
    answer = private(await world.ann.slash(world.help, "ask", question="tell me about zebra-0"))
    offered = private(await world.ann.click(answer, label=RELATED))
    assert len(labels(offered)) == 3
    assert all("zebra" in label for label in labels(offered))


async def test_a_chosen_neighbour_is_read_privately_and_may_be_posted(world: World) -> None:
    await world.ann.send(world.help, "how long does the relief last?")
    offered = private(await world.bob.click(world.reply(world.help), label=RELATED))
    chosen = private(await world.bob.click(offered, label=SESSION))
    assert chosen.id == offered.id
    assert FORTY in text(chosen)
    assert labels(chosen) == [*FEEDBACK, "Post to the channel"]
    assert len(world.replies(world.help)) == 1
    await world.bob.click(chosen, label="Post to the channel")
    assert FORTY in text(world.replies(world.help)[-1])


async def test_under_a_private_reply_the_answer_stays(world: World) -> None:
    answer = private(await world.ann.slash(world.general, "ask", question=RELIEF))
    offered = private(await world.ann.click(answer, label=RELATED))
    assert offered.id != answer.id
    chosen = private(await world.ann.click(offered, label=SESSION))
    assert FORTY in text(chosen)
    assert world.replies(world.general) == []


async def test_in_a_direct_message_neighbours_stand_under_the_answer(world: World) -> None:
    await world.ann.send_dm(RELIEF)
    place = world.ann.user.dm_channel
    offered = private(await world.ann.user.click(world.reply(place), label=RELATED))
    assert SESSION in labels(offered)
    await world.ann.user.click(offered, label=SESSION)
    assert "one or two weeks" in text(world.reply(place))


async def test_an_entry_without_neighbours_says_so_privately(world: World) -> None:
    for name in ("relief", "session", "nausea"):
        remove(world.folder, name)
    reload(world.library)
    await world.ann.send(world.help, DRIVING)
    said = private(await world.ann.click(world.reply(world.help), label=RELATED))
    assert text(said) == wording.NO_RELATED


async def test_neighbours_are_offered_after_a_restart(world: World) -> None:
    await world.ann.send(world.help, "how long does the relief last?")
    answer = world.reply(world.help)
    await world.restart()
    offered = private(await world.ann.click(answer, label=RELATED))
    await world.restart()
    assert FORTY in text(private(await world.ann.click(offered, label=SESSION)))


async def test_what_is_gone_by_now_says_so_privately(world: World) -> None:
    await world.ann.send(world.help, "how long does the relief last?")
    offered = private(await world.ann.click(world.reply(world.help), label=RELATED))
    for name in ("session", "relief"):
        remove(world.folder, name)
    reload(world.library)
    assert text(private(await world.ann.click(offered, label=SESSION))) == wording.GONE
    said = private(await world.ann.click(world.reply(world.help), label=RELATED))
    assert text(said) == wording.GONE


async def test_a_line_of_help_goes_along_to_the_neighbour(world: World) -> None:
    await world.ann.send(world.general, f"{world.mention} {NAUSEA} {GENERAL}")
    answer = world.reply(world.general)
    assert LINE_OF_HELP in text(answer)
    for label in (RELATED, "Not helpful"):
        offered = private(await world.bob.click(answer, label=label))
        chosen = private(await world.bob.click(offered, label=labels(offered)[0]))
        assert LINE_OF_HELP in text(chosen)
