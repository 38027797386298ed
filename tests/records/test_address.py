"""DATABASE_URL: what is wrong with it is said in a sentence, which never holds the password."""

from __future__ import annotations

import logging
import sys
import traceback
from datetime import date
from pathlib import Path

import pytest

from bot.errors import ConfigurationError, ExitCode, RecordsError
from bot.records import votes
from bot.records.database import Database

from .places import File

PASSWORD = "hunter2-hunter2"  # noqa: S105 - of nobody
UNREACHABLE = f"postgresql://bot:{PASSWORD}@127.0.0.1:1/records"


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("", "no address of a database"),
        ("data/records.db", "no address of a database"),
        (f"postgresql://bot:{PASSWORD}@host:port/records", "no address of a database"),
        (f"postgresql://bot:{PASSWORD}:5432:{PASSWORD}/records", "no address of a database"),
        (f"mysql://bot:{PASSWORD}@host/records", "of the kind 'mysql', which is not known"),
        (f"postgresql+psycopg2://bot:{PASSWORD}@host/records", "which is not known"),
        ("sqlite://", "names no file"),
        ("sqlite:///", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite:///records.db?mode=ro", "an option after its ? that is not known"),
        (f"postgresql://bot@host/records?password={PASSWORD}", "an option after its ?"),
    ],
)
def test_an_address_that_cannot_be_used_is_refused_with_an_example(url: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as refused:
        Database(url)
    assert said in str(refused.value)
    assert "sqlite:///data/records.db or postgresql://user:password@host/name" in str(refused.value)
    assert PASSWORD not in "".join(traceback.format_exception(refused.value))
    assert refused.value.exit_code == ExitCode.CONFIGURATION


def test_postgresql_without_its_driver_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "asyncpg", None)
    with pytest.raises(
        ConfigurationError, match=r"pip install 'treatment-answers-bot\[postgres\]'"
    ):
        Database(UNREACHABLE)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg"])
async def test_hosts_word_the_address_of_postgresql_in_several_ways(scheme: str) -> None:
    await Database(f"{scheme}://bot:{PASSWORD}@host:5432/records?sslmode=require").close()


async def test_the_folder_of_the_file_is_made_at_the_first_start(tmp_path: Path) -> None:
    place = File(tmp_path / "new" / "data")
    database = Database(place.url)
    assert not place.folder.exists()
    await database.open()
    assert place.path.is_file()
    await database.close()


async def test_a_file_named_without_a_folder_stands_beside_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    database = Database("sqlite:///records.db")
    await database.open()
    await database.close()
    assert (tmp_path / "records.db").is_file()


async def test_a_folder_that_cannot_be_made_is_the_operators_to_mend(tmp_path: Path) -> None:
    in_the_way = tmp_path / "data"
    in_the_way.write_text("not a folder")
    for folder in (in_the_way, in_the_way / "deeper"):
        database = Database(File(folder).url)
        with pytest.raises(ConfigurationError) as refused:
            await votes.tallies(database)
        assert str(refused.value).startswith(f"The folder {folder} for the database cannot be made")
        assert "DATABASE_URL" in str(refused.value)
        assert refused.value.exit_code == ExitCode.CONFIGURATION


async def test_the_password_is_in_no_log_and_no_message(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    database = Database(UNREACHABLE)
    with pytest.raises(RecordsError) as failed:
        await votes.cast(database, "faq-cost", 1, date(2026, 11, 24), helpful=True)
    await database.close()
    assert "the records cannot be used: " in caplog.text
    for told in (caplog.text, *traceback.format_exception(failed.value), repr(database)):
        assert PASSWORD not in told


async def test_opening_twice_is_opening_once_and_closing_is_no_end(database: Database) -> None:
    await database.open()
    await database.open()
    await database.close()
    await database.close()
    assert list(await votes.tallies(database)) == []
