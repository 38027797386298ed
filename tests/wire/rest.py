"""Discord's REST API v10, as much of it as a bot that answers questions uses."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from . import payloads
from .commands import completed, localized
from .journal import Journal, Request
from .paths import Ids, bind
from .payloads import Json

API = "/api/v10"

_TOKEN_IN_PATH = ("/interactions/", "/webhooks/")
_NO_CONTENT = 204
_REPLY = 19
_EPHEMERAL = 1 << 6
_UNAUTHORIZED: Json = {"message": "401: Unauthorized", "code": 0}
_NOT_FOUND: Json = {"message": "404: Not Found", "code": 0}
_UNKNOWN_CHANNEL: Json = {"message": "Unknown Channel", "code": 10003}
_UNKNOWN_MESSAGE: Json = {"message": "Unknown Message", "code": 10008}
_SERVER_ERROR: Json = {"message": "500: Internal Server Error", "code": 0}


@dataclass
class Call:
    """One request on its way through: what a handler needs to know of it."""

    ids: Ids
    json: Any
    query: dict[str, str]


@dataclass(frozen=True)
class Answer:
    """What goes back."""

    status: int
    json: Any = None
    headers: dict[str, str] | None = None

    def response(self) -> web.Response:
        """The HTTP response. discord.py reads JSON only under the bare content type."""
        if self.status == _NO_CONTENT:
            return web.Response(status=_NO_CONTENT)
        body = json.dumps(self.json).encode()
        return web.Response(
            status=self.status, body=body, content_type="application/json", headers=self.headers
        )


@dataclass
class Failure:
    """A scripted failure: the next `times` requests of this kind get `answer`."""

    method: str
    template: str
    answer: Answer
    times: int

    def applies(self, method: str, path: str) -> bool:
        """Whether this request is to fail, by this script."""
        return self.times > 0 and method == self.method and bind(self.template, path) is not None


def failure(status: int, retry_after: float) -> Answer:
    """The answer of a rate limit or of any other failure.

    `Via` is there because discord.py takes a 429 without it for a ban by the proxy in front.
    """
    if status != 429:
        return Answer(status, _SERVER_ERROR)
    limits = {
        "Via": "1.1 loopback",
        "Retry-After": str(max(1, round(retry_after))),
        "X-RateLimit-Limit": "1",
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset-After": str(retry_after),
        "X-RateLimit-Bucket": "loopback",
        "X-RateLimit-Scope": "user",
    }
    body = {"message": "You are being rate limited.", "retry_after": retry_after, "global": False}
    return Answer(429, body, limits)


class Rest:
    """The state behind the REST routes: the application's commands and the messages sent."""

    def __init__(self, token: str, gateway_url: Callable[[], str], journal: Journal) -> None:
        self.commands: list[Json] = []
        self.messages: dict[str, Json] = {}
        self.failures: list[Failure] = []
        self.ids = payloads.snowflakes()
        self._authorization = f"Bot {token}"
        self._gateway_url = gateway_url
        self._journal = journal
        self._routes: dict[tuple[str, str], Callable[[Call], Answer]] = {
            ("GET", "/users/@me"): lambda _: Answer(200, payloads.bot_user()),
            ("GET", "/applications/@me"): lambda _: Answer(200, payloads.application()),
            ("GET", "/oauth2/applications/@me"): lambda _: Answer(200, payloads.application()),
            ("GET", "/gateway/bot"): lambda _: self._gateway(),
            ("GET", "/applications/{app}/commands"): self._get_commands,
            ("PUT", "/applications/{app}/commands"): self._put_commands,
            ("GET", "/channels/{channel}"): self._get_channel,
            ("POST", "/channels/{channel}/messages"): self._post_message,
            ("GET", "/channels/{channel}/messages/{message}"): self._get_message,
            ("PATCH", "/channels/{channel}/messages/{message}"): self._patch_message,
            ("DELETE", "/channels/{channel}/messages/{message}"): self._delete_message,
            ("POST", "/interactions/{id}/{token}/callback"): self._callback,
            ("POST", "/webhooks/{app}/{token}"): self._follow_up,
            ("GET", "/webhooks/{app}/{token}/messages/{message}"): self._get_message,
            ("PATCH", "/webhooks/{app}/{token}/messages/{message}"): self._patch_message,
            ("DELETE", "/webhooks/{app}/{token}/messages/{message}"): self._delete_message,
        }

    async def handle(self, request: web.Request) -> web.Response:
        """Every request below the API's root: answer it, and write both down."""
        path = request.path.removeprefix(API)
        authorized = request.headers.get("Authorization") == self._authorization
        body = await request.read()
        call = Call({}, json.loads(body) if body else None, dict(request.query))
        answer = self._answer(request.method, path, call, authorized=authorized)
        at = asyncio.get_running_loop().time()
        await self._journal.record(
            Request(request.method, path, call.json, authorized, answer.status, at)
        )
        return answer.response()

    def _answer(self, method: str, path: str, call: Call, *, authorized: bool) -> Answer:
        if not authorized and not path.startswith(_TOKEN_IN_PATH):
            return Answer(401, _UNAUTHORIZED)
        for script in self.failures:
            if script.applies(method, path):
                script.times -= 1
                return script.answer
        for (verb, template), handler in self._routes.items():
            ids = bind(template, path)
            if verb == method and ids is not None:
                call.ids = ids
                return handler(call)
        return Answer(404, _NOT_FOUND)

    def _gateway(self) -> Answer:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        body = {"url": self._gateway_url(), "shards": 1, "session_start_limit": limit}
        return Answer(200, body)

    def _get_commands(self, call: Call) -> Answer:
        wanted = call.query.get("with_localizations", "false").lower() in ("true", "1")
        return Answer(200, [localized(one) if wanted else one for one in self.commands])

    def _put_commands(self, call: Call) -> Answer:
        kept = {(one["type"], one["name"]): one["id"] for one in self.commands}
        self.commands = [
            completed(
                one,
                kept.get((one.get("type") or 1, one["name"])) or next(self.ids),
                next(self.ids),
            )
            for one in call.json
        ]
        return Answer(200, [localized(one) for one in self.commands])

    def _get_channel(self, call: Call) -> Answer:
        channel = call.ids["channel"]
        if channel not in (payloads.GENERAL_ID, payloads.SUPPORT_ID):
            return Answer(404, _UNKNOWN_CHANNEL)
        return Answer(200, payloads.text_channel(channel))

    def _post_message(self, call: Call) -> Answer:
        if call.ids["channel"] not in (payloads.GENERAL_ID, payloads.SUPPORT_ID):
            return Answer(404, _UNKNOWN_CHANNEL)
        return Answer(200, self._sent(call.ids["channel"], call.json))

    def _get_message(self, call: Call) -> Answer:
        found = self.messages.get(call.ids["message"])
        return Answer(200, found) if found else Answer(404, _UNKNOWN_MESSAGE)

    def _patch_message(self, call: Call) -> Answer:
        found = self.messages.get(call.ids["message"])
        if found is None:
            return Answer(404, _UNKNOWN_MESSAGE)
        found.update(_shown(call.json))
        return Answer(200, found)

    def _delete_message(self, call: Call) -> Answer:
        known = self.messages.pop(call.ids["message"], None)
        return Answer(_NO_CONTENT) if known else Answer(404, _UNKNOWN_MESSAGE)

    def _callback(self, call: Call) -> Answer:
        kind, data = call.json["type"], call.json.get("data") or {}
        interaction: Json = {"id": call.ids["id"], "type": 2}
        resource: Json = {"type": kind}
        if kind in (4, 5):
            sent = self._sent(payloads.GENERAL_ID, data)
            self.messages["@original"] = sent
            interaction |= {
                "response_message_id": sent["id"],
                "response_message_loading": kind == 5,
                "response_message_ephemeral": bool(data.get("flags", 0) & _EPHEMERAL),
            }
            resource["message"] = sent
        if "with_response" not in call.query:
            return Answer(_NO_CONTENT)
        return Answer(200, {"interaction": interaction, "resource": resource})

    def _follow_up(self, call: Call) -> Answer:
        return Answer(200, self._sent(payloads.GENERAL_ID, call.json))

    def _sent(self, channel: str, body: Json) -> Json:
        """Keep a message of the bot's, shaped as Discord shows it."""
        sent = payloads.message(next(self.ids), channel, payloads.bot_user(), **_shown(body))
        reference = body.get("message_reference")
        if reference:
            sent["type"] = _REPLY
            sent["message_reference"] = {
                "type": 0,
                "message_id": str(reference["message_id"]),
                "channel_id": channel,
                "guild_id": payloads.GUILD_ID,
            }
        self.messages[sent["id"]] = sent
        return sent


def _shown(body: Json) -> Json:
    """The part of a sent message that comes back as it was sent; null means empty."""
    empty: Json = {"content": "", "embeds": [], "components": [], "flags": 0}
    return {key: body[key] or none for key, none in empty.items() if key in body}
