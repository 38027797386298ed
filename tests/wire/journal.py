"""What the bot did, in the order it did it, and a way to wait for it without sleeping."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .paths import bind


@dataclass(frozen=True)
class Request:
    """One REST request of the bot. The token itself is never kept, only whether it was the one."""

    method: str
    path: str
    json: Any
    authorized: bool
    status: int
    at: float

    def fits(self, method: str, template: str) -> bool:
        """Whether this is a `method` request to a path of that shape."""
        return self.method == method and bind(template, self.path) is not None

    def __str__(self) -> str:
        return f"{self.method} {self.path} -> {self.status}"


class Journal:
    """The requests so far; everything that waits is woken when something happened."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self._news = asyncio.Condition()

    async def record(self, request: Request) -> None:
        """Keep a request and wake who waits for it."""
        self.requests.append(request)
        await self.tell()

    async def tell(self) -> None:
        """Wake everybody who waits: some state that they may look at has changed."""
        async with self._news:
            self._news.notify_all()

    async def wait_for(self, what: str, predicate: Callable[[], bool], within: float) -> None:
        """Return when `predicate` holds; say what did happen instead when it never does."""
        try:
            async with asyncio.timeout(within), self._news:
                await self._news.wait_for(predicate)
        except TimeoutError:
            seen = "\n  ".join(map(str, self.requests)) or "nothing"
            raise AssertionError(f"no {what} within {within} s; seen:\n  {seen}") from None

    def matching(self, method: str, template: str, status: int | None = None) -> list[Request]:
        """The requests of that kind so far, all of them or those answered with `status`."""
        return [
            request
            for request in self.requests
            if request.fits(method, template) and status in (None, request.status)
        ]
