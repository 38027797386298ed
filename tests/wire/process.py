"""The bot as its operator runs it: `python -m bot discord` in a process of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Coroutine
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

Result = TypeVar("Result")

REPOSITORY = Path(__file__).resolve().parents[2]

# All that a child gets of this process's environment: where programs are, and what coverage.py
# needs to measure it. No DISCORD_* of the person who runs the tests may reach it.
_INHERITED = ("PATH", "COV")


class BotProcess:
    """One life of the bot: an async context manager that never leaves a process behind.

    It runs in `home`, an empty directory, so that nobody's `.env` is read.
    """

    def __init__(self, home: Path, **environment: str) -> None:
        self._home = home
        self._environment = environment
        self._process: Process
        self._output: dict[str, bytearray] = {"stdout": bytearray(), "stderr": bytearray()}
        self._readers: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        inherited = {
            name: value for name, value in os.environ.items() if name.startswith(_INHERITED)
        }
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "bot", "discord"),
            cwd=self._home,
            env=inherited
            | {"HOME": str(self._home), "PYTHONPATH": str(REPOSITORY)}
            | self._environment,
            stdout=PIPE,
            stderr=PIPE,
        )
        self._readers = [
            asyncio.create_task(self._read("stdout", self._process.stdout)),
            asyncio.create_task(self._read("stderr", self._process.stderr)),
        ]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()
        await asyncio.gather(*self._readers)
        print(f"stderr of the bot:\n{self.stderr}")  # noqa: T201 - pytest shows it on failure

    @property
    def stdout(self) -> str:
        """What it has written to stdout so far."""
        return self._output["stdout"].decode()

    @property
    def stderr(self) -> str:
        """What it has written to stderr so far."""
        return self._output["stderr"].decode()

    def send(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self._process.send_signal(number)

    async def exit_code(self, within: float = 10) -> int:
        """Its exit code, when it has ended by itself and all its output is read."""
        async with asyncio.timeout(within):
            code = await self._process.wait()
            await asyncio.gather(*self._readers)
        return code

    async def until(self, event: Coroutine[Any, Any, Result]) -> Result:
        """What `event` gives; fails at once, and not by a timeout, when the bot ends before."""
        awaited = asyncio.create_task(event)
        ended = asyncio.create_task(self._process.wait())
        await asyncio.wait({awaited, ended}, return_when=asyncio.FIRST_COMPLETED)
        if not awaited.done():
            awaited.cancel()
            code = await self.exit_code()
            raise AssertionError(f"the bot ended with exit code {code}:\n{self.stderr}")
        ended.cancel()
        return await awaited

    async def _read(self, name: str, stream: asyncio.StreamReader | None) -> None:
        assert stream is not None
        while chunk := await stream.read(65_536):
            self._output[name] += chunk
