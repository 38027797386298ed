"""The commands as they are typed: what they print, and the code they exit with."""

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import Folder, entry
from crisis_file import TEXT, TODAY, write_crisis
from typer.testing import CliRunner, Result

import bot
from bot.__main__ import app
from bot.errors import BotError, ConfigurationError, KnowledgeError
from bot.knowledge.model import NO_ENTRY
from bot.settings import SHIPPED_KNOWLEDGE

pytestmark = pytest.mark.usefixtures("no_settings", "small")

ROOT = Path(bot.__file__).parent.parent
FOOD_PHRASINGS = ["tell me about food", "may I eat before the session"]


@pytest.fixture
def small(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A small knowledge folder, which the commands are set to use here."""
    folder.entries(
        entry("food", phrasings=FOOD_PHRASINGS, must_include="Ask your doctor."),
        entry("morning", phrasings=["the pills in the morning"]),
        entry("evening", phrasings=["the pills in the evening"]),
    )
    folder.write(
        "topics.yaml", "topics:\n  - id: cost\n    say: Ask them.\n    phrasings: [the price]\n"
    )
    monkeypatch.setenv("KNOWLEDGE_DIR", str(folder.path))
    return folder


def run(*arguments: str, typed: str | bytes = "") -> Result:
    return CliRunner().invoke(app, arguments, input=typed)


def printed(*arguments: str, typed: str | bytes = "") -> str:
    """What a command that ends well prints."""
    result = run(*arguments, typed=typed)
    if result.exception:
        raise result.exception
    assert result.exit_code == 0
    return result.stdout


def replies(*lines: bytes) -> list[dict[str, object]]:
    """What `ask --json` makes of the lines."""
    out = printed("ask", "--json", typed=b"".join(line + b"\n" for line in lines))
    return [json.loads(line) for line in out.splitlines()]


def question(text: str, *, name: object = 1, addressed: bool = True) -> bytes:
    return json.dumps({"id": name, "text": text, "addressed": addressed}).encode()


def failure(*arguments: str) -> BotError:
    """The error that the process would end with."""
    error = run(*arguments).exception
    assert isinstance(error, BotError)
    return error


@contextmanager
def process(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """The bot as a process of its own, stopped after half a minute in any case."""
    with subprocess.Popen(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", "bot", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    ) as started:
        deadline = threading.Timer(30, started.kill)
        deadline.start()
        try:
            yield started
        finally:
            deadline.cancel()


def test_shows_its_version() -> None:
    assert printed("--version") == f"{bot.__version__}\n"


def test_shows_its_commands_when_told_nothing() -> None:
    result = run()
    for command in "chat ask check evaluate calibrate explain discord demo".split():
        assert command in result.output


def test_ask_answers_one_question() -> None:
    out = printed("ask", "May I eat before the session?")
    assert out.startswith("What is food?\n")
    assert "Please note: Ask your doctor." in out.splitlines()
    assert "not medical advice" in out


def test_ask_without_a_question_says_what_to_give() -> None:
    result = run("ask")
    assert result.exit_code == 2
    assert "--json" in result.output


# --- ask --json


def test_a_reply_in_json_holds_what_it_promises() -> None:
    (reply,) = replies(question("What is food?", name="a"))
    assert list(reply) == ["id", "kind", "entry", "choices", "score", "text", "help"]
    assert {**reply, "text": ""} == {
        "id": "a",
        "kind": "answer",
        "entry": "food",
        "choices": [],
        "score": 1.0,
        "text": "",
        "help": None,
    }
    for part in ("Here is what food means.", "Ask your doctor.", "not medical advice"):
        assert part in str(reply["text"])


@pytest.mark.parametrize(
    ("text", "addressed", "kind", "choices"),
    [
        ("when do I take the pills", True, "choices", ["evening", "morning"]),
        ("what is the price", True, "not_covered", []),
        ("zebra", True, "unknown", []),
        ("I want to kill myself", True, "crisis", []),
        ("I want to kill myself", False, "crisis", []),
        ("What is food?", False, "answer", []),
        ("Food is what I like", False, "silence", []),
        ("when do I take the pills", False, "silence", []),
    ],
)
def test_every_kind_of_reply_has_its_name(
    text: str, *, addressed: bool, kind: str, choices: list[str]
) -> None:
    (reply,) = replies(question(text, addressed=addressed))
    assert reply["kind"] == kind
    assert isinstance(reply["choices"], list)
    assert sorted(reply["choices"]) == choices
    assert (reply["entry"] is None) == (kind != "answer")
    assert (reply["text"] == "") == (kind == "silence")
    assert (reply["score"] is None) == (kind == "crisis")


def test_a_line_of_help_ends_the_text_and_stands_in_a_field_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CRISIS_REGION", "ca")
    (reply,) = replies(question("does food help against suicidal thoughts?"))
    assert "9-8-8" in str(reply["help"])
    assert str(reply["text"]).endswith(f"\n\n{reply['help']}")


@pytest.mark.parametrize("command", [("chat",), ("ask", "food?"), ("discord",)])
def test_a_region_that_the_card_does_not_know_is_told(
    monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "nobody's")
    monkeypatch.setenv("CRISIS_REGION", "nz")
    error = failure(*command)
    assert isinstance(error, ConfigurationError)
    assert str(error) == (
        "CRISIS_REGION is 'NZ', which crisis.yaml does not know: give one of US, EU, CA."
    )


def test_any_json_is_an_id_and_the_order_is_kept() -> None:
    names = [None, True, 0, -1.5, 2**64, "", "\ud800\x00", [], [[1]], {"a": {"id": None}}]
    found = replies(*(question("What is food?", name=name) for name in names))
    assert [reply["id"] for reply in found] == names
    assert {reply["kind"] for reply in found} == {"answer"}


BAD = [
    pytest.param(b"hello", id="not JSON"),
    pytest.param(b"", id="empty"),
    pytest.param(b"null", id="null"),
    pytest.param(b'"text"', id="a text"),
    pytest.param(b'[{"id": 1, "text": "", "addressed": true}]', id="a list"),
    pytest.param(b'{"id": 1, "addressed": true}', id="no text"),
    pytest.param(b'{"id": 1, "text": "food"}', id="no addressed"),
    pytest.param(b'{"text": "food", "addressed": true}', id="no id"),
    pytest.param(b'{"id": 1, "text": 42, "addressed": true}', id="text a number"),
    pytest.param(b'{"id": 1, "text": null, "addressed": true}', id="text null"),
    pytest.param(b'{"id": 1, "text": "food", "addressed": 1}', id="addressed a number"),
    pytest.param(b'{"id": 1, "text": "food", "addressed": "true"}', id="addressed a text"),
    pytest.param(b'{"id": NaN, "text": "food", "addressed": true}', id="NaN"),
    pytest.param(b'{"id": 1, "text": "food", "addressed": true', id="unclosed"),
    pytest.param(b"[" * 100_000, id="brackets"),
    pytest.param(b'{"id":' * 100_000, id="braces"),
    pytest.param(b'{"id": 1, "text": "caf\xe9", "addressed": true}', id="Latin-1"),
    pytest.param(b"\xff\xfe\x00\x80", id="no text at all"),
    pytest.param(b'{"id": ' + b"9" * 5_000 + b', "text": "", "addressed": true}', id="digits"),
]


@pytest.mark.parametrize("line", BAD)
def test_a_bad_line_gets_an_error_and_the_rest_goes_on(line: bytes) -> None:
    first, second, third = replies(question("What is food?"), line, question("zebra", name=3))
    assert first["kind"] == "answer"
    assert list(second) == ["id", "error"]
    assert second["id"] is None
    assert '"addressed": true' in str(second["error"])
    assert (third["id"], third["kind"]) == (3, "unknown")


def test_no_depth_of_an_id_ends_it() -> None:
    depths = range(800, 1_000)  # around what the parser can take
    line = b'{"id": %s, "text": "zebra", "addressed": true}'
    found = replies(*(line % (b"[" * depth + b"]" * depth) for depth in depths))
    assert len(found) == len(depths)
    assert {reply.get("kind", "error") for reply in found} == {"unknown", "error"}


def test_a_number_that_is_infinite_stays_json() -> None:
    out = printed("ask", "--json", typed=b'{"id": 1e999, "text": "zebra", "addressed": true}\n')
    assert "Infinity" not in out


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(question("What is food \ud800"), id="half a character, escaped"),
        pytest.param(
            b'{"id": 1, "text": "What is food \xed\xa0\x80", "addressed": true}', id="and as bytes"
        ),
        pytest.param(question("What is\x00 food\x00?"), id="NUL"),
        pytest.param(question("@everyone What is food? <@1174000000000000001>"), id="mentions"),
        pytest.param(question("What is food? " + "and bread " * 900), id="9,000 characters"),
        pytest.param(question("What is food?") + b"\r", id="line end of Windows"),
        pytest.param(b"\xef\xbb\xbf" + question("What is food?"), id="byte order mark"),
    ],
)
def test_what_chat_may_hold_passes_through(line: bytes) -> None:
    (reply,) = replies(line)
    assert reply["entry"] == "food"
    assert "@everyone" not in str(reply["text"])


def test_each_line_is_answered_before_the_next_is_read() -> None:
    with process("ask", "--json") as started:
        assert started.stdin
        assert started.stdout
        for name, text in enumerate(["how long does the relief last?", "\ud800", "zebra"]):
            started.stdin.write(question(text, name=name) + b"\n")
            started.stdin.flush()
            assert json.loads(started.stdout.readline())["id"] == name
        out, err = started.communicate()
    assert (started.returncode, out, err) == (0, b"", b"")


# --- chat


def test_chat_through_a_pipe_answers_and_ends_with_the_input(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("KNOWLEDGE_DIR")
    lines = printed("chat", typed="how long does the relief last?\n").splitlines()
    assert lines[0] == "How long does the relief from a ketamine infusion last?"
    (disclaimer,) = (line for line in lines if "not medical advice" in line)
    assert "consult your healthcare provider" in disclaimer


def test_chat_lets_one_choose_list_and_quit() -> None:
    out = printed("chat", typed="/topics\nwhen do I take the pills\n2\n/quit\nWhat is food?\n")
    assert out.index("  What is morning?\n") < out.index("\n2. ") < out.index("Here is what ")
    assert "Here is what food" not in out


@pytest.mark.parametrize("typed", [b"\xff\xfe zebra\n", b"zebra", b"\xed\xa0\x80 zebra\n"])
def test_chat_reads_any_bytes(typed: bytes) -> None:
    assert "I do not know" in printed("chat", typed=typed)


# --- check


def test_check_passes_the_shipped_knowledge(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # With numbers of today: the shipped ones come of age, and then `make check` tells.
    copy = Path(shutil.copytree(SHIPPED_KNOWLEDGE, tmp_path / "copy"))
    write_crisis(copy)
    monkeypatch.setenv("KNOWLEDGE_DIR", str(copy))
    out = printed("check")
    assert out.startswith("9 entries, ")
    assert printed("check", str(copy)) == out


@pytest.mark.parametrize("day", ["2001-01-01", "2999-01-01"])
def test_check_fails_for_numbers_to_verify(small: Folder, day: str) -> None:
    small.golden({"what about food": "morning"})
    small.write("crisis.yaml", TEXT.replace(str(TODAY), day, 1))
    result = run("check")
    assert "golden question 'what about food'" in result.stdout
    assert isinstance(result.exception, KnowledgeError)
    assert result.exception.exit_code == 78
    assert str(result.exception).startswith(
        f"crisis.yaml:7: 'emergency services' was verified on {day}"
    )
    (reply,) = replies(question("What is food?"))
    assert reply["kind"] == "answer"  # nothing else minds


def test_check_names_the_golden_questions_that_fail(small: Folder) -> None:
    small.golden({"what about food": "morning", "zebra": NO_ENTRY, "the price of it": NO_ENTRY})
    result = run("check", str(small.path))
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "golden question 'what about food': expected morning, reached food",
        "3 entries, 2 of 3 golden questions as expected",
    ]


def test_check_tells_every_fault_and_exits_with_78(folder: Folder) -> None:
    folder.write("a.yaml", "article: A\nentries:\n  - id: a\n    titel: 1\n")
    folder.write("b.yaml", "article: 'B\n")
    folder.write("c.yml", "")
    with process("check", str(folder.path)) as started:
        out, err = started.communicate()
    told = err.decode().splitlines()
    assert (started.returncode, out) == (78, b"")
    assert [line.split(": ")[0] for line in told] == (
        ["a.yaml:3"] * 5 + ["a.yaml:4", "b.yaml:1", "c.yml:1"]
    )
    for key in ("title", "text", "source", "reviewed", "phrasings", "titel"):
        assert f"the key '{key}' is" in err.decode()


def test_discord_says_in_its_log_that_there_is_no_calibration(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "token")
    monkeypatch.setenv("DISCORD_API_URL", "http://127.0.0.1:1/")
    with process("discord") as started:
        _, err = started.communicate()
    assert started.returncode == 1
    assert [line for line in err.splitlines() if b"WARNING" in line and b"no calibration" in line]


@pytest.mark.parametrize("command", ["check", "chat"])
def test_a_knowledge_folder_that_is_missing_is_told(
    monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("KNOWLEDGE_DIR", "nowhere")
    error = failure(command)
    assert isinstance(error, KnowledgeError)
    assert str(error).startswith("nowhere:1: no such folder")


@pytest.mark.parametrize("command", ["check", "chat", "discord"])
def test_nothing_starts_without_the_crisis_card(
    small: Folder, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "nobody's")
    (small.path / "crisis.yaml").unlink()
    error = failure(command)
    assert isinstance(error, KnowledgeError)
    assert error.exit_code == 78
    assert str(error).startswith("crisis.yaml:1: is missing")


@pytest.mark.parametrize("command", ["check", "chat", "discord"])
def test_a_wrong_setting_is_told(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("LOG_LEVEL", "loud")
    error = failure(command)
    assert isinstance(error, ConfigurationError)
    assert "LOG_LEVEL is 'loud'" in str(error)


def test_a_wrong_setting_ends_the_process_with_78_and_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HOME_GUILDS", "ours")
    with process("chat") as started:
        out, err = started.communicate()
    assert (started.returncode, out) == (78, b"")
    assert err.decode().startswith("HOME_GUILDS is 'ours'")
    assert err.count(b"\n") == 1
