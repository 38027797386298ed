"""The database gone or locked: one calm sentence for people, one line a minute for the log."""

from __future__ import annotations

import asyncio
import logging
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import StatementError

from bot.errors import ExitCode, RecordsError
from bot.records import database as records
from bot.records import passed_on, tables, votes
from bot.records.database import QUIET, Database
from bot.records.votes import Tally

from .places import File, Place, gone

TODAY = date(2026, 11, 24)
ANN = 1174000000000000001
ASKED = "will my boss at Acme hear of it?"


class Clock:
    """Shows the time that the test sets."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


async def vote(database: Database, *, helpful: bool = True) -> None:
    await votes.cast(database, "faq-cost", ANN, TODAY, helpful=helpful)


async def test_what_is_kept_while_it_is_gone_fails_with_words_for_a_person(
    place: Place, database: Database
) -> None:
    await vote(database)
    async with gone(place, database):
        with pytest.raises(RecordsError) as failed:
            await vote(database, helpful=False)
        with pytest.raises(RecordsError):
            await votes.tallies(database)
    said = str(failed.value)
    assert "nothing was saved" in said
    assert "try again" in said
    assert failed.value.exit_code == ExitCode.FAILURE


async def test_it_works_again_without_a_restart(place: Place, database: Database) -> None:
    await vote(database)
    async with gone(place, database):
        with pytest.raises(RecordsError):
            await vote(database, helpful=False)
    assert list(await votes.tallies(database)) == [Tally("faq-cost", helpful=1, voters=1)]
    await vote(database, helpful=False)
    assert list(await votes.tallies(database)) == [Tally("faq-cost", helpful=0, voters=1)]


async def test_an_outage_between_two_uses_is_not_noticed(
    place: Place, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    await vote(database)
    async with gone(place, database):
        pass
    await vote(database, helpful=False)
    assert list(await votes.tallies(database)) == [Tally("faq-cost", helpful=0, voters=1)]
    assert "cannot be used" not in caplog.text


async def test_one_that_cannot_be_reached_at_the_start_is_used_later(
    place: Place, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "PATIENCE", 1.0)
    await vote(database)
    await database.close()
    restarted = Database(place.url)
    async with place.locked() if isinstance(place, File) else place.away():
        with pytest.raises(RecordsError):
            await vote(restarted, helpful=False)
    await vote(restarted, helpful=False)
    assert list(await votes.tallies(restarted)) == [Tally("faq-cost", helpful=0, voters=1)]
    await restarted.close()


async def test_while_somebody_else_holds_it_reading_goes_on_and_writing_gives_up(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "PATIENCE", 1.0)
    impatient = Database(place.url)
    await vote(impatient)
    async with place.locked():
        with pytest.raises(RecordsError):
            async with asyncio.timeout(10):
                await vote(impatient, helpful=False)
        assert list(await votes.tallies(impatient)) == [Tally("faq-cost", helpful=1, voters=1)]
    await vote(impatient, helpful=False)
    assert list(await votes.tallies(impatient)) == [Tally("faq-cost", helpful=0, voters=1)]
    await impatient.close()


async def test_an_outage_is_one_line_a_minute_in_the_log(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    clock = Clock()
    database = Database(place.url, clock)
    await database.open()
    lines: list[int] = []
    async with gone(place, database):
        for passed in (0, 1, QUIET - 1.5, 0.5, QUIET):
            clock.now += passed
            with pytest.raises(RecordsError):
                await vote(database)
            lines.append(caplog.text.count("the records cannot be used"))
    assert lines == [1, 1, 1, 2, 3]
    await database.close()


async def test_no_log_holds_what_was_to_be_kept_or_read(
    place: Place, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    await passed_on.add(database, ASKED, ANN, (1, 2), 1_000)
    await passed_on.newest(database)
    async with gone(place, database):
        with pytest.raises(RecordsError):
            await passed_on.add(database, ASKED, ANN, (1, 2), 1_000)
    assert "the records cannot be used" in caplog.text
    assert "Acme" not in caplog.text
    assert str(ANN) not in caplog.text


async def test_a_value_that_the_database_refuses_is_not_in_the_log(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    row = {"entry": "acme", "voter": "x", "helpful": True, "day": TODAY}

    async def keep() -> None:
        async with database.writing() as connection:
            await connection.execute(insert(tables.votes).values(row))

    await keep()
    with pytest.raises(RecordsError):  # no vote is kept twice
        await keep()
    assert "the records cannot be used: " in caplog.text
    assert "acme" not in caplog.text


async def test_an_error_in_our_own_code_does_not_repeat_what_was_to_be_kept(
    database: Database,
) -> None:
    whole = {"entry": "acme", "voter": b"x", "helpful": True, "day": TODAY}
    with pytest.raises(StatementError) as failed:
        async with database.writing() as connection:
            await connection.execute(insert(tables.votes), [whole, {"entry": "acme"}])
    assert "acme" not in str(failed.value)


async def test_a_file_that_is_no_database_is_left_as_it_is(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    diary = tmp_path / "diary.txt"
    diary.write_text("Dear diary, " * 100)
    database = Database(f"sqlite:///{diary}")
    for _ in range(2):
        with pytest.raises(RecordsError):
            await database.open()
    await database.close()
    assert diary.read_text() == "Dear diary, " * 100
    assert "Dear" not in caplog.text
