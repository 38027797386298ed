from __future__ import annotations

import logging
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest
import simcord
from crisis_file import write_crisis
from wire.schema import Validator, load

from bot.answering.library import Library
from bot.records.database import Database

from .rules import (
    assert_accepted,
    assert_discreet,
    assert_forgetful,
    assert_kept_private,
    assert_no_pings,
)
from .world import World

KNOWLEDGE = Path(__file__).parent / "knowledge"


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
    """A server with the bot in it. Afterwards, what it sent, logged and kept is held against rules.

    That no exception was left over, `simcord_env` sees to.
    """
    folder = Path(shutil.copytree(KNOWLEDGE, tmp_path / "knowledge"))
    write_crisis(folder)
    records = tmp_path / "records.db"
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
        database=Database(f"sqlite:///{records}"),
    )
    await world.restart()
    yield world
    await world.client.background.stop()
    await world.client.background.flush()
    await world.database.close()
    if openapi is not None:
        assert_accepted(openapi, simcord_env)
    assert_no_pings(simcord_env)
    assert_discreet(simcord_env, [*log.get_records("setup"), *log.get_records("call")])
    assert_kept_private(simcord_env, world.titles)
    assert_forgetful(simcord_env, records)
