"""What the commands for moderators print: tables that need no colour, whole in a pipe."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from math import isinf
from operator import attrgetter
from typing import TypeVar

from rich import box
from rich.console import Console
from rich.progress import track
from rich.table import Table

from bot.evaluation.calibration import Curve
from bot.evaluation.explaining import Explanation
from bot.evaluation.scoring import Outcome, Result, by_entry, by_kind, confusions
from bot.knowledge.calibration import Budget, Calibration
from bot.knowledge.model import Knowledge

WIDE = 1_000  # columns of a pipe, which has none
WORST = 10  # confusions
TERMS = 10
ROWS = 12  # of a curve, beside the one that is chosen

MEANING = {
    "right": "of the questions with an answer: answered right",
    "right_or_offered": "... or offered a choice that holds it",
    "wrong": "... answered with another entry",
    "uncovered": "of the questions without one: answered all the same",
    "offered": "... offered a choice",
    "chatter": "of what wants no reply: replied to",
    "overheard": "of the questions with an answer, not asked of the bot: answered right",
}
# The figures that a threshold moves, and their names there: what it costs, then what it prevents.
_HEARD = {"overheard": "right", "chatter": "chatter"}
MOVED = {
    "margin": {"right": "right", "wrong": "wrong", "uncovered": "uncovered"},
    "possible": {"right_or_offered": "right or offered", "offered": "offered without an answer"},
    "overheard": _HEARD,
    "unnamed": _HEARD,
}

Item = TypeVar("Item")


def console() -> Console:
    """Standard output, as wide as it is; as wide as need be where it is a pipe."""
    out = Console(highlight=False, markup=False, emoji=False)
    return out if out.is_terminal else Console(width=WIDE, highlight=False, markup=False)


def progress(items: Iterable[Item], doing: str) -> Iterable[Item]:
    """The items, with a bar on standard error while they are worked on, if that is a terminal."""
    err = Console(stderr=True)
    return track(items, doing, console=err, transient=True, disable=not err.is_terminal)


def evaluation(out: Console, found: list[Result], knowledge: Knowledge) -> None:
    """Right, wrong, offered and silent, by kind and by entry, and the worst confusions."""
    entries = by_entry(found)
    listed = {one.id: entries[one.id] for one in knowledge.entries if one.id in entries}
    _print(out, _outcomes("message", dict(sorted(by_kind(found).items()))))
    _print(out, _outcomes("entry", listed))
    table = _table("wanted", "reached instead", "times", "for example", numbers=("times",))
    for one in confusions(found)[:WORST]:
        table.add_row(one.wanted, one.reached, str(one.times), " ".join(one.example.split()))
    _print(out, table)


def calibration(out: Console, chosen: Calibration, curves: Iterable[Curve]) -> None:
    """The curves, the thresholds that were picked on them, and what they do."""
    for curve in curves:
        _print(out, _curve(curve))
    table = _table("share", "at most", "", numbers=("share", "at most"))
    for name, meaning in MEANING.items():
        most = getattr(chosen.budget, name) if name in Budget.model_fields else None
        allowed = "" if most is None else _percent(most)
        table.add_row(_percent(getattr(chosen.figures, name)), allowed, meaning)
    _print(out, table)
    for name, threshold in chosen.thresholds:
        out.print(f"{name:<10} {threshold:.2f}")


def explanation(out: Console, why: Explanation) -> None:
    """What was decided, what was read, and what fits."""
    _line(out, "decided", why.decision.rule.value)
    _line(out, "reached", ", ".join(one.id for one in why.decision.found) or "nothing")
    if not why.looked:
        _line(out, "", "Nothing was looked up; below is what would have been found.")
    _line(out, "looked up", " ".join(why.about.split()))
    _line(out, "read as", " ".join(why.words) or "(no words)")
    _line(out, "subject", "named" if why.named else "not named")
    fits = sorted((*why.entries, *why.topics), key=attrgetter("behind"))
    best = fits[0].match.found.id if fits else ""
    table = _table(f"shared with {best}", "weight", numbers=("weight",))
    for term in why.terms[:TERMS]:
        table.add_row(term.text, f"{term.weight:.3f}")
    if rest := why.terms[TERMS:]:
        table.add_row(f"({len(rest)} more)", f"{sum(term.weight for term in rest):.3f}")
    _print(out, table)
    table = _table("fits", "", "score", "nats behind", numbers=("score", "nats behind"))
    for fit in fits:
        kind = "entry" if fit in why.entries else "topic"
        score = f"{fit.match.score:.3f}"
        table.add_row(fit.match.found.id, kind, score, _nats(fit.behind))
    _print(out, table)
    _line(out, "margin", _nats(why.margin))
    limits = ", ".join(f"{name} {one:.2f}" for name, one in why.thresholds)
    _line(out, "thresholds", limits)


def _outcomes(what: str, counted: Mapping[str, Counter[str]]) -> Table:
    table = _table(what, *Outcome, "of", numbers=(*Outcome, "of"))
    for name, counts in counted.items():
        total = counts.total()
        cells = [f"{counts[one]} ({counts[one] / total:.0%})" for one in Outcome]
        table.add_row(name, *cells, str(total))
    return table


def _curve(curve: Curve) -> Table:
    """Rows spread evenly over the values at which anything changes, and the chosen one marked."""
    names = MOVED[curve.name]
    cells = {
        value: [_percent(shares[name]) for name in names] for value, shares in curve.points.items()
    }
    values = list(cells)
    changed = [after for before, after in pairwise(values) if cells[before] != cells[after]]
    shown = {values[0], *changed[:: len(changed) // ROWS + 1], *changed[-1:], curve.chosen}
    table = _table(curve.name, "", *names.values(), numbers=names.values())
    for value in sorted(shown):
        mark = "chosen" if value == curve.chosen else ""
        table.add_row(f"{value:.2f}", mark, *cells[value])
    return table


def _table(*columns: str, numbers: Iterable[str] = ()) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in columns:
        table.add_column(name, justify="right" if name in numbers else "left")
    return table


def _print(out: Console, table: Table) -> None:
    if table.row_count:
        out.print(table)


def _line(out: Console, name: str, value: str) -> None:
    out.print(f"{name:<11}{value}", soft_wrap=True)


def _nats(evidence: float) -> str:
    """Infinite where a text is worded exactly as a phrasing, or fits nothing else."""
    return "infinite" if isinf(evidence) else f"{evidence:.2f}"


def _percent(share: float) -> str:
    return f"{share:.1%}"
