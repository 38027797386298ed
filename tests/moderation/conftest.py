from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from conftest import Folder, entry

from bot.answering.library import Library
from bot.records.database import Database

FOOD, SLEEP = entry("food"), entry("sleep")


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite:///{tmp_path}/records.db")
    await database.open()
    yield database
    await database.close()


@pytest.fixture
def library(folder: Folder) -> Library:
    """Knows of food and of sleep, and has a golden question for each."""
    folder.entries(FOOD, SLEEP)
    folder.golden({"what about food": "food", "what about sleep": "sleep"})
    return Library(folder.path)
