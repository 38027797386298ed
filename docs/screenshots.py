"""Draws the pictures of the README and of the moderators' guide: the demo in headless Chromium.

Run it with `make screenshots`.
"""

import asyncio
import shutil
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import discord
import simcord
from playwright.async_api import Page, async_playwright

from bot.answering.library import Library
from bot.platforms.discord.demo import World, world
from bot.settings import SHIPPED_KNOWLEDGE

IMAGES = Path(__file__).parent / "images"
# Chromium as root in a container, and silent towards the network.
FLAGS = """--no-sandbox --disable-gpu --no-first-run --disable-background-networking
    --disable-component-update --disable-sync""".split()
GAPS = (
    "do they play music in the room?",
    "is there music in the room",
    "can I bring my dog to the clinic?",
)
ASK_MODERATORS = "Ask the moderators (without my name)"
LABEL = 18  # the type of this component of a form


async def an_answer(shown: World) -> None:
    """A member asks."""
    await _ask(shown, "how long does the relief last?")


async def choices(shown: World) -> None:
    """A member asks what two entries fit."""
    await _ask(shown, "does it help with anxiety?")


async def gaps(shown: World) -> None:
    """A moderator looks at what members passed on."""
    await _show_gaps(shown)


async def teaching(shown: World) -> None:
    """A moderator teaches what a passed-on question shall lead to."""
    listed = await _show_gaps(shown)
    moderator = shown.people[1]
    chosen = await moderator.click(_message(listed), custom_id="desk:teach:2:")
    await moderator.select(_message(chosen), ["expect"])


async def statistics(shown: World) -> None:
    """A moderator looks at the last month."""
    await shown.people[1].slash(shown.channels["moderators"], "kb stats")


Scene = Callable[[World], Awaitable[None]]
# What happens, in which channel, who looks, and how high the page is.
PICTURES: dict[str, tuple[Scene, str, int, int]] = {
    "answer": (an_answer, "general", 0, 640),
    "choices": (choices, "general", 0, 640),
    "gaps": (gaps, "moderators", 1, 820),
    "teaching": (teaching, "moderators", 1, 1000),
    "stats": (statistics, "moderators", 1, 1250),
}


async def draw() -> None:
    """Play each scene, and take its picture."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("Chromium is not installed: install your system's package chromium.")
    library = Library(SHIPPED_KNOWLEDGE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for name, (scene, channel, viewer, height) in PICTURES.items():
            page = await browser.new_page(viewport={"width": 900, "height": height})
            async with world(library) as shown:
                await scene(shown)
                await _picture(page, shown, shown.channels[channel], viewer, name)
        await browser.close()


async def _picture(
    page: Page, shown: World, channel: simcord.ChannelHandle, viewer: int, name: str
) -> None:
    people = [shown.people[viewer]]
    async with shown.env.preview(channel, viewers=people, layout="channel") as preview:
        await page.goto(preview.url)
        await page.get_by_role("status").get_by_text("Viewport updated").wait_for(state="attached")
        await page.wait_for_load_state("networkidle")  # the picture in a message
        await page.locator("#channel-layout").screenshot(path=IMAGES / f"{name}.png")


async def _ask(shown: World, question: str) -> discord.Message:
    bot = shown.env.bot.user
    general = shown.channels["general"]
    await shown.people[0].send(general, f"{bot.mention if bot else ''} {question}")
    return general.history()[-1]


async def _show_gaps(shown: World) -> simcord.InteractionResult:
    member, moderator = shown.people
    for question in GAPS:
        form = await member.click(await _ask(shown, question), label=ASK_MODERATORS)
        (field,) = (
            one["component"] for one in (form.modal or {})["components"] if one["type"] == LABEL
        )
        await member.submit_modal(form, {field["custom_id"]: question})
    return await moderator.slash(shown.channels["moderators"], "kb gaps")


def _message(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    message = result.followups[-1] if result.followups else result.response
    if message is None:
        raise RuntimeError("the bot said nothing")
    return message


if __name__ == "__main__":
    asyncio.run(draw())
