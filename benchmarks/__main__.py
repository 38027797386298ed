"""Run the benchmarks: `make bench`, or `make -s bench JSON=1` for one JSON object a line."""

from typing import Annotated

import typer
from rich.console import Console

from benchmarks import decision, find, report


def main(
    *,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    large: Annotated[bool, typer.Option("--large", help="Measure a million entries too.")] = False,
    plot: Annotated[bool, typer.Option("--plot", help=f"Draw {report.PICTURE}.")] = False,
) -> None:
    """Measure how fast the bot finds an answer, and decides on a message."""
    decided = decision.measure()
    found = []
    for entries in (*find.SIZES, *([find.LARGE] if large else [])):
        for figure in find.measure(entries):
            found.append(figure)
            if json:
                print(report.as_json(figure), flush=True)  # noqa: T201 - plain lines
    if json:
        print(report.as_json(decided))  # noqa: T201 - as above
    else:
        report.show(Console(), found, decided)
    if plot:
        report.draw(found)


if __name__ == "__main__":
    typer.run(main)
