"""The demo: the real bot, with the shipped knowledge, on a page that a person can use."""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright, expect

from bot.answering.library import Library
from bot.answering.wording import DISCLAIMER
from bot.platforms.discord.demo import World, world
from bot.settings import SHIPPED_KNOWLEDGE

from .world import text

ROOT = Path(__file__).parent.parent.parent
QUESTION = "how long does the relief last?"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = """--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync""".split()
PATIENCE = 20_000  # milliseconds: on a busy machine the page takes seconds to draw itself


async def test_the_bot_answers_in_help_and_when_mentioned_in_general() -> None:
    async with world(Library(SHIPPED_KNOWLEDGE)) as shown:
        member = shown.people[0]
        for channel in shown.channels.values():
            await member.send(channel, QUESTION)
        assert [DISCLAIMER in said for said in said_in(shown, "help")] == [True]
        assert said_in(shown, "general") == []
        assert shown.env.bot.user is not None
        await member.send(shown.channels["general"], f"{shown.env.bot.user.mention} {QUESTION}")
        assert [DISCLAIMER in said for said in said_in(shown, "general")] == [True]


async def test_only_the_moderator_manages_the_knowledge() -> None:
    async with world(Library(SHIPPED_KNOWLEDGE)) as shown:
        offered = [
            "kb reload" in person.available_commands(shown.channels["help"])
            for person in shown.people
        ]
        assert offered == [False, True]


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
async def test_a_person_asks_on_the_page_and_turns_it_to_the_other_channel() -> None:
    async with running_demo() as (demo, in_help, in_general), new_page() as page:
        await page.goto(in_help)
        await say(page, QUESTION)
        conversation = page.get_by_role("log")
        await expect(conversation.get_by_text(DISCLAIMER)).to_be_visible()
        await expect(conversation).to_contain_text(QUESTION)
        await page.goto(in_general)
        await expect(conversation).to_contain_text("This is #general")
        await expect(conversation).not_to_contain_text(DISCLAIMER)
        demo.terminate()
        assert await demo.wait() == 0


def said_in(shown: World, channel: str) -> list[str]:
    """What the bot has said in the channel."""
    assert shown.env.bot.user is not None
    me = shown.env.bot.user.id
    history = shown.channels[channel].history()
    return [text(message) for message in history if message.author.id == me]


async def say(page: Page, words: str) -> None:
    """Send a message, once the page has settled on its size: before, it swallows the key."""
    await expect(page.get_by_role("status").get_by_text("Viewport updated")).to_be_attached()
    await expect(page.get_by_role("button", name="Send", exact=True)).to_be_enabled()
    composer = page.locator("#channel-composer-input")
    await composer.fill(words)
    await composer.press("Enter")


@asynccontextmanager
async def running_demo() -> AsyncIterator[tuple[Process, str, str]]:
    """The demo's process, and the addresses of #help and #general as it prints them."""
    demo = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "demo", "--no-open", cwd=ROOT, stdout=PIPE
    )
    try:
        assert demo.stdout is not None
        addresses: dict[str, str] = {}  # by the channel that the line names
        while "moderators" not in addresses:
            line = (await demo.stdout.readline()).decode()
            assert line, "the demo ended"
            if found := re.search(r"#(\w+): (http://\S+)", line):
                addresses[found[1]] = found[2]
        yield demo, addresses["help"], addresses["general"]
    finally:
        if demo.returncode is None:
            demo.kill()
        await demo.communicate()


@asynccontextmanager
async def new_page() -> AsyncIterator[Page]:
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield await browser.new_page()
        await browser.close()
