"""What the examples teach is learnt once, and again when something has changed."""

from pathlib import Path

import pytest

from bot.answering import learning
from bot.answering.learning import Examples, Learnt
from bot.answering.safety import Safety


@pytest.fixture(autouse=True)
def examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A few examples, and an empty place to keep what they teach."""
    folder = tmp_path / "examples"
    for name, lines in {
        "danger/emergency": "he is not breathing\nshe fell down and is cold",
        "danger/hints": "goodbye my friends\nnobody will see me again",
        "calm/history": "i was cold when i was nine",
        "calm/personal-dose": "how much soup may i have",
        "calm/personal-mixing": "soup with tea",
        "calm/general": "what is soup",
        "calm/talk": "the soup is cold\nmy friends like soup\nsee you again",
    }.items():
        file = folder / f"{name}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(lines + "\n", "utf-8")
    monkeypatch.setattr(learning, "EXAMPLES", folder)
    monkeypatch.setattr(learning, "KEPT", tmp_path / "kept" / "learnt.pickle")
    monkeypatch.setattr(learning, "COMMON", 1)  # nothing is common in so few
    return folder


@pytest.fixture
def lessons(monkeypatch: pytest.MonkeyPatch) -> list[Learnt]:
    """Whatever is learnt during the test."""
    found: list[Learnt] = []
    learn = learning.learn

    def listen(examples: Examples) -> Learnt:
        found.append(learn(examples))
        return found[-1]

    monkeypatch.setattr(learning, "learn", listen)
    return found


def risk(learnt: Learnt) -> float:
    return Safety(learnt).assess("goodbye my cold friends").risk


def test_a_second_start_reads_what_the_first_has_learnt(lessons: list[Learnt]) -> None:
    first, second = learning.shipped(), learning.shipped()
    assert len(lessons) == 1
    assert risk(first) == risk(second)
    assert [file.name for file in learning.KEPT.parent.iterdir()] == ["learnt.pickle"]


def test_a_changed_example_is_learnt(examples: Path, lessons: list[Learnt]) -> None:
    before = learning.shipped()
    with (examples / "calm" / "talk.txt").open("a") as file:
        file.write("goodbye my cold friends said the snowman\n")
    assert risk(learning.shipped()) < risk(before)
    assert len(lessons) == 2
    learning.shipped()
    assert len(lessons) == 2


@pytest.mark.parametrize("left", [0, 1, 80, 1_000])
def test_a_file_that_is_cut_off_is_learnt_anew(lessons: list[Learnt], left: int) -> None:
    learning.shipped()
    learning.KEPT.write_bytes(learning.KEPT.read_bytes()[:left])
    assert risk(learning.shipped()) == risk(lessons[0])
    assert len(lessons) == 2


def test_it_works_where_nothing_can_be_written(lessons: list[Learnt]) -> None:
    learning.KEPT.parent.write_text("a file where the folder should be")
    assert risk(learning.shipped()) == risk(learning.shipped())
    assert len(lessons) == 2
