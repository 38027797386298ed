"""What the bot keeps in memory for a while: counted exactly, and forgotten in time."""

from __future__ import annotations

from typing import cast

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.discord.limits import Cooldown, RecentAnswers
from bot.platforms.discord.links import Links

from .world import FakeClock


@given(st.lists(st.floats(0, 30), min_size=1, max_size=60))
def test_nobody_gets_more_than_five_replies_in_any_minute(pauses: list[float]) -> None:
    clock = FakeClock()
    cooldown = Cooldown(clock)
    replied: list[float] = []
    for pause in pauses:
        clock.advance(pause)
        if cooldown.allows(1):
            replied.append(clock.now)
    for sixth in range(Cooldown.REPLIES, len(replied)):
        assert replied[sixth] - replied[sixth - Cooldown.REPLIES] >= Cooldown.SECONDS


def test_one_notice_between_two_replies() -> None:
    clock = FakeClock()
    cooldown = Cooldown(clock)
    for start in (0, 5):
        allowed = [cooldown.allows(1) for _ in range(8)]
        assert allowed == [True] * 5 + [False] * 3, start
        assert [cooldown.notices(1) for _ in range(3)] == [True, False, False], start
        clock.advance(Cooldown.SECONDS)


def test_people_and_answers_are_forgotten_in_time() -> None:
    """Memory holds the last minutes only, however many people came by."""
    clock = FakeClock()
    cooldown, recent = Cooldown(clock), RecentAnswers(clock)
    for number in range(1_000):
        for _ in range(7):
            cooldown.allows(number) or cooldown.notices(number)
        recent.remember(number, "entry", number)
        clock.advance(1)
    assert held(cooldown) <= Cooldown.SECONDS * 7
    assert recent.find(999, "entry") == 999
    assert recent.find(1, "entry") is None
    assert held(recent) <= RecentAnswers.SECONDS


def held(thing: object) -> int:
    """How many things the collections in the object hold."""
    collections = [value for value in vars(thing).values() if hasattr(value, "__len__")]
    assert collections
    return sum(map(len, collections))


def test_an_entry_is_found_where_it_stands_last() -> None:
    recent = RecentAnswers(FakeClock())
    recent.remember(1, "entry", 10)
    recent.remember(1, "entry", 11)
    recent.remember(2, "entry", 20)
    assert (recent.find(1, "entry"), recent.find(2, "entry")) == (11, 20)
    recent.forget(11)
    assert (recent.find(1, "entry"), recent.find(2, "entry")) == (None, 20)


def test_a_message_that_shows_another_entry_no_longer_holds_the_first() -> None:
    recent = RecentAnswers(FakeClock())
    recent.remember(1, "first", 10)
    recent.remember(1, "second", 10)
    assert (recent.find(1, "first"), recent.find(1, "second")) == (None, 10)


async def test_a_question_without_a_reply_is_not_kept() -> None:
    links = Links()
    async with links.hold(1):
        assert 1 in links
    assert 1 not in links


async def test_a_reply_is_found_again_until_it_is_withdrawn() -> None:
    links = Links()
    reply = a_reply(10)
    async with links.hold(1) as link:
        link.reply = reply
    async with links.hold(1) as link:
        assert link.reply is reply
        link.reply = None
    assert 1 not in links


async def test_a_reply_that_somebody_deleted_is_forgotten() -> None:
    links = Links()
    for number in (1, 2):
        async with links.hold(number) as link:
            link.reply = a_reply(number * 10)
    links.forget_reply(10)
    async with links.hold(1) as forgotten, links.hold(2) as kept:
        assert (forgotten.reply, kept.reply is None) == (None, False)


async def test_the_oldest_questions_are_forgotten_and_never_one_in_use() -> None:
    links = Links()
    async with links.hold(0) as oldest:
        oldest.reply = a_reply(0)
        for number in range(1, Links.MOST + 51):
            async with links.hold(number) as link:
                link.reply = a_reply(number)
        kept = [number for number in range(Links.MOST + 51) if number in links]
        assert kept == [0, *range(52, Links.MOST + 51)]


async def test_a_failure_leaves_no_question_behind() -> None:
    links = Links()
    with pytest.raises(discord.DiscordException):
        async with links.hold(1):
            raise discord.DiscordException
    assert 1 not in links


def a_reply(number: int) -> discord.Message:
    """Stands for a message of the bot: only its id is looked at."""
    return cast("discord.Message", discord.Object(number))
