"""What moderators did to the knowledge: who, when, and its effect on the golden questions."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import insert, select

from bot.knowledge.taught import Taught
from bot.records import passed_on, taught
from bot.records.database import Database
from bot.records.tables import history

NEWEST = 25  # acts: as many as a moderator reads


class Action(StrEnum):
    """What a moderator can do to the knowledge; the values stand in the database."""

    RELOAD = "reload"
    TEACH = "teach"
    FORGET = "forget"
    ROLLBACK = "rollback"


@dataclass(frozen=True, slots=True)
class Effect:
    """How many golden questions were answered as expected, before and after, of how many."""

    before: int
    after: int
    questions: int


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that a moderator did; `target` is the entry or topic that it was about."""

    action: Action
    target: str | None
    at: int  # seconds since 1970
    effect: Effect


@dataclass(frozen=True, slots=True)
class Done:
    """An act of the past, and the id of who did it; None if it cannot be told any more."""

    act: Act
    moderator: int | None


async def keep(
    database: Database,
    act: Act,
    moderator: int,
    *,
    added: Iterable[Taught] = (),
    removed: Iterable[Taught] = (),
    settled: Iterable[int] = (),
) -> None:
    """Keep an act with all that it changes, in one transaction.

    Raises:
        RecordsError: nothing was changed.
    """
    sealed = (await database.identity()).seal(moderator)
    row = {
        "at": act.at,
        "action": act.action.value,
        "target": act.target,
        "moderator": sealed,
        "passed_before": act.effect.before,
        "passed": act.effect.after,
        "questions": act.effect.questions,
    }
    async with database.deleting() as connection:
        await taught.change(connection, added, removed, act.at)
        await passed_on.settle(connection, settled)
        await connection.execute(insert(history).values(row))


async def newest(database: Database) -> list[Done]:
    """The newest acts, newest first.

    Raises:
        RecordsError: they could not be read.
    """
    identity = await database.identity()
    query = select(history).order_by(history.c.id.desc()).limit(NEWEST)
    async with database.reading() as connection:
        rows = (await connection.execute(query)).all()
    return [
        Done(
            Act(
                Action(row.action),
                row.target,
                row.at,
                Effect(row.passed_before, row.passed, row.questions),
            ),
            identity.open(row.moderator),
        )
        for row in rows
    ]
