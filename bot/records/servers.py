"""What the moderators of a server set; what they did not set, the environment decides."""

from dataclasses import asdict, dataclass, fields
from datetime import date

from sqlalchemy import select

from bot.records.database import Database
from bot.records.tables import servers
from bot.records.upsert import inserting, upsert


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices of a server; None leaves a choice to the environment.

    It is quiet from one minute of the day until another, in a time zone of the IANA's names.
    """

    listening: tuple[int, ...] | None = None  # ids of channels
    alert_channel: int | None = None
    alert_role: int | None = None
    region: str | None = None
    quiet_from: int | None = None
    quiet_until: int | None = None
    time_zone: str | None = None


NONE = Preferences()
NOBODY = 0  # an alert channel that tells nobody, whatever the environment says


async def every(database: Database) -> dict[int, Preferences]:
    """What each server set, by its id.

    Raises:
        RecordsError: it could not be read.
    """
    async with database.reading() as connection:
        rows = (await connection.execute(select(servers))).mappings().all()
    names = [field.name for field in fields(Preferences)]
    return {row["id"]: _preferences({name: row[name] for name in names}) for row in rows}


async def keep(database: Database, server: int, chosen: Preferences) -> None:
    """Keep what a server set.

    Raises:
        RecordsError: it could not be kept.
    """
    row = {"id": server, **asdict(chosen)}
    row["listening"] = None if chosen.listening is None else list(chosen.listening)
    async with database.writing() as connection:
        await upsert(connection, servers, [row])


async def remind(database: Database, server: int, today: date, before: date) -> bool:
    """Whether to remind a server today; if so it counts, so that two processes do it once.

    Not if it was reminded on the day `before` or later.

    Raises:
        RecordsError: it could not be kept.
    """
    due = servers.c.reminded.is_(None) | (servers.c.reminded < before)
    async with database.writing() as connection:
        insert = inserting(connection, servers).values(id=server, reminded=today)
        reminding = insert.on_conflict_do_update(
            index_elements=["id"], set_={"reminded": today}, where=due
        )
        return (await connection.execute(reminding)).rowcount == 1


def _preferences(row: dict[str, object]) -> Preferences:
    listening = row.pop("listening")
    return Preferences(
        listening=tuple(listening) if isinstance(listening, list) else None,
        **row,  # type: ignore[arg-type]  # the columns are of the fields' types
    )
