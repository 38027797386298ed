"""Whether somebody may be in danger: read before anything is matched, and apart from the index.

Two readers work together. The signs (`signs/`) find what is said outright. A classifier finds
what no sign foresees, such as a goodbye or a person who does not wake up; it has learnt that
from invented messages under `examples/`, those in `danger/` against those in `calm/`. Where it is
in two minds, the nearest of these messages count as well. The more a message is worded like one
that tells of something long past, by a classifier of its own, the surer the first has to be: to it
a date or a "when I was" says little, since calm and danger have them alike. A word that none of
them has is read as the one it is a slip of, or as those that were run together.

Measured on 26 November 2026 on messages of eight authors, none of them learnt (`unseen.jsonl` and
`danger-unseen.jsonl` in `benchmarks/messages/`) it finds 1,356 of 1,374 that say so and 717 of 779
that hint at it. False alarms are 28 of 1,904 idioms, games, songs, software, general questions and
stories of the past, 5 of 184 denials, and 2 of 4,000 lines of chat of strangers. Where it only
overhears them it finds 1,311 and 614.

What is needed first is told by the sign, or else by a second classifier that knows only messages of
danger: of 86 emergencies of two authors 82 are taken for one, and 3 of 376 others.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

from bot.answering.denials import denied
from bot.answering.learning import Learnt
from bot.answering.signs.outright import Need, outright
from bot.answering.speech import runs, sentences, windows
from bot.matching.classifier import Classifier

# In log-odds. What is overheard is nearly always about something else, so it has to be surer.
THRESHOLD = 0.0
OVERHEARD = 1.8
FAR = -3.5  # below it the nearest examples are not asked, which seldom add so much
CLEAR = -2.5  # below it not even a sign makes danger of it: of 12 messages with one all were calm
DOUBT = -1.5  # from here on not even a question about the treatment gets an article
DOUBT_OF_QUESTIONS = -2.5  # the less a message looks like one for the bot, the sooner it gets none:
DOUBT_OF_STATEMENTS = -4.0  # "do they forgive those who leave?", and a remark about missing blood
DOUBT_OF_MANY = 0.5  # times the logarithm of how many parts of a message are looked at
NEARNESS = 13.0  # times the lead of the nearest examples; 10 to 16 find as many
FEW, STANDS_OUT = 4, 2.0  # words, and their log-odds; at 1 one right answer in 40 is only offered
SURER = 2.0  # more, where the message reads as a denial
PAST = -2.0  # and by half of what the log-odds that it tells of something long past exceed this


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a message shows of danger, read once, before it is decided what that calls for."""

    risk: float  # the log-odds that somebody is in danger
    sign: Need | None = None  # what somebody needs of whom danger is said outright
    disputed: bool = False  # whether it reads as denied, so that a sign alone is not enough
    softened: float = 0.0  # how much surer the risk has to be where it reads as denied or past
    urgent: bool = False  # whether it is more like an emergency than like other danger

    def need(self, *, overheard: bool = False) -> Need | None:
        """What somebody needs first who is in danger now; None if nobody is."""
        surely = self.risk - self.softened
        if self.sign and not self.disputed and surely > CLEAR:
            return self.sign
        if surely <= (OVERHEARD if overheard else THRESHOLD):
            return None
        return self.sign or (Need.EMERGENCY if self.urgent else Need.SUICIDE)

    def doubts(self, *, named: bool, asks: bool) -> bool:
        """Whether danger cannot be ruled out.

        Less is enough in a question that does not name the treatment, and still less where
        nothing is asked: the less it looks like a question for the bot.
        """
        least = DOUBT if named else DOUBT_OF_QUESTIONS if asks else DOUBT_OF_STATEMENTS
        return self.risk > least or self.sign is not None


class Safety:
    """Reads messages for danger."""

    def __init__(self, learnt: Learnt) -> None:
        self._danger, self._past = Classifier(learnt.danger), Classifier(learnt.past)
        self._urgency = Classifier(learnt.urgency)
        self._examples = learnt.nearest
        # Measured: 60 microseconds for a word that no example has, 0.1 to remember what it means.
        self._meant = lru_cache(maxsize=20_000)(
            lambda word: learnt.segmenter.split(learnt.speller.mend(word))
        )

    def assess(self, text: str) -> Assessment:
        """What the text shows of danger: the whole of it, or its worst part."""
        said = self._read(text)
        whole = " ".join(said)
        if " " not in whole:
            sign = outright(whole)  # one word says nothing but as a sign
            return Assessment(math.inf if sign else -math.inf, sign)
        risk, worst = self._worst(whole, said)
        if risk <= FAR:
            return Assessment(risk)
        sign = _sign(whole, said)
        safe = denied(whole) and sign is not Need.EMERGENCY  # a body in danger may well feel fine
        surer = SURER if safe and not sign else 0
        return Assessment(
            risk,
            sign,
            disputed=safe,
            softened=surer + max(self._past.log_odds(whole) - PAST, 0) / 2,
            urgent=self._urgency.log_odds(worst) > 0,
        )

    def signals(self, text: str) -> bool:
        """Whether danger stands out anywhere in the text, however harmless the rest of it is.

        A question beside it can drown it; then it is no alarm, and reason enough for a doubt.
        """
        said = self._read(text)
        return _sign(" ".join(said), said) is not None or any(
            self._danger.log_odds(run) > STANDS_OUT
            for sentence in said
            for run in runs(sentence, FEW, 1)
        )

    def _read(self, text: str) -> list[str]:
        """Its sentences, plain and mended."""
        return [" ".join(map(self._meant, sentence.split())) for sentence in sentences(text)]

    def _worst(self, whole: str, said: list[str]) -> tuple[float, str]:
        """The risk, and the part that shows it.

        The more parts are looked at, the likelier is one that only looks bad, so that a part has
        to be the surer the more there are; at the weight 1 danger is missed in very long messages.
        """
        parts = [part for part in windows(said) if part != whole]
        doubt = DOUBT_OF_MANY * math.log(max(len(parts), 1))
        odds = self._danger.log_odds
        risk, worst = max([(odds(whole), whole), *((odds(part) - doubt, part) for part in parts)])
        if risk > FAR:  # beside the examples the next worst would find no more (measured)
            risk += NEARNESS * self._examples.lead(worst)
        return risk, worst


def _sign(whole: str, said: list[str]) -> Need | None:
    """The most urgent sign: of each sentence for itself, too, since one may take another back."""
    told = {outright(part) for part in {whole, *said}}
    return next((need for need in Need if need in told), None)
