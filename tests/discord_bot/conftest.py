from __future__ import annotations

import logging
import shutil
from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path

import discord
import pytest
import simcord
from crisis_file import write_crisis
from wire.schema import Validator, load

from bot.answering.library import Library
from bot.records.database import Database

from .world import World

KNOWLEDGE = Path(__file__).parent / "knowledge"
TELLING = 3  # a shorter text is no text of a person, but may stand in a log line by chance


@pytest.fixture(scope="session")
def openapi() -> Validator | None:
    """Discord's own description of what it accepts, on machines that have it."""
    return load()


@pytest.fixture
def simcord_bot() -> discord.Client:
    """Holds the bot's place: it is told its channels when it is built, and there are none yet."""
    return discord.Client(intents=discord.Intents.none())


@pytest.fixture(autouse=True)
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """Everything that a log could hold: discord.py's debug lines are switched off in the bot."""
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.DEBUG, "bot")
    return caplog


@pytest.fixture
async def world(
    simcord_env: simcord.Env,
    log: pytest.LogCaptureFixture,
    openapi: Validator | None,
    tmp_path: Path,
) -> AsyncIterator[World]:
    """A server with the bot in it. Afterwards, what it sent and logged is held against the rules.

    That no exception was left over, `simcord_env` sees to.
    """
    folder = Path(shutil.copytree(KNOWLEDGE, tmp_path / "knowledge"))
    write_crisis(folder)
    guild = simcord_env.create_guild("Community")
    moderators = guild.create_role(
        "Moderators", permissions=discord.Permissions(manage_guild=True, manage_messages=True)
    )
    world = World(
        env=simcord_env,
        guild=guild,
        help=guild.create_text_channel("help"),
        general=guild.create_text_channel("general"),
        ann=guild.add_member(simcord_env.create_user("ann")),
        bob=guild.add_member(simcord_env.create_user("bob")),
        max=guild.add_member(simcord_env.create_user("max"), roles=[moderators]),
        folder=folder,
        library=Library(folder),
        database=Database(f"sqlite:///{tmp_path}/records.db"),
    )
    await world.restart()
    yield world
    await world.client.background.stop()
    await world.database.close()
    if openapi is not None:
        assert_accepted(openapi, simcord_env)
    assert_no_pings(simcord_env)
    assert_discreet(simcord_env, [*log.get_records("setup"), *log.get_records("call")])


def assert_accepted(openapi: Validator, env: simcord.Env) -> None:
    """Discord would have taken every request."""
    faults = [
        fault
        for request in env.http_requests
        for fault in openapi.check(request.method, request.path, request.json)
    ]
    assert not faults


def assert_no_pings(env: simcord.Env) -> None:
    """Every message left word that its text and its reply ping nobody."""
    bodies = [request.json for request in env.http_requests if request.method == "POST"]
    messages = [body.get("data", body) for body in bodies if isinstance(body, dict)]
    for message in messages:
        if message and "components" in message:
            assert message["allowed_mentions"]["parse"] == []
            assert not message["allowed_mentions"].get("replied_user")


def assert_discreet(env: simcord.Env, records: Iterable[logging.LogRecord]) -> None:
    """No log line, and no traceback in one, holds what a person wrote or who the person is."""
    logged = "\n".join(map(logging.Formatter().format, records))
    for said in {*_written(env), *_ids_of_people(env)}:
        assert said not in logged


def _written(env: simcord.Env) -> Iterator[str]:
    """The texts of all messages and commands of people, also of those that are gone."""
    for kind, event, body in env.backend.transcript:
        if kind != "GATEWAY":
            continue
        if event in ("MESSAGE_CREATE", "MESSAGE_UPDATE") and not body["author"].get("bot"):
            yield from _telling(body["content"])
        if event == "INTERACTION_CREATE":
            options = body["data"].get("options", [])
            for option in options:
                yield from _telling(str(option.get("value", "")))


def _telling(said: str) -> Iterator[str]:
    if len(said) > TELLING:
        yield said


def _ids_of_people(env: simcord.Env) -> Iterator[str]:
    return (str(user.id) for user in env.backend.users.values() if not user.bot)
