"""evaluate, calibrate and explain as they are typed, and the warnings of check."""

from pathlib import Path

import pytest
import yaml
from conftest import Folder, entry
from labelled import COST, FOOD, LINES, NAPS, RIDE, write
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.errors import BotError, ExitCode, KnowledgeError, MessagesError
from bot.knowledge.loading import load

HALF = "--wrong .5 --uncovered .5 --offered .5 --chatter .5".split()
BAD_LINE = '{"text": "zebra", "want": "nothing"}'

pytestmark = pytest.mark.usefixtures("no_settings", "small")


@pytest.fixture
def small(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """A small knowledge folder, which the commands are set to use here."""
    folder.entries(NAPS, FOOD, RIDE)
    folder.write("topics.yaml", yaml.safe_dump({"topics": [COST.model_dump(mode="json")]}))
    monkeypatch.setenv("KNOWLEDGE_DIR", str(folder.path))
    return folder


@pytest.fixture
def labelled(tmp_path: Path) -> str:
    """A file of messages that are labelled for the small folder."""
    return str(write(tmp_path / "messages.jsonl", *LINES))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


def printed(*arguments: str) -> str:
    """What a command that ends well prints."""
    result = run(*arguments)
    if result.exception:
        raise result.exception
    return result.stdout


def rows(out: str) -> list[list[str]]:
    return [line.split() for line in out.splitlines()]


def failure(*arguments: str) -> BotError:
    """The error that the process would end with."""
    error = run(*arguments).exception
    assert isinstance(error, BotError)
    return error


# --- evaluate


def test_evaluate_prints_the_outcomes_and_the_worst_confusions(
    labelled: str, tmp_path: Path
) -> None:
    joke = {"text": "do naps help", "want": "no answer", "kind": "[red]a joke[/]"}
    out = rows(printed("evaluate", labelled, str(write(tmp_path / "more.jsonl", joke))))
    none, once = ["0", "(0%)"], ["1", "(100%)"]
    assert ["message", "right", "wrong", "offered", "silent", "of"] in out
    assert ["silence", "4", "(100%)", *none, *none, *none, "4"] in out
    assert ["no", "answer,", "[red]a", "joke[/]", *none, *once, *none, *none, "1"] in out
    assert ["entry", "right", "wrong", "offered", "silent", "of"] in out
    assert [row[-1] for row in out if row[:1] in (["naps"], ["food"], ["ride"])][:3] == list("322")
    assert ["no", "answer", "naps", "1", "do", "naps", "help"] in out


def test_evaluate_warns_when_there_is_no_calibration(labelled: str) -> None:
    assert "has no calibration" in run("evaluate", labelled).stderr


def test_evaluate_wraps_nothing_in_a_pipe(tmp_path: Path) -> None:
    stolen = {"text": "Do naps help? " + "!" * 300, "want": "no answer"}
    assert stolen["text"] in printed("evaluate", str(write(tmp_path / "long.jsonl", stolen)))


def test_evaluate_draws_the_confusion_matrix(labelled: str, tmp_path: Path) -> None:
    printed("evaluate", labelled, "--plot", str(tmp_path / "matrix.png"))
    assert (tmp_path / "matrix.png").read_bytes().startswith(b"\x89PNG")


def test_calibrate_prints_the_curves_and_writes_what_it_picked(
    small: Folder, labelled: str
) -> None:
    out = printed("calibrate", labelled, *HALF)
    chosen = load(small.path).calibration
    assert chosen
    assert chosen.budget.uncovered == 0.5
    marked = [row[0] for row in rows(out) if row[1:2] == ["chosen"]]
    assert sorted(marked) == sorted(f"{value:.2f}" for _, value in chosen.thresholds)
    for name, value in chosen.thresholds:
        assert [name, f"{value:.2f}"] in rows(out)
    assert out.endswith(f"written to {small.path / 'calibration.yaml'}\n")


def test_what_was_calibrated_is_in_force_until_the_knowledge_changes(
    small: Folder, labelled: str
) -> None:
    assert "has no calibration" in run("check").stderr
    printed("calibrate", labelled, *HALF)
    assert run("check").stderr == ""
    small.entries(NAPS, FOOD, RIDE, entry("price"))
    result = run("check")
    assert "has changed since its calibration" in result.stderr
    assert result.exit_code == 0
    printed("calibrate", labelled, *HALF)
    assert run("check").stderr == ""


def test_calibrate_refuses_a_broken_calibration_and_leaves_it(small: Folder, labelled: str) -> None:
    small.write("calibration.yaml", "thresholds: 7\n")
    error = failure("calibrate", labelled, *HALF)
    assert isinstance(error, KnowledgeError)
    assert "delete the file, and run `python -m bot calibrate` again" in str(error)
    assert (small.path / "calibration.yaml").read_text() == "thresholds: 7\n"


def test_calibrate_writes_into_the_folder_it_is_given(
    small: Folder, labelled: str, tmp_path: Path
) -> None:
    other = small.path.rename(tmp_path / "other")
    printed("calibrate", labelled, "--knowledge", str(other), *HALF)
    assert load(other).calibration


def test_a_budget_that_cannot_be_kept_is_told_and_nothing_is_written(
    small: Folder, labelled: str
) -> None:
    error = failure("calibrate", labelled)
    assert "No thresholds keep to the budget" in str(error)
    assert error.exit_code == ExitCode.FAILURE
    assert not (small.path / "calibration.yaml").exists()


@pytest.mark.parametrize("share", ["-0.1", "5", "much"])
def test_a_budget_is_a_share(labelled: str, share: str) -> None:
    result = run("calibrate", labelled, "--wrong", share)
    assert result.exit_code == 2
    assert "--wrong" in result.stderr


# --- both


@pytest.mark.parametrize("command", [["evaluate"], ["calibrate", *HALF]])
def test_bad_lines_are_named_and_the_rest_is_used(
    command: list[str], labelled: str, tmp_path: Path
) -> None:
    more = write(tmp_path / "more.jsonl", BAD_LINE, {"text": "zebra", "want": "silence"}, "hello")
    result = run(*command, labelled, str(more))
    assert result.exit_code == 1
    told = [line for line in result.stderr.splitlines() if line.startswith(str(tmp_path))]
    assert [line.split(": ")[0] for line in told] == [f"{more}:1", f"{more}:3"]
    assert result.stdout


@pytest.mark.parametrize("command", ["evaluate", "calibrate"])
def test_a_file_nobody_can_read_is_told(command: str, labelled: str) -> None:
    error = failure(command, labelled, "nowhere.jsonl")
    assert isinstance(error, MessagesError)
    assert error.exit_code == ExitCode.FAILURE
    assert "nowhere.jsonl cannot be read" in str(error)


# --- explain


def test_explain_tells_what_decided_and_what_fits() -> None:
    out = printed("explain", "Is BREKFAST fine?")
    assert out.startswith("decided    an entry fits best and leads by the margin")
    assert ["reached", "food"] in rows(out)
    assert "read as    is breakfast fine\n" in out
    assert ["(worded", "exactly", "so)"] in [row[:3] for row in rows(out)]
    assert ["food", "entry", "1.000", "0.00"] in rows(out)
    assert ["margin", "infinite"] in rows(out)


def test_explain_tells_that_nothing_was_looked_up() -> None:
    out = printed("explain", "--overheard", "I like naps")
    assert "decided    it was not said to the bot" in out
    assert "Nothing was looked up; below is what would have been found." in out
    assert "naps" in [row[0] for row in rows(out) if row[1:2] == ["entry"]]


def test_explain_takes_a_folder(small: Folder, tmp_path: Path) -> None:
    other = small.path.rename(tmp_path / "other")
    assert "naps" in printed("explain", "do naps help", "--knowledge", str(other))


def test_explain_tells_that_there_is_nothing_to_read() -> None:
    assert ["read", "as", "(no", "words)"] in rows(printed("explain", "\U0001f642"))
