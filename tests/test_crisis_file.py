"""The file of the crisis card: what it may hold, and numbers that nobody has verified for long."""

from datetime import date, timedelta

import pytest
from conftest import Folder, entry
from crisis_file import CRISIS, TEXT, TODAY
from pydantic import ValidationError

from bot.errors import KnowledgeError
from bot.knowledge.loading import load
from bot.knowledge.verification import unverified
from bot.settings import SHIPPED_KNOWLEDGE

VERIFIED = date(2025, 3, 31)
ONE_LINE = TEXT.index("  - region: CA"), TEXT.index("directory:")


@pytest.fixture
def complete(folder: Folder) -> Folder:
    """A folder that has an article, too."""
    folder.entries(entry("food"))
    return folder


def faults(folder: Folder) -> list[str]:
    with pytest.raises(KnowledgeError) as caught:
        load(folder.path)
    return list(map(str, caught.value.faults))


def crisis(old: str, new: str) -> str:
    """The file with one part of it written differently."""
    assert TEXT.count(old) == 1
    return TEXT.replace(old, new)


def test_reads_what_the_card_says(complete: Folder) -> None:
    read = load(complete.path).crisis
    assert read == CRISIS
    assert read.regions == ("US", "EU", "CA")
    assert read.lines[1].model_dump() == {
        "region": "CA",
        "place": "Canada",
        "name": "9-8-8",
        "do": "call or text 9-8-8",
        "verified_on": TODAY,
        "source": "The guide",
    }


def test_there_is_no_knowledge_without_it(complete: Folder) -> None:
    (complete.path / "crisis.yaml").unlink()
    (fault,) = faults(complete)
    assert fault.startswith("crisis.yaml:1: is missing: copy it from the folder knowledge")


def test_another_ending_is_told_once(complete: Folder) -> None:
    (complete.path / "crisis.yaml").rename(complete.path / "crisis.yml")
    (fault,) = faults(complete)
    assert fault.endswith("rename it to crisis.yaml")


@pytest.mark.parametrize(
    ("content", "line", "advice"),
    [
        ("", 1, "the file is empty"),
        ("- a\n", 1, "start it with 'opening:' and 'emergency:' and 'lines:'"),
        (crisis("I am glad that you said so.", "''"), 1, "'opening' is empty: write 'opening: "),
        (crisis("I am glad that you said so.", "a" * 301), 1, "longer than 300 characters"),
        (crisis("I am glad that you said so.", '"I am\\nglad."'), 1, "over several lines"),
        (crisis("I am glad that you said so.", '"\\u200b"'), 1, "nobody can see"),
        (crisis("I am glad that you said so.", '"I am \\u202eglad"'), 1, "nobody can see"),
        (crisis("do: call 911", "do: 911"), 6, "is 911, which is not text: put text in quotes"),
        (crisis("do: call 911", "du: call 911"), 6, "'du' is not known: the keys are name, do, "),
        (crisis("region: CA", "region: ca"), 22, "write two capital letters, such as US"),
        (crisis("region: CA", "region: CAN"), 22, "write two capital letters, such as US"),
        (crisis("region: CA", "region: NO"), 22, "which is not text: put text in quotes"),
        (crisis("place: Canada", "place: " + "a" * 61), 23, "longer than 60 characters"),
        (crisis("directory:\n", "direktory:\n"), 28, "did you mean 'directory'?"),
        (TEXT + "telephone: 988\n", 34, "the keys are opening, emergency, lines, "),
        (TEXT[: TEXT.index("closing")], 1, "the key 'closing' is missing: write 'closing: "),
        (
            TEXT[: ONE_LINE[1]] + TEXT[slice(*ONE_LINE)] * 60 + TEXT[ONE_LINE[1] :],
            1,
            "longer than 1,500 characters together: shorten them",
        ),
    ],
)
def test_a_fault_is_told_with_its_line_and_what_to_write(
    complete: Folder, content: str, line: int, advice: str
) -> None:
    complete.write("crisis.yaml", content)
    assert any(
        fault.startswith(f"crisis.yaml:{line}: ") and advice in fault for fault in faults(complete)
    ), faults(complete)


def test_a_date_that_is_none_is_a_fault(complete: Folder) -> None:
    complete.write("crisis.yaml", TEXT.replace(f"verified_on: {TODAY}", "verified_on: soon", 1))
    assert faults(complete) == [
        (
            "crisis.yaml:7: 'verified_on' is 'soon', which is no date: "
            "write 'verified_on: 2026-01-31', without quotes"
        )
    ]


def test_it_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        CRISIS.lines[0].do = "call nobody"  # type: ignore[misc]


# --- verified within a year


def verified_on(folder: Folder, day: date) -> Folder:
    """Date the Canadian line alone differently."""
    start, end = ONE_LINE
    line = TEXT[start:end].replace(str(TODAY), str(day))
    folder.write(
        "crisis.yaml", (TEXT[:start] + line + TEXT[end:]).replace(str(TODAY), "2025-12-31")
    )
    return folder


@pytest.mark.parametrize(
    ("day", "today"),
    [
        (date(2026, 3, 31), date(2026, 3, 31)),
        (VERIFIED, date(2026, 3, 31)),
        (date(2024, 2, 29), date(2025, 2, 28)),
    ],
)
def test_a_number_holds_for_a_year(folder: Folder, day: date, today: date) -> None:
    folder.write("crisis.yaml", TEXT.replace(str(TODAY), str(day)))
    assert unverified(folder.path, today) == []


@pytest.mark.parametrize(
    ("day", "when"),
    [(VERIFIED, "more than 12 months ago"), (date(2026, 4, 2), "in the future")],
)
def test_a_number_to_verify_is_told_with_its_line(folder: Folder, day: date, when: str) -> None:
    (fault,) = unverified(verified_on(folder, day).path, date(2026, 4, 1))
    assert str(fault) == (
        f"crisis.yaml:26: '9-8-8' was verified on {day}, {when}: "
        "verify the number again at its source, and set verified_on to the day you did"
    )


def test_every_part_of_the_card_is_dated(folder: Folder) -> None:
    found = unverified(folder.path, TODAY + timedelta(days=400))
    assert [fault.line for fault in found] == [7, 13, 20, 26, 31]


def test_a_card_that_is_out_of_date_is_still_loaded(complete: Folder) -> None:
    complete.write("crisis.yaml", TEXT.replace(str(TODAY), "2001-01-01"))
    assert load(complete.path).crisis.lines[0].verified_on == date(2001, 1, 1)


def test_the_shipped_numbers_are_the_ones_that_were_verified() -> None:
    shipped = load(SHIPPED_KNOWLEDGE).crisis
    numbers = {
        (line.region, f"{line.name}, {line.do}") for line in (*shipped.emergency, *shipped.lines)
    }
    assert numbers == {
        ("US", "emergency services, call 911"),
        ("CA", "emergency services, call 911"),
        ("GB", "emergency services, call 999"),
        ("EU", "emergency services, call 112"),
        ("AU", "emergency services, call 000"),
        ("US", "988 Suicide and Crisis Lifeline, call or text 988"),
        ("CA", "9-8-8, call or text"),
        ("GB", "Samaritans, call 116 123, free"),
        ("IE", "Samaritans, call 116 123, free"),
        ("AU", "Lifeline, call 13 11 14"),
    }
    assert shipped.directory.name == "findahelpline.com"
    assert unverified(SHIPPED_KNOWLEDGE, date(2026, 11, 23)) == []
