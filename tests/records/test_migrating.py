"""The tables come up to date at the start, however many start, and never from a newer version."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, select, text

from bot import __version__
from bot.errors import ConfigurationError, ExitCode
from bot.records import identity, votes
from bot.records.database import Database
from bot.records.tables import metadata, versions

from .places import Place

REPOSITORY = Path(__file__).parents[2]
PERSON = 1174000000000000001

# Waits for a line once everything is imported, so that all of them start at the same moment.
STARTING = f"""
import asyncio, sys
from bot.records import identity
from bot.records import database as records

records.PATIENCE = 30.0

async def start():
    database = records.Database(sys.argv[1])
    print("ready", flush=True)
    sys.stdin.readline()
    print((await database.identity()).hash(identity.VOTER, {PERSON}))
    await database.close()

asyncio.run(start())
"""


async def test_the_migrations_make_the_tables_that_the_code_uses(database: Database) -> None:
    await database.open()
    async with database.reading() as connection:
        assert await connection.run_sync(differences) == []


async def test_an_empty_database_remembers_who_made_its_tables(database: Database) -> None:
    async with database.reading() as connection:
        found = (await connection.execute(select(versions))).all()
        current = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    assert [tuple(row) for row in found] == [(current, __version__)]


async def test_a_second_start_changes_nothing(place: Place, database: Database) -> None:
    before = await hashed(database)
    restarted = Database(place.url)
    assert await hashed(restarted) == before
    async with restarted.reading() as connection:
        assert len((await connection.execute(select(versions))).all()) == 1
        assert await connection.run_sync(differences) == []
    await restarted.close()


async def test_processes_that_start_at_once_share_one_secret(place: Place) -> None:
    processes = [await start(place.url) for _ in range(4)]
    for process in processes:
        assert process.stdout is not None
        assert await process.stdout.readline() == b"ready\n"
    outputs = await asyncio.gather(*(process.communicate(b"\n") for process in processes))
    assert [problems.decode() for _, problems in outputs] == [""] * 4
    assert [process.returncode for process in processes] == [0] * 4
    assert len({said for said, _ in outputs}) == 1


async def test_tasks_that_need_it_at_once_share_one_secret(place: Place) -> None:
    databases = [Database(place.url) for _ in range(4)]
    found = await asyncio.gather(*(hashed(database) for database in databases for _ in range(3)))
    assert len(set(found)) == 1
    for database in databases:
        await database.close()


async def test_a_database_of_a_newer_version_is_refused_and_left_alone(
    place: Place, database: Database
) -> None:
    await make_newer(database, "INSERT INTO versions VALUES ('9999', '2.7.0')")
    older = Database(place.url)
    for use in (older.open, lambda: votes.tallies(older)):
        with pytest.raises(ConfigurationError) as refused:
            await use()
        assert refused.value.exit_code == ExitCode.CONFIGURATION
        assert f"version 2.7.0 of the bot, and this is {__version__}" in str(refused.value)
        assert "DATABASE_URL" in str(refused.value)
    await older.close()
    async with database.reading() as connection:
        current = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    assert current == "9999"


@pytest.mark.parametrize("lost", ["DELETE FROM versions", "DROP TABLE versions"])
async def test_one_that_does_not_say_by_which_version_is_refused_too(
    place: Place, database: Database, lost: str
) -> None:
    await make_newer(database, lost)
    older = Database(place.url)
    with pytest.raises(ConfigurationError, match="which is too old"):
        await older.open()
    await older.close()


def differences(connection: Connection) -> object:
    """What Alembic would change to get from the database to the tables in the code."""
    compared = MigrationContext.configure(
        connection, opts={"compare_type": True, "compare_server_default": True}
    )
    return compare_metadata(compared, metadata)


async def hashed(database: Database) -> str:
    """The same for all who share a secret."""
    return (await database.identity()).hash(identity.VOTER, PERSON)


async def start(url: str) -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, *("-W", "error", "-c", STARTING, url),
        cwd=REPOSITORY, stdin=PIPE, stdout=PIPE, stderr=PIPE,
    )  # fmt: skip


async def make_newer(database: Database, also: str) -> None:
    """As a later version of the bot would leave it."""
    async with database.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        await connection.execute(text(also))
