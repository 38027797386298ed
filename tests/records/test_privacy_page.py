"""PRIVACY.md names every table and column that the bot keeps, and for how long."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.platforms.discord import wording
from bot.records import pending, replies, retention
from bot.records.tables import metadata

PAGE = (Path(__file__).parents[2] / "PRIVACY.md").read_text()
ROWS: list[tuple[str, str, str]] = re.findall(
    r"^\| `(\w+)` \| (.+?) \| .+? \| (.+) \|$", PAGE, re.MULTILINE
)
OURS = {name: {*table.columns.keys()} for name, table in metadata.tables.items()}
# What Alembic and SQLite keep for themselves.
THEIRS = {"alembic_version": {"version_num"}, "sqlite_sequence": {"name", "seq"}}
LIMITS = {
    "votes": retention.VOTES,
    "passed_on": retention.QUESTIONS,
    "history": retention.HISTORY,
    "counts": retention.COUNTS,
}


@pytest.mark.parametrize("table", OURS)
def test_each_table_of_the_records_stands_there_with_all_its_columns(table: str) -> None:
    told = {name: set(re.findall(r"`(\w+)`", columns)) for name, columns, _ in ROWS}
    assert told.get(table) == OURS[table]


def test_no_table_stands_there_that_is_not_kept() -> None:
    told = {name: set(re.findall(r"`(\w+)`", columns)) for name, columns, _ in ROWS}
    assert told == OURS | THEIRS


@pytest.mark.parametrize(("table", "limit"), LIMITS.items())
def test_each_limit_stands_there(table: str, limit: timedelta) -> None:
    assert f"{limit.days} days" in how_long(table)


def test_the_limits_of_what_is_known_for_a_day_and_of_what_waits_stand_there() -> None:
    assert f"{replies.KEPT // 3600} hours" in how_long("replies")
    assert f"the newest {pending.MOST:,}" in PAGE


def test_what_a_person_reads_on_discord_says_the_same() -> None:
    votes, questions = retention.VOTES.days, retention.QUESTIONS.days
    assert (
        f"Votes are deleted after {votes} days, questions after {questions}" in wording.NEVER_KEPT
    )
    assert f"for {questions} days at most" in wording.WHAT_IS_KEPT


def how_long(table: str) -> str:
    return next(limit for name, _, limit in ROWS if name == table)
