"""The real bot in a simulated Discord on loopback, on a page to read, type and press in."""

import asyncio
import secrets
import signal
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from tempfile import TemporaryDirectory

import discord
from aiohttp import web

from bot.answering.library import Library
from bot.errors import BotError
from bot.platforms.discord.client import AnswersClient
from bot.platforms.discord.inventing import invent
from bot.records.database import Database
from bot.records.servers import Preferences

try:
    import simcord
except ModuleNotFoundError as error:
    raise BotError("The demo needs simcord: run `make demo`, or install the extra demo.") from error

CHANNELS = ("help", "general", "moderators")
HELP = (
    "This is #help, where the bot reads every message. Write a question, such as *how long does "
    "the relief last*, vote under the answer, or type / for its commands. Ask {mention} what it "
    "cannot know, such as *can I bring my dog*, and pass that on to the moderators. At the top "
    "you can act as Max, a moderator: /kb gaps shows it, to be taught; /kb stats draws what was "
    "asked (the days before today are invented). #general: {general} #moderators: {moderators}"
)
GENERAL = (
    "This is #general, where the bot answers only when you mention it ({mention}), reply to it "
    "or use its commands. Back to #help: {help}"
)
MODERATORS = (
    "This is #moderators, where the bot says that a question was passed on, or that somebody may "
    "be in danger. As Max try /kb gaps, /kb teach, /kb settings. Back to #help: {help}"
)


@dataclass(frozen=True, slots=True)
class World:
    """A server with two channels, and the two people to act as."""

    env: simcord.Env
    channels: dict[str, simcord.ChannelHandle]
    people: tuple[simcord.MemberActor, ...]


def run(library: Library, *, open_page: bool) -> None:
    """Serve the page until SIGTERM or SIGINT."""
    try:
        asyncio.run(_serve(library, open_page=open_page))
    except asyncio.CancelledError:
        print("The demo has ended.")  # noqa: T201 - the demo talks on its terminal


@asynccontextmanager
async def world(library: Library) -> AsyncIterator[World]:
    """The simulated server, with the bot in it: it listens in #help alone.

    Its records end with it.
    """
    with TemporaryDirectory(prefix="treatment-answers-") as folder:
        database = Database(f"sqlite:///{folder}/records.db")
        try:
            async with _server(library, database) as shown:
                yield shown
        finally:
            await database.close()


@asynccontextmanager
async def _server(library: Library, database: Database) -> AsyncIterator[World]:
    # The bot is told its channels when it is built, so a stand-in holds its place until then.
    async with simcord.run(discord.Client(intents=discord.Intents.none())) as env:
        guild = env.create_guild("Treatment community")
        channels = {name: guild.create_text_channel(name) for name in CHANNELS}
        moderators = guild.create_role(
            "Moderators", permissions=discord.Permissions(manage_guild=True, manage_messages=True)
        )
        people = (
            guild.add_member(env.create_user("mia", global_name="Mia (member)")),
            guild.add_member(
                env.create_user("max", global_name="Max (moderator)"), roles=[moderators]
            ),
        )
        default = Preferences(
            listening=(channels["help"].id,), alert_channel=channels["moderators"].id
        )
        await invent(database, library, env.now().date())
        bot = AnswersClient(
            library,
            database,
            default=default,
            reads_content=True,
            now=lambda: env.now().timestamp(),
        )
        await env.restart_bot(bot)
        if bot.user is not None:
            await bot.user.edit(username="Treatment answers")
        yield World(env, channels, people)


class Stage:
    """Shows one channel at a time: a simulated Discord has one page."""

    def __init__(self, shown: World) -> None:
        self._world = shown
        self._page: simcord.Preview | None = None
        self._lock = asyncio.Lock()

    async def show(self, channel: str) -> str:
        """Turn to the channel; returns the address of the page, which is a secret of its own."""
        async with self._lock:
            await self.close()
            self._page = self._world.env.preview(
                self._world.channels[channel], viewers=self._world.people, layout="channel"
            )
            await self._page.__aenter__()
            return self._page.url

    async def close(self) -> None:
        """Take the page away."""
        if self._page is not None:
            await self._page.close()


async def _serve(library: Library, *, open_page: bool) -> None:
    loop, here = asyncio.get_running_loop(), asyncio.current_task()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, here.cancel)  # type: ignore[union-attr]  # we are a task
    async with world(library) as shown, _doors(Stage(shown)) as (stage, doors):
        await _welcome(shown, doors)
        url = await stage.show("help")
        print(  # noqa: T201
            f"The demo runs until you press Ctrl-C. Its page, on #help:\n\n  {url}\n\n"
            + "".join(f"To turn the page to #{name}: {door}\n" for name, door in doors.items()),
            flush=True,
        )
        if open_page:
            await asyncio.to_thread(webbrowser.open, url)
        await asyncio.Event().wait()


@asynccontextmanager
async def _doors(stage: Stage) -> AsyncIterator[tuple[Stage, dict[str, str]]]:
    """An address for each channel that turns the page to it."""
    secret = secrets.token_urlsafe(16)  # so that no other page can turn ours

    async def enter(request: web.Request) -> web.Response:
        raise web.HTTPFound(await stage.show(request.match_info["channel"]))

    application = web.Application()
    application.router.add_get(f"/{secret}/{{channel:{'|'.join(CHANNELS)}}}", enter)
    runner = web.AppRunner(application)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        host, port = runner.addresses[0][:2]
        base = f"http://{host}:{port}/{secret}"
        yield stage, {name: f"{base}/{name}" for name in CHANNELS}
    finally:
        await stage.close()
        await runner.cleanup()


async def _welcome(shown: World, doors: dict[str, str]) -> None:
    """A first message in each channel that says what to try, from a webhook: bots pass it over."""
    guild, bot = shown.env.guild, shown.env.bot.user
    mention = bot.mention if bot else ""
    for name, text in zip(CHANNELS, (HELP, GENERAL, MODERATORS), strict=True):
        webhook = guild.create_webhook(shown.channels[name], name="Welcome")
        await webhook.send(text.format(mention=mention, **doors))
