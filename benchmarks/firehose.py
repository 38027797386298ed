"""Everybody at once: `make firehose`, or `make -s firehose JSON=1` for one line.

The bot runs as its operator runs it, over real sockets, beside a small Discord in this process.
10,000 messages of 3,000 authors arrive at once in two channels where it reads along; then again,
with 50 phrasings taught and `/kb reload` called meanwhile; then 100,000 more, for its memory.
"""

import asyncio
import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer
import yaml
from rich.console import Console
from rich.table import Table
from wire.server import LoopbackDiscord

from benchmarks.crowd import Crowd
from benchmarks.flood import Bot, Flood, flooded
from bot.answering.answerer import Answerer
from bot.knowledge.loading import load
from bot.settings import SHIPPED_KNOWLEDGE

AT_ONCE = 10_000
WARM, LASTING = 20_000, 100_000  # messages before memory is looked at, and after
TEACHES = 50
MOST_LAG = 50.0  # milliseconds, of 99 ticks in 100
MOST_GROWTH = 1.05  # of the memory

NEW = {
    "article": "What is new",
    "entries": [
        {
            "id": "glumbarine",
            "title": "What is glumbarine?",
            "text": "Glumbarine is nothing but a word that was made up.",
            "source": "benchmark",
            "reviewed": date(2026, 1, 1),
            "phrasings": ["tell me about glumbarine"],
        }
    ],
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was measured over some messages, in milliseconds and MB."""

    name: str
    messages: int
    per_second: float
    p50_ms: float
    p99_ms: float
    max_ms: float
    memory_mb: float


class Firehose:
    """The measurement, stretch by stretch."""

    def __init__(self, server: LoopbackDiscord, bot: Bot, crowd: Crowd, knowledge: Path) -> None:
        self.flood = Flood(server, bot)
        self._server = server
        self._bot = bot
        self._crowd = crowd
        self._knowledge = knowledge

    async def at_once(self) -> Stretch:
        """So many messages at once, and nothing else."""
        return await self._pour("at once", AT_ONCE)

    async def while_taught(self) -> Stretch:
        """The same over and over, until all is taught."""
        before, seconds = self.flood.written, 0.0
        teaching = asyncio.create_task(self._teach())
        while not teaching.done():
            seconds += await self.flood.pour(self._crowd.write(AT_ONCE))
        await teaching
        await self.flood.settle()
        return await self._stretch("while taught", self.flood.written - before, seconds)

    async def warm_up(self) -> Stretch:
        """As many messages as it takes until memory is looked at."""
        return await self._pour("warm-up", WARM)

    async def lasting(self) -> Stretch:
        """Enough messages to see whether memory grows."""
        return await self._pour("lasting", LASTING)

    async def _pour(self, name: str, messages: int) -> Stretch:
        seconds = 0.0
        for _ in range(messages // AT_ONCE):
            seconds += await self.flood.pour(self._crowd.write(AT_ONCE))
        return await self._stretch(name, messages, seconds)

    async def _teach(self) -> None:
        """Teach, ask what was just taught, and reload the knowledge in the middle of it."""
        entries = [entry.id for entry in load(self._knowledge).entries]
        for number in range(TEACHES):
            phrasing, entry = f"is {_word(number)} a part of it", entries[number % len(entries)]
            await self._bot.order(teach=phrasing, target=entry)
            await self.flood.write(self._crowd.ask(phrasing, entry))
            if number == TEACHES // 2:
                await self._reload()

    async def _reload(self) -> None:
        (self._knowledge / "new.yaml").write_text(yaml.safe_dump(NEW))
        self._server.requests.clear()
        await self._server.moderate("kb", "reload")
        await self._server.request("POST", "/webhooks/{app}/{token}", within=60)
        await self.flood.write(self._crowd.ask("tell me about glumbarine", "glumbarine"))

    async def _stretch(self, name: str, messages: int, seconds: float) -> Stretch:
        report = await self._bot.order(report=True)
        figures = (report[key] for key in ("p50_ms", "p99_ms", "max_ms", "memory_mb"))
        return Stretch(name, messages, messages / seconds, *figures)


async def measure(chatter: Path | None, stretches: list[Stretch]) -> dict[str, int]:
    """Fill in the stretches, one by one; returns how many messages came to what end."""
    with TemporaryDirectory() as home:
        knowledge = Path(shutil.copytree(SHIPPED_KNOWLEDGE, Path(home) / "knowledge"))
        crowd = Crowd(Answerer(load(knowledge)), chatter)
        async with LoopbackDiscord() as server, flooded(server, Path(home), knowledge) as bot:
            firehose = Firehose(server, bot, crowd, knowledge)
            await bot.order(report=True)  # the lag of its start is none of ours
            stretches.append(await firehose.at_once())
            stretches.append(await firehose.while_taught())
            stretches.append(await firehose.warm_up())
            stretches.append(await firehose.lasting())
        return dict(firehose.flood.verdicts)


def _word(number: int) -> str:
    """A word that nobody has ever used."""
    return f"z{'aeiou'[number % 5]}rp{'aeiou'[number // 5 % 5]}{'bdfgk'[number // 25 % 5]}ix"


def main(
    *,
    json_line: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    chatter: Annotated[
        Path | None, typer.Option(help="Labelled lines of chat, in place of ours.")
    ] = None,
) -> None:
    """Measure whether the bot keeps up when everybody writes at once."""
    stretches: list[Stretch] = []
    with Console(stderr=True).status("Everybody writes at once"):  # shown in a terminal only
        verdicts = asyncio.run(measure(chatter, stretches))
    faults = list(_faults(stretches, verdicts))
    if json_line:
        figures = {"stretches": list(map(asdict, stretches)), "verdicts": verdicts}
        print(json.dumps({"bench": "firehose", **figures, "faults": faults}))  # noqa: T201
    else:
        _show(stretches, verdicts, faults)
    raise typer.Exit(bool(faults))


def _faults(stretches: list[Stretch], verdicts: dict[str, int]) -> Iterator[str]:
    """What is not as it must be."""
    for one in stretches:
        if one.p99_ms >= MOST_LAG:
            yield f"{one.name}: the event loop is {one.p99_ms:.0f} ms late at p99"
    for verdict in ("lost", "wrong", "unasked"):
        if found := verdicts.get(verdict):
            yield f"{found} replies are {verdict}"
    before, after = stretches[-2].memory_mb, stretches[-1].memory_mb
    if after > before * MOST_GROWTH:
        yield f"memory grew from {before:.0f} to {after:.0f} MB"


def _show(stretches: list[Stretch], verdicts: dict[str, int], faults: list[str]) -> None:
    console, table = Console(), Table(title="Everybody at once")
    for heading in ("", "messages", "a second", "lag p50 ms", "p99", "max", "memory MB"):
        table.add_column(heading, justify="right" if heading else "left")
    for one in stretches:
        figures = (one.p50_ms, one.p99_ms, one.max_ms, one.memory_mb)
        table.add_row(
            one.name,
            f"{one.messages:,}",
            f"{one.per_second:,.0f}",
            *(f"{figure:,.1f}" for figure in figures),
        )
    console.print(table)
    console.print(", ".join(f"{count:,} {verdict}" for verdict, count in sorted(verdicts.items())))
    for fault in faults:
        console.print(f"[red]{fault}[/]")


if __name__ == "__main__":
    typer.run(main)
