"""Imports point one way: platforms -> answering -> matching -> knowledge; libraries stay home."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot

ROOT = Path(bot.__file__).parent

# What the files of a room may import of the bot, besides their own room.
ROOMS = {
    "": set[str](),
    "errors": set[str](),
    "settings": {"errors"},
    "knowledge": {"errors"},
    "matching": {"errors", "knowledge"},
    "answering": {"errors", "knowledge", "matching"},
    "evaluation": {"errors", "knowledge", "matching", "answering"},
    "records": {"", "errors", "knowledge"},
    "moderation": {"errors", "knowledge", "matching", "answering", "records"},
    "platforms": {
        *("", "errors", "settings", "knowledge", "matching", "answering", "evaluation"),
        *("records", "moderation"),
    },
    "__main__": {"", "errors", "settings", "knowledge", "answering", "evaluation", "platforms"},
}

# The only places that import a library.
HOMES: dict[str, str | tuple[str, ...]] = {
    "discord": "bot.platforms.discord",
    "simcord": "bot.platforms.discord",
    "aiohttp": "bot.platforms.discord",
    "yarl": "bot.platforms.discord",
    "sklearn": "bot.matching",
    "scipy": "bot.matching",
    "numpy": "bot.matching",
    "snowballstemmer": "bot.matching",
    "yaml": "bot.knowledge",
    "matplotlib": ("bot.evaluation.", "bot.moderation.picture."),
    "sqlalchemy": "bot.records",
    "alembic": "bot.records",
    "cryptography": "bot.records",
}


def imported(source: str) -> Iterator[str]:
    """Every module that the source imports, with what it takes from it; "." for relative ones."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from (f"{module}.{alias.name}" for alias in node.names)


def room_of(module: str) -> str:
    """The room of a module of the bot; "" for what stands in `bot/__init__.py`."""
    second = [*module.split("."), ""][1]
    return second if second in ROOMS or (ROOT / second).is_dir() else ""


def wrong(module: str, source: str) -> list[str]:
    """The imports in the source of `module` that it may not have."""
    room = room_of(module)
    found = []
    for name in imported(source):
        first = name.split(".")[0]
        if first == "bot":
            allowed = room_of(name) in ROOMS[room] | ({room} - {"__main__"})
        else:
            home = HOMES.get(first, "bot" if first else "nowhere")
            allowed = f"{module}.".startswith(home if isinstance(home, tuple) else f"{home}.")
        if not allowed:
            found.append(name)
    return found


def modules() -> Iterator[tuple[str, str]]:
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        yield ".".join(parts).removesuffix(".__init__"), path.read_text("utf-8")


def test_every_import_points_the_right_way() -> None:
    found = {module: wrong(module, source) for module, source in modules()}
    assert {"bot", "bot.__main__", "bot.errors", "bot.platforms.discord.client"} <= set(found)
    assert {module: names for module, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("module", "source", "name"),
    [
        ("bot.knowledge.model", "import bot.matching.index", "bot.matching.index"),
        ("bot.matching.index", "from bot import answering", "bot.answering"),
        ("bot.answering.golden", "from bot.platforms import plain", "bot.platforms.plain"),
        ("bot.answering.golden", "from bot.settings import load", "bot.settings.load"),
        ("bot.errors", "from bot.knowledge.model import Entry", "bot.knowledge.model.Entry"),
        ("bot.settings", "def f():\n    import bot.answering", "bot.answering"),
        ("bot.platforms.terminal", "from bot.__main__ import app", "bot.__main__.app"),
        ("bot.__main__", "import bot.__main__", "bot.__main__"),
        ("bot.platforms.discord.client", "from .links import Link", ".links.Link"),
        ("bot.platforms", "from . import plain", "..plain"),
        ("bot.platforms.terminal", "import discord", "discord"),
        ("bot.__main__", "from discord.ext import commands", "discord.ext.commands"),
        ("bot.platforms.discord_like", "import yarl", "yarl"),
        ("bot.answering.excerpt", "import json, numpy.linalg as la", "numpy.linalg"),
        ("bot.answering.excerpt", "if True:\n    import sklearn", "sklearn"),
        ("bot.answering.library", "from yaml import safe_load", "yaml.safe_load"),
    ],
)
def test_a_wrong_import_is_caught(module: str, source: str, name: str) -> None:
    assert wrong(module, source) == [name]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("bot.platforms.discord.client", "import discord, aiohttp\nfrom bot.settings import load"),
        ("bot.platforms.discord", "import discord"),
        ("bot.matching.index", "import numpy as np\nfrom bot.knowledge.model import Entry"),
        ("bot.__main__", "from bot import __version__, settings\nimport json"),
        ("bot.settings", "from bot.errors import ConfigurationError"),
    ],
)
def test_a_right_import_is_none_of_its_business(module: str, source: str) -> None:
    assert wrong(module, source) == []
