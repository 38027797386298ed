"""Files of labelled messages: what can be used is read, and what cannot is named by its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from labelled import LINES, MESSAGES, write

from bot.errors import ExitCode, MessagesError
from bot.evaluation import messages

IDS = {"naps", "food", "ride"}


def read(path: Path) -> messages.Messages:
    return messages.read([path], IDS)


def test_reads_every_line_of_every_file(tmp_path: Path) -> None:
    first = write(tmp_path / "a.jsonl", *LINES[:3])
    second = write(tmp_path / "b.jsonl", "", *LINES[3:], "  ")
    found = messages.read([first, second], IDS)
    assert found.messages == MESSAGES
    assert found.faults == ()


def test_reads_the_files_of_every_editor(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", LINES[0])
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read(path).messages == MESSAGES[:1]


def test_passes_over_keys_it_does_not_know(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", LINES[0] | {"names_topic": True})
    assert read(path).messages == MESSAGES[:1]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("hello", "not one JSON object", id="not JSON"),
        pytest.param("[" * 100_000, "not one JSON object", id="brackets"),
        pytest.param("[]", "not one JSON object", id="a list"),
        pytest.param("null", "not one JSON object", id="null"),
        pytest.param({"text": "a"}, "the key 'want' is missing", id="no want"),
        pytest.param({"want": "silence"}, "the key 'text' is missing", id="no text"),
        pytest.param({"text": 1, "want": "silence"}, "'text' cannot be used", id="text a number"),
        pytest.param('{"text": "\\ud800", "want": "silence"}', "not one", id="half a character"),
        pytest.param({"text": "a", "want": "anser"}, "'want' cannot be used", id="misspelt want"),
        pytest.param({"text": "a", "want": "answer"}, "needs the key 'entries'", id="no entries"),
        pytest.param(
            {"text": "a", "want": "answer", "entries": ["nap"]}, "no entry 'nap'", id="unknown"
        ),
        pytest.param(
            {"text": "a", "want": "silence", "entries": ["naps"]}, "no other does", id="too many"
        ),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_used(tmp_path: Path, line: object, told: str) -> None:
    path = write(tmp_path / "a.jsonl", LINES[0], line, LINES[1])
    found = read(path)
    assert found.messages == MESSAGES[:2]
    (fault,) = found.faults
    assert (fault.file, fault.line) == (str(path), 2)
    assert told in fault.message


def test_bytes_that_are_no_text_are_a_bad_line(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", LINES[0])
    path.write_bytes(b'{"text": "caf\xe9", "want": "silence"}\n' + path.read_bytes())
    assert [fault.line for fault in read(path).faults] == [1]
    assert len(read(path).messages) == 1


@given(raw=st.binary() | st.text().map(str.encode))
def test_any_bytes_are_messages_or_faults(
    raw: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / "a.jsonl"
    write(path, LINES[0])
    path.write_bytes(path.read_bytes() + raw)
    found = read(path)
    lines = [line for line in raw.split(b"\n") if line.strip()]
    assert len(found.messages) + len(found.faults) == 1 + len(lines)


@pytest.mark.parametrize("lines", [(), ("hello",)])
def test_files_without_a_message_are_told(tmp_path: Path, lines: tuple[str, ...]) -> None:
    with pytest.raises(MessagesError, match="no message to use") as caught:
        read(write(tmp_path / "a.jsonl", *lines))
    assert caught.value.exit_code == ExitCode.FAILURE
    assert ("a.jsonl:1: " in str(caught.value)) == bool(lines)


@pytest.mark.parametrize("name", ["", "nowhere.jsonl"])
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(MessagesError, match="cannot be read"):
        read(tmp_path / name)
