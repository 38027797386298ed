"""What the shipped examples teach: learnt once, and kept where Python keeps bytecode.

Learning takes a minute and a half, reading what was learnt less than a second.
"""

import os
import pickle
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from bot.answering.asking import asks
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
PERSONAL = "personal-"  # how the names of files with questions for a decision begin
LIBRARIES = ("scikit-learn", "scipy", "numpy", "rapidfuzz")  # another version may learn otherwise


class Learnt(NamedTuple):
    """What tells danger from calm, past from present, an emergency, and a word from a slip.

    And a question for a personal decision from a general one, and each decision from the others.
    """

    danger: Weights
    nearest: Nearest
    past: Weights
    urgency: Weights
    speller: Speller
    segmenter: Segmenter
    personal: Weights
    asked: Nearest
    decisions: Mapping[str, Weights]


class Examples(NamedTuple):
    """Messages to learn from; the others stand among those of danger or the calm ones, too."""

    danger: Sequence[str]
    emergencies: Sequence[str]
    calm: Sequence[str]
    past: Sequence[str]  # danger that is long over
    personal: Mapping[str, Sequence[str]]  # questions for each kind of personal decision
    general: Sequence[str]  # questions for none, though they may come close to it


def learn(examples: Examples) -> Learnt:
    """Learn from the examples."""
    wanted = list(map(plain, examples.danger))
    urgent = _plain(examples.emergencies)
    crises = sorted(set(wanted).difference(urgent))
    others = list(map(plain, examples.calm))
    # Each sentence of a calm message is calm on its own, too. The nearest are found without them.
    parts = _parts(examples.calm)
    said = [word for text in (*wanted, *others) for word in text.split()]
    personal = _plain(chain.from_iterable(examples.personal.values()))
    general = _plain([*filter(asks, examples.calm), *examples.general])
    general = sorted(set(general).difference(personal))
    near = _parts(examples.general)  # misses half as many; of all that is asked, more
    return Learnt(
        danger=Learner(wanted, list(dict.fromkeys((*others, *parts)))).weights(FAINT),
        nearest=Nearest(wanted, list(dict.fromkeys(others))),
        past=Learner(_plain(examples.past), wanted, COMMON).weights(FAINT),
        urgency=Learner(urgent, crises, COMMON).weights(FAINT),
        speller=Speller(said),
        segmenter=Segmenter([*wanted, *others]),
        personal=Learner(personal, sorted({*general, *near}.difference(personal))).weights(FAINT),
        asked=Nearest(personal, general),
        decisions=_decisions(examples),
    )


def _decisions(examples: Examples) -> dict[str, Weights]:
    """What tells the questions for each personal decision from those for the others."""
    asked = {name: set(map(plain, texts)) for name, texts in examples.personal.items()}
    every = set().union(*asked.values())
    return {
        name: Learner(sorted(texts), sorted(every - texts)).weights(FAINT)
        for name, texts in asked.items()
    }


def shipped() -> Learnt:
    """What the shipped examples teach; learnt anew when they or the code have changed."""
    now = _fingerprint()
    with suppress(OSError, EOFError, pickle.UnpicklingError):
        kept = KEPT.read_bytes()
        if kept.startswith(now):
            learnt: Learnt = pickle.loads(kept[len(now) :])  # noqa: S301 - ours, beside our code
            return learnt
    learnt = learn(
        Examples(
            danger=_read("danger"),
            emergencies=_read("danger", "emergency"),
            calm=_read("calm"),
            past=_read("calm", "history"),
            personal={
                file.stem.removeprefix(PERSONAL): _read("calm", file.stem)
                for file in sorted((EXAMPLES / "calm").glob(f"{PERSONAL}*.txt"))
            },
            general=_read("calm", "general"),
        )
    )
    with suppress(OSError):  # where it may not write it learns at each start
        _keep(now + pickle.dumps(learnt))
    return learnt


def _plain(texts: Iterable[str]) -> list[str]:
    """The texts, each once, as they are read."""
    return list(dict.fromkeys(map(plain, texts)))


def _parts(texts: Iterable[str]) -> list[str]:
    """The sentences of the texts."""
    return [part for text in texts for part in windows(sentences(text))]


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
