"""The figures as a table, as JSON lines and as a picture."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from matplotlib.figure import Figure
from rich.console import Console
from rich.table import Table

from benchmarks.decision import DecisionFigure
from benchmarks.find import FindFigure

PICTURE = Path("docs/images/bench.png")
NAMES = {"ours": "this bot", "bm25s": "bm25s (numba)", "tantivy": "tantivy", "sklearn": "sklearn"}


def as_json(figure: FindFigure | DecisionFigure) -> str:
    """One line: what was measured, and the figures to a hundredth."""
    bench = "find" if isinstance(figure, FindFigure) else "decision"
    values = {
        key: round(value, 2) if isinstance(value, float) else value
        for key, value in asdict(figure).items()
    }
    return json.dumps({"bench": bench} | values)


def show(console: Console, found: Sequence[FindFigure], decision: DecisionFigure) -> None:
    """The figures as a table."""
    table = Table(title="Find the best three entries")
    for heading in ("entries", "engine", "p50 \u00b5s", "p99 \u00b5s", "build s", "peak MB"):
        table.add_column(heading, justify="left" if heading == "engine" else "right")
    for one in found:
        table.add_row(
            f"{one.entries:,}",
            NAMES[one.engine],
            f"{one.p50_us:,.0f}",
            f"{one.p99_us:,.0f}",
            f"{one.build_s:,.2f}",
            f"{one.peak_mb:,.0f}",
            end_section=one.engine == list(NAMES)[-1],
        )
    console.print(table)
    console.print(
        f"One message of chat: discord.py takes {decision.discord_us:.0f} \u00b5s to hand it over, "
        f"the bot {decision.ours_us:.0f} \u00b5s to decide what to say."
    )


def draw(found: Sequence[FindFigure], path: Path = PICTURE) -> None:
    """The median time over the number of entries, a line for each engine."""
    picture = Figure(figsize=(7, 4), dpi=150, layout="constrained")
    axes = picture.subplots()
    for engine, name in NAMES.items():
        line = [one for one in found if one.engine == engine]
        sizes, times = [one.entries for one in line], [one.p50_us for one in line]
        axes.loglog(sizes, times, marker="o", label=name, linewidth=3 if engine == "ours" else 1.5)
    axes.set_xlabel("entries")
    axes.set_ylabel("median time of a question, \u00b5s")
    axes.set_xticks(sorted({one.entries for one in found}))
    axes.xaxis.set_major_formatter(lambda size, _: f"{size:,.0f}")
    axes.minorticks_off()
    axes.grid(visible=True, alpha=0.3)
    axes.legend(frameon=False)
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.savefig(path)
