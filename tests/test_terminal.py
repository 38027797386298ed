"""A conversation in a terminal, and the same through a pipe."""

from datetime import date
from io import StringIO

import pytest
from conftest import entry, knowledge
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from bot.answering.answerer import Answerer
from bot.answering.replies import Answer, Choices, Crisis, NotCovered, Option, Silence, Unknown
from bot.platforms import plain, terminal

LONG_TITLE = (
    "Why does so long a title stay on one line, however narrow the screen is that it stands on?"
)
SMALL = Answerer(
    knowledge(
        entry(
            "morning",
            title="May I take [bold]pills[/bold] in the morning?",
            text=" ".join(f"Morning fact {number} :smile:." for number in range(9)),
            must_include="Ask your doctor [always].",
            phrasings=["when do I take the pills in the morning", "the pills in the morning"],
        ),
        entry(
            "evening",
            title="And in the evening?",
            phrasings=["when do I take the pills in the evening", "the pills in the evening"],
        ),
        entry("titles", title=LONG_TITLE),
        entry("safe", title="Is it safe?", phrasings=["does a pill prevent an overdose"]),
    )
)
ASKED = "when do I take the pills"
MORNING = "May I take [bold]pills[/bold] in the morning?"


def chat(*lines: str, terminal_width: int | None = None) -> str:
    """What is printed when these lines are typed; through a pipe unless there is a width."""
    printed = StringIO()
    console = Console(
        file=printed,
        force_terminal=terminal_width is not None,
        width=terminal_width or 80,
        color_system=None,
        legacy_windows=False,
    )
    terminal.Chat(SMALL, console).run(lines)
    return printed.getvalue()


def offered() -> list[str]:
    """The titles of the choice that `ASKED` leads to, in their order."""
    return [line[3:] for line in chat(ASKED).splitlines() if line[:3] in ("1. ", "2. ")]


def test_an_answer_through_a_pipe_is_plain_and_not_wrapped() -> None:
    printed = chat("The pills in the morning?").splitlines()
    assert printed[0] == MORNING
    assert "Please note: Ask your doctor [always]." in printed
    assert "Source: The guide. Reviewed 31 January 2026." in printed
    (disclaimer,) = (line for line in printed if "not medical advice" in line)
    assert disclaimer.endswith("about your treatment.")
    assert ":smile:" in printed[2]
    assert "\x1b" not in "".join(printed)


@pytest.mark.parametrize("width", [40, 200])
def test_an_answer_in_a_terminal_shows_everything_in_a_frame(width: int) -> None:
    printed = chat("The pills in the morning?", terminal_width=width)
    assert "\u256d" in printed
    words = printed.translate(dict.fromkeys(map(ord, "\u2502\n"), " ")).split()
    for shown in ("Ask your doctor [always].", "consult your healthcare provider", "31 January"):
        assert shown in " ".join(words)


def test_a_number_chooses_from_what_was_offered() -> None:
    titles = offered()
    assert sorted(titles) == sorted([MORNING, "And in the evening?"])
    for number, title in enumerate(titles, 1):
        printed = chat(ASKED, str(number))
        assert f"\n{title}\n\n" in printed
        assert "not medical advice" in printed
    assert "Morning fact 8" in chat(ASKED, str(1 + titles.index(MORNING)))


@pytest.mark.parametrize("said", ["3", "0", "-1", "12", "\u00b2", "one"])
def test_what_is_no_number_of_the_list_is_a_question(said: str) -> None:
    assert "I do not know" in chat(ASKED, said)


def test_a_number_chooses_nothing_when_nothing_was_offered() -> None:
    assert "I do not know" in chat("1")
    assert "I do not know" in chat(ASKED, "zebra", "1")


def test_topics_are_listed_a_line_each_and_the_offer_still_stands() -> None:
    printed = chat("/topics")
    assert [line.strip() for line in printed.split("\n") if line] == [
        "Guide",
        MORNING,
        "And in the evening?",
        LONG_TITLE,
        "Is it safe?",
    ]
    assert "not medical advice" in chat(ASKED, "/topics", "1")


@pytest.mark.parametrize("word", ["/quit", " /exit ", "/q\n"])
def test_quits_when_told_to(word: str) -> None:
    assert chat(word, "The pills in the morning?") == ""


def test_an_empty_line_asks_nothing() -> None:
    assert chat("", "   ", "\n") == ""


def test_silence_is_shown_to_a_person_as_such() -> None:
    assert "no reply" in chat("thanks", terminal_width=80)


ANSWER = Answer(
    entry="morning",
    title="Title",
    excerpt="Excerpt.",
    warning="Warning.",
    more=True,
    source="The guide",
    reviewed=date(2026, 1, 31),
    disclaimer="Disclaimer.",
    score=0.5,
)


@pytest.mark.parametrize(
    ("reply", "text"),
    [
        (
            ANSWER,
            (
                "Title\n\nExcerpt.\n\nPlease note: Warning.\n\nDisclaimer.\n\n"
                "Source: The guide. Reviewed 31 January 2026."
            ),
        ),
        (Choices("Which?", (Option("a", "A"), Option("b", "B")), 0.2), "Which?\n1. A\n2. B"),
        (NotCovered("Ask the clinic.", 0.4), "Ask the clinic."),
        (Unknown("I do not know.", 0.1), "I do not know."),
        (Unknown("I do not know.", 0.1, help="Call us."), "I do not know.\n\nCall us."),
        (Choices("Which?", (Option("a", "A"),), 0.2, help="Call us."), "Which?\n1. A\n\nCall us."),
        (Crisis("Call now."), "Call now."),
        (Silence(0.0), ""),
    ],
)
def test_every_reply_has_a_plain_text(
    reply: Answer | Choices | NotCovered | Unknown | Crisis | Silence, text: str
) -> None:
    assert plain.text(reply) == text


@pytest.mark.parametrize("width", [None, 80])
def test_a_line_of_help_comes_last(width: int | None) -> None:
    printed = chat("Does a pill prevent an overdose?", terminal_width=width)
    assert printed.index("Reviewed 31 January 2026.") < printed.index("If this is about you")


@settings(max_examples=25)  # rich takes its time
@given(said=st.text(), width=st.none() | st.integers(40, 120))
def test_nothing_that_is_typed_ends_the_conversation(said: str, width: int | None) -> None:
    lines = [ASKED, f"tell me {said}", "The pills in the morning?"]
    assert "The guide." in chat(*lines, terminal_width=width)
