"""The bot as its operator runs it, with a meter in its event loop: `python -m benchmarks.metered`.

It takes orders on standard input and answers them on standard output, a JSON object a line:

    {"teach": "a phrasing", "target": "an-entry"}     as soon as it is live
    {"handled": 10000}                                as soon as so many messages are handled
    {"report": true}                                  the lag since the last report, and the memory
"""

import asyncio
import json
import logging
import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

import discord
import numpy as np

from bot import settings
from bot.errors import BotError
from bot.platforms.discord import client, running

EVERY = 0.005  # seconds between two looks at the clock
MODERATOR = 200000000000000003


class Meter:
    """How late the event loop is, on a fixed schedule.

    A pause counts once for every tick that it swallowed, and not as one late tick.
    """

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._due = self._loop.time()
        self._late: list[float] = []
        self._tick()

    def take(self) -> dict[str, float]:
        """The lag since the last time, in milliseconds."""
        late, self._late = self._late or [0.0], []
        p50, p99 = np.percentile(late, [50, 99]).tolist()
        return {"p50_ms": p50 * 1000, "p99_ms": p99 * 1000, "max_ms": max(late) * 1000}

    def _tick(self) -> None:
        now = self._loop.time()
        while self._due <= now:
            self._late.append(now - self._due)
            self._due += EVERY
        self._loop.call_at(self._due, self._tick)


class MeteredClient(client.AnswersClient):
    """The bot's client, which also counts what it handled and takes orders."""

    async def setup_hook(self) -> None:
        """Begin to measure, and to take orders."""
        self._handled = 0
        self._news = asyncio.Condition()
        self._meter = Meter()
        await super().setup_hook()
        self._orders = asyncio.create_task(self._take_orders())

    async def on_message(self, message: discord.Message) -> None:
        """As ever, and one more is handled."""
        try:
            await super().on_message(message)
        finally:
            self._handled += 1
            async with self._news:
                self._news.notify_all()

    async def _take_orders(self) -> None:
        lines = asyncio.StreamReader()
        loop = asyncio.get_running_loop()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
        async with asyncio.TaskGroup() as group:
            while line := await lines.readline():
                group.create_task(self._obey(json.loads(line)))

    async def _obey(self, order: dict[str, Any]) -> None:
        try:
            answer = await self._carry_out(order)
        except BotError as error:
            answer = {"failed": str(error)}
        print(json.dumps(order | answer), flush=True)  # noqa: T201 - the answer to an order

    async def _carry_out(self, order: dict[str, Any]) -> dict[str, Any]:
        if "teach" in order:
            await self.desk.teach(order["teach"], order["target"], MODERATOR)
        if "handled" in order:
            async with self._news:
                await self._news.wait_for(lambda: self._handled >= order["handled"])
        return {"memory_mb": _memory_mb(), **self._meter.take()} if "report" in order else {}


def _memory_mb() -> float:
    """What this process holds in memory now."""
    status = Path("/proc/self/status").read_text()
    line = next(one for one in status.splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    logging.basicConfig(level="INFO", format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    with patch.object(running, "AnswersClient", MeteredClient):
        running.run(settings.load())
