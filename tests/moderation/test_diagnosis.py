"""What keeps the bot from answering: one check each, with advice where it is not well."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.moderation.diagnosis import Check, Facts, diagnose

WELL = Facts(
    lacking=(),
    listening=True,
    reads_content=True,
    quiet=False,
    cooling_down=False,
    alerts=True,
    records=True,
)
WRONG: dict[str, Facts] = {
    "Permissions": replace(WELL, lacking=("Send Messages", "View Channel")),
    "Reading along": replace(WELL, listening=False),
    "Message content": replace(WELL, reads_content=False),
    "Quiet hours": replace(WELL, quiet=True),
    "Your cooldown": replace(WELL, cooling_down=True),
    "Alerts": replace(WELL, alerts=False),
    "Records": replace(WELL, records=False),
}


def checks(facts: Facts) -> dict[str, Check]:
    return {check.label: check for check in diagnose(facts)}


def test_where_all_is_well_every_check_says_so() -> None:
    found = checks(WELL)
    assert list(found) == list(WRONG)
    assert all(check.well for check in found.values())


@pytest.mark.parametrize("label", WRONG)
def test_each_thing_that_is_wrong_is_told_alone_with_advice(label: str) -> None:
    found = checks(WRONG[label])
    assert [check.label for check in found.values() if not check.well] == [label]
    assert found[label].advice
    assert found[label].detail != checks(WELL)[label].detail


def test_all_permissions_that_lack_are_named() -> None:
    assert (
        checks(WRONG["Permissions"])["Permissions"].detail == "I lack Send Messages, View Channel."
    )


def test_where_it_does_not_read_along_what_that_needs_is_no_matter() -> None:
    deaf = replace(WELL, listening=False, reads_content=False, quiet=True)
    assert [check.label for check in diagnose(deaf) if not check.well] == ["Reading along"]
