"""What a whole life of the bot leaves behind: no words but those passed on, and no user id."""

from __future__ import annotations

import signal
from pathlib import Path

from .limits import walk
from .payloads import HUMAN_ID, SUPPORT_ID, Json
from .server import LoopbackDiscord
from .test_process import CALLBACK, MESSAGES, running

OTHER_ID = "200000000000000077"

ANSWERED = "<@BOT> how long does the relief last? my aunt Petronella wonders"
OVERHEARD = "how long does a ketamine infusion take?"
CHATTER = "good morning, says cousin Hieronymus"
DANGER = "<@BOT> I want to end it all and only Ludmilla knows"
ASKED_PRIVATELY = "does my niece Philippa need a referral?"
NOT_KNOWN = "<@BOT> where did uncle Bartholomew buy his bicycle?"
WRITTEN = (ANSWERED, OVERHEARD, CHATTER, DANGER, ASKED_PRIVATELY, NOT_KNOWN)

PASSED_ON = "may {} ride a bicycle afterwards?"
KEPT = PASSED_ON.format("@somebody")


async def test_a_life_leaves_no_words_but_those_passed_on_and_no_user_id(tmp_path: Path) -> None:
    settings = {"LISTEN_CHANNELS": SUPPORT_ID, "ALERT_CHANNEL": SUPPORT_ID, "LOG_LEVEL": "DEBUG"}
    async with LoopbackDiscord() as server, running(server, tmp_path, **settings) as bot:
        await everybody_writes(server)
        await somebody_votes(server)
        await somebody_passes_a_question_on(server)
        bot.send(signal.SIGTERM)
        assert await bot.exit_code() == 0
    records = b"".join(file.read_bytes() for file in (tmp_path / "data").iterdir())
    log = (bot.stdout + bot.stderr).encode()
    assert KEPT.encode() in records
    assert b"reply kind=crisis" in log
    for text in (*map(words_of, WRITTEN), KEPT.encode()):
        assert text not in log
    for text in map(words_of, WRITTEN):
        assert text not in records
    for person in (HUMAN_ID, OTHER_ID):
        assert person.encode() not in records + log
        assert as_number(person) not in records
    assert as_number(SUPPORT_ID) in records  # so that is how they would stand there


def words_of(message: str) -> bytes:
    return message.removeprefix("<@BOT> ").encode()


def as_number(snowflake: str) -> bytes:
    """An id in a column of numbers, as SQLite writes it into its file."""
    return int(snowflake).to_bytes(8)


async def everybody_writes(server: LoopbackDiscord) -> None:
    await server.message(ANSWERED)
    await server.message(CHATTER, channel=SUPPORT_ID)
    await server.message(OVERHEARD, channel=SUPPORT_ID, author=OTHER_ID)
    await server.message(DANGER, author=OTHER_ID)
    await server.message(NOT_KNOWN)
    await server.request("POST", MESSAGES, count=5)  # four replies and an alert
    await server.slash("ask", question=ASKED_PRIVATELY)
    await server.request("POST", CALLBACK)


async def somebody_votes(server: LoopbackDiscord) -> None:
    message, custom_id = button(server, "answers:helpful:")
    await server.press(message, custom_id)
    await server.request("POST", CALLBACK, count=2)


async def somebody_passes_a_question_on(server: LoopbackDiscord) -> None:
    message, custom_id = button(server, "answers:ask:")
    await server.press(message, custom_id)
    form = await server.request("POST", CALLBACK, count=3)
    await server.submit(form.json["data"], PASSED_ON.format(f"<@{OTHER_ID}>"))
    await server.request("POST", CALLBACK, count=4)


def button(server: LoopbackDiscord, start: str) -> tuple[Json, str]:
    """The first message of the bot with a button of that kind, and the button's id."""
    return next(
        (message, str(one["custom_id"]))
        for message in server.rest.messages.values()
        for one in walk(message["components"])
        if str(one.get("custom_id")).startswith(start)
    )
