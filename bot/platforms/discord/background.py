"""What the bot does beside answering: every second, every minute and every day."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from discord.ext import tasks

from bot.errors import RecordsError
from bot.moderation.stale import stale
from bot.platforms.discord import alerts, rendering, reports
from bot.records import retention, servers

if TYPE_CHECKING:
    from bot.platforms.discord.client import AnswersClient

log = logging.getLogger(__name__)

WEEK = timedelta(days=7)


class Background:
    """Runs from the start of the client until it closes; a database that is gone stops nothing."""

    def __init__(self, client: "AnswersClient") -> None:
        self._client = client
        self._turn = asyncio.Lock()  # held while something is done, so that it is not broken off
        self._loops = (
            tasks.loop(seconds=1, name="flush")(partial(self._do, self.flush)),
            tasks.loop(minutes=1, name="catch up")(partial(self._do, self.catch_up)),
            tasks.loop(hours=24, name="tidy")(partial(self._do, self.tidy)),
        )

    def start(self) -> None:
        """Begin."""
        for loop in self._loops:
            loop.start()

    async def stop(self) -> None:
        """End, as soon as what is being done is done."""
        async with self._turn:
            for loop in self._loops:
                loop.cancel()

    async def flush(self) -> None:
        """Write what happened since the last time."""
        await self._client.pending.flush(self._client.database)

    async def catch_up(self) -> None:
        """Take over what another process taught or chose, or what could not be read before."""
        await self._client.servers.refresh()
        await self._client.desk.catch_up()

    async def tidy(self) -> None:
        """Delete what was kept long enough, and name what is stale once a week."""
        client, today = self._client, self._client.today()
        await retention.forget(client.database, client.now())
        old = list(stale(client.library.live.answerer.knowledge, today))
        for home in client.homes if old else ():
            if not client.servers.of(home).alert_channel:
                continue
            if await servers.remind(client.database, home, today, today - WEEK + timedelta(days=1)):
                await alerts.post(client, home, rendering.note(reports.reminder(old)))

    async def _do(self, work: Callable[[], Awaitable[None]]) -> None:
        await self._client.wait_until_ready()
        async with self._turn:
            try:
                await work()
            except RecordsError:
                pass  # which has been logged; answers go on with what is known
            except Exception:
                log.exception("something beside the answers failed")
