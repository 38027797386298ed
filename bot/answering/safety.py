"""Whether somebody may be in danger: read before anything is matched, and apart from the index.

Two readers work together. The signs (`signs.py`) find what is said outright. A classifier finds
what is only hinted at, such as a goodbye or a person who does not wake up; it learns at start-up
from invented messages under `examples/`, those in `danger/` against those in `calm/`.

Measured on 23 November 2026 on messages that nobody tuned on (`benchmarks/messages/unseen.jsonl`):
it finds 32 of 40 that say so and 30 of 40 that hint at it; false alarms are 3 of 70 idioms, games
and stories of the past, and 5 of 310 questions and remarks. On those that the threshold was chosen
on: 40 and 30 of 40; false alarms 0 of 70, 4 of 310, and 5 of 4,000 lines of chat. Of its own
examples held out (four-fold), hardly two of which are alike, it finds 85 % of what is outright
about suicide, 33 % of the veiled, 55 % of all; false alarms 4 %.

What is needed first is told by the sign, or else by a second classifier that knows only messages of
danger: of those held out it takes 84 % of the emergencies for one, and 2.5 % of the others.
"""

import math
import re
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from typing import Self

from bot.answering.signs import Need, outright, taken_back
from bot.matching.classifier import Classifier
from bot.matching.text import words

# In log-odds. At 1.2 one line of chat fewer is an alarm, and three people fewer are found.
THRESHOLD = 1.1
SURER = 1.0  # more, where the message reads as a denial, a game or a thing of the past

_LETTERS = str.maketrans("01345$7@!|", "oieasstaii")  # su1c1de, s3lf h4rm, k!ll
_DISGUISE = re.compile(r"(?<=\w)[@$!|](?=\w)|[@$](?=\w)")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_LAUGHING = re.compile("[\U0001f602\U0001f606\U0001f923]+")  # words have no room for emoji
_DRAWN_OUT = re.compile(r"(.)\1{2,}")  # dieee

_END = re.compile(r"(?<=[.!?\u2026])\s+|\n+")
_LONG, _STEP = 24, 12  # words; about two sentences, for those who write without full stops
_SHORT = 3  # fewer words say too little to judge them without what stands around them


def plain(text: str) -> str:
    """The words of a text in one spelling, a space between each two, disguises taken off."""
    seen = _LAUGHING.sub(" lol ", _INVISIBLE.sub("", text))
    shown = _DISGUISE.sub(lambda sign: sign[0].translate(_LETTERS), seen)
    return " ".join(
        word if word.isdecimal() else _DRAWN_OUT.sub(r"\1", word.translate(_LETTERS))
        for word in words(shown)
    )


def windows(text: str) -> list[str]:
    """The sentences of a text, plain, and each two that follow each other.

    Danger said in one sentence of a long message must not be diluted by the others.
    """
    sentences = [part for sentence in _END.split(text) for part in _runs(plain(sentence))]
    pairs = [f"{one} {two}" for one, two in pairwise(sentences)]
    return [part for part in sentences + pairs if part.count(" ") >= _SHORT - 1]


def _runs(sentence: str) -> list[str]:
    """The sentence, in overlapping runs of words if it is long; nothing if it is empty."""
    said = sentence.split()
    starts = range(0, max(len(said) - _STEP, 1), _STEP) if len(said) > _LONG else range(1)
    return [" ".join(said[at : at + _LONG]) for at in starts] if said else []


class Safety:
    """Reads messages for danger."""

    def __init__(self, danger: list[str], calm: list[str], emergencies: list[str]) -> None:
        """Learn from messages that show danger, some of them emergencies, and that do not."""
        # Each sentence of a calm message is calm on its own, too.
        sentences = [part for text in calm for part in (plain(text), *windows(text))]
        self._classifier = Classifier(list(map(plain, danger)), list(dict.fromkeys(sentences)))
        others = sorted(set(danger).difference(emergencies))
        self._urgency = Classifier(list(map(plain, emergencies)), list(map(plain, others)))

    @classmethod
    def load(cls) -> Self:
        """What is shipped; it takes about a second."""
        return cls(_examples("danger"), _examples("calm"), _examples("danger", "emergency"))

    def need(self, text: str) -> Need | None:
        """What somebody needs first who is in danger now, as the text says; None if nobody is."""
        said = plain(text)
        # Each sentence for itself, too: what one takes back must not quiet another.
        told = {outright(part) for part in {said, *map(plain, _END.split(text))}}
        if urgent := next((need for need in Need if need in told), None):
            return urgent
        if self.risk(text) <= THRESHOLD + (SURER if taken_back(said) else 0):
            return None
        worst = max(said, *windows(text), key=self._classifier.log_odds)
        return Need.EMERGENCY if self._urgency.log_odds(worst) > 0 else Need.SUICIDE

    def risk(self, text: str) -> float:
        """The log-odds that the text shows danger: of the whole, or of its worst part.

        The more parts are looked at, the likelier is one that only looks bad, so that a part has
        to be the surer the more there are.
        """
        whole = plain(text)
        if " " not in whole:
            return -math.inf  # one word says nothing, unless it is a sign
        parts = [part for part in windows(text) if part != whole]
        doubt = math.log(max(len(parts), 1))
        worst = max(map(self._classifier.log_odds, parts), default=-math.inf) - doubt
        return max(self._classifier.log_odds(whole), worst)


@lru_cache(maxsize=1)
def shipped() -> Safety:
    """The one `Safety` of the process: it never changes, and a reload need not learn it again."""
    return Safety.load()


def _examples(kind: str, start: str = "") -> list[str]:
    """The messages of one kind, or only of the files whose names start so."""
    every = resources.files(__package__).joinpath("examples", kind).iterdir()
    files = [file for file in every if file.name.startswith(start)]
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    return [line for line in sorted(lines) if line.strip()]
