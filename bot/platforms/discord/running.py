"""Runs the client: until a signal stops it, or until Discord says what the operator must change."""

import asyncio
import gc
import logging
import signal
import sys

import aiohttp
import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.answering.library import Library
from bot.errors import BotError, ConfigurationError, RecordsError
from bot.platforms.discord.client import AnswersClient
from bot.records import servers
from bot.records.database import Database
from bot.records.servers import Preferences
from bot.settings import Settings

log = logging.getLogger(__name__)

REFUSED_TOKEN = 4004  # gateway close code "authentication failed"

PORTAL = "https://discord.com/developers/applications"
NO_TOKEN = (
    "DISCORD_TOKEN is not set: copy the token of your bot from "
    f"{PORTAL} (your application, page Bot) into the environment or the file .env."
)
BAD_TOKEN = (
    "Discord refused the token: copy it again from "
    f"{PORTAL} (your application, page Bot, Reset Token) into DISCORD_TOKEN."
)
NO_INTENT = (
    "Discord refused the Message Content Intent, which LISTEN_CHANNELS needs: switch it on at "
    f"{PORTAL} (your application, page Bot, Privileged Gateway Intents), or unset LISTEN_CHANNELS."
)
UNREACHABLE = "Discord cannot be reached at {url}: check the connection and DISCORD_API_URL."


def run(settings: Settings) -> None:
    """Run the bot until SIGTERM or SIGINT.

    Raises:
        ConfigurationError: no token, a token or an intent that Discord refuses, a region that the
            crisis card does not know, a database that cannot be used by this version.
        KnowledgeError: the knowledge folder has faults.
        BotError: Discord cannot be reached at the start.
    """
    if settings.discord_token is None:
        raise ConfigurationError(NO_TOKEN)
    library = Library(settings.knowledge_dir, settings.crisis_region)
    if doubt := library.live.answerer.knowledge.doubt:
        log.warning(doubt)
    _stay_responsive()
    database = Database(settings.database_url.get_secret_value())
    url = str(settings.discord_api_url).rstrip("/")
    try:
        asyncio.run(_serve(settings, library, database, url))
    except discord.LoginFailure:
        raise ConfigurationError(BAD_TOKEN) from None
    except discord.PrivilegedIntentsRequired:
        raise ConfigurationError(NO_INTENT) from None
    except discord.ConnectionClosed as error:
        if error.code == REFUSED_TOKEN:
            raise ConfigurationError(BAD_TOKEN) from None
        raise BotError(f"Discord closed the connection for good (code {error.code}).") from None
    except (aiohttp.ClientError, OSError, discord.HTTPException, discord.GatewayNotFound):
        raise BotError(UNREACHABLE.format(url=url)) from None


def _stay_responsive() -> None:
    """Keep answering while a thread drafts what the bot shall know next.

    Measured, with 50 phrasings taught one after the other while 10,000 messages come at once: of
    100 looks at the clock one is late by 150 ms without these two lines, and by 25 ms with them.
    """
    gc.freeze()  # what is loaded stays: to look for garbage in it stops everything for 100 ms
    sys.setswitchinterval(0.001)  # seconds until the thread has to let the answers go first


async def _client(settings: Settings, library: Library, database: Database) -> AnswersClient:
    """The client; what Discord shall let it read depends on what moderators chose."""
    default = Preferences(
        listening=tuple(settings.listen_channels), alert_channel=settings.alert_channel
    )
    try:
        chosen = await servers.every(database)
    except RecordsError:  # which has been logged; answers go on without
        chosen = {}
    reads_content = any(one.listening for one in (default, *chosen.values()))
    return AnswersClient(
        library,
        database,
        default=default,
        home_guilds=settings.home_guilds,
        reads_content=reads_content,
    )


async def _serve(settings: Settings, library: Library, database: Database, url: str) -> None:
    # discord.py leaves signals to its caller and ends without closing the gateway.
    loop, here = asyncio.get_running_loop(), asyncio.current_task()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, here.cancel)  # type: ignore[union-attr]  # we are a task
    token = settings.discord_token.get_secret_value() if settings.discord_token else ""
    try:
        # Leaving it closes the gateway and the database.
        async with await _client(settings, library, database) as client:
            await connect(client, url, token)
    except asyncio.CancelledError:
        log.info("stopped by a signal")


async def connect(client: discord.Client, url: str, token: str) -> None:
    """Serve Discord at an address, for as long as the connection is to last."""
    # discord.py has no setting for its address but these two class attributes, nor for its reader.
    Route.BASE = url
    discord.client.DiscordWebSocket = FairWebSocket  # type: ignore[misc]
    await client.login(token)
    _, gateway, _ = await client.http.get_bot_gateway()
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(gateway)
    await client.connect()


class FairWebSocket(DiscordWebSocket):
    """Lets everything else have its turn after each event, also while a thousand more wait.

    discord.py reads on for as long as there is anything to read. Measured: when 10,000 messages
    come at once, that stops all else for four seconds, and what is written is taken for locked.
    """

    async def poll_event(self) -> None:
        """Read one event, as soon as there is one."""
        await super().poll_event()
        await asyncio.sleep(0)
