"""Questions that members passed on to the moderators."""

from __future__ import annotations

import pytest

from bot.records import passed_on
from bot.records.database import Database
from bot.records.passed_on import PassedOn

ANN, BOB = 1174000000000000001, 1174000000000000002
SERVER, CHANNEL = 1174000000000000100, 1174000000000000200
HERE = (SERVER, CHANNEL)


async def settle(database: Database, *ids: int) -> int:
    async with database.writing() as connection:
        return await passed_on.settle(connection, ids)


async def test_a_question_waits_with_where_and_when_but_not_who(database: Database) -> None:
    number = await passed_on.add(database, "is it covered in Ohio?", ANN, HERE, 1_000)
    assert await passed_on.newest(database) == [
        PassedOn(number, "is it covered in Ohio?", SERVER, CHANNEL, 1_000)
    ]


async def test_one_from_a_direct_message_has_no_place(database: Database) -> None:
    await passed_on.add(database, "is it covered?", ANN, (None, None), 1_000)
    (question,) = await passed_on.newest(database)
    assert (question.server, question.channel) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 4_000,
        "**bold** `code` <@1174000000000000001> @everyone ||spoiler||",
        "'; DROP TABLE passed_on; -- %s :name $1",
        "Zeile eins\nZeile zwei\t🫶🏽 \u202eright to left\u202c e\u0301",
    ],
    ids=["long", "markdown", "sql", "unicode"],
)
async def test_a_text_is_kept_letter_by_letter(database: Database, text: str) -> None:
    await passed_on.add(database, text, ANN, HERE, 1_000)
    assert [one.text for one in await passed_on.newest(database)] == [text]


async def test_the_newest_come_first_and_at_most_a_number_of_them(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passed_on, "MOST", 2)
    for text in ("first", "second", "third"):
        await passed_on.add(database, text, ANN, HERE, 1_000)
    assert [one.text for one in await passed_on.newest(database)] == ["third", "second"]
    assert await passed_on.count(database) == 3


async def test_the_same_question_of_two_people_waits_twice(database: Database) -> None:
    for person in (ANN, BOB, BOB):
        await passed_on.add(database, "is it covered?", person, HERE, 1_000)
    assert await passed_on.count(database) == 3


async def test_settled_questions_are_gone_and_the_others_stay(database: Database) -> None:
    first, second, third = [
        await passed_on.add(database, text, ANN, HERE, 1_000) for text in ("a", "b", "c")
    ]
    assert await settle(database, first, third) == 2
    assert [one.id for one in await passed_on.newest(database)] == [second]


async def test_the_moderator_who_comes_second_finds_nothing_to_settle(database: Database) -> None:
    number = await passed_on.add(database, "is it covered?", ANN, HERE, 1_000)
    assert [await settle(database, number), await settle(database, number)] == [1, 0]
    assert await settle(database) == 0


async def test_an_old_button_never_settles_a_newer_question(database: Database) -> None:
    settled = await passed_on.add(database, "is it covered?", ANN, HERE, 1_000)
    await settle(database, settled)
    await passed_on.add(database, "may I drive home?", BOB, HERE, 2_000)
    assert await settle(database, settled) == 0
    assert [one.text for one in await passed_on.newest(database)] == ["may I drive home?"]
