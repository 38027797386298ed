"""What moderators should look at again, on any day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from conftest import entry, knowledge
from crisis_file import CRISIS, TODAY

from bot.knowledge.model import CrisisFile, Knowledge
from bot.moderation.stale import stale

DUE = date(2026, 3, 5)
FOOD = entry("food", review_by=DUE)


def in_the_order_of_the_card(known: Knowledge, today: date) -> list[str]:
    return [line.split(" was ")[0].removeprefix("The crisis line ") for line in stale(known, today)]


def test_an_entry_is_stale_from_the_day_after_its_review() -> None:
    known = replace(knowledge(FOOD, entry("sleep")), crisis=verified(date(2026, 3, 1)))
    assert list(stale(known, DUE)) == []
    (line,) = stale(known, date(2026, 3, 6))
    assert line == (
        "The entry food was to be reviewed by 05 March 2026: read it again, and set reviewed and "
        "review_by."
    )


def test_an_entry_without_a_day_is_never_stale() -> None:
    assert list(stale(knowledge(entry("sleep")), TODAY)) == []


def test_every_number_of_the_card_is_stale_after_a_year() -> None:
    known = replace(knowledge(entry("sleep")), crisis=verified(date(2025, 3, 5)))
    assert list(stale(known, DUE)) == []
    assert in_the_order_of_the_card(known, date(2026, 3, 6)) == [
        *("emergency services", "emergency services", "Lifeline", "9-8-8", "findahelpline.com")
    ]


def test_one_number_that_was_verified_later_is_not_listed() -> None:
    old = verified(date(2020, 1, 1))
    lines = (old.lines[0].model_copy(update={"verified_on": DUE}), *old.lines[1:])
    known = replace(knowledge(entry("sleep")), crisis=old.model_copy(update={"lines": lines}))
    assert "Lifeline" not in in_the_order_of_the_card(known, DUE)
    assert "9-8-8" in in_the_order_of_the_card(known, DUE)


def verified(day: date) -> CrisisFile:
    """The card whose numbers were all verified on that day."""
    on_that_day = {"verified_on": day}
    return CRISIS.model_copy(
        update={
            "emergency": tuple(one.model_copy(update=on_that_day) for one in CRISIS.emergency),
            "lines": tuple(one.model_copy(update=on_that_day) for one in CRISIS.lines),
            "directory": CRISIS.directory.model_copy(update=on_that_day),
        }
    )
