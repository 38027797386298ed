"""`LoopbackDiscord`: a Discord on 127.0.0.1 for a client process that does not know better."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Self

from aiohttp import web

from . import payloads
from .gateway import Gateway
from .journal import Journal, Request
from .payloads import GENERAL_ID, HUMAN_ID, Json
from .rest import API, Failure, Rest, failure

TOKEN = "test-token"  # noqa: S105 - it opens nothing but this server


class LoopbackDiscord:
    """A server for one bot: an async context manager that listens while it is entered.

    `async with LoopbackDiscord() as server:` gives `server.api_url` to point the bot at. Requests
    are recorded in `server.requests`; `server.gateway` tells of the websocket's side.
    """

    def __init__(self, *, token: str = TOKEN, close_on_identify: int | None = None) -> None:
        self.api_url = ""
        self._journal = Journal()
        self.gateway = Gateway(token, self._journal, close_on_identify)
        self.rest = Rest(token, lambda: self.gateway.url, self._journal)
        app = web.Application()
        app.router.add_get("/gateway", self.gateway.handle)
        app.router.add_route("*", API + "/{path:.*}", self.rest.handle)
        self._runner = web.AppRunner(app, shutdown_timeout=1)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self.api_url = f"http://{host}:{port}{API}"
        self.gateway.url = f"ws://{host}:{port}/gateway"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.gateway.abort_all()
        await self._runner.cleanup()

    @property
    def requests(self) -> list[Request]:
        """Every REST request so far, oldest first."""
        return self._journal.requests

    def matching(self, method: str, template: str, status: int | None = None) -> list[Request]:
        """The requests of one kind so far, all of them or those answered with `status`."""
        return self._journal.matching(method, template, status)

    def fail(
        self, method: str, template: str, *, status: int, retry_after: float = 1, times: int = 1
    ) -> None:
        """Script it: the next `times` requests of this kind fail with `status`."""
        answer = failure(status, retry_after)
        self.rest.failures.append(Failure(method, template, answer, times))

    async def dispatch(self, event: str, data: Json) -> None:
        """Send a gateway event, or keep it for the client's return when it is away."""
        await self.gateway.dispatch(event, data)

    async def message(
        self, text: str, *, channel: str = GENERAL_ID, author: str = HUMAN_ID
    ) -> Json:
        """A person writes `text` in a channel; `<@BOT>` in it is a mention of the bot."""
        content = text.replace("<@BOT>", payloads.MENTION)
        written = payloads.question(next(self.rest.ids), channel, author, content)
        self.rest.messages[written["id"]] = written
        await self.dispatch("MESSAGE_CREATE", written)
        return written

    async def slash(self, command: str, **options: str) -> None:
        """The human calls a slash command that the bot has put, with text options."""
        called = payloads.slash(next(self.rest.ids), self._command(command), options)
        await self.dispatch("INTERACTION_CREATE", called)

    async def moderate(self, command: str, subcommand: str) -> None:
        """A moderator calls a subcommand, such as `/kb reload`."""
        called = payloads.moderate(next(self.rest.ids), self._command(command), subcommand)
        await self.dispatch("INTERACTION_CREATE", called)

    async def press(self, message: Json, custom_id: str) -> None:
        """The human presses a button under a message of the bot."""
        pressed = payloads.press(next(self.rest.ids), message, custom_id)
        await self.dispatch("INTERACTION_CREATE", pressed)

    async def submit(self, modal: Json, text: str) -> None:
        """The human sends a form that the bot has opened, with this text in it."""
        sent = payloads.submit(next(self.rest.ids), modal, text)
        await self.dispatch("INTERACTION_CREATE", sent)

    async def drop(self) -> None:
        """Lose the connection without a close frame, as a dead network does."""
        self.gateway.drop()

    async def wait_for(
        self, predicate: Callable[[], bool], within: float = 5, *, what: str = "such state"
    ) -> None:
        """Return as soon as `predicate` holds; it is looked at whenever something has happened."""
        await self._journal.wait_for(what, predicate, within)

    async def request(
        self,
        method: str,
        template: str,
        *,
        count: int = 1,
        status: int | None = None,
        within: float = 5,
    ) -> Request:
        """The `count`-th request of this kind, as soon as it has come."""
        await self.wait_for(
            lambda: len(self.matching(method, template, status)) >= count,
            within,
            what=f"{method} {template} (number {count})",
        )
        return self.matching(method, template, status)[count - 1]

    def _command(self, name: str) -> Json:
        return next(one for one in self.rest.commands if one["name"] == name)

    async def ready(self, *, within: float = 30) -> None:
        """Return when a client has identified itself, and has been sent READY and the guild."""
        await self.wait_for(lambda: self.gateway.ready_at > 0, within, what="IDENTIFY")
