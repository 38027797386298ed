"""What holds in a server: what its moderators chose, and else what the environment says."""

import re
from dataclasses import dataclass, fields, replace
from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones

from bot.errors import ChoiceError
from bot.records import servers
from bot.records.database import Database
from bot.records.servers import NONE, Preferences

_TIME = re.compile(r"(\d{1,2})(?::(\d\d))?")
HOURS, MINUTES = 24, 60


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From one minute of the day until another, in a time zone; over midnight if need be."""

    start: int
    end: int
    time_zone: str

    @property
    def clock(self) -> tuple[str, str]:
        """The two times as a clock shows them."""
        return _clock(self.start), _clock(self.end)

    def __str__(self) -> str:
        return f"{' to '.join(self.clock)}, {self.time_zone}"


class Servers:
    """The preferences of every server, in memory, so that no message waits for the database."""

    def __init__(self, database: Database, default: Preferences = NONE) -> None:
        """Begin with what the environment says; `refresh` reads the rest."""
        self._database = database
        self._default = default
        self._chosen: dict[int, Preferences] = {}
        self._holding: dict[int, Preferences] = {}

    async def refresh(self) -> None:
        """Read what was chosen.

        Raises:
            RecordsError: it could not be read; what was read before stays.
        """
        self._take(await servers.every(self._database))

    def chosen(self, server: int) -> Preferences:
        """What the moderators of a server chose."""
        return self._chosen.get(server, NONE)

    def of(self, server: int | None) -> Preferences:
        """What holds in a server, or where there is none, in a direct message."""
        return self._default if server is None else self._holding.get(server, self._default)

    async def choose(self, server: int, chosen: Preferences) -> None:
        """Keep what the moderators of a server chose; it holds at once.

        Raises:
            RecordsError: it could not be kept; what held before still does.
        """
        await servers.keep(self._database, server, chosen)
        self._take({**self._chosen, server: chosen})

    def _take(self, chosen: dict[int, Preferences]) -> None:
        """Work out what holds once, since every message asks for it."""
        self._chosen = chosen
        self._holding = {server: _over(own, self._default) for server, own in chosen.items()}


def _over(own: Preferences, default: Preferences) -> Preferences:
    """What holds: each choice of one's own, and the default where there is none."""
    names = [field.name for field in fields(Preferences)]
    made = {name: value for name in names if (value := getattr(own, name)) is not None}
    return replace(default, **made)


def quiet_hours(chosen: Preferences) -> QuietHours | None:
    """When the bot does not speak unasked, if that was chosen."""
    start, end, zone = chosen.quiet_from, chosen.quiet_until, chosen.time_zone
    if start is None or end is None or zone is None:
        return None
    return QuietHours(start, end, zone)


def is_quiet(chosen: Preferences, now: datetime) -> bool:
    """Whether it is time not to speak unasked."""
    hours = quiet_hours(chosen)
    if hours is None:
        return False
    local = now.astimezone(ZoneInfo(hours.time_zone))
    minute = local.hour * MINUTES + local.minute
    if hours.start <= hours.end:
        return hours.start <= minute < hours.end
    return minute >= hours.start or minute < hours.end


def read_quiet_hours(start: str, end: str, time_zone: str) -> QuietHours:
    """What a moderator wrote.

    Raises:
        ChoiceError: it is no time or no time zone; says what to write.
    """
    zone = time_zone.strip()
    if zone not in available_timezones():
        raise ChoiceError(
            f"{zone!r} is no time zone I know: write one such as Europe/Berlin or America/New_York."
        )
    hours = QuietHours(_minute(start), _minute(end), zone)
    if hours.start == hours.end:
        raise ChoiceError("Quiet hours begin and end at different times: write two times.")
    return hours


def _minute(written: str) -> int:
    match = _TIME.fullmatch(written.strip())
    hour, minute = (int(match[1]), int(match[2] or 0)) if match else (HOURS, MINUTES)
    if hour >= HOURS or minute >= MINUTES:
        raise ChoiceError(f"{written.strip()!r} is no time of day: write one such as 22:00.")
    return hour * MINUTES + minute


def _clock(minute: int) -> str:
    return f"{minute // MINUTES:02}:{minute % MINUTES:02}"
