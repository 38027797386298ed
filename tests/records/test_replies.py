"""Which reply belongs to which message, so that it follows an edit after a restart."""

from __future__ import annotations

from bot.records import replies
from bot.records.database import Database
from bot.records.replies import KEPT, Replied

from .places import Place

NOW = 1_764_000_000
MESSAGE, CHANNEL, REPLY = 1174000000000000400, 1174000000000000200, 1174000000000000500


def replied(question: int, at: int = NOW, reply: int = REPLY) -> Replied:
    return Replied(question, CHANNEL, reply, at)


async def test_a_reply_is_found_again_after_a_restart(place: Place, database: Database) -> None:
    await replies.change(database, [replied(MESSAGE)], [])
    await database.close()
    restarted = Database(place.url)
    assert await replies.newest(restarted, 10, NOW) == [replied(MESSAGE)]
    await restarted.close()


async def test_the_newest_replies_are_read_oldest_first(database: Database) -> None:
    kept = [replied(MESSAGE + number, NOW + number) for number in (2, 0, 3, 1)]
    await replies.change(database, kept, [])
    found = await replies.newest(database, 3, NOW + 3)
    assert [one.question - MESSAGE for one in found] == [1, 2, 3]


async def test_of_the_same_second_the_later_message_is_newer(database: Database) -> None:
    await replies.change(database, [replied(MESSAGE + 1), replied(MESSAGE)], [])
    (found,) = await replies.newest(database, 1, NOW)
    assert found.question == MESSAGE + 1


async def test_a_reply_older_than_a_day_is_not_read(database: Database) -> None:
    await replies.change(
        database, [replied(MESSAGE, NOW - KEPT - 1), replied(MESSAGE + 1, NOW - KEPT)], []
    )
    assert [one.question for one in await replies.newest(database, 10, NOW)] == [MESSAGE + 1]


async def test_a_message_has_one_reply_the_last(database: Database) -> None:
    await replies.change(database, [replied(MESSAGE)], [])
    await replies.change(database, [replied(MESSAGE, NOW + 1, REPLY + 1)], [])
    found = await replies.newest(database, 10, NOW + 1)
    assert found == [replied(MESSAGE, NOW + 1, REPLY + 1)]


async def test_a_withdrawn_reply_is_gone_and_the_others_stay(database: Database) -> None:
    await replies.change(database, [replied(MESSAGE), replied(MESSAGE + 1)], [])
    await replies.change(database, [replied(MESSAGE + 2)], [MESSAGE, MESSAGE + 9])
    found = await replies.newest(database, 10, NOW)
    assert [one.question - MESSAGE for one in found] == [1, 2]
