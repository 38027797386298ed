"""A small Discord that floods the bot's process with messages, and judges what comes back."""

import asyncio
import itertools
import json
import os
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from time import perf_counter
from typing import Any, cast

from wire import payloads
from wire.server import TOKEN, LoopbackDiscord
from wire.shown import Shown

from benchmarks.crowd import Written

REPOSITORY = Path(__file__).parent.parent
CHANNELS = (payloads.GENERAL_ID, payloads.SUPPORT_ID)
PATIENCE = 120.0  # seconds for a flood to be answered

Json = dict[str, Any]


class Bot:
    """The bot's process, and the orders that it takes."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._numbers = itertools.count()
        self._answers: dict[int, asyncio.Future[Json]] = {}
        self._orders = cast("asyncio.StreamWriter", process.stdin)
        self._reader = asyncio.create_task(self._read(cast("asyncio.StreamReader", process.stdout)))

    async def order(self, **order: object) -> Json:
        """The answer to an order, when it is carried out.

        Raises:
            RuntimeError: it was not.
        """
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        self._orders.write(json.dumps({"number": number, **order}).encode() + b"\n")
        answered: Json = await answer
        if "failed" in answered:
            raise RuntimeError(answered["failed"])
        return answered

    async def stop(self) -> None:
        """End the process as an operator would."""
        self._process.terminate()
        await self._process.wait()
        await self._reader

    async def _read(self, lines: asyncio.StreamReader) -> None:
        while line := await lines.readline():
            answer = json.loads(line)
            self._answers.pop(answer["number"]).set_result(answer)
        for waiting in self._answers.values():
            waiting.set_exception(RuntimeError("the bot ended: see its log"))


@asynccontextmanager
async def flooded(server: LoopbackDiscord, home: Path, knowledge: Path) -> AsyncIterator[Bot]:
    """The bot, listening in both channels, once it is ready; its log is `bot.log` in `home`."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(REPOSITORY),
        "DISCORD_TOKEN": TOKEN,
        "DISCORD_API_URL": server.api_url,
        "LISTEN_CHANNELS": ",".join(CHANNELS),
        "KNOWLEDGE_DIR": str(knowledge),
    }
    with (home / "bot.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "benchmarks.metered"),
            cwd=home,
            env=environment,
            stdin=PIPE,
            stdout=PIPE,
            stderr=log,
        )
        bot = Bot(process)
        try:
            await server.ready(within=PATIENCE)
            yield bot
        finally:
            await bot.stop()


class Flood:
    """What was written so far, and what became of it."""

    def __init__(self, server: LoopbackDiscord, bot: Bot) -> None:
        self.written = 0
        self.verdicts: Counter[str] = Counter()
        self._server = server
        self._bot = bot
        self._open: dict[str, Written] = {}
        self._shown = Shown()

    async def write(self, written: Written) -> None:
        """One message, in either channel."""
        text = f"{payloads.MENTION} {written.text}" if written.addressed else written.text
        channel = CHANNELS[self.written % len(CHANNELS)]
        message = payloads.question(next(self._server.rest.ids), channel, written.author, text)
        self.written += 1
        self._open[message["id"]] = written
        await self._server.dispatch("MESSAGE_CREATE", message)

    async def pour(self, crowd: Iterable[Written]) -> float:
        """All of them at once; how many seconds it took the bot to be done with them."""
        start = perf_counter()
        for written in crowd:
            await self.write(written)
        await self.settle()
        return perf_counter() - start

    async def settle(self) -> None:
        """Return when everything is handled, and judge it."""
        handled = 0
        while handled < self.written:  # more may be written meanwhile
            handled = self.written
            await self._bot.order(handled=handled)
        self._judge()

    def _judge(self) -> None:
        """Hold the replies against what each message wanted."""
        replies = self._shown.replies(self._server.rest.messages)
        for question, written in self._open.items():
            wanted = [written.entry] if written.entry else []
            self.verdicts[_verdict(wanted, replies.get(question, []))] += 1
        self._server.rest.messages.clear()
        self._open.clear()
        self._server.requests.clear()


def _verdict(wanted: list[str], got: list[str | None]) -> str:
    if got == wanted:
        return "right" if wanted else "silent"
    if not wanted:
        return "unasked"
    return "wrong" if got else "lost"
