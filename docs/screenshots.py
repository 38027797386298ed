"""Draws the pictures of the README: the demo's page in headless Chromium, an answer and choices.

Run it with `make screenshots`.
"""

import asyncio
import shutil
import sys
from pathlib import Path

from playwright.async_api import Page, async_playwright

from bot.answering.library import Library
from bot.platforms.discord.demo import world
from bot.settings import SHIPPED_KNOWLEDGE

IMAGES = Path(__file__).parent / "images"
PICTURES = {
    "answer": "how long does the relief last?",
    "choices": "does it help with anxiety?",
}
# Chromium as root in a container, and silent towards the network.
FLAGS = """--no-sandbox --disable-gpu --no-first-run --disable-background-networking
    --disable-component-update --disable-sync""".split()


async def draw() -> None:
    """Ask each question on a page of its own, and take its picture."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("Chromium is not installed: install your system's package chromium.")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for name, question in PICTURES.items():
            page = await browser.new_page(viewport={"width": 900, "height": 640})
            async with (
                world(Library(SHIPPED_KNOWLEDGE)) as shown,
                shown.env.preview(
                    shown.channels["general"], viewers=shown.people, layout="channel"
                ) as preview,
            ):
                await page.goto(preview.url)
                bot = shown.env.bot.user
                await _ask(page, f"{bot.mention if bot else ''} {question}")
                await page.locator("#channel-layout").screenshot(path=IMAGES / f"{name}.png")
        await browser.close()


async def _ask(page: Page, question: str) -> None:
    await page.get_by_role("status").get_by_text("Viewport updated").wait_for(state="attached")
    await (
        page.get_by_role("button", name="Send", exact=True)
        .and_(page.locator(":enabled"))
        .wait_for()
    )
    composer = page.locator("#channel-composer-input")
    await composer.fill(question)
    await composer.press("Enter")
    await page.get_by_role("button", name="Remove").wait_for()


if __name__ == "__main__":
    asyncio.run(draw())
