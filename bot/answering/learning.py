"""What the shipped examples teach about danger: learnt once, and kept where Python keeps bytecode.

Learning takes about a minute, reading what was learnt less than a second.
"""

import os
import pickle
import sys
from collections.abc import Iterable
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from bot.answering.speech import plain, sentences, windows
from bot.matching.classifier import Weights
from bot.matching.learner import Learner
from bot.matching.nearest import Nearest
from bot.matching.segmenting import Segmenter
from bot.matching.spelling import Speller

HERE = Path(__file__).parent
EXAMPLES = HERE / "examples"
KEPT = HERE / "__pycache__" / "learnt.pickle"
# Texts that have a feature. Tells past and urgency as well as 1 does, and spares 100 MB; danger is
# found less often then, since it is said in too many ways.
COMMON = 3
FAINT = 0.5  # in log-odds, before the length divides it; what adds less is not worth 170 MB
LIBRARIES = ("scikit-learn", "scipy", "numpy", "rapidfuzz")  # another version may learn otherwise


class Learnt(NamedTuple):
    """What tells danger from calm, past from present, an emergency, and a word from a slip."""

    danger: Weights
    nearest: Nearest
    past: Weights
    urgency: Weights
    speller: Speller
    segmenter: Segmenter


def learn(
    danger: Iterable[str], calm: Iterable[str], emergencies: Iterable[str], past: Iterable[str]
) -> Learnt:
    """Learn from messages that show danger, some of them emergencies, and from calm ones.

    Some of the calm ones tell of danger that is long past.
    """
    wanted = list(map(plain, danger))
    urgent = list(dict.fromkeys(map(plain, emergencies)))
    crises = sorted(set(wanted).difference(urgent))
    messages = list(calm)
    others = list(map(plain, messages))
    # Each sentence of a calm message is calm on its own, too. The nearest are found without them.
    parts = [part for text in messages for part in windows(sentences(text))]
    said = [word for text in (*wanted, *others) for word in text.split()]
    return Learnt(
        danger=Learner(wanted, list(dict.fromkeys((*others, *parts)))).weights(FAINT),
        nearest=Nearest(wanted, list(dict.fromkeys(others))),
        past=Learner(list(dict.fromkeys(map(plain, past))), wanted, COMMON).weights(FAINT),
        urgency=Learner(urgent, crises, COMMON).weights(FAINT),
        speller=Speller(said),
        segmenter=Segmenter([*wanted, *others]),
    )


def shipped() -> Learnt:
    """What the shipped examples teach; learnt anew when they or the code have changed."""
    now = _fingerprint()
    with suppress(OSError, EOFError, pickle.UnpicklingError):
        kept = KEPT.read_bytes()
        if kept.startswith(now):
            learnt: Learnt = pickle.loads(kept[len(now) :])  # noqa: S301 - ours, beside our code
            return learnt
    emergencies, past = _read("danger", "emergency"), _read("calm", "history")
    learnt = learn(_read("danger"), _read("calm"), emergencies, past)
    with suppress(OSError):  # where it may not write it learns at each start
        _keep(now + pickle.dumps(learnt))
    return learnt


def _read(kind: str, start: str = "") -> list[str]:
    """The messages of one kind, or only of the files whose names start so."""
    files = sorted((EXAMPLES / kind).glob(f"{start}*.txt"))
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    return [line for line in sorted(lines) if line.strip()]


def _fingerprint() -> bytes:
    """Of all that decides what is learnt."""
    code = [*HERE.glob("*.py"), *HERE.with_name("matching").glob("*.py")]
    digest = blake2b(" ".join([sys.version, *map(version, LIBRARIES)]).encode())
    for file in sorted([*EXAMPLES.rglob("*.txt"), *code]):
        digest.update(file.read_bytes())
    return digest.digest()


def _keep(learnt: bytes) -> None:
    KEPT.parent.mkdir(exist_ok=True)
    draft = KEPT.with_suffix(f".{os.getpid()}")
    try:
        draft.write_bytes(learnt)
        draft.replace(KEPT)  # at once, for those who read meanwhile
    finally:
        draft.unlink(missing_ok=True)
