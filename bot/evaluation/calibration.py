"""Chooses the thresholds: the lowest that keep to a budget of errors.

Errors only fall as a threshold rises, so each is chosen on its own, one after the other. With few
messages, no error seen is no proof of none: of n messages with k errors, (k + 1) / (n + 1) must
keep to the budget. Then the share of errors on new messages of the same kind is, on average,
within it (Angelopoulos and others, "Conformal risk control", 2022). That holds strictly for one
threshold; `possible` and `unnamed` follow one that was chosen with the same messages, so for
them it holds nearly.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.answering.answerer import Answerer
from bot.answering.signs.outright import Need
from bot.errors import BotError, MessagesError
from bot.evaluation.messages import Want
from bot.evaluation.scoring import OVERHEARD, Case, Outcome, results
from bot.knowledge.calibration import Budget, Calibration, Figures, Thresholds

SCORES = tuple(step / 100 for step in range(101))
NATS = tuple(step / 10 for step in range(101))
OPEN = Thresholds(possible=0, margin=0, overheard=1, unnamed=1)
NEEDED = (Want.ANSWER, Want.NO_ANSWER, Want.SILENCE)

NO_THRESHOLDS = (
    "No thresholds keep to the budget for {over}, so nothing was written: look at the errors with "
    "`python -m bot evaluate`, allow more of them, or add messages; a hundred of a kind cannot "
    "show that less than 1 in 100 goes wrong."
)

Shares = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Curve:
    """What happens as one threshold rises: for each value, the share of each outcome."""

    name: str
    chosen: float
    points: Mapping[float, Shares]


@dataclass(frozen=True, slots=True)
class Tally:
    """Outcomes by what the messages want."""

    counts: Counter[tuple[str, Outcome]]

    def share(self, kind: str, *outcomes: Outcome, doubt: int = 0) -> float:
        """The share of the messages of a kind with these outcomes, and `doubt` more of them."""
        total = sum(self.counts[kind, outcome] for outcome in Outcome)
        return (sum(self.counts[kind, one] for one in outcomes) + doubt) / ((total + doubt) or 1)

    def figures(self, doubt: int = 0) -> Figures:
        """The shares that a budget is about; with `doubt`, what the errors may be elsewhere."""
        right, wrong, offered = Outcome.RIGHT, Outcome.WRONG, Outcome.OFFERED
        return Figures.model_construct(  # checking them costs more than all else
            right=self.share(Want.ANSWER, right),
            right_or_offered=self.share(Want.ANSWER, right, offered),
            wrong=self.share(Want.ANSWER, wrong, doubt=doubt),
            uncovered=self.share(Want.NO_ANSWER, wrong, doubt=doubt),
            offered=self.share(Want.NO_ANSWER, offered, doubt=doubt),
            chatter=self.share(Want.SILENCE, wrong, doubt=doubt),
            overheard=self.share(OVERHEARD, right),
        )


def tally(asked: Iterable[Case], thresholds: Thresholds) -> Tally:
    """What the thresholds make of the cases.

    A crisis card counts as silence: no threshold has a say in it.
    """
    counts: Counter[tuple[str, Outcome]] = Counter()
    for one in results(asked, thresholds):
        kind = OVERHEARD if one.case.kind == OVERHEARD else one.case.message.want
        card = isinstance(one.decision.rule, Need)
        counts[kind, Outcome.SILENT if card else one.outcome] += 1
    return Tally(counts)


def calibrate(
    answerer: Answerer, asked: Iterable[Case], budget: Budget, today: date
) -> tuple[Calibration, list[Curve]]:
    """Choose thresholds for the answerer's knowledge, and tell on which curves.

    Raises:
        MessagesError: a kind of message is missing without which nothing can be chosen.
        BotError: no thresholds keep to the budget.
    """
    relevant = [one for one in asked if one.message.want in NEEDED]
    for want in NEEDED:
        if all(one.message.want is not want for one in relevant):
            raise MessagesError(f"No message is labelled '{want}': add some, a hundred or more.")
    thresholds, curves = choose(relevant, budget)
    calibration = Calibration(
        thresholds=thresholds,
        date=today,
        knowledge=answerer.knowledge.fingerprint,
        budget=budget,
        figures=_rounded(tally(relevant, thresholds).figures()),
    )
    return calibration, curves


def choose(asked: list[Case], budget: Budget) -> tuple[Thresholds, list[Curve]]:
    """The lowest thresholds that keep to the budget, and the curves that show it.

    Raises:
        BotError: there are none.
    """
    spoken = [one for one in asked if one.reading.addressed]
    heard = [one for one in asked if not one.reading.addressed]
    # A match without a rival leads by any margin, so `possible` must keep it out, if anything can.
    steps = (
        ("margin", NATS, spoken, ("wrong", "uncovered")),
        ("possible", SCORES, spoken, ("wrong", "uncovered", "offered")),
        ("overheard", SCORES, heard, ("chatter",)),
        ("unnamed", SCORES, heard, ("chatter",)),
    )
    thresholds, curves = OPEN, []
    for name, values, some, limits in steps:
        points = {value: tally(some, _with(thresholds, name, value)) for value in values}
        chosen = _lowest(points, budget, limits)
        thresholds = _with(thresholds, name, chosen)
        shares = {value: found.figures().model_dump() for value, found in points.items()}
        curves.append(Curve(name, chosen, shares))
    if over := _over(tally(asked, thresholds), budget):
        raise BotError(NO_THRESHOLDS.format(over=" and ".join(over)))
    return thresholds, curves


def _lowest(points: Mapping[float, Tally], budget: Budget, limits: Iterable[str]) -> float:
    """The lowest value that keeps to the limits, or comes as near to them as the highest."""
    errors = {value: found.figures(doubt=1).model_dump() for value, found in points.items()}
    fewest = errors[max(errors)]
    most = {name: max(getattr(budget, name), fewest[name]) for name in limits}
    return next(
        value
        for value, found in errors.items()
        if all(found[name] <= share for name, share in most.items())
    )


def _over(found: Tally, budget: Budget) -> list[str]:
    """The errors that the budget does not allow."""
    errors = found.figures(doubt=1).model_dump()
    return [f"`{name}`" for name, most in budget if errors[name] > most]


def _with(thresholds: Thresholds, name: str, value: float) -> Thresholds:
    return thresholds.model_copy(update={name: value})


def _rounded(found: Figures) -> Figures:
    return Figures(**{name: round(share, 4) for name, share in found.model_dump().items()})
