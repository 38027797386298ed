"""What must hold after every test, whatever it did."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import simcord
from wire.limits import texts, walk
from wire.schema import Validator

TELLING = 3  # a shorter text is no text of a person, but may stand in a log line by chance
STRING = 3  # the type of this option of a command
EPHEMERAL = 1 << 6  # this flag of a message
MESSAGE = ("MESSAGE_CREATE", "MESSAGE_UPDATE")


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
        if message and "components" in message and "title" not in message:  # a form pings nobody
            assert message["allowed_mentions"]["parse"] == []
            assert not message["allowed_mentions"].get("replied_user")


def assert_discreet(env: simcord.Env, records: Iterable[logging.LogRecord]) -> None:
    """No log line, and no traceback in one, holds what a person wrote or who the person is."""
    logged = "\n".join(map(logging.Formatter().format, records))
    people = map(str, _people(env))
    for said in {*_telling(_written(env)), *_telling(_confided(env)), *people}:
        assert said not in logged


def assert_kept_private(env: simcord.Env, titles: Iterable[str]) -> None:
    """No message that others can read holds what was written to the bot alone."""
    public = "\n".join(_public(env))
    for said in set(_sentences(_confided(env))) - set(titles):
        assert said not in public


def assert_forgetful(env: simcord.Env, database: Path) -> None:
    """The database knows nobody's id, and no text but what was passed on or taught."""
    raw = b"".join(file.read_bytes() for file in database.parent.glob(f"{database.name}*"))
    for person in _people(env):
        assert str(person).encode() not in raw
        assert person.to_bytes(8, "big") not in raw  # as SQLite keeps a number
    given = "\n".join(_given(database))
    for said in _sentences([*_written(env), *_confided(env)]):
        assert said in given or said.encode("utf-8", "ignore") not in raw


def _written(env: simcord.Env) -> Iterator[str]:
    """The texts of all messages of people, also of those that are gone."""
    for event, body in _events(env):
        if event in MESSAGE and not body["author"].get("bot"):
            yield body["content"]


def _confided(env: simcord.Env) -> Iterator[str]:
    """What people wrote to the bot alone: in commands, in forms and in direct messages."""
    for event, body in _events(env):
        if event == "INTERACTION_CREATE":
            for option in _nested(body["data"].get("options", [])):
                if option["type"] == STRING:
                    yield option.get("value", "")
            for field in walk(body["data"].get("components")):
                yield str(field.get("value", ""))
        elif event in MESSAGE and "guild_id" not in body and not body["author"].get("bot"):
            yield body["content"]


def _public(env: simcord.Env) -> Iterator[str]:
    """All that the bot sent into channels of servers, for all to read."""
    for event, body in _events(env):
        if event in MESSAGE and body["author"].get("bot") and "guild_id" in body:
            yield from () if body["flags"] & EPHEMERAL else texts(body)


def _events(env: simcord.Env) -> Iterator[tuple[str, Any]]:
    """What Discord told the bot."""
    return ((event, body) for kind, event, body in env.backend.transcript if kind == "GATEWAY")


def _nested(options: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for option in options:
        yield option
        yield from _nested(option.get("options", []))


def _given(database: Path) -> Iterator[str]:
    """The texts that members passed on, and the phrasings that moderators taught."""
    with closing(sqlite3.connect(database)) as connection:
        for query in ("SELECT text FROM passed_on", "SELECT phrasing FROM taught"):
            for (text,) in connection.execute(query):
                yield text


def _people(env: simcord.Env) -> Iterator[int]:
    return (user.id for user in env.backend.users.values() if not user.bot)


def _telling(said: Iterable[str]) -> Iterator[str]:
    return (one for one in said if len(one) > TELLING)


def _sentences(said: Iterable[str]) -> Iterator[str]:
    """Texts of several words: a single one may stand anywhere by chance."""
    return (one.strip() for one in said if len(one.split()) > 1)
