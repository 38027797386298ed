"""Who somebody is cannot be read from the records, nor told from one table to another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from bot.records import history, identity, passed_on, votes
from bot.records.database import Database
from bot.records.history import Act, Action, Effect
from bot.records.identity import Identity
from bot.records.tables import metadata, secrets

from .places import File, Place

TODAY = date(2026, 11, 24)
PERSON = 1174000000000000001
ACT = Act(Action.RELOAD, None, 1_000, Effect(1, 1, 1))
people = st.integers(min_value=1, max_value=2**63 - 1)


async def take_part(database: Database, person: int) -> None:
    """All that leaves a trace of a person."""
    await votes.cast(database, "faq-cost", person, TODAY, helpful=True)
    await passed_on.add(database, "is it covered?", person, (1, 2), 1_000)
    await history.keep(database, ACT, person)


async def column(database: Database, name: str) -> list[object]:
    """The values of a column, named as `table.column`."""
    table, of_it = name.split(".")
    async with database.reading() as connection:
        return list((await connection.execute(select(metadata.tables[table].c[of_it]))).scalars())


async def test_no_id_of_a_person_stands_in_a_table_in_the_clear(database: Database) -> None:
    await take_part(database, PERSON)
    rows: list[object] = []
    async with database.reading() as connection:
        for table in metadata.tables.values():
            rows += (await connection.execute(select(table))).all()
    assert len(rows) >= 5
    assert str(PERSON) not in repr(rows)
    assert f"{PERSON:x}" not in repr(rows)


async def test_no_id_of_a_person_stands_in_the_file(tmp_path: Path) -> None:
    place = File(tmp_path / "records")
    database = Database(place.url)
    await take_part(database, PERSON)
    await database.close()
    written = b"".join(file.read_bytes() for file in place.folder.iterdir())
    assert b"is it covered?" in written
    assert str(PERSON).encode() not in written
    assert PERSON.to_bytes(8, "big") not in written


async def test_a_voter_and_an_asker_cannot_be_told_to_be_one_person(database: Database) -> None:
    await take_part(database, PERSON)
    (voter,) = await column(database, "votes.voter")
    (asker,) = await column(database, "passed_on.asker")
    assert voter != asker


async def test_two_databases_call_the_same_person_differently(
    database: Database, tmp_path: Path
) -> None:
    other = Database(File(tmp_path / "other").url)
    await take_part(database, PERSON)
    await take_part(other, PERSON)
    for name in ("votes.voter", "passed_on.asker"):
        assert await column(database, name) != await column(other, name)
    await other.close()


async def test_the_acts_of_a_moderator_cannot_be_joined_without_the_secret(
    database: Database,
) -> None:
    await history.keep(database, ACT, PERSON)
    await history.keep(database, ACT, PERSON)
    first, second = await column(database, "history.moderator")
    assert first != second


async def test_with_another_secret_the_history_no_longer_says_who(
    place: Place, database: Database
) -> None:
    await take_part(database, PERSON)
    async with database.writing() as connection:
        await connection.execute(update(secrets).values(value=b"x" * 32))
    restarted = Database(place.url)
    assert [(done.act, done.moderator) for done in await history.newest(restarted)] == [(ACT, None)]
    await restarted.close()


async def test_the_secret_is_long_and_stays_the_same(place: Place, database: Database) -> None:
    hashed = (await database.identity()).hash(identity.VOTER, PERSON)
    (secret,) = await column(database, "secrets.value")
    assert isinstance(secret, bytes)
    assert len(secret) == 32
    restarted = Database(place.url)
    assert (await restarted.identity()).hash(identity.VOTER, PERSON) == hashed
    await restarted.close()


@given(people, people)
def test_a_hash_tells_people_and_purposes_apart(one: int, other: int) -> None:
    hides = Identity(b"secret")
    hashed = hides.hash(identity.VOTER, one)
    assert hashed != hides.hash(identity.ASKER, one)
    assert (hashed == hides.hash(identity.VOTER, other)) == (one == other)
    assert hashed != Identity(b"another").hash(identity.VOTER, one)


@given(people)
def test_a_sealed_id_opens_with_the_same_secret_only(person: int) -> None:
    sealed = Identity(b"secret").seal(person)
    assert Identity(b"secret").open(sealed) == person
    assert Identity(b"another").open(sealed) is None
    assert Identity(b"secret").open(sealed[:-1]) is None
