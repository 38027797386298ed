"""Discord's gateway: one session that can be identified, dropped and resumed."""

from __future__ import annotations

import asyncio
import json
import zlib
from dataclasses import dataclass

from aiohttp import WSMsgType, web

from . import payloads
from .journal import Journal
from .payloads import Json

_DISPATCH, _HEARTBEAT, _IDENTIFY, _RESUME, _INVALID_SESSION = 0, 1, 2, 6, 9
_HELLO, _HEARTBEAT_ACK = 10, 11
_HEARTBEAT_MS = 41_250
_REASONS = {4004: b"Authentication failed.", 4014: b"Disallowed intent(s)."}


@dataclass(frozen=True)
class Event:
    """A dispatched event with its place in the session, kept until the session ends."""

    sequence: int
    name: str
    data: Json


class Connection:
    """One websocket of the client, compressed as one stream if its query asks for zlib."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        self.socket = socket
        self._transport = request.transport
        # Where it can, discord.py asks for zstd, which Python has from 3.14 on only. It reads plain
        # text frames whatever it has asked for, so those serve for all but zlib.
        zipped = request.query.get("compress") == "zlib-stream"
        self._stream = zlib.compressobj() if zipped else None
        self._lock = asyncio.Lock()  # the frames of one stream must leave in the order compressed

    async def send(self, op: int, data: object, event: Event | None = None) -> None:
        """Send one payload; into a socket that has just gone it is lost, as on the real wire."""
        name, sequence = (event.name, event.sequence) if event else (None, None)
        text = json.dumps({"op": op, "d": data, "s": sequence, "t": name})
        async with self._lock:
            try:
                await self._write(text)
            except ConnectionError:
                self.abort()

    async def _write(self, text: str) -> None:
        if self._stream is None:
            await self.socket.send_str(text)
        else:
            packed = self._stream.compress(text.encode())
            await self.socket.send_bytes(packed + self._stream.flush(zlib.Z_SYNC_FLUSH))

    def abort(self) -> None:
        """Cut the line: no close frame, nothing flushed."""
        if self._transport is not None:
            self._transport.abort()


class Gateway:
    """The session and what happened to it."""

    def __init__(self, token: str, journal: Journal, close_on_identify: int | None) -> None:
        self.url = ""
        self.identifies = 0
        self.resumes = 0
        self.intents = 0
        self.replayed: list[str] = []
        self.ready_at = 0.0
        self.close_code: int | None = None
        self._token = token
        self._journal = journal
        self._close_on_identify = close_on_identify
        self._session = ""
        self._sequence = 0
        self._events: list[Event] = []
        self._connections: set[Connection] = set()
        self._live: Connection | None = None  # the connection that has the session, if any

    @property
    def connected(self) -> bool:
        """Whether a client has the session now, so that events reach it."""
        return self._live is not None

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        """One websocket from HELLO to its end."""
        socket = web.WebSocketResponse()
        connection = Connection(socket, request)
        await socket.prepare(request)
        self.close_code = None
        self._connections.add(connection)
        try:
            await connection.send(_HELLO, {"heartbeat_interval": _HEARTBEAT_MS})
            async for received in socket:
                if received.type is WSMsgType.TEXT:
                    await self._receive(connection, json.loads(received.data))
        finally:
            await self._gone(connection)
        return socket

    async def dispatch(self, name: str, data: Json) -> None:
        """An event for the session: sent when a client is connected, else kept for its return."""
        if not self._session:
            raise RuntimeError(f"{name} before any IDENTIFY: there is no session to tell")
        shown = payloads.visible(name, data, self.intents)
        if shown is None:
            return
        event = self._next(name, shown)
        self._events.append(event)
        if self._live:
            await self._live.send(_DISPATCH, event.data, event)

    def drop(self) -> None:
        """Lose the client's connection; its session stays. It is away from this very moment."""
        if self._live is None:
            raise RuntimeError("nobody is connected")
        self._live.abort()
        self._live = None

    def abort_all(self) -> None:
        """Cut every line that is left, at the end of a test."""
        for connection in self._connections:
            connection.abort()

    async def _receive(self, connection: Connection, payload: Json) -> None:
        op, data = payload["op"], payload["d"]
        if op == _HEARTBEAT:
            self._events = [event for event in self._events if event.sequence > (data or 0)]
            await connection.send(_HEARTBEAT_ACK, None)
        elif op == _IDENTIFY:
            await self._identify(connection, data)
        elif op == _RESUME:
            await self._resume(connection, data)

    async def _identify(self, connection: Connection, data: Json) -> None:
        self.identifies += 1
        self.ready_at = 0.0
        self.intents = data["intents"]
        refusal = 4004 if data["token"] != self._token else self._close_on_identify
        if refusal:
            await connection.socket.close(code=refusal, message=_REASONS.get(refusal, b""))
            return
        self._session = f"session-{self.identifies}"
        self._sequence, self._events = 0, []
        self._live = connection
        await self.dispatch("READY", payloads.ready(self._session, self.url))
        ready_at = asyncio.get_running_loop().time()
        await self.dispatch("GUILD_CREATE", payloads.guild())
        self.ready_at = ready_at
        await self._journal.tell()

    async def _resume(self, connection: Connection, data: Json) -> None:
        self.resumes += 1
        if data["session_id"] != self._session or data["token"] != self._token:
            await connection.send(_INVALID_SESSION, data=False)
            return
        for event in self._events:  # an event that is dispatched meanwhile is met here too
            if event.sequence > data["seq"]:
                self.replayed.append(event.name)
                await connection.send(_DISPATCH, event.data, event)
        self._live = connection
        resumed = self._next("RESUMED", {})
        await connection.send(_DISPATCH, resumed.data, resumed)
        await self._journal.tell()

    async def _gone(self, connection: Connection) -> None:
        self._connections.discard(connection)
        self.close_code = connection.socket.close_code
        if self._live is connection:
            self._live = None
            self.ready_at = 0.0
        await self._journal.tell()

    def _next(self, name: str, data: Json) -> Event:
        self._sequence += 1
        return Event(self._sequence, name, data)
