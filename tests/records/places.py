"""Where the tests keep records: a file, or a database of a real server; each can fail."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import asyncpg
from sqlalchemy import make_url, text

from bot.records.database import Database
from bot.records.tables import metadata


class Place(Protocol):
    """A database that the test can take away and lock."""

    @property
    def url(self) -> str: ...

    def away(self) -> AbstractAsyncContextManager[None]:
        """Nobody can open it."""

    def locked(self) -> AbstractAsyncContextManager[None]:
        """Somebody else holds it, so that nothing can be written."""


@dataclass(frozen=True)
class File:
    """A SQLite file in a folder of its own."""

    folder: Path

    @property
    def path(self) -> Path:
        return self.folder / "records.db"

    @property
    def url(self) -> str:
        return f"sqlite:///{self.path}"

    @asynccontextmanager
    async def away(self) -> AsyncIterator[None]:
        elsewhere = self.folder.rename(self.folder.with_name("elsewhere"))
        try:
            yield
        finally:
            elsewhere.rename(self.folder)

    @asynccontextmanager
    async def locked(self) -> AsyncIterator[None]:
        with closing(sqlite3.connect(self.path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            yield


@dataclass(frozen=True)
class Server:
    """A PostgreSQL server, by the address of a database in it."""

    url: str

    @asynccontextmanager
    async def fresh(self, name: str) -> AsyncIterator[ServersDatabase]:
        """A database that is dropped in the end."""
        await self.run(f"CREATE DATABASE {name}")
        yield ServersDatabase(self, name)
        await self.run(f"DROP DATABASE {name} WITH (FORCE)")

    async def run(self, *statements: str) -> None:
        connection = await asyncpg.connect(self.url)
        for statement in statements:
            await connection.execute(statement)
        await connection.close()


@dataclass(frozen=True)
class ServersDatabase:
    """A database of a PostgreSQL server."""

    server: Server
    name: str

    @property
    def url(self) -> str:
        named = make_url(self.server.url).set(database=self.name)
        return named.render_as_string(hide_password=False)

    @asynccontextmanager
    async def away(self) -> AsyncIterator[None]:
        await self.server.run(
            f"ALTER DATABASE {self.name} ALLOW_CONNECTIONS false",
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "  # noqa: S608 - a name of ours
            f"WHERE datname = '{self.name}'",
        )
        try:
            yield
        finally:
            await self.server.run(f"ALTER DATABASE {self.name} ALLOW_CONNECTIONS true")

    @asynccontextmanager
    async def locked(self) -> AsyncIterator[None]:
        other = await asyncpg.connect(self.url)
        try:
            async with other.transaction():
                await other.execute(f"LOCK TABLE {', '.join(metadata.tables)} IN EXCLUSIVE MODE")
                yield
        finally:
            await other.close()


@asynccontextmanager
async def gone(place: Place, database: Database) -> AsyncIterator[None]:
    """The bot cannot reach its records; a file that it holds open it could still write."""
    if isinstance(place, File):
        await database.close()
    async with place.away():
        yield


async def rename(database: Database, table: str, name: str) -> None:
    """Make what uses the table fail, or work again."""
    async with database.writing() as connection:
        await connection.execute(text(f"ALTER TABLE {table} RENAME TO {name}"))
