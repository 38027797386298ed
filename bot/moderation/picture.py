"""Draws the statistics. Slow to import and to draw: both belong in a thread."""

from collections.abc import Mapping
from io import BytesIO

from matplotlib.axes import Axes
from matplotlib.container import BarContainer
from matplotlib.figure import Figure

from bot.moderation.statistics import KINDS, Statistics

# Colours that people with any colour vision tell apart (Okabe and Ito, "Color universal design",
# 2008), each in another brightness too.
_COLOURS = ("#0072B2", "#56B4E9", "#E69F00", "#999999", "#D55E00")
_SIZE = (9, 7.5)  # inches: as wide as a chat shows, and legible there
_EVERY = 7  # days between two dates
_NAME = 28  # characters of an entry's id beside its bar


def draw(found: Statistics) -> bytes:
    """The picture as PNG: replies of each kind by day, most asked entries, helpful shares."""
    figure = Figure(figsize=_SIZE, layout="constrained")
    grid = figure.add_gridspec(2, 2)
    _days(figure.add_subplot(grid[0, :]), found)
    _asked(figure.add_subplot(grid[1, 0]), found)
    _helpful(figure.add_subplot(grid[1, 1]), found)
    file = BytesIO()
    figure.savefig(file, format="png", dpi=110)
    return file.getvalue()


def _days(axes: Axes, found: Statistics) -> None:
    labels = [f"{day:%d %b}" for day in found.days]
    below = [0] * len(labels)
    for colour, (kind, name) in zip(_COLOURS, KINDS.items(), strict=True):
        numbers = found.daily[kind]
        axes.bar(range(len(labels)), numbers, bottom=below, color=colour, label=name)
        below = [under + number for under, number in zip(below, numbers, strict=True)]
    axes.set_xticks(range(0, len(labels), _EVERY), labels[::_EVERY])
    axes.set_title("Replies by day")
    axes.set_ylim(0, max([*below, 1]) * 1.25)  # room for the legend
    axes.legend(ncols=len(KINDS), loc="upper center", frameon=False, fontsize="small")


def _asked(axes: Axes, found: Statistics) -> None:
    bars = _bars(axes, dict(found.asked), _COLOURS[0])
    axes.bar_label(bars, padding=3)
    axes.set_title("Most asked entries")
    _plain(axes, "" if found.asked else "nothing was asked yet")


def _helpful(axes: Axes, found: Statistics) -> None:
    bars = _bars(axes, {tally.entry: tally.share for tally in found.tallies}, _COLOURS[1])
    voters = [f"{tally.helpful} of {tally.voters}" for tally in found.tallies]
    axes.bar_label(bars, voters, padding=3)
    axes.set_xlim(0, 1.3)
    axes.set_title("Found helpful")
    _plain(axes, "" if found.tallies else "nobody voted yet")


def _bars(axes: Axes, lengths: Mapping[str, float], colour: str) -> BarContainer:
    """One bar below the other, the first on top, each with its name, which is cut if it is long."""
    positions = range(len(lengths), 0, -1)
    bars = axes.barh(positions, list(lengths.values()), color=colour)
    names = [name if len(name) <= _NAME else f"{name[: _NAME - 1]}…" for name in lengths]
    axes.set_yticks(positions, names)
    return bars


def _plain(axes: Axes, instead: str) -> None:
    """The numbers stand beside the bars, so the axis below need not show them again."""
    axes.set_xticks([])
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    if instead:
        axes.set_yticks([])
        axes.text(0.5, 0.5, instead, ha="center", transform=axes.transAxes)
