"""Questions for a personal decision, which no excerpt may seem to answer.

A dose, stopping a medicine, mixing it with another, getting hold of a drug: the person who
prescribes decides that with the one who asks, whatever the knowledge says in general.

What tells them from general questions is learnt from invented ones under `examples/calm/`: those in
`personal-*` against those in `general.txt`, which come close to them, and whatever else is asked. A
classifier and the nearest examples tell it together; which decision it is, classifiers of the
former alone.

Measured on 26 November 2026 on 797 such questions of other authors (`benchmarks/messages/`): none
got an excerpt, 641 got whom to ask. Of 5,456 of the examples, which are harder, each author left
out in turn, 13 that an entry would answer read as less than possible, and 7 in 100 general
questions that come close to one as more.
"""

from dataclasses import dataclass
from enum import Enum

from bot.answering.learning import Learnt
from bot.answering.speech import plain
from bot.matching.classifier import Classifier

# In log-odds.
LIKELY = 0.0  # from here on the reply is whom to ask
POSSIBLE = -2.8  # from here on an entry that fits is only offered
NEARNESS = 6.0  # times the lead of the nearest examples; 5 to 10 miss as few, 0 twice as many


class Personal(Enum):
    """What the person would decide, in words for a moderator; the examples have these names."""

    DOSE = "it asks about a dose, which only whoever prescribes it can decide"
    STOPPING = "it asks about stopping a treatment, which only whoever prescribes it can decide"
    MIXING = "it asks about mixing medicines or drugs, which only a provider can judge"
    SOURCING = "it asks how to get hold of a drug, with which the bot does not help"
    OTHER = "it asks for a decision about a treatment, which only a provider can make"


@dataclass(frozen=True, slots=True)
class Asked:
    """A personal decision that a question may ask for, and whether that is likely."""

    decision: Personal
    likely: bool


class Decisions:
    """Reads questions for personal decisions."""

    def __init__(self, learnt: Learnt) -> None:
        self._personal, self._examples = Classifier(learnt.personal), learnt.asked
        self._each = {
            Personal[name.upper()]: Classifier(of) for name, of in learnt.decisions.items()
        }

    def asked(self, text: str) -> Asked | None:
        """What the text asks to decide; None if hardly anything."""
        said = plain(text)
        odds = self._personal.log_odds(said) + NEARNESS * self._examples.lead(said)
        if " " not in said or odds <= POSSIBLE:  # one word, or a number, asks for nothing
            return None
        sure = {one: of.log_odds(said) for one, of in self._each.items()}
        decision = max(sure, key=sure.__getitem__)
        return Asked(decision if sure[decision] > 0 else Personal.OTHER, likely=odds > LIKELY)
