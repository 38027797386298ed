"""A message as it is read for danger: its words in one spelling, sentence by sentence."""

import re
from functools import lru_cache
from itertools import chain, pairwise

from rapidfuzz.distance import OSA

from bot.answering.asking import OPENINGS
from bot.matching.text import words

_LETTERS = str.maketrans("01345$7@!|", "oieasstaii")  # su1c1de, s3lf h4rm, k!ll
_DISGUISE = re.compile(r"(?<=\w)[@$!|](?=\w)|[@$](?=\w)")
_CENSORED = re.compile(r"\w+(?:\*+\w*)+")  # s*icidal, k**l
# What people censor.
_HIDDEN = """suicide suicidal kill killing die dead death dying overdose harm cut cutting""".split()
# What a hurried hand misspells, and the slips allowed: "subside" has two from the first.
_MISSPELT = {"suicide": 1, "suicidal": 2}
_OVERDOSED = re.compile(r"\bo\.?d['\u2019]d\b", re.IGNORECASE)  # which would be "odd"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_LAUGHING = re.compile("[\U0001f602\U0001f606\U0001f923]+")  # words have no room for emoji
_ADDRESSED = frozenset(["bot"])  # "bot, help": whom one speaks to tells nothing of how one is
_SPELT_OUT = re.compile(r"\b\w(?: \w){2,}\b")  # s u i c i d e, k m s
_DRAWN_OUT = re.compile(r"(.)\1{2,}")  # dieee

# A question begins anew, also without a full stop: in "I want to die can I drive after it?" what is
# asked must not drown what is said. By other commas danger is found no more often (measured).
_ASKED = (  # what hardly begins anything else, where no comma tells
    r"(can|could|should|will|would|do|does|did|is|are|may) "
    r"(i|it|its|you|they|we|he|she|the|this|that|these|ketamine|k|ket|people|anyone|anybody|my|"
    r"there|one|a|your)\b|"
    r"(what|whats|where|wheres|who|whos|which|why|how|hows|when) "
    r"(is|are|does|do|did|can|could|should|will|would|long|much|many|often|fast|soon|quick|"
    r"quickly|likely|safe|kind|exactly)\b"
)
_END = re.compile(
    r"(?<=[.!?\u2026])\s+|\n+|;\s+|\s[-\u2013\u2014]+\s|"
    rf",\s+(?=((and|but|so) )?({'|'.join(sorted(OPENINGS))})\b)|"
    rf"(?<!and)(?<!but)(?<!so)\s+(?=((and|but|so) )?{_ASKED})",
    re.IGNORECASE,
)
_LONG, _STEP = 16, 8  # words; a sentence or two, for those who write without full stops
_SHORT = 3  # fewer words say too little to judge them without what stands around them


def plain(text: str) -> str:
    """The words of a text in one spelling, a space between each two, disguises taken off."""
    if not text.isascii():
        text = _LAUGHING.sub(" lol ", _INVISIBLE.sub("", text))
    text = _OVERDOSED.sub("overdosed", text)
    text = _SPELT_OUT.sub(lambda letters: letters[0].replace(" ", ""), text)
    if "*" in text:
        text = _CENSORED.sub(_uncensored, text)
    shown = _DISGUISE.sub(lambda sign: sign[0].translate(_LETTERS), text)
    return " ".join([_undisguised(word) for word in words(shown) if word not in _ADDRESSED])


def sentences(text: str) -> list[str]:
    """The sentences of a text, plain, without those that have no word."""
    return [said for sentence in _END.sub("\n", text).split("\n") if (said := plain(sentence))]


def windows(sentences: list[str]) -> list[str]:
    """The sentences, long ones in runs of words, and each two of them that follow each other.

    Danger said in one sentence of a long message must not be diluted by the others.
    """
    split = [runs(sentence, _LONG, _STEP) for sentence in sentences]
    pairs = [f"{one[-1]} {two[0]}" for one, two in pairwise(split)]
    return [part for part in [*chain(*split), *pairs] if part.count(" ") >= _SHORT - 1]


def runs(sentence: str, length: int, step: int) -> list[str]:
    """A plain sentence in runs of `length` words, each `step` words on; whole if it has no more."""
    said = sentence.split()
    starts = range(0, max(len(said) - length + step, 1), step)
    return [" ".join(said[at : at + length]) for at in starts]


@lru_cache(maxsize=20_000)  # measured: 1 microsecond for a word, 0.1 to remember it
def _undisguised(word: str) -> str:
    if word.isdecimal():
        return word
    read = _DRAWN_OUT.sub(r"\1", word.translate(_LETTERS))
    if not read.startswith("s"):
        return read
    meant = (one for one, slips in _MISSPELT.items() if OSA.distance(read, one) <= slips)
    return next(meant, read)


def _uncensored(found: re.Match[str]) -> str:
    """The word that the letters left of it belong to, if it is one of those that people hide."""
    letters = re.compile(re.sub(r"\*+", r"\\w+", found[0]), re.IGNORECASE)
    return next(filter(letters.fullmatch, _HIDDEN), found[0])
