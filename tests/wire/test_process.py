"""The bot's process against a Discord on loopback: what no test within one process can see.

Every start costs seconds, so a test follows the bot through a whole life.
"""

from __future__ import annotations

import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from .limits import beyond_schema, texts
from .payloads import COMPONENTS_V2, GENERAL_ID, GUILD_MESSAGES, MESSAGE_CONTENT, SUPPORT_ID
from .process import BotProcess
from .schema import load
from .server import TOKEN, LoopbackDiscord

MESSAGES = "/channels/{channel}/messages"
COMMANDS = "/applications/{application}/commands"
CALLBACK = "/interactions/{id}/{token}/callback"
CONFIGURATION = 78
BY_THE_CLIENT = (1000, 4000)  # discord.py asks for 1000, and its reading end may close first
EPHEMERAL = 1 << 6
START = 30  # importing scikit-learn takes seconds, more where many tests run at once

Json = dict[str, Any]


@asynccontextmanager
async def running(
    server: LoopbackDiscord, home: Path, **environment: str
) -> AsyncIterator[BotProcess]:
    """A bot that is started and connected to `server`."""
    async with starting(server, home, **environment) as bot:
        await bot.until(server.ready(within=START))
        yield bot


def starting(server: LoopbackDiscord, home: Path, **environment: str) -> BotProcess:
    """A bot that is to meet `server`, wherever that leads."""
    where = {"DISCORD_TOKEN": TOKEN, "DISCORD_API_URL": server.api_url}
    return BotProcess(home, **where, **environment)


async def stopped(bot: BotProcess, server: LoopbackDiscord, number: signal.Signals) -> None:
    """The bot leaves on a signal: it says goodbye, exits with 0 and has kept its secret."""
    bot.send(number)
    assert await bot.exit_code() == 0
    await server.wait_for(lambda: server.gateway.close_code in BY_THE_CLIENT, what="close frame")
    assert_quiet(bot)


def assert_quiet(bot: BotProcess) -> None:
    assert TOKEN not in bot.stdout + bot.stderr
    assert "Traceback" not in bot.stderr


def assert_all_accepted(server: LoopbackDiscord) -> None:
    """Discord itself would take every request: by its description, where that is at hand."""
    validator = load()
    for request in server.requests:
        assert beyond_schema(request.method, request.json) == []
        if validator:
            assert validator.check(request.method, request.path, request.json) == []


def replied_to(payload: Json) -> str:
    return str(payload["message_reference"]["message_id"])


def assert_calm_reply(payload: Json, question: Json) -> None:
    assert payload["flags"] & COMPONENTS_V2
    assert replied_to(payload) == question["id"]
    assert payload["allowed_mentions"]["parse"] == []
    assert not payload["allowed_mentions"].get("replied_user")
    assert "provider" in "\n".join(texts(payload))


async def test_a_life_from_login_to_sigterm(tmp_path: Path) -> None:
    async with LoopbackDiscord() as server, running(server, tmp_path) as bot:
        assert_logged_in(server)
        await assert_answers_at_once(server)
        await assert_answers_privately(server)
        await assert_resumes(server)
        await stopped(bot, server, signal.SIGTERM)
        assert len(server.matching("POST", MESSAGES)) == 2
        assert len(server.matching("PUT", COMMANDS)) == 1
        assert_all_accepted(server)


def assert_logged_in(server: LoopbackDiscord) -> None:
    paths = [request.path for request in server.requests]
    assert paths[0] == "/users/@me"
    assert "/gateway/bot" in paths
    assert all(request.authorized for request in server.requests)
    assert server.gateway.intents & GUILD_MESSAGES
    assert not server.gateway.intents & MESSAGE_CONTENT


async def assert_answers_at_once(server: LoopbackDiscord) -> None:
    question = await server.message("<@BOT> how long does the relief last?")
    reply = await server.request("POST", MESSAGES)
    seconds = reply.at - server.gateway.ready_at
    print(f"from READY to the reply: {seconds * 1000:.0f} ms")  # noqa: T201 - for the record
    assert reply.path == f"/channels/{GENERAL_ID}/messages"
    assert_calm_reply(reply.json, question)


async def assert_answers_privately(server: LoopbackDiscord) -> None:
    await server.slash("ask", question="How long does the relief last?")
    answer = await server.request("POST", CALLBACK)
    assert answer.json["data"].get("flags", 0) & EPHEMERAL


async def assert_resumes(server: LoopbackDiscord) -> None:
    await server.drop()
    missed = await server.message("<@BOT> is it covered by insurance?")
    assert not server.gateway.connected
    reply = await server.request("POST", MESSAGES, count=2)
    assert replied_to(reply.json) == missed["id"]
    assert server.gateway.replayed == ["MESSAGE_CREATE"]
    assert (server.gateway.identifies, server.gateway.resumes) == (1, 1)


async def test_a_second_life_that_listens(tmp_path: Path) -> None:
    async with LoopbackDiscord() as server:
        async with running(server, tmp_path) as bot:
            await stopped(bot, server, signal.SIGINT)
        assert len(server.matching("PUT", COMMANDS)) == 1
        async with running(server, tmp_path, LISTEN_CHANNELS=SUPPORT_ID) as bot:
            assert server.gateway.intents & MESSAGE_CONTENT
            await assert_listens_in_one_channel_and_waits_when_told(server)
            await stopped(bot, server, signal.SIGTERM)
        assert len(server.matching("POST", MESSAGES, status=200)) == 1
        assert len(server.matching("GET", COMMANDS)) == 2
        assert len(server.matching("PUT", COMMANDS)) == 1
        assert_all_accepted(server)


async def assert_listens_in_one_channel_and_waits_when_told(server: LoopbackDiscord) -> None:
    server.fail("POST", MESSAGES, status=429, retry_after=0.3)
    await server.message("how long does the relief last?", channel=GENERAL_ID)
    heard = await server.message("how long does the relief last?", channel=SUPPORT_ID)
    accepted = await server.request("POST", MESSAGES, status=200)
    refused, repeated = server.matching("POST", MESSAGES)
    assert (refused.status, repeated) == (429, accepted)
    assert repeated.at - refused.at >= 0.3
    assert accepted.path == f"/channels/{SUPPORT_ID}/messages"
    assert_calm_reply(accepted.json, heard)


@pytest.mark.parametrize(
    ("token", "close_on_identify", "hint"),
    [
        pytest.param("another-token", None, "DISCORD_TOKEN", id="401 at login"),
        pytest.param(TOKEN, 4004, "DISCORD_TOKEN", id="4004 at the gateway"),
        pytest.param(TOKEN, 4014, "Message Content Intent", id="4014 at the gateway"),
    ],
)
async def test_a_refusal_is_explained_and_not_retried(
    tmp_path: Path, token: str, close_on_identify: int | None, hint: str
) -> None:
    async with (
        LoopbackDiscord(token=token, close_on_identify=close_on_identify) as server,
        starting(server, tmp_path, LISTEN_CHANNELS=SUPPORT_ID) as bot,
    ):
        assert await bot.exit_code(within=START) == CONFIGURATION
        assert_quiet(bot)
        sentence = bot.stderr.splitlines()[-1]
        assert hint in sentence
        assert sentence.endswith(".")
        assert server.gateway.identifies <= 1
        assert len(server.matching("GET", "/users/@me")) == 1


async def test_without_a_token_one_line_says_so(tmp_path: Path) -> None:
    async with BotProcess(tmp_path) as bot:
        assert await bot.exit_code(within=START) == CONFIGURATION
        assert "DISCORD_TOKEN" in bot.stderr
        assert len(bot.stderr.splitlines()) == 1
