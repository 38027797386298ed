"""Killed in the middle of its work, fifty times: the database opens, and nothing is lost."""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest
from crisis_file import write_crisis
from sqlalchemy import select

from bot.records import identity
from bot.records.database import Database
from bot.records.tables import passed_on, taught

from .crashing import Acknowledged, work

TIMES = 50
KNOWLEDGE = Path(__file__).parent.parent / "discord_bot" / "knowledge"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = Path(shutil.copytree(KNOWLEDGE, tmp_path / "knowledge"))
    write_crisis(copy)
    return copy


async def test_what_was_acknowledged_outlives_fifty_kills(tmp_path: Path, folder: Path) -> None:
    url = f"sqlite:///{tmp_path}/records.db"
    done = [one for life in range(1, TIMES + 1) for one in _live_and_die(url, folder, life)]
    database = Database(url)
    people = await database.identity()
    async with database.reading() as connection:
        texts = set((await connection.execute(select(passed_on.c.text))).scalars())
        phrasings = set((await connection.execute(select(taught.c.phrasing))).scalars())
    await database.close()
    with closing(sqlite3.connect(tmp_path / "records.db")) as direct:
        assert direct.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        voters = {voter for (voter,) in direct.execute("SELECT voter FROM votes")}
        reloads = direct.execute("SELECT count(*) FROM history WHERE action = 'reload'").fetchone()
    assert {name for kind, name in done if kind == "passed on"} <= texts
    assert {name for kind, name in done if kind == "taught"} <= phrasings
    hashes = {people.hash(identity.VOTER, int(name)) for kind, name in done if kind == "vote"}
    assert hashes <= voters
    assert sum(kind == "reload" for kind, _ in done) <= reloads[0]
    assert {kind for kind, _ in done} == {"vote", "taught", "passed on", "reload"}


def _live_and_die(url: str, folder: Path, life: int) -> list[Acknowledged]:
    """Let the bot work for a while, kill it, and return what it had acknowledged by then."""
    context = get_context("forkserver")  # which has imported the bot once, for all lives
    context.set_forkserver_preload(["bot.moderation.desk"])
    heard, told = context.Pipe(duplex=False)
    process = context.Process(target=work, args=(url, folder, life, told))
    process.start()
    told.close()
    acts = random.Random(life).randint(1, 9)  # noqa: S311 - any number will do
    acknowledged: list[Acknowledged] = [heard.recv() for _ in range(acts)]
    process.kill()
    process.join()
    while heard.poll():  # what it said before the end counts as well
        try:
            acknowledged.append(heard.recv())
        except EOFError:
            break
    heard.close()
    return acknowledged
