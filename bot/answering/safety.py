"""Whether somebody may be in danger: read before anything is matched, and apart from the index.

Two readers work together. The signs (`signs/`) find what is said outright. A classifier finds
what no sign foresees, such as a goodbye or a person who does not wake up; it has learnt that
from invented messages under `examples/`, those in `danger/` against those in `calm/`. Where it is
in two minds, the nearest of these messages count as well.

Measured on 26 November 2026 on messages of two authors that nobody tuned on (`unseen.jsonl` and
`danger-unseen.jsonl` in `benchmarks/messages/`) it finds 173 of 180 that say so and 146 of 180 that
hint at it. False alarms are 9 of 466 idioms, games, songs, software, general questions and stories
of the past, 8 of 64 denials, and 2 of 4,000 lines of chat of strangers.

What is needed first is told by the sign, or else by a second classifier that knows only messages of
danger: of those held out (four-fold) it takes 90 % of the emergencies for one, 2.9 % of the others.
"""

import math
from functools import lru_cache

from bot.answering import learning
from bot.answering.denials import denied, taken_back
from bot.answering.learning import Learnt
from bot.answering.signs.outright import Need, outright
from bot.answering.speech import sentences, windows
from bot.matching.classifier import Classifier

# In log-odds. What is overheard is nearly always about something else, so it has to be surer.
THRESHOLD = 1.5
OVERHEARD = 2.7
NO_SIGN = -2.0  # below it even a sign is none: of 196 messages of danger with a sign, one is
DOUBT = 0.0  # from here on it is likelier than not, for as many of the one kind as of the other
DOUBT_OF_MANY = 0.5  # times the logarithm of how many parts of a message are looked at
NEARNESS = 8.0  # times the lead of the nearest examples; 6 to 10 find as many
CLEAR = -2.0  # below it the nearest examples are not asked: they never made danger of it
SURER = 2.0  # more, where the message reads as a denial, a game or a thing of the past


class Safety:
    """Reads messages for danger."""

    def __init__(self, learnt: Learnt) -> None:
        self._danger, self._urgency = Classifier(learnt.danger), Classifier(learnt.urgency)
        self._examples = learnt.nearest

    def need(self, text: str, *, overheard: bool = False) -> Need | None:
        """What somebody needs first who is in danger now, as the text says; None if nobody is."""
        said = sentences(text)
        whole = " ".join(said)
        # Each sentence for itself, too: what one takes back must not quiet another.
        told = {outright(part) for part in {whole, *said}}
        risk = self._risk(whole, said)
        sign = next((need for need in Need if need in told), None)
        if sign and " " not in whole:
            return sign
        threshold = OVERHEARD if overheard else THRESHOLD
        least = NO_SIGN if sign else threshold
        # A body in danger feels fine for a while; and what takes a sign back has done so already.
        if (denied(whole) and sign is not Need.EMERGENCY) or (taken_back(whole) and not sign):
            least = threshold + SURER
        if risk <= least:
            return None
        if sign:
            return sign
        worst = max(whole, *windows(said), key=self._log_odds)
        return Need.EMERGENCY if self._urgency.log_odds(worst) > 0 else Need.SUICIDE

    def doubts(self, text: str) -> bool:
        """Whether it cannot be ruled out that somebody is in danger."""
        return self.risk(text) > DOUBT

    def risk(self, text: str) -> float:
        """The log-odds that the text shows danger: of the whole, or of its worst part.

        The more parts are looked at, the likelier is one that only looks bad, so that a part has
        to be the surer the more there are; at the weight 1 danger is missed in very long messages.
        """
        said = sentences(text)
        return self._risk(" ".join(said), said)

    def _risk(self, whole: str, said: list[str]) -> float:
        if " " not in whole:
            return -math.inf  # one word says nothing, unless it is a sign
        parts = [part for part in windows(said) if part != whole]
        doubt = DOUBT_OF_MANY * math.log(max(len(parts), 1))
        worst = max(map(self._log_odds, parts), default=-math.inf) - doubt
        return max(self._log_odds(whole), worst)

    def _log_odds(self, part: str) -> float:
        odds = self._danger.log_odds(part)
        return odds if odds < CLEAR else odds + NEARNESS * self._examples.lead(part)


@lru_cache(maxsize=1)
def shipped() -> Safety:
    """The one `Safety` of the process: it never changes, and a reload need not learn it again."""
    return Safety(learning.shipped())
