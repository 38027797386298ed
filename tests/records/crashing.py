"""A bot that works until it is killed, and says what it has acknowledged."""

from __future__ import annotations

import asyncio
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from unittest.mock import patch

from bot.answering.learning import Examples, learn
from bot.answering.library import Library
from bot.answering.readers import Readers
from bot.moderation.desk import Desk
from bot.records import passed_on, votes
from bot.records.database import Database

MODERATOR = 7
DAY = date(2026, 3, 1)
Acknowledged = tuple[str, str]  # what was done, and what tells it from all others


def work(url: str, folder: Path, life: int, told: Connection) -> None:
    """Vote, teach, reload and pass questions on, in turn, without an end."""
    examples = Examples(
        danger=["I want to die", "I will die", "die"],
        emergencies=["not breathing"],
        calm=["what is food"],
        past=["I was 9"],
        personal={"dose": ["how much food"], "mixing": ["food with tea"]},
        general=["where is food"],
    )
    quick = Readers.of(learn(examples))
    with patch("bot.answering.answerer.shipped", lambda: quick):  # the real one learns for seconds
        asyncio.run(_work(url, folder, life, told))


async def _work(url: str, folder: Path, life: int, told: Connection) -> None:
    database = Database(url)
    desk = Desk(Library(folder), database)
    for step in range(10_000):
        name = f"{life} of {step}"
        person = life * 10_000 + step
        match step % 4:
            case 0:
                await votes.cast(database, "nausea", person, DAY, helpful=True)
                told.send(("vote", str(person)))
            case 1:
                await desk.teach(f"is there nausea in life {name}", "nausea", MODERATOR)
                told.send(("taught", f"is there nausea in life {name}"))
            case 2:
                await passed_on.add(database, f"question {name}", person, (None, None), step)
                told.send(("passed on", f"question {name}"))
            case _:
                await desk.reload(MODERATOR)
                told.send(("reload", name))
