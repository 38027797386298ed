"""What a server chose holds, and else what the environment says; and when it is quiet."""

from __future__ import annotations

from datetime import UTC, datetime
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ChoiceError, RecordsError
from bot.moderation.preferences import (
    QuietHours,
    Servers,
    is_quiet,
    quiet_hours,
    read_quiet_hours,
)
from bot.records.database import Database
from bot.records.servers import NOBODY, NONE, Preferences

ENVIRONMENT = Preferences(listening=(1, 2), alert_channel=3, region="US")
MINUTES = st.integers(0, 24 * 60 - 1)


def hours(start: str, end: str, zone: str = "UTC") -> Preferences:
    read = read_quiet_hours(start, end, zone)
    return Preferences(quiet_from=read.start, quiet_until=read.end, time_zone=read.time_zone)


def quiet(chosen: Preferences, clock: str, day: str = "2026-01-10") -> bool:
    """Whether it is quiet at a time in UTC."""
    return is_quiet(chosen, datetime.fromisoformat(f"{day}T{clock}+00:00"))


async def test_each_choice_stands_over_the_default_and_what_nobody_chose_stays(
    database: Database,
) -> None:
    servers = Servers(database, ENVIRONMENT)
    assert servers.of(7) == servers.of(None) == ENVIRONMENT
    await servers.choose(7, Preferences(region="CA", alert_role=5))
    assert servers.of(7) == Preferences((1, 2), 3, 5, "CA")
    assert servers.of(8) == servers.of(None) == ENVIRONMENT


async def test_none_at_all_is_a_choice_too(database: Database) -> None:
    servers = Servers(database, ENVIRONMENT)
    await servers.choose(7, Preferences(listening=(), alert_channel=NOBODY))
    assert servers.of(7) == Preferences((), NOBODY, None, "US")


async def test_to_choose_nothing_goes_back_to_the_default(database: Database) -> None:
    servers = Servers(database, ENVIRONMENT)
    await servers.choose(7, Preferences(region="CA"))
    await servers.choose(7, NONE)
    assert servers.of(7) == ENVIRONMENT
    assert servers.chosen(7) == NONE


async def test_what_another_process_chose_holds_after_a_refresh(database: Database) -> None:
    ours, theirs = Servers(database), Servers(database)
    await theirs.choose(7, hours("22", "7"))
    assert ours.of(7) == NONE
    await ours.refresh()
    assert ours.of(7) == theirs.of(7)


async def test_what_cannot_be_kept_does_not_hold(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    servers = Servers(database, ENVIRONMENT)
    monkeypatch.setattr(database, "_connected", Mock(side_effect=RecordsError))
    for attempt in (servers.choose(7, Preferences(region="CA")), servers.refresh()):
        with pytest.raises(RecordsError):
            await attempt
    assert servers.of(7) == ENVIRONMENT


def test_quiet_hours_go_over_midnight() -> None:
    clocks = ["21:59", "22:00", "00:00", "06:59", "07:00", "12:00"]
    assert [one for one in clocks if quiet(hours("22", "7"), one)] == ["22:00", "00:00", "06:59"]


def test_quiet_hours_within_a_day() -> None:
    clocks = ["00:00", "12:59", "13:00", "14:29", "14:30"]
    assert [one for one in clocks if quiet(hours("13", "14:30"), one)] == ["13:00", "14:29"]


def test_quiet_hours_are_those_of_the_time_zone_in_summer_and_in_winter() -> None:
    berlin = hours("22:00", "07:00", "Europe/Berlin")
    assert quiet(berlin, "21:00", "2026-01-10")
    assert not quiet(berlin, "20:59", "2026-01-10")
    assert quiet(berlin, "20:00", "2026-07-10")
    assert not quiet(berlin, "05:00", "2026-07-10")
    kathmandu = hours("22:00", "07:00", "Asia/Kathmandu")
    assert quiet(kathmandu, "16:15")
    assert not quiet(kathmandu, "16:14")


def test_without_quiet_hours_it_is_never_quiet() -> None:
    assert quiet_hours(NONE) is None
    assert not quiet(NONE, "03:00")


@given(MINUTES, MINUTES, MINUTES)
def test_what_is_quiet_is_loud_with_the_hours_turned_round(start: int, end: int, now: int) -> None:
    moment = datetime(2026, 1, 10, now // 60, now % 60, tzinfo=UTC)
    one, other = (
        is_quiet(Preferences(quiet_from=a, quiet_until=b, time_zone="UTC"), moment)
        for a, b in ((start, end), (end, start))
    )
    assert one != other or start == end


@given(MINUTES, MINUTES)
def test_hours_are_read_back_as_they_are_shown(start: int, end: int) -> None:
    shown = QuietHours(start, end, "UTC")
    if start != end:
        assert read_quiet_hours(*shown.clock, "UTC") == shown


def test_hours_are_read_with_and_without_minutes_and_spaces() -> None:
    read = read_quiet_hours(" 9 ", "07:05", " Europe/Berlin ")
    assert read == QuietHours(9 * 60, 7 * 60 + 5, "Europe/Berlin")
    assert str(read) == "09:00 to 07:05, Europe/Berlin"


@pytest.mark.parametrize(
    "time", ["", "24", "24:00", "7:60", "7.30", "7pm", "-1", "007", "7:5", "noon", "7:00:00"]
)
def test_what_is_no_time_of_day_is_refused(time: str) -> None:
    for start, end in ((time, "7"), ("7", time)):
        with pytest.raises(ChoiceError, match="is no time of day: write one such as 22:00"):
            read_quiet_hours(start, end, "UTC")


@pytest.mark.parametrize("zone", ["", "Berlin", "europe/berlin", "UTC+1", "../UTC", "/etc/passwd"])
def test_what_is_no_time_zone_is_refused(zone: str) -> None:
    with pytest.raises(ChoiceError, match="is no time zone I know: write one such as"):
        read_quiet_hours("22", "7", zone)


def test_hours_that_end_as_they_begin_are_refused() -> None:
    with pytest.raises(ChoiceError, match="write two times"):
        read_quiet_hours("7", "07:00", "UTC")
