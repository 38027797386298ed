"""The connection to the database: short transactions, and one plain error when it is gone."""

import logging
import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import ConfigurationError, RecordsError
from bot.records.identity import Identity
from bot.records.migrating import migrate

log = logging.getLogger(__name__)

PATIENCE = 2.0  # seconds to wait for a lock or a server: a press is lost to Discord after 3
QUIET = 60.0  # seconds between two lines in the log about a database that is gone

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgresql": "postgresql+asyncpg",
    "postgres": "postgresql+asyncpg",
}
_OPTIONS = {  # after the ? of an address, and what the driver calls them
    "sqlite": {},
    "postgresql": {"host": "host", "port": "port", "sslmode": "ssl"},
}
_GONE = (DBAPIError, NoConnectionError, OSError, sqlite3.Error)
_ADVICE = "give one such as sqlite:///data/records.db or postgresql://user:password@host/name."
NO_DRIVER = (
    "DATABASE_URL names a PostgreSQL database, and its driver is not installed: install the extra "
    "with `pip install 'treatment-answers-bot[postgres]'`."
)
NO_FOLDER = (
    "The folder {folder} for the database cannot be made ({reason}): make it, or name another "
    "place in DATABASE_URL."
)


class Database:
    """The bot's records. Everything that works on them may raise `RecordsError`."""

    def __init__(self, url: str, clock: Callable[[], float] = time.monotonic) -> None:
        """Take the address of a database; nothing is opened yet.

        Raises:
            ConfigurationError: the address cannot be used.
        """
        self._url = _address(url)
        self._engine = _engine(self._url)
        self._clock = clock
        self._complained = float("-inf")
        self._identity: Identity | None = None

    async def open(self) -> None:
        """Bring the tables up to date; two processes may do so at once. Does nothing when open.

        Raises:
            ConfigurationError: a newer bot made the database, or its folder cannot be made.
            RecordsError: the database cannot be reached.
        """
        if self._identity is None:
            _make_folder(self._url)
            async with self._connected(writes=True) as connection:
                secret = await connection.run_sync(migrate)
            self._identity = Identity(secret)

    async def close(self) -> None:
        """Let go of every connection."""
        await self._engine.dispose()

    async def identity(self) -> Identity:
        """What hides who somebody is."""
        await self.open()
        if self._identity is None:
            raise RecordsError
        return self._identity

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that reads."""
        await self.open()
        async with self._connected(writes=False) as connection:
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that writes; what it wrote is on the disk when it ends."""
        await self.open()
        async with self._connected(writes=True) as connection:
            yield connection

    @asynccontextmanager
    async def deleting(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that deletes what somebody wrote; when it ends, no file holds it."""
        async with self.writing() as connection:
            yield connection
        if self._url.get_backend_name() == "sqlite":
            await self._empty_log()

    async def _empty_log(self) -> None:
        """Move SQLite's write-ahead log into the database: it holds what was written before."""
        try:
            async with self._engine.connect() as connection:
                driver: Any = (await connection.get_raw_connection()).driver_connection
                await driver.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
        except _GONE as error:
            self._complain(error)

    @asynccontextmanager
    async def _connected(self, *, writes: bool) -> AsyncIterator[AsyncConnection]:
        try:
            engine = self._engine.execution_options(writes=writes)
            async with engine.begin() as connection:
                yield connection
        except _GONE as error:
            self._complain(error)
            raise RecordsError from None

    def _complain(self, error: Exception) -> None:
        """One line a minute, without the values that a database may repeat in its error."""
        now = self._clock()
        if now - self._complained >= QUIET:
            self._complained = now
            log.warning("the records cannot be used: %s", _reason(error))


def _address(url: str) -> URL:
    try:
        given = make_url(url)
    except (ArgumentError, ValueError):  # the latter for a port that is no number
        raise ConfigurationError(f"DATABASE_URL is no address of a database: {_ADVICE}") from None
    if given.drivername not in {*_DRIVERS, *_DRIVERS.values()}:
        raise ConfigurationError(
            f"DATABASE_URL is of the kind {given.drivername!r}, which is not known: {_ADVICE}"
        )
    return _understood(given.set(drivername=_DRIVERS.get(given.drivername, given.drivername)))


def _understood(url: URL) -> URL:
    kind = url.get_backend_name()
    if kind == "sqlite" and url.database in (None, "", ":memory:"):
        raise ConfigurationError(f"DATABASE_URL names no file: {_ADVICE}")
    if url.query.keys() - _OPTIONS[kind].keys():
        raise ConfigurationError(
            f"DATABASE_URL has an option after its ? that is not known: {_ADVICE}"
        )
    return url.set(query={_OPTIONS[kind][name]: value for name, value in url.query.items()})


def _engine(url: URL) -> AsyncEngine:
    sqlite = url.get_backend_name() == "sqlite"
    arguments: dict[str, Any] = (
        {"timeout": PATIENCE} if sqlite else {"timeout": PATIENCE, "command_timeout": PATIENCE}
    )
    try:
        engine = create_async_engine(
            url,
            connect_args=arguments,
            hide_parameters=True,  # an error must not repeat what somebody wrote
            pool_pre_ping=not sqlite,
            pool_timeout=PATIENCE,
        )
    except ModuleNotFoundError:
        raise ConfigurationError(NO_DRIVER) from None
    if sqlite:
        logging.getLogger("aiosqlite").setLevel(logging.INFO)  # its debug lines hold every value
        event.listen(engine.sync_engine, "connect", _prepare)
        event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _: object) -> None:  # noqa: ANN401 - a connection of the driver
    connection.isolation_level = None  # transactions begin where `_begin` says so
    cursor = connection.cursor()
    with suppress(sqlite3.OperationalError):  # another process is setting it, for this one too
        cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA secure_delete=ON")  # what is deleted is overwritten
    cursor.close()


def _begin(connection: Connection) -> None:
    # One that reads and then writes fails if another wrote between: it takes its place at once.
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _make_folder(url: URL) -> None:
    if url.get_backend_name() != "sqlite" or not url.database:
        return
    folder = Path(url.database).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise ConfigurationError(NO_FOLDER.format(folder=folder, reason=reason)) from None


def _reason(error: Exception) -> str:
    cause: BaseException = (error.orig if isinstance(error, DBAPIError) else None) or error
    if isinstance(error, DBAPIError) and not isinstance(error, OperationalError | InterfaceError):
        return type(cause.__cause__ or cause).__name__  # the driver's own, if it tells
    return f"{type(cause).__name__}: {cause}".splitlines()[0]
