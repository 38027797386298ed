"""Draws what was wanted against what was reached."""

from collections import Counter
from pathlib import Path

from matplotlib.figure import Figure

from bot.errors import BotError
from bot.evaluation.messages import Want
from bot.evaluation.scoring import NO_ENTRIES, NOTHING, OVERHEARD, Result
from bot.knowledge.model import Knowledge


def confusion_matrix(found: list[Result], knowledge: Knowledge, path: Path) -> None:
    """Write the picture; the ending of the name says which kind of picture.

    Raises:
        BotError: the picture cannot be written there.
    """
    counts = Counter((one.wanted, one.reached) for one in found if one.case.kind != OVERHEARD)
    entries = [one.id for one in knowledge.entries]
    rows = _present([*entries, *(want for want in Want if want is not Want.ANSWER)], counts, 0)
    columns = _present([*entries, *dict.fromkeys(NO_ENTRIES.values()), NOTHING], counts, 1)
    try:
        _draw(counts, rows, columns).savefig(path)
    except (OSError, ValueError) as error:
        raise BotError(f"The picture cannot be written to {path}: {error}.") from None


def _present(names: list[str], counts: Counter[tuple[str, str]], side: int) -> list[str]:
    """The names that occur on that side, in their order."""
    met = {pair[side] for pair in counts}
    return [name for name in names if name in met]


def _draw(counts: Counter[tuple[str, str]], rows: list[str], columns: list[str]) -> Figure:
    """Each row is shaded by its shares, so that few messages stand out like many."""
    shares = []
    for row in rows:
        total = sum(counts[row, column] for column in columns)
        shares.append([counts[row, column] / total for column in columns])
    figure = Figure(figsize=(3 + 0.6 * len(columns), 2 + 0.45 * len(rows)), layout="constrained")
    axes = figure.subplots()
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    axes.set_xticks(range(len(columns)), columns, rotation=45, ha="right")
    axes.set_yticks(range(len(rows)), rows)
    axes.set_xlabel("reached")
    axes.set_ylabel("wanted")
    for y, row in enumerate(rows):
        for x, column in enumerate(columns):
            if times := counts[row, column]:
                shade = "white" if shares[y][x] > 0.5 else "black"  # noqa: PLR2004 - half
                axes.text(x, y, str(times), ha="center", va="center", color=shade)
    return figure
